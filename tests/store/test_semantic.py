from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest
from tests.store.bags import Bags
from tests.store.test_search import put

from riwaya.errors import MissingError, StoreError, UsageError
from riwaya.meaning.likeness import Floats
from riwaya.store.backup import copy_store
from riwaya.store.check import check_store
from riwaya.store.embedding import Embedding
from riwaya.store.meaning_query import MeaningQuery, parse_meaning
from riwaya.store.meanings import load_meanings
from riwaya.store.pages import Reading
from riwaya.store.schema import VERSION
from riwaya.store.semantic import LikeArticle, LikePage, search_meaning
from riwaya.store.store import Store, open_store
from riwaya.store.vectors import coverage, due_articles

BREAD = "خبز وغلاء في المدينة\nخرج الناس إلى الشارع بسبب غلاء الخبز.\nطقس جميل هذا اليوم."
STREET = "أخبار المدينة هذا اليوم\nخرج الناس إلى الشارع بعد المباراة."
WAR = "هجوم على ثكنة بعيدة\nقتل مسلحون سبعة جنود في هجوم.\nو.."
ASKED = "خرج الناس بسبب غلاء الخبز"


def embed(store: Store, encoder: Bags | None = None) -> dict[str, int]:
    embedding = Embedding(store.database, encoder or Bags())
    for _ in embedding.take(embedding.due()):
        pass
    return dict(embedding.counts)


@pytest.fixture
def told(store: Store) -> Store:
    """Three articles with their vectors."""
    put(store, BREAD, "2023-02-07", "nahr")
    put(store, STREET, "2023-04-18", "Al Furat")
    put(store, WAR, None, None)
    assert embed(store) == {"embedded": 3, "changed": 0}
    return store


def ask(store: Store, query: str, limit: int = 20, after: str | None = None) -> LikePage:
    return search_meaning(store.database, Bags(), query, limit, after)


def first_lines(page: LikePage) -> list[str | None]:
    return [hit.headline for hit in page.hits]


LINES = [text.split("\n")[0] for text in (BREAD, STREET, WAR)]


def test_the_likest_articles_come_first_with_their_likest_sentence(told: Store) -> None:
    found = ask(told, ASKED)
    assert first_lines(found) == LINES
    best = found.hits[0]
    assert best.passages[0].text == BREAD[best.passages[0].start : best.passages[0].end]
    assert best.passages[0].text.startswith("خرج الناس إلى الشارع بسبب")
    assert best.score == best.passages[0].score > best.passages[1].score
    assert [one.score for one in best.passages] == sorted((one.score for one in best.passages), reverse=True)
    assert (found.after, found.without) == (None, 0)


def test_a_sentence_without_words_is_like_nothing(told: Store) -> None:
    (hit,) = [one for one in ask(told, "و..").hits if one.headline == LINES[2]]
    assert hit.score == 0


@pytest.mark.parametrize(
    ("filters", "lines"),
    [
        ("outlet:nahr", [0]),
        ('outlet:"al furat"', [1]),
        ("outlet:furat", [1]),
        ("outlet:al-furat", []),
        ("-outlet:nahr", [1, 2]),
        ("-outlet:nahr -outlet:furat", [2]),
        ("since:2023-03", [1]),
        ("until:2023-02", [0]),
        ("since:2023-01 until:2023", [0, 1]),
    ],
)
def test_filters_are_those_of_free_text(told: Store, filters: str, lines: list[int]) -> None:
    assert first_lines(ask(told, f"{ASKED} {filters}")) == [LINES[at] for at in lines]


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ("outlet:nahr", "something to look for"),
        ("خبز headline:غلاء", "headline: is for words"),
        ("خبز since:soon", "no day, month or year"),
        ("خبز -since:2023", "cannot be left out"),
        ('خبز outlet:""', "behind outlet:"),
    ],
)
def test_what_makes_no_sense_is_told(told: Store, query: str, message: str) -> None:
    with pytest.raises(UsageError, match=message):
        ask(told, query)


def test_a_question_keeps_its_other_colons() -> None:
    assert parse_meaning("why: bread since:2023 outlet:a") == MeaningQuery("why: bread", "2023", "", (("a",),))


def test_pages_follow_each_other(told: Store) -> None:
    found: list[LikeArticle] = []
    after = None
    for _ in range(3):
        page = ask(told, ASKED, 1, after)
        found += page.hits
        after = page.after
    assert (tuple(found), after) == (ask(told, ASKED).hits, None)
    with pytest.raises(UsageError, match="no place"):
        ask(told, ASKED, after="x")


def test_of_equals_the_newest_comes_first(store: Store) -> None:
    for day in ("2023-02-07", "2023-04-18", None):
        put(store, f"{BREAD}\n{day}", day)
    embed(store)
    assert [hit.published for hit in ask(store, ASKED).hits] == ["2023-04-18", "2023-02-07", None]


