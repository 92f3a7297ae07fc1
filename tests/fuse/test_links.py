"""Follow-ups are linked to what they are about, and to nothing else."""

from __future__ import annotations

from typing import Any

import pytest
from tests.fuse.reading import read_accounts

from riwaya.fuse.account import Account
from riwaya.fuse.links import find_links
from riwaya.lexicon.frames import load_frames
from riwaya.lexicon.tables import read_rules

RULES = read_rules("rules/links.toml")
ENTRIES = [*RULES["link"], *RULES["preposition"]]
EXAMPLES = [(entry, example) for entry in ENTRIES for example in entry["examples"]]


def told(accounts: list[Account]) -> list[tuple[str, str, str, str]]:
    """Kind and rule, the trigger of the follow-up and that of the other event."""
    known = {account.key: account.text for account in accounts}
    return [(link.kind, link.rule, known[link.one], known[link.other]) for link in find_links(accounts)]


@pytest.mark.parametrize(("entry", "example"), EXAMPLES, ids=[entry["id"] for entry, _ in EXAMPLES])
def test_the_examples_of_the_rules(entry: dict[str, Any], example: dict[str, str]) -> None:
    found = told(read_accounts(f"خبر من المدينة\n\n{example['text']}\n"))
    assert (entry["kind"], f"links.{entry['id']}", example["trigger"], example["to"]) in found


def test_every_frame_of_the_rules_is_one() -> None:
    frames = load_frames()
    known = {frame.id for table in (frames.verbs, frames.nouns) for some in table.values() for frame in some}
    assert {frame for entry in RULES["link"] for frame in entry["frames"]} <= known
    assert set(RULES["resumed"]["of"]) <= set(frames.types)


def test_what_is_far_from_the_follow_up_or_indefinite_is_not_linked() -> None:
    for text in (
        "هاجم مسلحون قاعدة للجيش وقتلوا 5 جنود. ودان الأمين العام للأمم المتحدة سياسة الحكومة.",
        "هاجم مسلحون قاعدة للجيش وقتلوا 5 جنود. واعتقلت الشرطة 12 شخصاً في العاصمة.",
    ):
        assert told(read_accounts(f"خبر من المدينة\n\n{text}\n")) == []


def test_a_link_shows_where_it_stands() -> None:
    text = "خبر من المدينة\n\nهاجم مسلحون قاعدة للجيش وقتلوا 5 جنود. ودان الأمين العام للأمم المتحدة الهجوم.\n"
    (link,) = find_links(read_accounts(text))
    assert [text[words.start : words.end] for words in link.words] == ["ودان", "الهجوم"]
    assert [words.text for words in link.words] == ["ودان", "الهجوم"]
