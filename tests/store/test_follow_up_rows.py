"""Follow-ups as rows, and as links of events."""

from __future__ import annotations

import pytest
from tests.store.conftest import READER

from riwaya.lexicon.build import load_lexicon
from riwaya.page.content import Content
from riwaya.page.load import load_page
from riwaya.pipeline import read
from riwaya.store.filters import EventFilter
from riwaya.store.pages import Reading
from riwaya.store.queries import find_event, find_events
from riwaya.store.store import Store

PROSE = (
    "هاجم مسلحون قاعدة للجيش وقتلوا 5 جنود.",
    "ودان الأمين العام للأمم المتحدة الهجوم.",
    "ورداً على الهجوم قصف الجيش مواقع للمسلحين.",
)
TEXT = f"خبر من المدينة\n\n{' '.join(PROSE)}\n"


@pytest.fixture
def told(store: Store) -> Store:
    """The store with a page of three events that hang together."""
    lexicon = load_lexicon()
    page = load_page(TEXT.encode(), "page.txt", {}, "nahr", lexicon.pages)
    documents = tuple(read(article, page.text, lexicon) for article in page.articles)
    store.pages.add(
        Content("/page.txt", TEXT.encode()), Reading(page, documents, READER, {}), store.runs.start("ingest")
    )
    return store


def test_a_follow_up_is_a_row_with_its_word(told: Store) -> None:
    rows = told.database.rows(
        "SELECT a.text, u.kind, o.text, u.text, u.span_start, u.span_end FROM follow_ups u"
        " JOIN accounts a ON a.id = u.account JOIN accounts o ON o.id = u.other ORDER BY u.account"
    )
    assert [row[:4] for row in rows] == [("ودان", "about", "هاجم", "الهجوم"), ("قصف", "responds_to", "هاجم", "الهجوم")]
    assert all(TEXT[start:end] == text for *_, text, start, end in rows)


def test_events_show_their_links_in_both_directions(told: Store) -> None:
    events = {event.accounts[0].text: event for event in find_events(told.database, EventFilter()).events}
    attack = events["هاجم"]
    assert [(link.kind, link.event) for link in events["ودان"].links] == [("about", attack.id)]
    assert attack.links == ()
    assert {(link.kind, link.event) for link in attack.followed_by} == {
        ("about", events["ودان"].id), ("responds_to", events["قصف"].id),
    }  # fmt: skip
    assert find_event(told.database, attack.id) == attack