def test_what_has_vectors_is_passed_over(told: Store) -> None:
    encoder = Bags()
    assert embed(told, encoder) == {}
    assert encoder.calls == 0
    put(told, "خبر جديد هذا اليوم")
    assert ask(told, ASKED).without == 1
    assert embed(told, encoder) == {"embedded": 1, "changed": 0}


def test_vectors_of_another_model_are_made_anew(told: Store) -> None:
    other = Bags(model="others")
    assert coverage(told.database, "others") == (3, 0)
    with pytest.raises(StoreError, match="riwaya embed makes them"):
        search_meaning(told.database, other, ASKED)
    embed(told, other)
    assert (coverage(told.database, "others"), coverage(told.database, "bags")) == ((3, 3), (3, 0))


def test_a_rebuild_keeps_vectors_and_a_new_reading_those_that_fit(filled: Store, reading: Reading) -> None:
    embed(filled)
    other = replace(reading, reader=replace(reading.reader, version="2"))
    filled.pages.add_reading(1, other, filled.runs.start("reread"))
    assert due_articles(filled.database, "bags") == []
    (document,) = reading.documents
    short = replace(document, sentences=document.sentences[:1])
    filled.pages.add_reading(1, replace(other, documents=(short,)), filled.runs.start("reread"))
    assert filled.database.rows("SELECT * FROM vectors") == []
    assert len(due_articles(filled.database, "bags")) == 1


def test_a_store_that_is_brought_up_to_date_keeps_its_vectors(filled: Store) -> None:
    embed(filled)
    filled.database.set_version(VERSION, "another layout")
    with open_store(filled.database.name) as store:
        assert store.brought_up == 1
        assert coverage(store.database, "bags") == (1, 1)


def test_vectors_that_do_not_fit_are_a_fault(filled: Store) -> None:
    embed(filled)
    assert list(check_store(filled)) == []
    filled.database.run("UPDATE vectors SET digest = 'x'")
    assert [fault for fault in check_store(filled) if "vectors" in fault]


def test_what_is_read_again_meanwhile_is_left_for_the_next_run(told: Store) -> None:
    told.database.run("DELETE FROM vectors")

    class Slow(Bags):
        def sentences(self, texts: Sequence[str]) -> Floats:
            told.database.run(
                "UPDATE sentences SET text = 'شيء آخر تماما' WHERE position = 0 AND article = ?", (first,)
            )
            return super().sentences(texts)

    first = due_articles(told.database, "bags")[0]
    assert embed(told, Slow()) == {"embedded": 2, "changed": 1}


def test_articles_near_an_article(told: Store) -> None:
    meanings = load_meanings(told.database)
    bread, street, war = sorted(int(one) for one in meanings.articles)
    assert [one.article for one in meanings.nearest_articles(bread)] == [street, war]
    assert [one.article for one in meanings.nearest_articles(bread, days=30)] == [war]
    assert [one.article for one in meanings.nearest_articles(bread, limit=1)] == [street]
    with pytest.raises(MissingError, match="riwaya embed"):
        meanings.nearest_articles(war + 1)


def test_a_store_without_articles_answers_nothing(store: Store) -> None:
    assert ask(store, ASKED) == LikePage((), None, 0)
    assert load_meanings(store.database).packed.shape == (0, 1)


KILLED = """
import os, signal, sys
from tests.store.bags import Bags
from tests.store.test_semantic import Embedding, open_store
class Mortal(Bags):
    def sentences(self, texts):
        if self.calls == 40:
            os.kill(os.getpid(), signal.SIGKILL)
        return super().sentences(texts)
with open_store(sys.argv[1]) as store:
    embedding = Embedding(store.database, Mortal())
    list(embedding.take(embedding.due()))
"""


def test_whoever_is_killed_goes_on_where_it_was(place: str) -> None:
    with open_store(place, create=True) as store:
        for number in range(50):
            put(store, f"خبر رقم {number} من المدينة")
    done = subprocess.run([sys.executable, "-c", KILLED, place], check=False)
    assert done.returncode == -9
    with open_store(place) as store:
        assert coverage(store.database, "bags") == (50, 32)
        assert not [fault for fault in check_store(store) if "vectors" in fault]
        assert embed(store) == {"embedded": 18, "changed": 0}


def test_both_databases_answer_alike(new_schema: Callable[[], str]) -> None:
    answers = []
    for path in (":memory:", new_schema()):
        with open_store(path, create=True) as store:
            for at, text in enumerate((BREAD, STREET, WAR, f"{BREAD}\n{STREET}")):
                put(store, text, f"2023-0{at + 1}-01", "nahr")
            embed(store)
            answers.append([ask(store, query) for query in (ASKED, "هجوم", f"{ASKED} since:2023-02")])
    assert answers[0] == answers[1]


def test_vectors_come_along_with_a_copy(told: Store, new_place: Callable[[], str]) -> None:
    target = new_place()
    copy_store(told.database.name, target)
    with open_store(target) as copy:
        assert ask(copy, ASKED) == ask(told, ASKED)
