"""The words that hold values of slots against each other."""

from __future__ import annotations

import pytest

from riwaya.fuse.account import Account, Toll
from riwaya.fuse.toll_claims import toll_claims
from riwaya.lexicon.frames import load_frames
from riwaya.lexicon.slot_rules import load_slot_rules
from riwaya.lexicon.tables import read_rules
from riwaya.text.fold import fold

RULES = load_slot_rules()
EXAMPLES = [example for cue in read_rules("rules/slots.toml")["tolls"]["cue"] for example in cue["examples"]]


@pytest.mark.parametrize("example", EXAMPLES, ids=[f"{at}-{one['cue']}" for at, one in enumerate(EXAMPLES)])
def test_the_examples_of_the_cues(example: dict[str, str]) -> None:
    start = example["text"].index(example["toll"])
    toll = Toll("killed", 40, 40, None, False, example["toll"], start, start + len(example["toll"]))
    account = Account(
        "ac", "p#0", 0, "ac", "", 0, 1, "ASSAULT", counts=(toll,), sentence=example["text"], sentence_start=0
    )
    assert (toll_claims(account, RULES)["killed"].cue or "") == example["cue"]


def test_frames_that_kill_are_frames_that_count_the_killed() -> None:
    frames = load_frames()
    known = {frame.id: frame for table in (frames.verbs, frames.nouns) for some in table.values() for frame in some}
    assert RULES.killing <= set(known)
    assert all("killed" in dict(known[frame].counts).values() for frame in RULES.killing)


@pytest.mark.parametrize(
    ("word", "group"),
    [("جنود", "soldiers"), ("ضباط", "officers"), ("مرافقيه", "companions"), ("فلسطينيين", "PSE"), ("أتراك", "TUR"),
     ("مدنياً", "civilians"), ("أطفال", "children"), ("متظاهرين", "demonstrators")],
)  # fmt: skip
def test_groups_by_any_form_of_their_words(word: str, group: str) -> None:
    assert RULES.groups[fold(word)].id == group


def test_wider_groups_are_groups_of_the_same_kind() -> None:
    for group in RULES.known.values():
        if group.within is not None:
            assert RULES.known[group.within].kind == group.kind


def test_every_standing_has_its_place() -> None:
    standings = {row["standing"] for row in read_rules("rules/standing.toml")["standing"]}
    assert set(RULES.precedence) == standings - {"contested"}
