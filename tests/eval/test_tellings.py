"""The gold of fusion fits the crawl."""

from __future__ import annotations

from collections import Counter

import pytest
from eval.tellings import CRAWL, load_crawl, load_events

from riwaya.lexicon.build import load_lexicon

EVENTS = load_events()
TELLINGS = [telling for event in EVENTS for telling in event.tellings]


def test_there_are_enough_events_of_enough_types() -> None:
    several = [event for event in EVENTS if len(event.tellings) > 1]
    assert len(several) >= 60
    assert len({event.type for event in several}) >= 8


def test_events_have_ids_types_and_days() -> None:
    assert len({event.id for event in EVENTS}) == len(EVENTS)
    assert {event.type for event in EVENTS} <= set(load_lexicon().frames.types)
    assert all("2015-06-01" <= event.date <= "2015-07-31" and event.label for event in EVENTS)


def test_follow_ups_point_to_events() -> None:
    known = {event.id for event in EVENTS}
    assert {(event.id, of) for event in EVENTS for of in event.about if of not in known or of == event.id} == set()


def test_an_article_tells_an_event_once_and_a_word_names_one_event() -> None:
    assert len({(telling.event, telling.article) for telling in TELLINGS}) == len(TELLINGS)
    words = Counter((telling.article, trigger) for telling in TELLINGS for trigger in telling.triggers)
    assert [word for word, times in words.items() if times > 1] == []


def test_tellings_have_triggers_in_order_and_values_that_are_told() -> None:
    for telling in TELLINGS:
        assert telling.triggers
        assert all(0 <= trigger.start < trigger.end for trigger in telling.triggers)
        assert list(telling.triggers) == sorted(telling.triggers, key=lambda trigger: trigger.start)
        for value in telling.values:
            assert (value.low is None) != (value.value is None)
            assert value.high is None or value.low is None or value.low <= value.high


@pytest.mark.skipif(not CRAWL.exists(), reason="the crawl is not there")
def test_triggers_are_whole_words_of_their_articles() -> None:
    texts = {row["id"]: row["text"] for row in load_crawl()}
    for telling in TELLINGS:
        text = texts[telling.article]
        for trigger in telling.triggers:
            around = text[max(0, trigger.start - 1) : trigger.end + 1]
            assert trigger.end <= len(text)
            assert trigger.of(text).strip() == trigger.of(text) != ""
            assert not around[0].isalnum() or trigger.start == 0, (telling.event, telling.article, around)
            assert not around[-1].isalnum() or trigger.end == len(text), (telling.event, telling.article, around)
