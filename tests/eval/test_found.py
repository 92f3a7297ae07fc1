"""Tellings of the gold among the accounts of a store."""

from __future__ import annotations

from eval.found import NOTHING, OTHER_TYPE, Found, match, why_missed
from eval.tellings import GoldEvent, Telling

from riwaya.model import Span

FAMILIES = {"ASSAULT": "material conflict", "COERCE": "material conflict", "ACCUSE": "verbal conflict"}
SENTENCE = Span(0, 60)


def account(key: str, start: int, kind: str = "ASSAULT", sentence: Span = SENTENCE, article: str = "n1") -> Found:
    return Found(article, key, f"ev{key}", Span(start, start + 4), kind, FAMILIES[kind], sentence)


def event(*starts: int, name: str = "raid", kind: str = "ASSAULT") -> GoldEvent:
    triggers = tuple(Span(start, start + 4) for start in starts)
    return GoldEvent(name, kind, "2015-07-20", name, {}, (Telling(name, "n1", triggers, ()),))


def matched(events: list[GoldEvent], accounts: list[Found]) -> dict[tuple[str, int], str]:
    found = match(events, accounts, FAMILIES)
    return {(telling.event, trigger.start): one.key for (telling, trigger), one in found.items()}


def test_the_overlapping_account_comes_before_one_of_the_sentence() -> None:
    assert matched([event(10)], [account("far", 30), account("at", 12)]) == {("raid", 10): "at"}
    assert matched([event(10)], [account("far", 30)]) == {("raid", 10): "far"}


def test_an_account_of_the_sentence_serves_the_event_whose_word_it_is() -> None:
    events = [event(10), event(30, name="siege", kind="COERCE")]
    assert matched(events, [account("siege", 30, "COERCE")]) == {("siege", 30): "siege"}


def test_the_type_comes_before_nearness_and_another_family_never_counts() -> None:
    near, same = account("near", 14, "COERCE"), account("same", 40)
    assert matched([event(0)], [near, same]) == {("raid", 0): "same"}
    assert matched([event(0)], [account("verbal", 0, "ACCUSE")]) == {}


def test_other_sentences_and_articles_do_not_count() -> None:
    assert matched([event(10)], [account("later", 70, sentence=Span(60, 90))]) == {}
    assert matched([event(10)], [account("there", 10, article="n2")]) == {}


def test_why_a_telling_is_missed() -> None:
    telling = event(10).tellings[0]
    assert why_missed(telling, [account("verbal", 10, "ACCUSE")]) == OTHER_TYPE
    assert why_missed(telling, [account("later", 70)]) == NOTHING
