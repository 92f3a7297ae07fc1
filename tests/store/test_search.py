from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.store.conftest import READER

from riwaya.errors import UsageError
from riwaya.model import Article, Byline, Document, Mention, Page, Published, Span
from riwaya.page.content import Content
from riwaya.page.load import page_id
from riwaya.store.cells import Rows
from riwaya.store.pages import Reading
from riwaya.store.search import question, search
from riwaya.store.search_query import parse_query
from riwaya.store.store import Store, open_store
from riwaya.store.text_rows import add_text, first_text, pack_spans, text_id, unpack_spans

FIRST = """كَتَبَ الوزيرُ رسالة
قال الوزير أحمد ديوب إن مجموعة فاغنر سلّمت الجيش المالي أسلحة.
وكتبها الرئيسُ في موسكو."""
SECOND = """هجوم جديد في مالي
أعلن الجيش المالي أن مسلحين كتبوا تهديدا.
وشنوا هجمات على مواقع في كيدال، وقال لافروف ذلك. BBC"""
NAMES = {"مجموعة فاغنر": "Wagner Group", "لافروف": "Sergey Lavrov", "موسكو": "Moscow"}


def put(store: Store, text: str, published: str | None = None, outlet: str | None = None) -> None:
    """A page with one article: a line is a sentence, the first one the headline."""
    lines, start = [], 0
    for line in text.split("\n"):
        lines.append(Span(start, start + len(line)))
        start += len(line) + 1
    day = Published(date.fromisoformat(published), "given") if published else Published()
    article = Article(0, "full", lines[0].of(text), None, None, Byline(), day, tuple(lines), lines[0])
    mentions = tuple(
        Mention(
            f"m{at}", Span(text.index(wording), text.index(wording) + len(wording)), "ORG", name, None, None, None, ""
        )
        for at, (wording, name) in enumerate(NAMES.items())
        if wording in text
    )
    page = Page(page_id(text.encode("utf-8", "surrogatepass")), "a.txt", text, "text", (), (article,), outlet=outlet)
    document = Document(article, text, tuple(lines), mentions=mentions)
    content = Content(f"/{page.id}", b"")
    store.pages.add(content, Reading(page, (document,), READER, {}), store.runs.start("ingest"))


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def store(request: pytest.FixtureRequest) -> Iterator[Store]:
    path = ":memory:" if request.param == "sqlite" else request.getfixturevalue("new_schema")()
    with open_store(path, create=True) as store:
        put(store, FIRST, "2023-02-07", "nahr")
        put(store, SECOND, "2023-04-18", "Al Furat")
        yield store


def found(store: Store, query: str) -> list[list[str]]:
    """The words marked in each article that is found, newest first."""
    hits = search(store.database, query).hits
    for hit in hits:
        text = FIRST if hit.outlet == "nahr" else SECOND
        for passage in hit.passages:
            assert text[passage.start : passage.end] == passage.text
            assert all(text[mark.start : mark.end] == mark.text for mark in passage.marks)
    return [[mark.text for passage in hit.passages for mark in passage.marks] for hit in hits]


@pytest.mark.parametrize(
    ("query", "marks"),
    [
        ("كتب", [["كتبوا"], ["كَتَبَ", "وكتبها"]]),
        ("=كتب", [["كَتَبَ"]]),
        ("كتب*", [["كتبوا"], ["كَتَبَ", "وكتبها"]]),
        ("احمد", [["أحمد"]]),
        ("الهجوم", [["هجوم"]]),
        ("هجمة", [["هجمات"]]),
        ('"وزير أحمد"', [["الوزير", "أحمد"]]),
        ("«الجيش المالي»", [["الجيش", "المالي"], ["الجيش", "المالي"]]),
        ('"رسالة قال"', []),
        ("الوزير NEAR/4 فاغنر", [["الوزير", "فاغنر"]]),
        ("الوزير NEAR/3 فاغنر", []),
        ("وزير NEAR فاغنر", [["الوزير", "فاغنر"]]),
        ("headline:كتب", [["كَتَبَ"]]),
        ("headline:الجيش", []),
        ("wagner", [["مجموعة فاغنر"]]),
        ('"Wagner group"', [["مجموعة فاغنر"]]),
        ("name:lavrov", [["لافروف"]]),
        ("wagn*", [["مجموعة فاغنر"]]),
        ("bbc", [["BBC"]]),
        ("كتب -رسالة", [["كتبوا"]]),
        ("كتب NOT (تهديد OR كيدال)", [["كَتَبَ", "وكتبها"]]),
        ("(موسكو OR كيدال) لافروف", [["كيدال", "لافروف"]]),
        ("رسالة OR تهديد", [["تهديدا"], ["رسالة"]]),
        ("كتب AND تهديد", [["كتبوا", "تهديدا"]]),
        ("outlet:nahr كتب", [["كَتَبَ", "وكتبها"]]),
        ('outlet:"al furat" كتب', [["كتبوا"]]),
        ("كتب since:2023-04", [["كتبوا"]]),
        ("كتب until:2023-02", [["كَتَبَ", "وكتبها"]]),
        ("كتب since:2023-02-08 until:2023-04-17", []),
        ("زرافة", []),
    ],
)
def test_a_query_finds_words_exactly_as_published(store: Store, query: str, marks: list[list[str]]) -> None:
    assert found(store, query) == marks


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ("", "something to look for"),
        ("-كتب", "something to look for"),
        ("since:2023", "something to look for"),
        ("، !", "something to look for"),
        ("(كتب", "a bracket is not closed"),
        ("كتب)", "nothing fits '\\)'"),
        ('"كتب', "nothing fits '\"'"),
        ("title:كتب", "no field 'title'; there are headline, name, outlet, since, until"),
        ("كتب OR since:2023", "since: takes a day"),
        ("كتب OR", "both sides of OR"),
        ("كتب NEAR", "behind NEAR"),
        ("كتب since:soon", "no day, month or year"),
        ('outlet:""', "behind outlet: there must be"),
    ],
)
def test_what_makes_no_sense_is_told(store: Store, query: str, message: str) -> None:
    with pytest.raises(UsageError, match=message):
        search(store.database, query)


