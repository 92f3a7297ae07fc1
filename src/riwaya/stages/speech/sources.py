"""Sources outside verbs of saying: «بحسب …», «على حد قوله», «الكرملين: …»."""

from __future__ import annotations

from collections.abc import Iterable

from riwaya.lexicon.build import Lexicon
from riwaya.model import PLACES, Document, Mention, Participant
from riwaya.stages.grammar import is_nominal, is_verb, joins
from riwaya.stages.speech.candidates import Candidate
from riwaya.stages.speech.speakers import PRONOUNS, Speakers
from riwaya.text.fold import fold

LONGEST_SPEAKER = 16
"""Words that may stand before the colon of «X: …»."""


class SourceReader:
    """Reads one token at a time, in text order, as a source."""

    def __init__(self, document: Document, lexicon: Lexicon, speakers: Speakers) -> None:
        self.document, self.tokens, self.phrases = document, document.tokens, document.phrases
        self.sources, self.speakers = lexicon.cues.sources, speakers
        self.first = speakers.speech.first

    def read(self, at: int) -> Candidate | None:
        """The source that this token opens, if any."""
        token = self.tokens[at]
        if token.fold == ":":
            return self._colon(at)
        if token.kind != "word":
            return None
        return self._by_noun(at) or self._preposition(at)

    # --- prepositions ---

    def _length(self, at: int, known: Iterable[tuple[str, ...]]) -> int:
        """How many words one of these sequences takes at this token; a final «ل» may be written on the next word."""
        token = self.tokens[at]
        first = token.fold[1:] if joins(token) and len(token.fold) > 2 else token.fold
        for words in known:
            if words[0] not in (first, token.fold):
                continue
            rest = tuple(t.fold for t in self.tokens[at + 1 : at + len(words)])
            if rest == words[1:]:
                return len(words)
            if words[-1] == "ل" and rest[:-1] == words[1:-1] and rest and rest[-1].startswith("ل"):
                return len(words) - 1
        return 0

    def _by_noun(self, at: int) -> Candidate | None:
        """«على حد قوله», «بحسب رواية الشهود», «برأي الخبراء»: the noun is the cue."""
        length = self._length(at, self.sources.by_noun)
        noun = at + length if length else at
        if not length:
            if not self._opinion(at):
                return None
        elif noun >= len(self.tokens) or not self._is_source_noun(noun):
            return None
        if self._pronoun(noun):
            return self._candidate(noun, at, self._of_pronoun(noun), noun + 1)
        number = self.speakers.speech.covering.get(noun)
        following = self.first.get(noun + 1)
        if number is not None and self.phrases[number].last > noun:
            return self._rest(noun)
        if following is None:
            return None
        voice = self.speakers.voice(following, noun)
        self.speakers.remember(voice)
        return self._candidate(noun, at, voice.participant, self.phrases[following].last + 1)

    def _pronoun(self, at: int) -> tuple[str | None, str] | None:
        return PRONOUNS.get(self.tokens[at].best.enclitic) if self.tokens[at].analyses else None

    def _of_pronoun(self, at: int) -> Participant | None:
        features = self._pronoun(at)
        voice = self.speakers.last(*features) if features else None
        return voice.implied() if voice else None

    def _rest(self, noun: int) -> Candidate | None:
        """«بحسب قول الوزير»: the genitive inside the noun's own phrase."""
        phrase = self.phrases[self.speakers.speech.covering[noun]]
        participant = self.speakers.part_of(phrase, noun + 1)
        return self._candidate(noun, noun, participant, phrase.last + 1)

    def _opinion(self, at: int) -> bool:
        token = self.tokens[at]
        return bool(token.analyses) and token.best.lemma == "رأي" and token.best.preposition == "ب"

    def _is_source_noun(self, at: int) -> bool:
        token = self.tokens[at]
        return bool(token.analyses) and any(fold(a.lemma) in self.sources.nouns for a in token.analyses[:2])

    def _preposition(self, at: int) -> Candidate | None:
        length = self._length(at, self.sources.words)
        if not length or at + length >= len(self.tokens) or is_verb(self.tokens[at + length]):
            return None
        number = self.first.get(at + length)
        if number is not None and self.speakers.is_document(number) and self._pronoun(self.phrases[number].head):
            meant = self._of_pronoun(self.phrases[number].head)
            return self._candidate(at, at, meant, self.phrases[number].last + 1) if meant else None
        if number is None or not self._can_be_source(number):
            return None
        voice = self.speakers.voice(number, at)
        self.speakers.remember(voice)
        return self._candidate(at, at, voice.participant, self.phrases[number].last + 1)

    def _can_be_source(self, number: int) -> bool:
        head = self.tokens[self.phrases[number].head]
        if not head.analyses or fold(head.best.lemma) in self.sources.not_speakers:
            return False
        return self.speakers.can_speak(number)

    def _candidate(self, at: int, first: int, speaker: Participant | None, after: int) -> Candidate:
        forward = self._starts_sentence(first) or self._opens_clause(first, after)
        start = self._past_comma(after, at) if forward else first
        found = Candidate(at, "according-to", "say", speaker, start, plain=True, backwards=not forward, breaks_at=first)
        if not forward:
            found.tail = self._tail(first, after)
        return found

    def _opens_clause(self, first: int, after: int) -> bool:
        """«…، وبحسب الشهود فإن القصف»: the source belongs to what follows."""
        if after + 1 >= len(self.tokens) or self.tokens[after + 1].sentence != self.tokens[first].sentence:
            return False
        following = self.tokens[after + 1 if self.tokens[after].fold in "،," else after]
        led = following.fold.startswith("ف") and joins(following)
        return led or (joins(self.tokens[first]) and following.kind == "word" and not joins(following))

    def _tail(self, first: int, after: int) -> int | None:
        """Where the clause goes on after a source that stands between two marks: no new clause with و."""
        marks = "،,-–)"
        if after + 1 >= len(self.tokens) or self.tokens[after].fold not in marks:
            return None
        if self.tokens[first - 1].fold not in "،,-–(":
            return None
        following, speech = self.tokens[after + 1], self.speakers.speech
        same = following.sentence == self.tokens[first].sentence
        return after + 1 if same and not joins(following) and speech.link(after + 1) in (None, "relative") else None

    def _past_comma(self, at: int, cue: int) -> int:
        while (
            at < len(self.tokens) - 1
            and self.tokens[at].fold in "،,:"
            and self.tokens[at].sentence == self.tokens[cue].sentence
        ):
            at += 1
        return min(at, len(self.tokens) - 1)

    def _starts_sentence(self, at: int) -> bool:
        start = self.document.sentences[self.tokens[at].sentence].start
        return not any(is_verb(t) or is_nominal(t) for t in self.tokens[max(0, at - 30) : at] if t.span.start >= start)

    # --- «الكرملين: …» ---

    def _colon(self, at: int) -> Candidate | None:
        first = at
        while first > 0 and self.tokens[first - 1].sentence == self.tokens[at].sentence:
            first -= 1
        opened = first + 1 if self.tokens[first].fold in '"«“' else first
        last = at + 1 < len(self.tokens) and self.tokens[at + 1].sentence == self.tokens[at].sentence
        if not last or at - first > LONGEST_SPEAKER or any(is_verb(t) for t in self.tokens[first:at]):
            return None
        number = self.first.get(opened)
        if number is None or self.phrases[number].preposition is not None or not self._is_voice(number, at):
            return None
        voice = self.speakers.voice(number, at)
        self.speakers.remember(voice)
        return Candidate(at, "colon", "say", voice.participant, at + 1, plain=True)

    def _is_voice(self, number: int, at: int) -> bool:
        """Somebody, no mere place: «الهند: مقتل خمسة» is a dateline, «الوزير: …» speaks."""
        phrase = self.phrases[number]
        mention = self._mention(number)
        if mention is not None and mention.kind in PLACES:
            return (phrase.head != phrase.last and mention.span != phrase.span) or self._speaks_itself(at)
        participant = self.speakers.participants.of_phrase(phrase)
        if participant.entity is not None or participant.sector is not None:
            return True
        head = self.tokens[phrase.head]
        return mention is not None or (bool(head.analyses) and head.best.human is True)

    def _speaks_itself(self, at: int) -> bool:
        """A quotation or a first person follows."""
        following = self.tokens[at + 1 : at + 4]
        return any(t.fold in ("«", '"', "“") or (is_verb(t) and t.best.person == 1) for t in following)

    def _mention(self, number: int) -> Mention | None:
        head = self.tokens[self.phrases[number].head].core
        return next((m for m in self.document.mentions if m.span.overlaps(head)), None)
