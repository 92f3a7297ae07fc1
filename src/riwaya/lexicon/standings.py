"""What a chain, a reality and links make of an event, from ``data/rules/standing.toml``."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from riwaya.lexicon.tables import read_rules

OUTLET = "outlet"
"""Stands in the place of an act for what the outlet tells in its own voice."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the table: what must hold, and the standing that follows; an empty set stands for anything."""

    id: str
    standing: str
    realities: frozenset[str]
    acts: frozenset[str]
    """Acts of the innermost statement, or OUTLET."""
    around: frozenset[str]
    """Acts of which one must lie further out in the chain."""
    links: frozenset[str]
    """denied confirmed denying: of which one must hold for a statement of the chain."""

    def fits(self, reality: str, chain: tuple[str, ...], links: frozenset[str]) -> bool:
        """True for this reality, these acts from the innermost outwards, and these links."""
        act = chain[0] if chain else OUTLET
        return (
            (not self.realities or reality in self.realities)
            and (not self.acts or act in self.acts)
            and (not self.around or bool(self.around & set(chain[1:])))
            and (not self.links or bool(self.links & links))
        )


@dataclass(frozen=True, slots=True)
class Standings:
    """The table of standings, and how sure a source is by the reality it gives."""

    rows: tuple[Row, ...]
    certainty: Mapping[str, str]
    """Reality → certainty."""
    open_modalities: frozenset[str]
    """Modalities of a clause that leave open whether it is so."""
    probable: frozenset[str]
    """Lemmas that make what is possible probable (رجّح، متوقّع)."""

    def standing(self, reality: str, chain: tuple[str, ...], links: frozenset[str]) -> str:
        """That of the first row that fits; the last row of the data fits anything."""
        return next(row.standing for row in self.rows if row.fits(reality, chain, links))


def load_standings() -> Standings:
    """The rules of ``data/rules/standing.toml``."""
    rules = read_rules("rules/standing.toml")
    told = rules["certainty"]
    return Standings(
        rows=tuple(_row(entry) for entry in rules["standing"]),
        certainty=dict(told["of_reality"]),
        open_modalities=frozenset(told["open_modalities"]),
        probable=frozenset(told["probable"]),
    )


def _row(entry: Mapping[str, Any]) -> Row:
    def held(key: str) -> frozenset[str]:
        values: Iterable[str] = entry.get(key, ())
        return frozenset(values)

    return Row(entry["id"], entry["standing"], held("reality"), held("act"), held("around"), held("link"))
