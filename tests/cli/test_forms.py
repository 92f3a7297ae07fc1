from __future__ import annotations

import csv
import io

import pytest

from riwaya.cli.forms import print_csv


@pytest.mark.parametrize("cell", ["سطر\rآخر", "سطر\nآخر", 'قال "نعم"', "أ,ب", ""])
def test_whatever_a_cell_holds_it_stays_one_cell(cell: str, capsys: pytest.CaptureFixture[str]) -> None:
    print_csv(("id", "text"), [{"id": "e1", "text": cell}, {"id": "e2", "text": None}])
    rows = list(csv.reader(io.StringIO(capsys.readouterr().out, newline="")))
    assert rows == [["id", "text"], ["e1", cell], ["e2", ""]]
