"""The compiled lexicon: read when it fits, made anew when it does not, and never in the way."""

from __future__ import annotations

from pathlib import Path
from types import MappingProxyType

import pytest

from riwaya.lexicon import compiled
from riwaya.lexicon.forms import Entry, Lexeme
from riwaya.lexicon.morphology import load_morphology
from riwaya.lexicon.packed import pack_entries


@pytest.fixture(autouse=True)
def cache(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.setattr(compiled, "fingerprint", lambda: b"k" * 32)
    return tmp_path


def test_the_second_time_it_is_read() -> None:
    made: list[dict[str, int]] = []

    def make() -> dict[str, int]:
        made.append({"a": 1})
        return made[-1]

    for _ in range(2):
        assert compiled.load_compiled(make) == {"a": 1}
    assert len(made) == 1


@pytest.mark.parametrize("content", [b"", b"k" * 32, b"k" * 32 + b"no pickle", b"o" * 32 + b"old"])
def test_a_stale_or_broken_file_is_replaced(content: bytes) -> None:
    compiled.cache_path().parent.mkdir()
    compiled.cache_path().write_bytes(content)
    assert compiled.load_compiled(lambda: 7) == 7
    assert compiled.load_compiled(lambda: 8) == 7


def test_a_cache_that_cannot_be_written_is_no_fault(cache: Path) -> None:
    (cache / "riwaya").write_text("a file in the folder's place")
    assert compiled.load_compiled(lambda: 7) == 7


def test_a_relative_cache_home_is_not_used(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", "here")
    assert compiled.cache_path().is_absolute()


def test_mappings_come_back_frozen() -> None:
    compiled.load_compiled(lambda: MappingProxyType({"a": 1}))
    known = compiled.load_compiled(lambda: MappingProxyType({"a": 2}))
    assert known == {"a": 1}
    assert isinstance(known, MappingProxyType)


def test_the_morphology_comes_back_whole() -> None:
    morphology = load_morphology()
    compiled.load_compiled(lambda: morphology)
    known = compiled.load_compiled(load_morphology)
    assert known is not morphology
    for word in ("وسيقتلونهم", "وبالرئيس", "غرنبوكا"):
        assert known.analyze(word) == morphology.analyze(word)


def test_packed_entries_are_unpacked_unchanged() -> None:
    entries = {"قتل": (Entry("قتل", "Pa", Lexeme("قتل", "verb", "قتل"), 3.5, "active"),)}
    assert pack_entries(entries).get("قتل") == entries["قتل"]
    assert pack_entries(entries).get("قلم", ()) == ()
