"""What is asked by meaning: a question in plain words, and the same filters as for free text."""

from __future__ import annotations

import re
from dataclasses import dataclass

from riwaya.errors import UsageError
from riwaya.store.database import Database, Value
from riwaya.store.filters import first_day, last_day
from riwaya.store.search_query import FIELDS
from riwaya.store.text_rows import outlet_words

_FILTER = re.compile(r'(?<!\S)(?P<sign>-?)(?P<field>[a-z]+):(?P<value>"[^"]*"|«[^»]*»|“[^”]*”|\S+)')
_FILTERS = ("outlet", "since", "until")


@dataclass(frozen=True, slots=True)
class MeaningQuery:
    """A question, and what it is asked of."""

    text: str
    since: str = ""
    until: str = ""
    outlets: tuple[tuple[str, ...], ...] = ()
    """Words that stand behind each other in the name of the paper."""
    other_outlets: tuple[tuple[str, ...], ...] = ()
    """Likewise, of papers that are left out."""

    @property
    def filters(self) -> bool:
        """True if not everything is asked."""
        return bool(self.since or self.until or self.outlets or self.other_outlets)


def parse_meaning(told: str) -> MeaningQuery:
    """The question without its filters. Raises UsageError, which says what is wrong."""
    days = {"since": "", "until": ""}
    outlets: dict[str, list[tuple[str, ...]]] = {"": [], "-": []}
    for found in _FILTER.finditer(told):
        sign, name, value = found["sign"], found["field"], found["value"].strip('"«»“”')
        if name not in _FILTERS:
            if name in FIELDS:
                raise UsageError(f"{told!r}: {name}: is for words, not for meaning; there are {', '.join(_FILTERS)}")
            continue
        if name == "outlet":
            outlets[sign].append(tuple(outlet_words(value)))
        elif sign:
            raise UsageError(f"{told!r}: {name}: cannot be left out")
        else:
            days[name] = value
    if not all(words for some in outlets.values() for words in some):
        raise UsageError(f"{told!r}: behind outlet: there must be a word or a phrase")
    text = " ".join(_FILTER.sub(lambda one: "" if one["field"] in _FILTERS else one[0], told).split())
    if not re.search(r"\w", text):
        raise UsageError(f"{told!r}: there must be something to look for, besides days and outlets")
    return MeaningQuery(text, days["since"], days["until"], tuple(outlets[""]), tuple(outlets["-"]))


def asked_articles(database: Database, query: MeaningQuery) -> list[int]:
    """The numbers of the articles that the filters leave. Raises UsageError for what is no day."""
    where, values = ["superseded = 0"], list[Value]()
    for day, sign in ((query.since and first_day(query.since), ">="), (query.until and last_day(query.until), "<=")):
        if day:
            where.append(f"published {sign} ?")
            values.append(day)
    if query.outlets or query.other_outlets:
        names = [name for (name,) in database.rows("SELECT DISTINCT outlet FROM articles") if _fits(query, name or "")]
        told = [name for name in names if name is not None]
        marks = ", ".join("?" * len(told)) or "NULL"
        where.append(f"(outlet IN ({marks}){' OR outlet IS NULL' * (None in names)})")
        values += told
    return [row[0] for row in database.rows(f"SELECT id FROM articles WHERE {' AND '.join(where)}", values)]


def _fits(query: MeaningQuery, outlet: str) -> bool:
    """As in free text: all outlets asked for, and none of those left out."""
    words = tuple(outlet_words(outlet))
    return all(_holds(words, one) for one in query.outlets) and not any(
        _holds(words, one) for one in query.other_outlets
    )


def _holds(words: tuple[str, ...], phrase: tuple[str, ...]) -> bool:
    return any(words[at : at + len(phrase)] == phrase for at in range(len(words)))
