"""Codes of countries in the tables of other projects, from ``countries.tsv``."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from riwaya.lexicon.tables import read_table


@dataclass(frozen=True, slots=True)
class Country:
    """A country under its codes; empty where a project has none for it."""

    id: str
    """ISO 3166 alpha-3."""
    name: str
    iso2: str = ""
    numeric: str = ""
    fips: str = ""
    cow: str = ""
    """Correlates of War."""
    gw: str = ""
    """Gleditsch–Ward."""
    acled: str = ""
    """Region of ACLED."""
    ucdp: str = ""
    """Region of UCDP."""


def country(code: str | None) -> Country:
    """The country with an ISO 3166 alpha-3 code; without a code, or for one that is unknown, all is empty but that."""
    return _countries().get(code or "") or Country(code or "", code or "")


@cache
def _countries() -> dict[str, Country]:
    names = {row["id"]: row["name"] for row in read_table("names/countries.tsv")}
    return {row["id"]: Country(name=names[row["id"]], **row) for row in rows("countries.tsv")}


def rows(name: str) -> Iterator[dict[str, str]]:
    """Rows of a table (TSV) beside this module; ``#`` lines are comments, the first other line names the columns."""
    text = (files("riwaya.export") / name).read_text(encoding="utf-8")
    lines = [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]
    columns = lines[0]
    for cells in lines[1:]:
        yield dict(zip(columns, cells + [""] * (len(columns) - len(cells)), strict=True))
