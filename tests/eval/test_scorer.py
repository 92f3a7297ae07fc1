"""Figures of tiny pages worked out by hand, and equality with ../shared/corpus/score.py where that is there."""

from __future__ import annotations

import importlib.util
import json
from collections import defaultdict
from dataclasses import replace
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from eval.annotation import Annotation, Filler, Happening, Quantity, Timing, Utterance, parse_reading
from eval.corpus import SHARED, load_gold
from eval.figures import OWN_TALLIES, Score
from eval.measure import load_as_page
from eval.scorer import score_page

from riwaya.codec import encode_page
from riwaya.lexicon.build import load_lexicon
from riwaya.model import Span
from riwaya.pipeline import read_page

TEXT = "قال وزير الدفاع إن مسلحين هاجموا القاعدة أمس. ونفى قائد القاعدة ذلك."


def at(wording: str) -> Span:
    start = TEXT.index(wording)
    return Span(start, start + len(wording))


def who(wording: str, name: str | None = None, country: str | None = None, sector: str | None = None) -> Filler:
    return Filler(at(wording), wording, name, country, sector)


SAID = Utterance(at("قال"), "say", "indirect", who("وزير الدفاع"), (at("إن مسلحين هاجموا القاعدة أمس"),), False)
DENIED = Utterance(at("ونفى"), "deny", "indirect", who("قائد القاعدة"), (at("ذلك"),), False)
ATTACK = Happening(
    at("هاجموا"), "ASSAULT", None, "happened", (who("مسلحين", "gunmen", None, "UAF"),),
    (who("القاعدة", None, "TUN", "MIL"),),
    None, "2024-05-02", (), (SAID,),
)  # fmt: skip
GOLD = Annotation((Timing(at("أمس"), "2024-05-02"),), (SAID, DENIED), (ATTACK,))


def score(system: Annotation, gold: Annotation = GOLD) -> Score:
    return score_page("page", TEXT, gold, system)


def found(attack: Happening) -> Score:
    """The score of a reading that differs from gold in one event only."""
    return score(replace(GOLD, happenings=(attack,)))


def test_a_nested_statement_is_found_with_its_parent() -> None:
    inner = replace(DENIED, nested=True, parent=SAID.cue)
    gold = replace(GOLD, utterances=(SAID, inner))
    for system, right, found in ((inner, 1, 1), (replace(inner, parent=at("مسلحين")), 0, 1), (DENIED, 0, 0)):
        tally = score(replace(GOLD, utterances=(SAID, system)), gold).tallies["nested statement"]
        assert (tally.right, tally.system, tally.gold) == (right, found, 1)


def test_gold_against_itself_is_perfect() -> None:
    result = score(GOLD)
    assert {tally.f1 for name, tally in result.tallies.items() if tally.gold} == {1.0}
    assert {share.value for share in result.shares.values()} == {1.0}
    assert result.faults == []


def test_nothing_found() -> None:
    result = score(Annotation())
    assert {tally.f1 for tally in result.tallies.values()} == {0.0}
    assert not result.shares
    assert [(fault.layer, fault.label) for fault in result.faults] == [
        ("time", "2024-05-02"), ("statement", "say"), ("statement", "deny"), ("event", "ASSAULT"),
    ]  # fmt: skip


def test_times_are_relaxed_strict_and_right() -> None:
    wide = Timing(Span(at("أمس").start - 2, at("أمس").end), "2024-05-02")
    result = score(replace(GOLD, times=(wide,)))
    assert [result.tallies[name].right for name in ("time relaxed", "time strict", "time value")] == [1, 0, 1]
    result = score(replace(GOLD, times=(wide, Timing(at("أمس"), "PAST_REF"))))
    assert [result.tallies[name].right for name in ("time relaxed", "time strict", "time value")] == [1, 1, 0]
    assert result.tallies["time relaxed"].precision == 0.5


def test_statements_need_speaker_and_content() -> None:
    wrong = replace(SAID, speaker=who("مسلحين"), act="claim", nested=True)
    result = score(replace(GOLD, utterances=(wrong, DENIED)))
    names = ("statement cue", "statement cue+speaker", "statement triple")
    assert [result.tallies[name].right for name in names] == [2, 1, 1]
    assert [result.shares[name].value for name in ("act", "form", "nested")] == [0.5, 1.0, 0.5]
    empty = replace(SAID, content=())
    assert score(replace(GOLD, utterances=(empty, DENIED))).tallies["statement triple"].right == 1


def test_no_speaker_on_either_side_is_right_but_no_triple() -> None:
    dumb = replace(SAID, speaker=None)
    result = score(Annotation(utterances=(dumb,)), Annotation(utterances=(dumb,)))
    assert result.tallies["statement cue+speaker"].right == 1
    assert result.tallies["statement triple"].right == 0


