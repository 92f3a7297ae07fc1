"""Which tokens are predicates, and what their neighbours say of voice, tense, negation and modality."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from riwaya.lexicon.build import Lexicon
from riwaya.model import Token
from riwaya.stages.grammar import is_indefinite_accusative, is_verb, joins, pos
from riwaya.stages.parsing.segments import Segment

COMMAS = "،,؛"
REACH = 4
"""How many words before a predicate are searched for its particles."""


@dataclass(frozen=True, slots=True)
class Predicate:
    """A predicate's token with its grammar, before its arguments are known."""

    at: int
    kind: str
    """finite masdar participle noun"""
    segment: int
    tense: str
    negated: bool
    modality: str | None


def find_predicates(
    tokens: Sequence[Token], segments: Sequence[Segment], skip: set[int], lexicon: Lexicon
) -> list[Predicate]:
    """The predicates of one sentence in text order; ``skip`` holds the tokens inside names."""
    found: list[Predicate] = []
    for number, segment in enumerate(segments):
        for at in range(segment.first, segment.last + 1):
            kind = _kind(tokens, at, segment, skip, lexicon)
            if kind is not None:
                found.append(_describe(tokens, at, kind, number, segment, lexicon))
    return found


def _kind(tokens: Sequence[Token], at: int, segment: Segment, skip: set[int], lexicon: Lexicon) -> str | None:
    token = tokens[at]
    if not token.analyses or token.kind != "word":
        return None
    if is_verb(token):
        return "finite" if at == segment.verb or (segment.verb is None and at not in skip) else None
    if at in skip:
        return None
    best = token.best
    if stands_in_accusative(token) and _says(token, lexicon) and _is_apart(tokens, at):
        return "participle"
    if best.pos == "masdar":
        return "masdar"
    if lexicon.frames.names_event(best.lemma) or lexicon.cues.is_noun(best.lemma):
        return "noun"
    if best.pos in ("active", "passive") and best.verb:
        return "participle"
    return None


def _says(token: Token, lexicon: Lexicon) -> bool:
    """Some reading of the word is a participle of a verb of speech (مشيراً)."""
    return any(a.pos == "active" and a.verb in lexicon.cues.verbs for a in token.analyses)


def _is_apart(tokens: Sequence[Token], at: int) -> bool:
    """A participle of speech follows a comma, opens or joins, or is followed by what it takes."""
    if joins(tokens[at]) or tokens[at - 1].kind == "punctuation" or is_verb(tokens[at - 1]):
        return True
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    return following is not None and (
        following.fold in ("ان", "الي", "بان", "انه", "انها", ":") or following.fold in '«"“'
    )


def _describe(
    tokens: Sequence[Token], at: int, kind: str, number: int, segment: Segment, lexicon: Lexicon
) -> Predicate:
    rules = lexicon.clause_rules
    before = [tokens[k] for k in range(max(segment.first, at - REACH), at) if tokens[k].kind == "word"]
    folds = [token.fold[1:] if joins(token) and len(token.fold) > 2 else token.fold for token in before]
    if kind == "finite":
        relates = _relates(tokens, segment.first)
        negated = _negates_verb(before, folds, lexicon, relates=relates)
        modality = _modality_of_verb(tokens[at], before, folds, segment, tokens, lexicon)
        return Predicate(at, kind, number, _tense(tokens[at], folds, lexicon), negated, modality)
    negated = bool(folds) and (folds[-1] in rules.noun_negations or (_fused(before[-1], "ب", "عدم")))
    modality = rules.modals.get(folds[-1]) if folds else None
    return Predicate(at, kind, number, "none", negated, modality)


def _fused(token: Token, preposition: str, lemma: str) -> bool:
    return bool(token.analyses) and token.best.preposition == preposition and token.best.lemma == lemma


def _negates_verb(before: Sequence[Token], folds: Sequence[str], lexicon: Lexicon, *, relates: bool) -> bool:
    """A negation right before the verb, with only particles or an auxiliary between (لم يكن قد زار).

    ``relates``: ما would stand where it means "which": «…، ما أدى إلى مقتل جندي», «وهو ما نفاه».
    """
    rules = lexicon.clause_rules
    for back in range(len(folds) - 1, -1, -1):
        word = folds[back]
        following = folds[back + 1] if back + 1 < len(folds) else ""
        if word in rules.verb_negations:
            opens = word != "ما" or (back == 0 and not relates)
            return opens and (word, following) not in rules.no_negations
        if not (is_verb(before[back]) or pos(before[back]) in ("particle", "adverb")):
            return False
        if is_verb(before[back]) and before[back].best.lemma not in rules.auxiliaries:
            return False
    return False


def _relates(tokens: Sequence[Token], at: int) -> bool:
    """True after a comma, a preposition or a pronoun: «، ما أثار غضبهم», «في ما وصفته», «وهو ما نفته»."""
    if at < 1 or tokens[at - 1].sentence != tokens[at].sentence:
        return False
    return tokens[at - 1].fold in COMMAS or pos(tokens[at - 1]) in ("preposition", "pronoun")


def _modality_of_verb(
    token: Token,
    before: Sequence[Token],
    folds: Sequence[str],
    segment: Segment,
    tokens: Sequence[Token],
    lexicon: Lexicon,
) -> str | None:
    rules = lexicon.clause_rules
    if folds and folds[-1] in rules.possible_before_imperfect and token.best.aspect == "imperfect":
        return "possible"
    for word in reversed(folds):
        modality = rules.modals.get(word)
        if modality and modality != "future":
            return modality
    if segment.opener is not None and segment.link == "content":
        governor = tokens[segment.opener - 1].fold if segment.opener else ""
        if rules.modals.get(governor) and governor not in rules.possible_before_imperfect:
            return rules.modals[governor]
    if segment.link == "condition":
        return "conditional"
    for auxiliary in before:
        if is_verb(auxiliary) and rules.auxiliaries.get(auxiliary.best.lemma) in ("possible", "required"):
            return rules.auxiliaries[auxiliary.best.lemma]
    return None


def _tense(token: Token, folds: Sequence[str], lexicon: Lexicon) -> str:
    best = token.best
    if best.future or any(lexicon.clause_rules.modals.get(word) == "future" for word in folds) or "لن" in folds[-1:]:
        return "future"
    if best.aspect == "imperfect" and "لم" not in folds[-1:]:
        return "present"
    return "past"


def stands_in_accusative(token: Token) -> bool:
    """A participle said of the subject: مضيفاً، نافية."""
    return is_indefinite_accusative(token) or (token.fold.endswith(("ة", "ين", "ات")) and not token.best.definite)
