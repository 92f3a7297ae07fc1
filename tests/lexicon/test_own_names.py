"""Names of the user's own."""

from __future__ import annotations

from pathlib import Path

import pytest

from riwaya.errors import DataError
from riwaya.lexicon.names import Names, load_names
from riwaya.lexicon.own_names import with_own_names

HEADER = "id\tname\tkind\tcountry\tsector\tnames\n"


@pytest.fixture(scope="module")
def names() -> Names:
    return load_names()


def written(folder: Path, text: str) -> Path:
    path = folder / "own.tsv"
    path.write_text(text, encoding="utf-8")
    return path


def test_an_own_name_is_found_before_those_of_the_tables(names: Names, tmp_path: Path) -> None:
    path = written(tmp_path, HEADER + "fanar-front\tFanar Front\tGROUP\tMLI\tREB\tجبهة الفنار|الفنار\n")
    for given in (path, tmp_path):
        found = with_own_names(names, [given]).longest(["جبهه", "الفنار"], 1)
        assert found is not None
        assert found.value[0].id == "fanar-front"
    assert names.longest(["الفنار"], 0) is None or names.longest(["الفنار"], 0) != found


def test_the_shipped_names_stay(names: Names, tmp_path: Path) -> None:
    extended = with_own_names(names, [written(tmp_path, HEADER + "x\tX\tORG\t\t\tداعش\n")])
    found = extended.longest(["داعش"], 0)
    assert found is not None
    assert [entry.id for entry in found.value] == ["x", "islamic-state"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "must name the columns"),
        ("id\tnames\n", "must name the columns"),
        (HEADER + "x\tX\tTRIBE\t\t\tس ص\n", ":2: the kind 'TRIBE'"),
        (HEADER + "x\tX\tORG\tXXX\t\tس ص\n", ":2: no such country: XXX"),
        (HEADER + "س\tX\tORG\t\t\tس ص\n", ":2: a row needs an ASCII id"),
        (HEADER + "x\tX\tORG\t\t\tس\tص\n", ":2: 7 cells for 6 columns"),
    ],
)
def test_a_wrong_table_is_told_with_its_line(names: Names, tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(DataError, match=message):
        with_own_names(names, [written(tmp_path, text)])


def test_a_missing_table_is_told(names: Names, tmp_path: Path) -> None:
    with pytest.raises(DataError, match="cannot be read"):
        with_own_names(names, [tmp_path / "none.tsv"])
