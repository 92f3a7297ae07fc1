"""Who says so: every act of speech in the text with its speaker, its content and the statement it lies in."""

from __future__ import annotations

from dataclasses import dataclass, replace

from riwaya.lexicon.build import Lexicon
from riwaya.lexicon.cues import Cue
from riwaya.model import Argument, Clause, Document, Participant, Span, Statement
from riwaya.stages.antecedents import agreeing_subject
from riwaya.stages.contents import content_end, find_form, span_of
from riwaya.stages.grammar import is_definite, is_nominal, is_verb, joins, lemmas_as, pos
from riwaya.stages.participants import Participants
from riwaya.stages.predicates import stands_in_accusative
from riwaya.stages.speech import Speech


@dataclass(frozen=True, slots=True)
class Candidate:
    """A cue with its speaker and the token at which its content begins (or before which it ends)."""

    at: int
    act: str
    rule: str
    speaker: Participant | None
    start: int
    backwards: bool = False
    """True where the content stands before the cue (…، بحسب الوزارة)."""
    breaks: bool = False
    """True if it ends the content of a cue before it in the sentence."""
    inside: int | None = None
    """Token of the cue that quotes this one (نقلت الوكالة … عن)."""


def find_statements(document: Document, lexicon: Lexicon) -> tuple[Statement, ...]:
    """All statements in text order, each with the innermost one whose content holds it as parent."""
    return _Reader(document, lexicon).statements()


