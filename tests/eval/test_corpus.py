from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from eval.corpus import SEED_DATES, GoldError, anchor, load_gold, load_set, resolve_content

from riwaya.model import Span

TEXT = "قال الوزير إن الوزير السابق سلّم الملف. وقال إن الملف ناقص."


def written(folder: Path, **more: Any) -> Path:
    path = folder / "نهر-1.json"
    gold = {"id": "نهر-1", "published": "2024-05-03", "times": [], "statements": [], "events": []} | more
    path.write_text(json.dumps(gold, ensure_ascii=False), encoding="utf-8")
    path.with_suffix(".txt").write_text(TEXT, encoding="utf-8")
    return path


@pytest.mark.parametrize(("nth", "start"), [(1, 4), (2, 14)])
def test_the_nth_occurrence(nth: int, start: int) -> None:
    found = anchor({"text": "الوزير", "n": nth}, TEXT)
    assert (found["start"], found["end"]) == (start, start + 6)


def test_occurrences_may_overlap() -> None:
    assert anchor({"text": "اا", "n": 2}, "ااا")["start"] == 1


@pytest.mark.parametrize("node", [{"text": "الوزير", "n": 3}, {"text": "السفير"}, {"text": ""}, {}])
def test_what_is_not_there(node: dict[str, Any]) -> None:
    with pytest.raises(GoldError):
        anchor(node, TEXT)


def test_content_begins_nearest_to_its_cue() -> None:
    second = TEXT.rindex("وقال")
    found = resolve_content({"from": "إن", "to": "الملف"}, TEXT, second + 4)
    assert TEXT[found["start"] : found["end"]] == "إن الملف"
    found = resolve_content({"from": "إن", "to": "الملف"}, TEXT, 3)
    assert TEXT[found["start"] : found["end"]] == "إن الوزير السابق سلّم الملف"


@pytest.mark.parametrize("content", [{"from": "أن", "to": "ناقص"}, {"from": "ناقص", "to": "سلّم"}])
def test_content_that_is_not_there(content: dict[str, str]) -> None:
    with pytest.raises(GoldError):
        resolve_content(content, TEXT, 0)


def test_a_gold_page(tmp_path: Path) -> None:
    event = {"id": "e1", "trigger": {"text": "سلّم"}, "type": "AID", "reality": "happened", "actors": [], "chain": []}
    page = load_gold(written(tmp_path, events=[event]))
    assert (page.id, page.text, page.published) == ("نهر-1", TEXT, {0: date(2024, 5, 3)})
    assert page.annotation.happenings[0].trigger == Span(TEXT.index("سلّم"), TEXT.index("سلّم") + len("سلّم"))
    assert [one.id for one in load_set(tmp_path.name, tmp_path.parent)] == ["نهر-1"]


def test_pages_without_a_date_have_none(tmp_path: Path) -> None:
    assert load_gold(written(tmp_path, published=None)).published == {}


def test_the_seed_has_its_own_dates(tmp_path: Path) -> None:
    path = written(tmp_path, id="seed", published=None).rename(tmp_path / "seed.json")
    (tmp_path / "نهر-1.txt").rename(tmp_path / "seed.txt")
    assert load_gold(path).published == SEED_DATES


def test_a_fault_names_the_file(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match=r"نهر-1\.json.*السفير"):
        load_gold(written(tmp_path, times=[{"text": "السفير", "value": "2024"}]))
    with pytest.raises(GoldError, match="its id is"):
        load_gold(written(tmp_path, id="other"))
