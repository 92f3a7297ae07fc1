"""The gold of wire copies fits the crawl, and is compared with a store."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from eval.copies import GoldPair, copies_of, load_pairs, tally_copies, wrong_copies
from eval.tellings import CRAWL, load_crawl

from riwaya.cli.main import main as riwaya
from riwaya.store.store import open_store

PAIRS = load_pairs()
REPORT = (
    "قتل مسلحون سبعة جنود في كمين قرب نارا فجر أمس، وقال ناطق باسم الجيش إن مروحيتين لاحقتا المهاجمين حتى غابة واغادو."
)


def test_pairs_are_told_once_and_some_are_no_copies() -> None:
    assert len({(pair.one, pair.other) for pair in PAIRS}) == len(PAIRS)
    assert all(pair.one < pair.other and pair.drawn in ("sample", "event", "found") for pair in PAIRS)
    assert len([pair for pair in PAIRS if pair.same]) > 100 < len([pair for pair in PAIRS if not pair.same])


@pytest.mark.skipif(not CRAWL.exists(), reason="the crawl is not there")
def test_pairs_are_articles_of_the_crawl() -> None:
    known = {row["id"] for row in load_crawl()}
    assert {article for pair in PAIRS for article in (pair.one, pair.other)} <= known


def test_a_store_is_compared(tmp_path: Path) -> None:
    texts = {"n1": REPORT, "n2": f"عاجل\n{REPORT}", "n3": "بدأت في باماكو محادثات بين الحكومة ووفد من الأمم المتحدة."}
    rows = [{"id": name, "text": text, "published": "2023-04-19", "outlet": name} for name, text in texts.items()]
    records, path = tmp_path / "records.jsonl", str(tmp_path / "news.riwaya")
    records.write_text("\n".join(json.dumps(row, ensure_ascii=False) for row in rows), encoding="utf-8")
    assert riwaya(["ingest", "--records", str(records), "--store", path, "--quiet"]) == 0
    with open_store(path, readonly=True) as store:
        copies = copies_of(store.database)
    assert set(copies) == {("n1", "n2")}
    pairs = [GoldPair("n1", "n2", False, "event"), GoldPair("n1", "n3", True, "event")]
    tally = tally_copies(pairs, copies)
    assert (tally.right, tally.system, tally.gold) == (0, 1, 1)
    assert [line.split(" (")[0].strip() for line in wrong_copies(pairs, copies)] == [
        "no copies: n1 n2", "missed: n1 n3",
    ]  # fmt: skip