class _Reader:
    def __init__(self, document: Document, lexicon: Lexicon) -> None:
        self.document, self.lexicon = document, lexicon
        self.tokens, self.phrases = document.tokens, document.phrases
        self.speech = Speech(document, lexicon)
        self.participants = Participants(document, lexicon)
        self.ends = _sentence_ends(document)
        self.speakers: list[int] = []

    def statements(self) -> tuple[Statement, ...]:
        found = self._verbal() + self._prepositional() + self._colons()
        candidates = sorted({c.at: c for c in reversed(found)}.values(), key=lambda c: c.at)
        spans = [self._content(c, candidates) for c in candidates]
        return tuple(self._statement(k, candidates, spans) for k in range(len(candidates)))

    # --- verbs, participles and nouns of speech ---

    def _verbal(self) -> list[Candidate]:
        found: list[Candidate] = []
        for clause in self.document.clauses:
            for cue in self._cues(clause):
                start = self.speech.content_start(clause, cue)
                if start is None and self._refers_back(clause):
                    start = clause.predicate
                if start is None or self._is_never(clause) or (clause.voice == "passive" and not cue.passive):
                    continue
                candidate = self._candidate(clause, cue, start)
                if candidate is not None:
                    found.append(candidate)
                    found += self._quoted_source(clause, cue, start)
                    break
        return found

    def _cues(self, clause: Clause) -> tuple[Cue, ...]:
        cues = self.lexicon.cues
        if clause.kind == "noun":
            return cues.nouns.get(clause.lemma, ())
        if clause.kind == "masdar":
            by_verb = cues.verbs.get(clause.verb or "", ())
            return cues.nouns.get(clause.lemma, ()) or tuple(cue for cue in by_verb if cue.as_noun)
        token = self.tokens[clause.predicate]
        if clause.kind == "participle" and not stands_in_accusative(token):
            return ()
        if clause.kind == "finite" and (token.best.person in (1, 2) or token.best.aspect == "imperative"):
            return ()
        found = (cues.verbs.get(lemma, ()) for lemma in lemmas_as(token, clause.kind))
        return next((each for each in found if each), ())

    def _is_never(self, clause: Clause) -> bool:
        at = clause.predicate
        folds = tuple(token.fold for token in self.tokens[max(0, at - 1) : at + 3])
        return any(folds[k : k + len(p)] == p for p in self.lexicon.cues.never for k in range(2)) or (
            clause.negated and clause.kind == "finite"
        )

    def _candidate(self, clause: Clause, cue: Cue, start: int) -> Candidate | None:
        speaker = self._speaker(clause)
        if clause.kind in ("masdar", "noun") and (speaker is None or speaker.implied) and "nothing" not in cue.takes:
            return None
        at, rule = clause.predicate, f"statements.{cue.id}"
        if self._refers_back(clause):
            return Candidate(at, cue.act, rule, speaker, at, backwards=True, breaks=True)
        coordinate = joins(self.tokens[at]) and clause.kind == "finite"
        return Candidate(at, cue.act, rule, speaker, start, breaks=coordinate or clause.kind == "participle")

    def _refers_back(self, clause: Clause) -> bool:
        """«…، حسبما ذكر المصدر», «كما قال», «الهدنة التي أعلنتها موسكو»: the content stands before."""
        at = clause.predicate
        if clause.kind == "finite" and self.tokens[at].best.enclitic and clause.link == "relative":
            return True
        folds = tuple(token.fold for token in self.tokens[max(0, at - 2) : at])
        return any(folds[-len(words) :] == words for words in self.lexicon.cues.verb_follows)

    def _speaker(self, clause: Clause) -> Participant | None:
        if clause.voice == "passive" and clause.kind == "finite":
            return self._first(clause.arguments.get("agent", ()))
        for role in ("subject", "genitive", "nisba", "agent"):
            if role != "subject" and clause.kind in ("finite", "participle"):
                break
            fillers = clause.arguments.get(role, ())
            if fillers and not (fillers[0].implied and clause.kind in ("finite", "participle")):
                return self._first(fillers)
        return self._implied(clause)

    def _first(self, fillers: tuple[Argument, ...]) -> Participant | None:
        if not fillers:
            return None
        if fillers[0].phrase is not None:
            self._remember(fillers[0].phrase)
        participant = self.participants.of_argument(self._behind(fillers[0]))
        if len(fillers) > 1:
            whole = Span(fillers[0].span.start, max(f.span.end for f in fillers))
            participant = replace(participant, span=whole) if not fillers[0].implied else participant
        return participant

    def _behind(self, filler: Argument) -> Argument:
        """«بيان الوزارة», «تعداد لوكالة …»: whoever stands behind a document speaks."""
        if filler.phrase is None or filler.implied:
            return filler
        phrase = self.phrases[filler.phrase]
        head = self.tokens[phrase.head]
        if not head.analyses or head.best.lemma not in self.lexicon.cues.media or filler.phrase + 1 >= len(self.phrases):
            return filler
        following = self.phrases[filler.phrase + 1]
        gap = following.first - phrase.last
        behind = following.preposition in ("ل", "عن", "من") if gap <= 3 else False
        genitive = following.preposition == phrase.preposition and gap == 1 and not is_definite(head)
        if not (behind or genitive):
            return filler
        self._remember(filler.phrase + 1)
        return Argument(following.span, filler.phrase + 1)

    def _remember(self, phrase: int) -> None:
        if phrase in self.speakers:
            self.speakers.remove(phrase)
        self.speakers.append(phrase)

    def _implied(self, clause: Clause) -> Participant | None:
        """«وأضاف»: the last speaker who agrees with the verb, else the clause's own dropped subject."""
        verb = self.tokens[clause.predicate].best
        earlier = [k for k in reversed(self.speakers) if self.phrases[k].first < clause.predicate]
        own = [a.phrase for a in self._main_subject(clause) if a.phrase is not None]
        chosen = agreeing_subject(verb, [*own, *earlier[:5]], self.phrases, self.tokens)
        if chosen is not None:
            self._remember(chosen)
            argument = Argument(self.phrases[chosen].span, chosen, implied=True)
            return self.participants.of_argument(argument)
        fillers = clause.arguments.get("subject", ())
        return self._first(fillers) if fillers else None

    def _main_subject(self, clause: Clause) -> tuple[Argument, ...]:
        """«اعتقلت الشرطة رجلاً …، وقالت»: the subject of the same sentence's main clause before."""
        if clause.kind != "finite" or clause.link != "coordinate":
            return ()
        for other in reversed(self.document.clauses):
            same = other.sentence == clause.sentence and other.predicate < clause.predicate
            if same and other.kind == "finite" and other.parent is None and other.arguments.get("subject"):
                return other.arguments["subject"][:1]
        return ()

    def _quoted_source(self, clause: Clause, cue: Cue, start: int) -> list[Candidate]:
        """«نقلت الوكالة عن مسؤول قوله إن …»: the quoted one is a statement inside."""
        if cue.id != "quote":
            return []
        found: list[Candidate] = []
        for argument in clause.arguments.get("عن", ()):
            if argument.phrase is None:
                continue
            phrase = self.phrases[argument.phrase]
            at = phrase.preposition_at if phrase.preposition_at is not None else phrase.first
            said = next((k for k in range(phrase.last + 1, min(phrase.last + 8, len(self.tokens))) if self._is_saying(k)), None)
            self._remember(argument.phrase)
            opened = self.speech.content_start(clause, replace(cue, takes=frozenset({"content", "quote", "colon"})))
            speaker = self.participants.of_phrase(phrase)
            found.append(
                Candidate(said if said is not None else at, "say", "statements.quoted-source", speaker, opened or start, inside=clause.predicate)
            )
        return found

    def _is_saying(self, at: int) -> bool:
        token = self.tokens[at]
        return bool(token.analyses) and token.best.lemma in ("قول", "تأكيد") and bool(token.best.enclitic)

    # --- بحسب، وفقاً لـ، على حد قوله ---

    def _prepositional(self) -> list[Candidate]:
        found: list[Candidate] = []
        for at, token in enumerate(self.tokens):
            if token.kind != "word":
                continue
            words = self._source_words(at)
            if not words or (at + words < len(self.tokens) and is_verb(self.tokens[at + words])):
                continue
            first = at + words
            phrase = next((k for k, p in enumerate(self.phrases) if p.first == first), None)
            if phrase is None or not self._can_speak(phrase):
                continue
            self._remember(phrase)
            speaker = self._first((Argument(self.phrases[phrase].span, phrase),))
            if self._starts_sentence(at):
                start = self.phrases[phrase].last + 1
                found.append(Candidate(at, "say", "statements.according-to", speaker, start, breaks=True))
            else:
                found.append(Candidate(at, "say", "statements.according-to", speaker, at, backwards=True, breaks=True))
        return found

    def _source_words(self, at: int) -> int:
        """How many words the source preposition at this token has; 0 if there is none."""
        token = self.tokens[at]
        first = token.fold[1:] if joins(token) and len(token.fold) > 2 else token.fold
        for phrase in self.lexicon.cues.prepositional:
            if phrase[0] != first:
                continue
            if len(phrase) == 1:
                return 1
            rest = [t.fold for t in self.tokens[at + 1 : at + len(phrase)]]
            if phrase[-1] == "ل" and len(phrase) == 2:
                following = self.tokens[at + 1] if at + 1 < len(self.tokens) else None
                if following is not None and following.fold.startswith("ل"):
                    return 1
            elif tuple(rest) == phrase[1:]:
                return len(phrase)
        return 0

    def _can_speak(self, number: int) -> bool:
        phrase = self.phrases[number]
        head = self.tokens[phrase.head]
        if not head.analyses:
            return False
        return head.fold not in self.lexicon.cues.not_speakers and head.best.lemma not in self.lexicon.cues.not_speakers

    def _starts_sentence(self, at: int) -> bool:
        start = self.document.sentences[self.tokens[at].sentence].start
        return not any(is_verb(t) or is_nominal(t) for t in self.tokens[max(0, at - 30) : at] if t.span.start >= start)

    # --- «الكرملين: …» ---

    def _colons(self) -> list[Candidate]:
        found: list[Candidate] = []
        for at, token in enumerate(self.tokens):
            if token.fold != ":" or at == 0:
                continue
            first = self._sentence_start(at)
            if at - first > 8 or any(is_verb(t) for t in self.tokens[first:at]) or at + 1 > self.ends[at]:
                continue
            phrase = next((k for k, p in enumerate(self.phrases) if p.first == first and p.preposition is None), None)
            if phrase is None or not self._names_somebody(phrase):
                continue
            self._remember(phrase)
            speaker = self.participants.of_phrase(self.phrases[phrase])
            found.append(Candidate(at, "say", "statements.colon", speaker, at + 1))
        return found

    def _names_somebody(self, number: int) -> bool:
        participant = self.participants.of_phrase(self.phrases[number])
        return participant.entity is not None or participant.sector is not None

    def _sentence_start(self, at: int) -> int:
        while at > 0 and self.tokens[at - 1].sentence == self.tokens[at].sentence:
            at -= 1
        return at

    # --- content, parents ---

    def _content(self, candidate: Candidate, candidates: list[Candidate]) -> tuple[int, int]:
        if candidate.backwards:
            return self._before(candidate, candidates)
        stops = [c.at for c in candidates if c.breaks and c.at > max(candidate.at, candidate.start) and not self._embedded(c, candidate)]
        last = self.ends[candidate.at]
        start = min(candidate.start, last)
        return start, max(start, content_end(self.tokens, start, stops, last))

    def _embedded(self, inner: Candidate, outer: Candidate) -> bool:
        """A coordinate verb inside the quotation of the outer one does not end it."""
        del outer
        return inner.at > 0 and pos(self.tokens[inner.at - 1]) == "relative"

    def _before(self, candidate: Candidate, candidates: list[Candidate]) -> tuple[int, int]:
        first = self._sentence_start(candidate.at)
        earlier = [c.at for c in candidates if c.at < candidate.at and c.breaks and c.at >= first]
        start = max([first, *[at + 1 for at in earlier if at > first]])
        end = candidate.at - 1
        while end > start and self.tokens[end].fold in "،,-–":
            end -= 1
        return start, max(start, end)

    def _statement(self, number: int, candidates: list[Candidate], spans: list[tuple[int, int]]) -> Statement:
        candidate, (start, end) = candidates[number], spans[number]
        return Statement(
            id=f"s{number + 1}",
            cue=self.tokens[candidate.at].span,
            act=self._act(candidate, start, end),
            speaker=candidate.speaker,
            form=find_form(self.tokens, start, end),
            content=(span_of(self.tokens, start, end),),
            parent=self._parent(number, candidates, spans),
            rule=candidate.rule,
        )

    def _act(self, candidate: Candidate, start: int, end: int) -> str:
        kind = candidate.rule.removeprefix("statements.")
        folds = {token.fold for token in self.tokens[start : min(start + 6, end + 1)]}
        for rule in self.lexicon.cues.content_acts:
            if kind in rule.after and folds & rule.words:
                return rule.act
        if candidate.act == "announce" and candidate.speaker is not None and candidate.speaker.sector == "REB":
            return "claim"
        return candidate.act

    def _parent(self, number: int, candidates: list[Candidate], spans: list[tuple[int, int]]) -> str | None:
        at = candidates[number].at
        inside = candidates[number].inside
        best: tuple[int, int] | None = None
        for other, (start, end) in enumerate(spans):
            if other == number:
                continue
            holds = candidates[other].at == inside if inside is not None else start <= at <= end
            if holds and (best is None or end - start < best[0]):
                best = (end - start, other)
        return f"s{best[1] + 1}" if best else None


def _sentence_ends(document: Document) -> list[int]:
    """For each token the index of the last token of its sentence."""
    ends = [0] * len(document.tokens)
    last = len(document.tokens) - 1
    for at in range(last, -1, -1):
        if at < last and document.tokens[at].sentence != document.tokens[at + 1].sentence:
            last = at
        ends[at] = last
    return ends
