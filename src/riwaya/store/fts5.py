"""A query as an expression of FTS5, SQLite's full-text index."""

from __future__ import annotations

from riwaya.store.matching import Near, OneOf, Phrase, Wanted

SEARCH = """SELECT t.id FROM texts_index CROSS JOIN texts t ON t.id = texts_index.rowid
 WHERE texts_index MATCH ? AND texts_index.rowid >= ? AND texts_index.rowid < ? AND t.superseded = 0
 ORDER BY texts_index.rowid DESC LIMIT ?"""
"""Numbers of texts, newest first: expression, least number, number behind the greatest, how many."""


def expression(wanted: Wanted) -> str:
    """What finds all that is wanted."""
    if isinstance(wanted, Near):
        return _near(wanted)
    if isinstance(wanted, OneOf):
        return " OR ".join(f"({expression(part)})" for part in wanted.parts)
    match = " AND ".join(f"({expression(part)})" for part in wanted.wanted)
    unwanted = " OR ".join(f"({expression(part)})" for part in wanted.unwanted)
    return f"({match}) NOT ({unwanted})" if unwanted else match


def _near(near: Near) -> str:
    phrases = [_quoted(phrase) for phrase in near.phrases]
    told = phrases[0] if len(phrases) == 1 else f"NEAR({' '.join(phrases)}, {near.gap})"
    return f"{{{' '.join(near.columns)}}} : {told}"


def _quoted(phrase: Phrase) -> str:
    return f'"{" ".join(phrase.words)}"' + (" *" if phrase.prefix else "")
