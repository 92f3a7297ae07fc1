"""The data folder as one frozen Lexicon, loaded once a process."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from riwaya.lexicon.clause_rules import ClauseRules, load_clause_rules
from riwaya.lexicon.compiled import load_compiled
from riwaya.lexicon.context_rules import ContextRules, load_context_rules
from riwaya.lexicon.cues import Cues, load_cues
from riwaya.lexicon.frames import Frames, load_frames
from riwaya.lexicon.instrument_rules import InstrumentRules, load_instrument_rules
from riwaya.lexicon.morphology import Morphology, load_morphology
from riwaya.lexicon.names import Names, load_names
from riwaya.lexicon.page_rules import PageRules, load_page_rules
from riwaya.lexicon.participant_rules import ParticipantRules, load_participant_rules
from riwaya.lexicon.place_rules import PlaceRules, load_place_rules
from riwaya.lexicon.reality_rules import RealityRules, load_reality_rules
from riwaya.lexicon.sameness_rules import SamenessRules, load_sameness_rules
from riwaya.lexicon.sentence_rules import SentenceRules, load_sentence_rules
from riwaya.lexicon.standings import Standings, load_standings
from riwaya.lexicon.time_rules import TimeRules, load_time_rules
from riwaya.lexicon.toll_rules import TollRules, load_toll_rules


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """All that the stages know of Arabic; see data/README.md."""

    morphology: Morphology
    names: Names
    sentence_rules: SentenceRules
    time_rules: TimeRules
    clause_rules: ClauseRules
    reality_rules: RealityRules
    place_rules: PlaceRules
    participant_rules: ParticipantRules
    toll_rules: TollRules
    instrument_rules: InstrumentRules
    context_rules: ContextRules
    sameness_rules: SamenessRules
    cues: Cues
    standings: Standings
    frames: Frames
    pages: PageRules


@cache
def load_lexicon() -> Lexicon:
    """The lexicon of the shipped data, from the compiled file where that is up to date."""
    return load_compiled(build_lexicon)


def build_lexicon() -> Lexicon:
    """The lexicon read from the data files, which takes a second or two."""
    return Lexicon(
        morphology=load_morphology(),
        names=load_names(),
        sentence_rules=load_sentence_rules(),
        time_rules=load_time_rules(),
        clause_rules=load_clause_rules(),
        reality_rules=load_reality_rules(),
        place_rules=load_place_rules(),
        participant_rules=load_participant_rules(),
        toll_rules=load_toll_rules(),
        instrument_rules=load_instrument_rules(),
        context_rules=load_context_rules(),
        sameness_rules=load_sameness_rules(),
        cues=load_cues(),
        standings=load_standings(),
        frames=load_frames(),
        pages=load_page_rules(),
    )
