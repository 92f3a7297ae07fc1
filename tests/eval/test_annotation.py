from __future__ import annotations

from typing import Any

from eval.annotation import Annotation, Quantity, Timing, parse_article, parse_quantity, parse_reading

from riwaya.model import Span


def node(start: int, end: int, **more: Any) -> dict[str, Any]:
    return {"start": start, "end": end, "text": "وزير", **more}


SAID = {
    "id": "s1", "cue": node(0, 3), "act": "say", "speaker": node(4, 8, name="the minister"), "form": "indirect",
    "content": [[9, 20], [25, 30]], "parent": "s0", "rule": "statements.verb",
}  # fmt: skip
TOLD = {
    "id": "e1", "trigger": node(10, 13), "type": "AID", "mode": None, "reality": "planned", "actors": [node(4, 8)],
    "recipients": [], "place": None, "time": {"value": "2023-02"},
    "counts": [{"what": "other", "low": 3, "high": None}],
    "chain": ["s1"], "rule": "events.aid",
}  # fmt: skip


def test_an_error_has_nothing() -> None:
    assert parse_reading({"error": {"kind": "empty", "message": ""}}) == Annotation()


def test_layers_of_all_articles_follow_each_other() -> None:
    times = [[{"start": at, "end": at + 1, "value": "2023", "rule": "times.year"}] for at in (0, 5)]
    reading = {"articles": [{"times": one} for one in times]}
    assert parse_reading(reading).times == (
        Timing(Span(0, 1), "2023", "times.year"),
        Timing(Span(5, 6), "2023", "times.year"),
    )


def test_ids_are_those_of_their_article() -> None:
    other = {**SAID, "act": "deny"}
    read = parse_reading({"articles": [{"statements": [one], "events": [TOLD]} for one in (SAID, other)]})
    assert [one.chain[0].act for one in read.happenings if one.chain[0]] == ["say", "deny"]


def test_a_reading_and_a_gold_node_become_the_same() -> None:
    read = parse_article({"statements": [SAID], "events": [TOLD]})
    gold_said = {**SAID, "content": {"start": 9, "end": 20}}
    gold_told = {**TOLD, "time": "2023-02", "counts": [{"what": "other", "low": 3, "high": None}]}
    gold = parse_article({"statements": [gold_said], "events": [gold_told]})
    assert gold.utterances[0].content == (Span(9, 20),)
    assert read.utterances[0].content == (Span(9, 20), Span(25, 30))
    assert read.utterances[0].nested
    assert gold.happenings[0].time == read.happenings[0].time == "2023-02"
    assert gold.happenings[0].counts == read.happenings[0].counts == (Quantity("other", 3, None),)


def test_a_value_is_both_bounds() -> None:
    assert parse_quantity({"what": "killed", "value": 7}) == Quantity("killed", 7, 7)
    assert parse_quantity({"what": "killed", "low": 7, "high": None}) == Quantity("killed", 7, None)


def test_an_unknown_link_of_a_chain_stays_in_it() -> None:
    (told,) = parse_article({"events": [TOLD]}).happenings
    assert told.chain == (None,)
