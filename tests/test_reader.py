from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from riwaya import __version__
from riwaya.errors import DataError
from riwaya.page.content import Content, Given
from riwaya.page.records import Unreadable
from riwaya.reader import Read, load_reader

TEXT = "قال وزير الدفاع إن مسلحين قتلوا ثلاثة جنود قرب بلدة تل الورد أمس."
NAMES = "id\tname\tkind\tcountry\tsector\tnames\nx:guard\tRiver Guard\tORG\tMLI\tMIL\tحرس النهر\n"


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "names.tsv"
    path.write_text(NAMES, encoding="utf-8")
    return path


def test_a_reader_is_told_by_version_code_data_and_names(table: Path) -> None:
    plain, named = load_reader().id, load_reader([str(table)]).id
    assert (plain.kind, plain.version, len(plain.fingerprint)) == ("fast", __version__, 32)
    assert plain == load_reader().id
    assert named != plain
    assert named == load_reader([str(table.parent)]).id
    table.write_text(NAMES.replace("River", "Lake"), encoding="utf-8")
    assert load_reader([str(table)]).id not in (plain, named)


def test_names_that_are_wrong_are_told(table: Path) -> None:
    table.write_text("no table", encoding="utf-8")
    with pytest.raises(DataError, match=r"names\.tsv"):
        load_reader([str(table)])


def test_a_record_is_read_with_its_documents() -> None:
    read = load_reader().read(Content("r.jsonl", json.dumps({"id": "a", "text": TEXT}).encode(), 1), Given({}))
    assert isinstance(read, Read)
    assert read.page.path == "a"
    assert [event.type for event in read.documents[0].events] == ["ASSAULT"]


def test_a_fault_of_ours_is_told_with_its_place_and_page(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(page: object, lexicon: object, propose: object) -> None:
        raise ValueError("no such thing")

    monkeypatch.setattr("riwaya.reader.read_page", fail)
    content = Content("r.jsonl", json.dumps({"id": "a", "text": TEXT}).encode(), 1)
    unread = load_reader().read(content, Given({0: date(2023, 2, 7)}))
    assert isinstance(unread, Unreadable)
    assert (unread.path, unread.error.kind) == ("a", "internal")
    assert "test_reader.py" in unread.error.message
    assert "ValueError: no such thing" in unread.error.message
