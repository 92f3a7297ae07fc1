"""The figures of fusion, on a made-up comparison and on a store of two invented records."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from eval.found import Found
from eval.fusion import Result, Words, compare, figures, main, missed_pairs, report, wrong_merges
from eval.tellings import GoldEvent, Telling

from riwaya.cli.main import main as riwaya
from riwaya.model import Span

AT = Span(0, 4)
NO_WORDS = Words(Path("nowhere"))


def telling(event: str, article: str) -> Telling:
    return Telling(event, article, (AT,), ())


def account(one: Telling, event: str) -> Found:
    return Found(one.article, f"ac-{one.event}-{one.article}", event, AT, "ASSAULT", "material conflict", AT)


RAID = GoldEvent("raid", "ASSAULT", "2015-07-20", "A raid", {}, tuple(telling("raid", n) for n in "1234"))
BLAST = GoldEvent("blast", "ASSAULT", "2015-07-20", "A blast", {}, (telling("blast", "5"),))
ONE, TWO, THREE, FOUR = RAID.tellings
SIGHTINGS = {
    (ONE, AT): account(ONE, "x"),
    (TWO, AT): account(TWO, "x"),
    (THREE, AT): account(THREE, "y"),
    (BLAST.tellings[0], AT): account(BLAST.tellings[0], "y"),
}
RESULT = Result((RAID, BLAST), tuple(SIGHTINGS.values()), SIGHTINGS)


def test_what_reading_lost_is_told_from_what_fusing_lost() -> None:
    found = figures(RESULT)
    assert (found["pairs"], found["pairs lost in reading"], found["pairs lost in fusing"]) == (6, 3, 2)
    assert found["pair precision"] == 0.5
    assert found["pair recall"] == pytest.approx(1 / 6, abs=1e-4)
    assert found["pair recall of what was read"] == pytest.approx(1 / 3, abs=1e-4)
    assert found["tellings read"] == 0.8


def test_wrong_merges_and_missed_pairs_are_listed() -> None:
    wrong = "\n".join(wrong_merges(RESULT, NO_WORDS, 10))
    assert "wrong merges: 1 pairs of tellings, of 1 pairs of events" in wrong
    assert "raid + blast: 1" in wrong
    missed = "\n".join(missed_pairs(RESULT, NO_WORDS, 10))
    assert "missed: 5 pairs of tellings, of 1 events" in missed
    assert "not read: 4 at 0" in missed
    assert any(line.startswith("ASSAULT") for line in report(RESULT))


def test_a_store_is_compared(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    texts = {"n1": "قتل مسلحون سبعة جنود في هجوم قرب نارا أمس.", "n2": "أدانت الحكومة الهجوم على الجنود قرب نارا."}
    records, path = tmp_path / "records.jsonl", str(tmp_path / "news.riwaya")
    rows = [{"id": name, "text": text, "published": "2023-04-19", "outlet": "aawsat"} for name, text in texts.items()]
    records.write_text("\n".join(json.dumps(row, ensure_ascii=False) for row in rows), encoding="utf-8")
    assert riwaya(["ingest", "--records", str(records), "--store", path, "--quiet"]) == 0
    gold = GoldEvent("raid", "ASSAULT", "2023-04-18", "A raid", {}, (Telling("raid", "n1", (Span(0, 3),), ()),))
    assert figures(compare(path, (gold,)))["tellings read"] == 1.0
    capsys.readouterr()
    assert main(["--store", path, "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["tellings read"] == 0.0


def test_a_store_that_is_not_there_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--store", str(tmp_path / "none.riwaya")]) == 1
    assert "none.riwaya" in capsys.readouterr().err