def test_pages_follow_each_other_newest_first(store: Store) -> None:
    first = search(store.database, "كتب", limit=1)
    assert [hit.published for hit in first.hits] == ["2023-04-18"]
    second = search(store.database, "كتب", limit=1, after=first.after)
    assert ([hit.published for hit in second.hits], second.after) == (["2023-02-07"], None)
    with pytest.raises(UsageError, match="no place"):
        search(store.database, "كتب", after="x")


def test_who_is_only_pointed_back_to_is_not_found_by_name() -> None:
    with open_store(":memory:", create=True) as store:
        text = "خبر\nقال لافروف ذلك، وأضاف الوزير ورد الرجل."
        put(store, text)
        (document,) = store.pages.reading(1)[1]
        (named,) = document.mentions
        at = {word: Span(text.index(word), text.index(word) + len(word)) for word in ("الوزير", "الرجل")}
        office = replace(named, span=at["الوزير"], kind="ROLE")
        noun = replace(named, span=at["الرجل"], rule="mentions.resumed-at-home")
        rows = Rows(2)
        rows.add("articles", {"id": 2 << 24, "published": None, "superseded": 0})
        document.mentions = (named, office, noun)
        add_text(rows, store.pages.reading(1)[0], document)
        assert rows.tables["texts"][0]["names"] == "sergey lavrov \ue000"


def test_what_goes_from_the_store_goes_from_the_index(place: str) -> None:
    with open_store(place, create=True) as store:
        put(store, FIRST)
        put(store, SECOND)
        store.database.run("UPDATE texts SET superseded = 1 WHERE outlet = '' AND words LIKE '%كيدال%'")
        assert len(search(store.database, "كتب").hits) == 1
        assert search(store.database, "كتب until:2050").hits == ()
        store.database.run("DELETE FROM texts")
        if store.database.dialect == "sqlite":
            store.database.run("INSERT INTO texts_index (texts_index) VALUES ('integrity-check')")
        assert store.database.rows("SELECT * FROM texts_index") == []
        assert search(store.database, "كتب").hits == ()


def test_articles_are_numbered_by_day_and_then_by_number() -> None:
    days = [None, "0001-01-01", "1950-01-01", "2023-02-06", "2023-02-07", "9999-12-31"]
    numbers = [text_id(page << 24 | number, day) for day in days for page in (1, 2) for number in (0, 65_535)]
    assert numbers[:4] == sorted(numbers[:4])
    assert numbers[4:] == sorted(numbers[4:])
    assert len(set(numbers)) == len(numbers)
    assert 0 < min(numbers) <= max(numbers) < 2**63
    assert text_id(1 << 24, "2023-02-06") < first_text("2023-02-07") < text_id(1 << 24, "2023-02-07")
    spans = [Span(0, 3), Span(4, 2**31)]
    assert unpack_spans(pack_spans(spans)) == spans


def test_the_question_walks_the_index() -> None:
    with open_store(":memory:", create=True) as store:
        sql, values = question(store.database, parse_query("كتب since:2023 outlet:nahr"), 21)
        steps = [row[3] for row in store.database.rows(f"EXPLAIN QUERY PLAN {sql}", values)]
    assert steps[0].startswith("SCAN texts_index VIRTUAL TABLE INDEX"), steps
    assert steps[1:] == ["SEARCH t USING INTEGER PRIMARY KEY (rowid=?)"]


WORDS = st.text(st.sampled_from("ابتكلمنوهيأإىةؤءًَُِّْـ٣٧aZé'’-.🙂 \n\u200f"), min_size=1, max_size=40)


@settings(max_examples=40, deadline=None)
@given(WORDS)
def test_every_word_of_every_text_is_found_where_it_stands(text: str) -> None:
    with open_store(":memory:", create=True) as store:
        put(store, text)
        for word in text.split():
            try:
                hits = search(store.database, f'="{word}"').hits
            except UsageError:
                continue
            marks = [mark for hit in hits for passage in hit.passages for mark in passage.marks]
            assert marks, word
            assert all(text[mark.start : mark.end] == mark.text for mark in marks)
