"""Agencies, papers and channels by every way to name them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

from riwaya.lexicon.page_rules import compact, load_page_rules
from riwaya.lexicon.tables import read_table


@lru_cache(maxsize=1)
def load_media() -> Mapping[str, str]:
    """Id in ``names/media.tsv`` by compact spelling («أ.ف.ب» → أفب) and by the id of the outlet (``aawsat``).

    A spelling that several share means none of them.
    """
    spellings: dict[str, str | None] = {}
    for row in read_table("names/media.tsv"):
        for name in row["names"].split("|"):
            spelled = compact(name)
            spellings[spelled] = row["id"] if spellings.get(spelled, row["id"]) == row["id"] else None
    media = {spelled: one for spelled, one in spellings.items() if one}
    outlets = {outlet: media[spelled] for spelled, outlet in load_page_rules().outlets.items() if spelled in media}
    return MappingProxyType({**outlets, **media})