def test_an_event_matches_in_its_sentence_by_a_participant() -> None:
    assert found(replace(ATTACK, trigger=at("القاعدة أمس"))).tallies["event"].right == 1
    assert found(replace(ATTACK, trigger=at("ونفى"))).tallies["event"].right == 0
    assert found(replace(ATTACK, trigger=at("أمس"), actors=(), recipients=())).tallies["event"].right == 0
    other = found(replace(ATTACK, type="COERCE"))
    assert [other.tallies[name].right for name in ("event", "event trigger, any type")] == [0, 1]


def test_roles_and_reality_make_an_event_full() -> None:
    full = "event + roles + reality"
    more = replace(ATTACK, recipients=(*ATTACK.recipients, who("قائد")))
    assert found(more).tallies[full].right == 1
    assert found(more).tallies["recipients"].precision == 0.5
    assert found(replace(ATTACK, actors=())).tallies[full].right == 0
    assert found(replace(ATTACK, reality="possible")).tallies[full].right == 0
    assert found(replace(ATTACK, reality="possible")).shares["reality"].value == 0.0


def test_country_and_sector_only_where_gold_has_them() -> None:
    blank = tuple(replace(one, country=None, sector=None) for one in ATTACK.actors + ATTACK.recipients)
    result = found(replace(ATTACK, actors=blank[:1], recipients=blank[1:]))
    assert (result.shares["country"].asked, result.shares["country"].right) == (1, 0)
    assert (result.shares["sector"].asked, result.shares["sector"].right) == (2, 0)


def test_the_chain_must_hold_the_same_statements() -> None:
    result = found(replace(ATTACK, chain=(DENIED,)))
    assert [result.shares[name].value for name in ("chain", "source")] == [0.0, 0.0]
    result = found(replace(ATTACK, chain=()))
    assert [result.shares[name].value for name in ("chain", "source")] == [0.0, 0.0]
    bare = replace(ATTACK, chain=())
    result = score(replace(GOLD, happenings=(bare,)), replace(GOLD, happenings=(bare,)))
    assert [result.shares[name].value for name in ("chain", "source")] == [1.0, 1.0]


def test_counts_and_places() -> None:
    gold = replace(ATTACK, counts=(Quantity("killed", 7, 7),), place=who("القاعدة"))
    wanted = replace(GOLD, happenings=(gold,))
    near = replace(gold, counts=(Quantity("killed", 7, None),), place=who("قائد القاعدة"))
    result = score(replace(GOLD, happenings=(near,)), wanted)
    assert (result.tallies["counts"].right, result.tallies["place"].right) == (0, 1)
    result = score(replace(GOLD, happenings=(replace(gold, place=None),)), wanted)
    assert (result.tallies["counts"].right, result.tallies["place"].system) == (1, 0)


def test_the_time_of_an_event_counts_where_gold_tells_it() -> None:
    assert found(replace(ATTACK, time=None)).shares["event time"].value == 0.0
    timeless = replace(GOLD, happenings=(replace(ATTACK, time=None),))
    assert "event time" not in score(timeless, timeless).shares


def test_scores_add_up() -> None:
    total = Score()
    total.add(score(GOLD))
    total.add(score(Annotation()))
    assert (total.tallies["event"].recall, total.tallies["event"].precision) == (0.5, 1.0)
    assert total.shares["act"].asked == 2
    assert len(total.faults) == 4


@pytest.fixture(scope="module")
def reference(request: pytest.FixtureRequest) -> ModuleType:
    """The annotators' own scorer."""
    path = SHARED / "score.py"
    if not path.exists():
        pytest.skip("../shared is not there")
    spec = importlib.util.spec_from_file_location("reference_score", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def theirs(reference: ModuleType, path: Path, reading: dict[str, Any]) -> dict[str, Any]:
    """The figures of score.py for one page."""
    gold, problems = reference.check(path)
    assert problems == []
    tallies: dict[str, Any] = defaultdict(reference.Tally)
    accuracy: dict[str, list[bool]] = defaultdict(list)
    text = path.with_suffix(".txt").read_text(encoding="utf-8")
    reference.score_page(text, gold, json.loads(json.dumps(reading)), tallies, accuracy, [])
    figures: dict[str, Any] = {name: [round(x, 4) for x in tally.prf()] for name, tally in tallies.items()}
    return figures | {f"{name} accuracy": round(sum(v) / len(v), 4) for name, v in accuracy.items()}


def ours(result: Score) -> dict[str, Any]:
    figures: dict[str, Any] = {
        name: [round(value, 4) for value in (one.precision, one.recall, one.f1)]
        for name, one in result.tallies.items()
        if name not in OWN_TALLIES
    }
    return figures | {f"{name} accuracy": round(share.value, 4) for name, share in result.shares.items()}


def test_the_figures_are_those_of_the_annotators_scorer(reference: ModuleType) -> None:
    lexicon = load_lexicon()
    for path in [SHARED / "seed" / "seed.json", *sorted((SHARED / "dev").glob("*.json"))[::25]]:
        gold = load_gold(path)
        page = load_as_page(gold, lexicon)
        reading = encode_page(page, read_page(page, lexicon))
        result = score_page(gold.id, gold.text, gold.annotation, parse_reading(reading))
        assert ours(result) == theirs(reference, path, reading), gold.id
