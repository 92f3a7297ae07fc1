"""Free text gives the same answers in a file and on a server, and those that the words themselves give."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from tests.store.test_search import put

from riwaya.errors import UsageError
from riwaya.store.lookups import TEXTS
from riwaya.store.matching import Words, find_places
from riwaya.store.search import Hit, search
from riwaya.store.search_query import parse_query
from riwaya.store.store import Store, open_store

WORDS = ("كتب", "كتبها", "الوزير", "وزير", "هجوم", "هجمات", "مالي", "قال", "لافروف", "موسكو", "مجموعة فاغنر", "BBC")
Twins = tuple[Store, Store]


def draw_text(rng: random.Random) -> str:
    """Some sentences of a few words."""
    lines = (" ".join(rng.choices(WORDS, k=rng.randint(1, 9))) for _ in range(rng.randint(2, 6)))
    return "\n".join(lines)


@pytest.fixture(scope="module")
def twins(new_schema: Callable[[], str]) -> Iterator[Twins]:
    """Two stores with the same articles, the last ones too long for a tsvector."""
    rng = random.Random(8)
    texts = [draw_text(rng) for _ in range(38)]
    texts += ["خبر\n" + "قال " * 300 + "هجوم", "خبر\n" + "م" * 3000 + " هجوم كتب"]
    with open_store(":memory:", create=True) as one, open_store(new_schema(), create=True) as other:
        for at, text in enumerate(texts):
            for store in (one, other):
                put(store, f"{text}\n{at}", f"2023-0{at % 9 + 1}-01" if at % 5 else None, ("nahr", "Al Furat")[at % 2])
        yield one, other


term = st.sampled_from(WORDS)
quoted = st.lists(term, min_size=1, max_size=3).map(lambda words: f'"{" ".join(words)}"')
single = st.one_of(
    term,
    quoted,
    term.map(lambda word: f"={word}"),
    term.map(lambda word: f"{word[:3].strip()}*"),
    st.builds("{} NEAR/{} {}".format, term.map(lambda one: f'"{one}"'), st.sampled_from([0, 1, 4, 60]), quoted),
    st.sampled_from(["wagner", "lavrov", "mosc*", "name:group", "sergey NEAR/0 lavrov", "outlet:furat", "outlet:nahr"]),
    quoted.map(lambda one: f"headline:{one}"),
)
queries = st.recursive(
    single,
    lambda inner: st.one_of(
        st.builds("({} OR {})".format, inner, inner),
        st.builds("({} {})".format, inner, inner),
        st.builds("({} -{})".format, inner, inner),
    ),
    max_leaves=4,
)


@pytest.fixture(scope="module")
def words(twins: Twins) -> dict[str, Words]:
    """The words of every article, as they stand in its row."""
    columns = ", ".join(f"t.{name}" for name in TEXTS.searched)
    rows = twins[0].database.rows(
        f"SELECT p.hash, {columns} FROM texts t JOIN articles a ON a.id = t.article JOIN pages p ON p.id = a.page"
    )
    return {
        f"{page}#0": Words({name: cell.split() for name, cell in zip(TEXTS.searched, cells, strict=True)})
        for page, *cells in rows
    }


@settings(max_examples=100, deadline=None)
@given(queries, st.sampled_from(["", " since:2023-03", " until:2023-05"]))
@example("قال NEAR/2 هجوم", "")
@example("م" * 3000, "")
@example("هجوم -وزير", "")
@example('كتب -("مجموعة فاغنر" NEAR/0 مالي)', "")
def test_all_give_the_same_answers(twins: Twins, words: dict[str, Words], query: str, days: str) -> None:
    one, other = (search(store.database, query + days, limit=50) for store in twins)
    assert one == other
    if not days:
        wanted = parse_query(query).wanted
        due = {article for article, told in words.items() if find_places(wanted, told) is not None}
        assert {hit.article for hit in one.hits} == due


def all_by_threes(store: Store, query: str) -> tuple[Hit, ...]:
    """All that a query finds, asked for in pages of three."""
    page = search(store.database, query, limit=3)
    found = [*page.hits]
    while page.after:
        page = search(store.database, query, limit=3, after=page.after)
        found += page.hits
    return tuple(found)


@pytest.mark.parametrize("query", ["وزير", '"قال هجوم" OR كتب', '"قال وزير" NEAR/9 كتب'])
def test_pages_follow_each_other(twins: Twins, query: str) -> None:
    whole = search(twins[0].database, query, limit=99).hits
    assert len(whole) > 3
    assert [all_by_threes(store, query) for store in twins] == [whole, whole]


def test_both_refuse_the_same(twins: Twins) -> None:
    for store in twins:
        with pytest.raises(UsageError, match="something to look for"):
            search(store.database, "-كتب")


def test_an_article_of_more_words_than_a_tsvector_has_places_is_found(new_schema: Callable[[], str]) -> None:
    with open_store(new_schema(), create=True) as store:
        put(store, "خبر\n" + "\n".join(" ".join(f"{line}x{word}" for word in range(100)) for line in range(170)))
        for query, found in (('"169x98 169x99"', 1), ("169x98 -169x99", 0), ("=169x1 NEAR/0 =169x3", 0), ("169x9*", 1)):
            assert len(search(store.database, query).hits) == found
