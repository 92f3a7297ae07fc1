from __future__ import annotations

from collections.abc import Callable

from riwaya.model import Document
from riwaya.pipeline import Propose

Read = Callable[..., Document]
Make = Callable[..., Propose]
LINE = "قال الوزير إن الحكومة ستدفع الأجور."


def test_an_unlikely_cue_is_dropped_and_a_likely_one_keeps_its_rule(read_text: Read, propose: Make) -> None:
    assert read_text(LINE, propose=propose(cues={"قال": ("say", 0.2)})).statements == ()
    (told,) = read_text(LINE).statements
    (statement,) = read_text(LINE, propose=propose(cues={"قال": ("say", 0.8)})).statements
    assert (statement.rule, statement.content, statement.speaker) == (told.rule, told.content, told.speaker)
    assert (told.confidence, statement.confidence) == (None, 0.8)


def test_the_act_is_the_readers_where_it_is_sure(read_text: Read, propose: Make) -> None:
    (statement,) = read_text(LINE, propose=propose(cues={"قال": ("warn", 0.8)})).statements
    assert statement.act == "warn"


def test_a_word_that_no_rule_knows_says_what_follows_it(read_text: Read, propose: Make) -> None:
    line = "تغنى الوزير بأن الحكومة دفعت الأجور."
    assert read_text(line).statements == ()
    cue, speaker = {"تغنى": ("opine", 0.9)}, {"تغنى": (("speaker", "الوزير"),)}
    (statement,) = read_text(line, propose=propose(cues=cue, fillers=speaker)).statements
    assert (statement.act, statement.rule, statement.confidence) == ("opine", "learned.cue", 0.9)
    assert [span.of(line) for span in statement.content] == ["بأن الحكومة دفعت الأجور"]
    assert statement.speaker is not None
    assert (statement.speaker.span.of(line), statement.speaker.implied) == ("الوزير", False)


def test_an_event_that_is_said_has_the_new_statement_in_its_chain(read_text: Read, propose: Make) -> None:
    line = "تغنى الوزير بأن الشرطة اعتقلت المهربين."
    both = propose({"اعتقلت": ("COERCE", 0.9)}, cues={"تغنى": ("opine", 0.9)})
    (event,) = read_text(line, propose=both).events
    assert event.chain == ("s1",)


def test_a_cue_behind_what_is_said(read_text: Read, propose: Make) -> None:
    line = "الأجور ستدفع غداً، تمتم الوزير."
    said = propose(cues={"تمتم": ("say", 0.9)}, fillers={"تمتم": (("speaker", "الوزير"),)})
    (statement,) = read_text(line, propose=said).statements
    assert [span.of(line) for span in statement.content] == ["الأجور ستدفع غداً"]


def test_another_speaker_is_taken_where_one_is_proposed(read_text: Read, propose: Make) -> None:
    line = "زار السفير المدينة. وأضاف أن الطريق مفتوح بعد حديث مع الوزير."
    cue = {"وأضاف": ("say", 0.9)}
    (told,) = read_text(line, propose=propose(cues=cue)).statements
    assert told.speaker is not None
    assert told.speaker.span.of(line) == "السفير"
    (statement,) = read_text(line, propose=propose(cues=cue, fillers={"وأضاف": (("speaker", "الوزير"),)})).statements
    assert statement.speaker is not None
    assert (statement.speaker.span.of(line), statement.speaker.confidence) == ("الوزير", 0.9)
