"""A query as a tsquery, and the texts of a store as tsvectors: PostgreSQL's full-text index.

A lexeme is a letter for the column, then the word; its positions count from 1. A tsvector takes 16,383 positions, 255
of one lexeme, and a megabyte: an article that is too long has no lexeme but LONG, which every query finds.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from riwaya.store.matching import AllOf, Near, OneOf, Phrase, Wanted
from riwaya.store.tables import Table
from riwaya.store.text_rows import BREAK

SEARCH = """SELECT t.id FROM texts_index i JOIN texts t ON t.id = i.id
 WHERE i.words @@ CAST(? AS tsquery) AND i.id >= ? AND i.id < ? AND t.superseded = 0 ORDER BY i.id DESC LIMIT ?"""
"""Numbers of texts, newest first: expression, least number, number behind the greatest, how many."""
LONG = "-"
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_LONGEST = 2000
"""Bytes of a lexeme; a tsvector takes 2,046."""
_FARTHEST = 50
"""Words farther apart than that need only be in the same article, which is then looked at."""

_VECTOR = """WITH placed AS (
  SELECT letter || word AS lexeme, place FROM (VALUES {columns}) AS columns (letter, told),
    LATERAL unnest(string_to_array(told, ' ')) WITH ORDINALITY AS words (word, place)
  WHERE word NOT IN ('', '{stop}')),
lexemes AS (
  SELECT lexeme, count(*) AS times, max(place) AS last, octet_length(lexeme) AS bytes,
    '''' || lexeme || ''':' || string_agg(CAST(place AS text), ',' ORDER BY place) AS told
  FROM placed GROUP BY lexeme)
SELECT new.id, CASE
  WHEN max(times) > 255 OR max(last) > 16382 OR max(bytes) > {longest} OR sum(bytes + 4 + 2 * times) > 1000000
  THEN CAST('{long}' AS tsvector)
  ELSE CAST(coalesce(string_agg(told, ' '), '') AS tsvector) END FROM lexemes"""


def index_statements(table: Table) -> list[str]:
    """SQL that makes an index over the searched columns of a table, kept in step by triggers."""
    name = f"{table.name}_index"
    columns = ", ".join(f"('{letter}', new.{column})" for column, letter in _letters(table.searched).items())
    vector = _VECTOR.format(columns=columns, stop=BREAK, longest=_LONGEST, long=LONG)
    return [
        f"DROP TABLE IF EXISTS {name}",
        f"CREATE TABLE {name} (id BIGINT PRIMARY KEY, words TSVECTOR NOT NULL)",
        f"CREATE INDEX {name}_by_words ON {name} USING gin (words)",
        *_trigger(table.name, "insert", f"INSERT INTO {name} {vector}"),
        *_trigger(table.name, "delete", f"DELETE FROM {name} WHERE id = old.id"),
    ]


def _trigger(table: str, event: str, does: str) -> Iterator[str]:
    name = f"{table}_index_{event}"
    yield f"CREATE OR REPLACE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$BEGIN {does}; RETURN NULL; END$$"
    yield f"CREATE TRIGGER {name} AFTER {event} ON {table} FOR EACH ROW EXECUTE FUNCTION {name}()"


def expression(wanted: Wanted, columns: Sequence[str]) -> str:
    """What finds all that is wanted, and what may be; who asks looks at the words themselves."""
    return f"({_asked(wanted, _letters(columns))[0]}) | '{LONG}'"


def _letters(columns: Sequence[str]) -> dict[str, str]:
    return dict(zip(columns, _LETTERS, strict=False))


def _asked(wanted: Wanted, letters: dict[str, str]) -> tuple[str, bool]:
    """An expression, and whether it finds only what is wanted."""
    if isinstance(wanted, Near):
        return _joined([_near(wanted, letters[column]) for column in wanted.columns], " | ")
    if isinstance(wanted, OneOf):
        return _joined([_asked(part, letters) for part in wanted.parts], " | ")
    return _all(wanted, letters)


def _all(wanted: AllOf, letters: dict[str, str]) -> tuple[str, bool]:
    found, is_exact = _joined([_asked(part, letters) for part in wanted.wanted], " & ")
    for part in wanted.unwanted:
        unwanted, tells = _asked(part, letters)
        found = f"({found}) & !({unwanted})" if tells else found
        is_exact = is_exact and tells
    return found, is_exact


def _joined(parts: Sequence[tuple[str, bool]], sign: str) -> tuple[str, bool]:
    return sign.join(f"({part})" for part, _ in parts), all(is_exact for _, is_exact in parts)


def _near(near: Near, letter: str) -> tuple[str, bool]:
    """Two words near each other are asked for at each distance; more, or phrases, only in the same article."""
    phrases = [_phrase(phrase, letter) for phrase in near.phrases]
    if len(phrases) == 1:
        return phrases[0], True
    if len(phrases) > 2 or near.gap > _FARTHEST or any(len(phrase.words) > 1 for phrase in near.phrases):
        return " & ".join(phrases), False
    one, other = phrases
    apart = range(near.gap + 2)
    return " | ".join(f"{one} <{words}> {other} | {other} <{words}> {one}" for words in apart), True


def _phrase(phrase: Phrase, letter: str) -> str:
    words = [f"'{letter}{word}'" for word in phrase.words]
    if any(len(word.encode()) > _LONGEST for word in words):
        return f"'{LONG}'"
    return f"({' <-> '.join(words)}{':*' if phrase.prefix else ''})"
