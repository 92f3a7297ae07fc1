"""A store of one invented page in two versions, with everything in it that spoils files; and exports of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from riwaya.export.export import Report, Target, export
from riwaya.export.format import Options
from riwaya.export.formats import FORMATS, format_named
from riwaya.model import (
    Article,
    Block,
    Byline,
    Count,
    Document,
    EventMention,
    EventTime,
    Mention,
    Page,
    Participant,
    Place,
    Published,
    Span,
    Statement,
)
from riwaya.page.content import Content
from riwaya.page.load import page_id
from riwaya.reader import ReaderId
from riwaya.store.filters import EventFilter
from riwaya.store.pages import Reading
from riwaya.store.store import Store, open_store

TEXT = (
    '=SUM(A1) قال الجيش "إن\tمسلحين" قتلوا سبعة جنود\r\nفي باماكو \U0001f600\u202e، وتبنى التنظيم; قتل أربعين جندياً. '
    "تظاهر آلاف في تونس. اعتقلت الشرطة صحفياً في البلاد. ستسلم موسكو مالي طائرات. التقى لافروف ديوب.\x02\n"
)
SENTENCES = ("جندياً.", "تونس.", "البلاد.", "طائرات.", "ديوب.\x02\n")
URL = "https://nahr.example.org/news/1?a=1&b=2"
DAY = EventTime("2023-04-18", date(2023, 4, 18), date(2023, 4, 18), "absolute")
WEEK = EventTime("2023-W16", date(2023, 4, 17), date(2023, 4, 23), "relative")
MEETING = EventTime("2023-02", date(2023, 2, 1), date(2023, 2, 28), "absolute")
NAMES = [one.name for one in FORMATS]
Export = Callable[..., tuple[Path, Report]]


def at(wording: str) -> Span:
    start = TEXT.index(wording)
    return Span(start, start + len(wording))


def who(wording: str, name: str | None, country: str | None, sector: str | None, own: str | None = None) -> Participant:
    return Participant(at(wording), name, own, country, sector)


def told(number: int, trigger: str, type_: str, quad: str, **more: Any) -> EventMention:
    empty = {"mode": None, "contexts": (), "actors": (), "recipients": (), "place": None, "time": None, "counts": ()}
    rest = {"objects": (), "reality": "happened", "chain": (), "rule": "events.test", "score": -9.0}
    return EventMention(id=f"e{number}", trigger=at(trigger), type=type_, quad=quad, **{**empty, **rest, **more})


def events() -> tuple[EventMention, ...]:
    conflict = "material conflict"
    return (
        told(1, "قتلوا", "ASSAULT", conflict, mode="firearms", contexts=("military",), cameo="190", foreground=True,
             actors=(who("مسلحين", None, None, "UAF"),), recipients=(who("سبعة جنود", None, "MLI", "MIL"),), time=DAY,
             place=Place(at("باماكو"), "Bamako", "MLI", "Bamako", 12.65, -8.0, 2460596, "city"), chain=("s1",),
             counts=(Count(at("سبعة"), 7, 7, "جنود", "killed"),), standing="reported"),
        told(2, "قتل أربعين", "ASSAULT", conflict, mode="firearms", same_as="e1", standing="claimed", chain=("s2",),
             actors=(who("التنظيم", "The Organisation", "MLI", "REB", "the-organisation"),),
             recipients=(who("أربعين جندياً", None, "MLI", "MIL"),),
             counts=(Count(at("أربعين"), 40, None, "جندياً", "killed"),)),
        told(3, "تظاهر", "PROTEST", conflict, mode="demo", actors=(who("آلاف", None, "TUN", "CVL"),), time=WEEK,
             place=Place(at("تونس"), "Tunis", "TUN", "Tunis", 36.8, 10.18, 2464470, "city"),
             counts=(Count(at("آلاف"), 2000, None, None, "participants"),)),
        told(4, "اعتقلت", "COERCE", conflict, mode="arrest", actors=(who("الشرطة", "Tunisia", "TUN", "COP", "TUN"),),
             recipients=(who("صحفياً", None, "TUN", "JRN"),), cameo="173",
             place=Place(at("البلاد"), "Tunisia", "TUN", precision="country")),
        told(5, "ستسلم", "AID", "material cooperation", actors=(who("موسكو", "Russia", "RUS", "GOV", "RUS"),), time=DAY,
             recipients=(who("مالي", "Mali", "MLI", "GOV", "MLI"),), reality="planned", standing="planned"),
        told(6, "التقى", "CONSULT", "verbal cooperation", mode="visit", score=4.0, time=MEETING,
             actors=(who("لافروف", "Sergei Lavrov", "RUS", "GOV", "lavrov"),),
             recipients=(who("ديوب", "A. Diop", "MLI", "GOV", "diop"),)),
    )  # fmt: skip


def document(text: str) -> Document:
    ends = [0, *(TEXT.index(last) + len(last) for last in SENTENCES)]
    army = who("الجيش", "Malian Army", "MLI", "MIL", "org:mli:army")
    group = who("التنظيم", "The Organisation", "MLI", "REB", "the-organisation")
    statements = (
        Statement("s1", at("قال"), "say", army, "indirect", (at("مسلحين"),), None, "statements.say"),
        Statement("s2", at("وتبنى"), "claim", group, "indirect", (at("أربعين"),), None, "statements.claim"),
    )
    mentions = (
        Mention("m1", at("الجيش"), "ORG", "Malian Army", "org:mli:army", "MLI", "MIL", "mentions.body"),
        Mention("m2", at("لافروف"), "PER", "Sergei Lavrov", "lavrov", "RUS", "GOV", "mentions.person"),
        Mention("m3", at("باماكو"), "GPE", "Bamako", "gn:2460596", "MLI", None, "mentions.place"),
    )
    published = Published(date(2023, 4, 19), "given")
    article = Article(0, "full", 'خبر "عاجل"', None, None, Byline(agency="وكالة"), published, (Span(0, len(TEXT)),))
    sentences = tuple(Span(start, end) for start, end in pairwise(ends))
    return Document(article, text, sentences, mentions=mentions, statements=statements, events=events())


def reading(more: str = "") -> Reading:
    """The page as it was read; ``more`` makes another page of it."""
    text = TEXT + more
    told_in = document(text)
    block = Block(Span(0, len(text)), "paragraph", 0)
    page = Page(page_id(text.encode()), "a.txt", text, "text", (block,), (told_in.article,), URL, "nahr")
    return Reading(page, (told_in,), ReaderId("rules", "0.1.0", "f" * 32), {"published": {}, "outlet": None})


def add(store: Store, one: Reading) -> str:
    data = one.page.text.encode(errors="replace")
    return store.pages.add(Content("/a.txt", data), one, store.runs.start("ingest"))


@pytest.fixture(scope="session")
def store_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with the page and an earlier version of it."""
    path = tmp_path_factory.mktemp("store") / "news.riwaya"
    with open_store(str(path), create=True) as store:
        assert add(store, reading("older")) == "new"
        assert add(store, reading()) == "version"
    return path


@pytest.fixture
def store(store_path: Path) -> Iterator[Store]:
    with open_store(str(store_path), readonly=True) as opened:
        yield opened


@pytest.fixture
def exported(store: Store, tmp_path: Path) -> Export:
    """Exports the store in one format: the file (the folder, if there are several), and the report."""

    def call(name: str, wanted: EventFilter | None = None, **options: Any) -> tuple[Path, Report]:
        one, wanted = format_named(name), wanted or EventFilter()
        paths = tuple(tmp_path / file for file in one.files)
        chosen = replace(Options(filtered=wanted != EventFilter()), **options)
        (report,) = export(store, [Target(one, paths)], wanted, chosen)
        assert report.events == report.written + sum(report.left_out.values())
        return (paths[0] if len(paths) == 1 else tmp_path), report

    return call
