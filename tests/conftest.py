"""A small page, read by hand: what the codec and the command are tested on without the engine."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from datetime import date
from itertools import count

import psycopg
import pytest
from hypothesis import settings
from tests.postgres_server import find_binaries, running_server

from riwaya.model import (
    Article,
    Block,
    Byline,
    Count,
    Document,
    EventMention,
    EventTime,
    Page,
    Participant,
    Place,
    Published,
    Span,
    Statement,
    Time,
)

settings.register_profile("same-each-time", derandomize=True)
if os.environ.get("CI"):
    settings.load_profile("same-each-time")  # what is new is looked for on developers' machines

HEADLINE = "موسكو تسلم باماكو أسلحة"
PROSE = "قال الوزير سالم الحداد إن موسكو سلمت باماكو طائرات الأسبوع الماضي، وقد يقتل مسلحون سبعة جنود هناك."
TEXT = f"{HEADLINE}\n{PROSE}\n"


def at(wording: str) -> Span:
    """The last place of a wording in the sample."""
    start = TEXT.rindex(wording)
    return Span(start, start + len(wording))


def somebody(wording: str, name: str, country: str | None, sector: str | None) -> Participant:
    return Participant(at(wording), name, country, country, sector)


def sample_events() -> tuple[EventMention, ...]:
    russia, mali = somebody("موسكو", "Russia", "RUS", "GOV"), somebody("باماكو", "Mali", "MLI", "GOV")
    week = EventTime("2023-W05", date(2023, 1, 30), date(2023, 2, 5), "relative")
    gunmen, soldiers = somebody("مسلحون", "gunmen", None, "UAF"), somebody("سبعة جنود", "soldiers", None, "MIL")
    seven = Count(at("سبعة جنود"), 7, 7, "جنود", "killed")
    return (
        EventMention(
            "e1", at("سلمت"), "AID", None, ("military",), "material cooperation", 10.0, (russia,), (mali,),
            None, week, (), ("طائرات",), "happened", ("s1",), "events.arms-delivery",
            "certain", "positive", "reported",
        ),
        EventMention(
            "e2", at("يقتل"), "ASSAULT", "targeted", (), "material conflict", -9.5, (gunmen,), (soldiers,),
            Place(at("باماكو"), "Bamako", "MLI", None, 12.65, -8.0, 2460596, "city"),
            None, (seven,), (), "possible", (), "events.killing",
            "possible", "positive", "possible",
        ),
    )  # fmt: skip


@pytest.fixture
def documents() -> tuple[Document, ...]:
    headline, prose = Span(0, len(HEADLINE)), at(PROSE)
    article = Article(
        0, "full", HEADLINE, None, None, Byline(agency="وكالة النهر", place="تونس"),
        Published(date(2023, 2, 7), "given"), (headline, prose), headline,
    )  # fmt: skip
    speaker = somebody("الوزير سالم الحداد", "Salem al-Haddad", None, "GOV")
    content = (Span(at("إن موسكو").start, prose.end),)
    week = Time(
        at("الأسبوع الماضي"), "DATE", "2023-W05", date(2023, 1, 30), date(2023, 2, 5),
        "gregorian", "relative", "times.last-unit",
    )  # fmt: skip
    said = Statement("s1", at("قال"), "say", speaker, "indirect", content, None, "statements.say")
    return (Document(article, TEXT, (headline, prose), times=(week,), statements=(said,), events=sample_events()),)


@pytest.fixture
def page(documents: tuple[Document, ...]) -> Page:
    prose = at(PROSE)
    blocks = (
        Block(Span(0, len(HEADLINE)), "headline", 0, rule="pages.headline"),
        Block(Span(len(HEADLINE), prose.start), "blank", None),
        Block(prose, "paragraph", 0, rule="pages.paragraph"),
        Block(Span(prose.end, len(TEXT)), "blank", None),
    )
    return Page("sha256:0", "sample.txt", TEXT, "text", blocks, tuple(one.article for one in documents), outlet="nahr")


NUMBERS = count()


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """The address of a PostgreSQL server that runs for the tests alone."""
    binaries = find_binaries()
    if binaries is None:
        pytest.skip("there is no PostgreSQL here: apt-get install postgresql")
    with running_server(binaries) as address:
        yield address


@pytest.fixture(scope="session")
def new_schema(server: str) -> Callable[[], str]:
    """Makes addresses at which a store can be made."""

    def make() -> str:
        name = f"news{next(NUMBERS)}"
        with psycopg.connect(server, autocommit=True) as connection:
            connection.execute(f"CREATE SCHEMA {name}".encode())
        return f"{server}&options=-csearch_path%3D{name}"

    return make
