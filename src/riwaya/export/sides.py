"""Who stands on the two sides of an event, as data on conflict sorts them."""

from __future__ import annotations

from collections.abc import Iterable

from riwaya.export.record import party_name
from riwaya.store.answers import Party

STATE = frozenset({"GOV", "MIL", "COP", "SPY"})
GROUP = frozenset({"REB", "UAF", "PRM", "CRM"})
UNSORTED = frozenset({"UNK", "IGO"})


def side_of(sector: str | None) -> str | None:
    """``state``, ``group`` (armed, of no state) or ``civilians``; None if the sector does not tell."""
    if sector is None or sector in UNSORTED:
        return None
    return "state" if sector in STATE else "group" if sector in GROUP else "civilians"


def side(parties: Iterable[Party]) -> str | None:
    """That of the first who can be sorted."""
    return next((found for party in parties if (found := side_of(party.sector))), None)


def names(parties: Iterable[Party]) -> list[str]:
    """Their English names, else the wordings of the text, each once."""
    return list(dict.fromkeys(map(party_name, parties)))


def countries(parties: Iterable[Party]) -> list[str]:
    """ISO 3166 alpha-3, each once."""
    return list(dict.fromkeys(party.country for party in parties if party.country))


def sectors(parties: Iterable[Party]) -> list[str]:
    """Sector codes of PLOVER, each once."""
    return list(dict.fromkeys(party.sector for party in parties if party.sector))
