"""What an account says of how many were killed, wounded, taken …: its numbers put together, kind by kind."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from riwaya.fuse.account import Account, Somebody, Toll
from riwaya.fuse.claims import Claim, one_item
from riwaya.fuse.denials import OCCURRENCE, denied
from riwaya.fuse.slot import Words
from riwaya.fuse.tolls import NAMED, Part, Told, total
from riwaya.fuse.wording import after, bare, before, between, stands, words, words_at
from riwaya.lexicon.slot_rules import Cue, SlotRules
from riwaya.text.fold import fold, without_article
from riwaya.text.numbers import number_words, parse_number

KILLED, WOUNDED, CASUALTIES, OTHER = "killed", "wounded", "casualties", "other"
TOLD_AS_PAST = frozenset({"happened", "negated"})
"""Realities of what a number may be told of."""
_SHARED = 3
"""Words between a name and a number that may join them."""


@dataclass(frozen=True, slots=True)
class _Counted:
    """A part of a number with the characters that tell it."""

    part: Part
    start: int
    end: int
    text: str


def toll_claims(account: Account, rules: SlotRules) -> dict[str, Claim[Told]]:
    """One claim a kind of number that the account tells: killed wounded … casualties (dead and wounded in one)."""
    if account.reality not in TOLD_AS_PAST:
        return {}
    by_kind: dict[str, list[Toll]] = defaultdict(list)
    for toll in account.counts:
        by_kind[_kind(toll, account, rules)].append(toll)
    by_kind.pop(OTHER, None)
    if KILLED not in by_kind and _named_dead(account, rules):
        by_kind[KILLED] = []
    claims = {kind: _claim(kind, tolls, account, rules) for kind, tolls in by_kind.items()}
    return {kind: claim for kind, claim in claims.items() if claim is not None}


def harmed(claims: Mapping[str, Claim[Told]]) -> Claim[Told] | None:
    """What an account says of dead and wounded in one: its own number, else those of both, open if one is not told."""
    if CASUALTIES in claims:
        return claims[CASUALTIES]
    told = [claims[kind] for kind in (KILLED, WOUNDED) if kind in claims]
    if not told or any(claim.denies for claim in told):
        return None
    low = sum(claim.value.low for claim in told)
    highs = [claim.value.high for claim in told]
    high = None if None in highs or len(told) == 1 else sum(filter(None, highs))
    about = any(claim.value.about for claim in told)
    evidence = tuple(one for claim in told for _, found in claim.items for one in found)
    return one_item(told[0].account, Told(low, high, None, (Part(low, high, None),), about), evidence)


def _kind(toll: Toll, account: Account, rules: SlotRules) -> str:
    """What is counted; casualties for dead and wounded in one («20 ضحية», «20 بين قتيل وجريح»)."""
    following = " ".join(words(after(account, toll.end))[:4])
    if any(following.startswith(one) for one in rules.dead_and_wounded):
        return CASUALTIES
    nouns = set(words(toll.of or "")) | set(words(toll.text))
    is_sum = toll.what == OTHER and any(form in rules.casualties for noun in nouns for form in bare(noun))
    return CASUALTIES if is_sum else toll.what


def _claim(kind: str, tolls: Sequence[Toll], account: Account, rules: SlotRules) -> Claim[Told] | None:
    whole = [toll for toll in tolls if not toll.part]
    if tolls and not whole:
        return None
    counted = [_counted(toll, account, rules) for toll in whole]
    about = any(_is_about(toll, account) for toll in whole)
    value = _added(whole, counted, account, rules, about)
    if kind == KILLED:
        value, counted = _with_named(value, counted, account, rules)
    if value is None:
        return None
    evidence = tuple(Words(account.key, one.start, one.end, one.text) for one in counted)
    denies = denied(account, rules) == OCCURRENCE
    return one_item(account, value, evidence, denies=denies, cue=_cue(whole, account, rules))


# --- numbers ----------------------------------------------------------------------------------------


def _counted(toll: Toll, account: Account, rules: SlotRules) -> _Counted:
    """«7 جنود» are soldiers; «أحد القتلى» is one of more, «أحد القتلى الأربعة» one of four."""
    text = " ".join(words(toll.text))
    if not any(text.startswith(f"{one} ال") for one in rules.partitive):
        return _Counted(Part(toll.low, toll.high, _who(toll, rules)), toll.start, toll.end, toll.text)
    following = next((word for word in words_at(account) if word.start >= toll.end), None)
    parsed = parse_number([without_article(following.fold)]) if following and following.is_definite else None
    if following is None or parsed is None or parsed[0].high is None:
        return _Counted(Part(toll.low, None, _who(toll, rules)), toll.start, toll.end, toll.text)
    wording = between(account, toll.start, following.end) or toll.text
    part = Part(int(parsed[0].low), int(parsed[0].high), _who(toll, rules))
    return _Counted(part, toll.start, following.end, wording)


def _who(toll: Toll, rules: SlotRules) -> str | None:
    """An id of the rules, a country's code, the noun itself; None for people of any kind."""
    told = [*words(toll.of or ""), *words(toll.text)]
    for noun in told:
        for form in sorted(bare(noun)):
            if form in rules.groups:
                return rules.groups[form].id
    noun = fold(toll.of or "")
    return None if not noun or noun.isdigit() or bare(noun) & rules.anybody else without_article(noun)


def _added(
    tolls: Sequence[Toll], counted: Sequence[_Counted], account: Account, rules: SlotRules, about: bool
) -> Told | None:
    """Numbers that are joined add up; of others nobody knows, so that it is the greatest at least and all at most."""
    parts = tuple(one.part for one in counted)
    if not parts:
        return None
    if all(_joins(account, a.end, b.start, rules) for a, b in pairwise(tolls)):
        return total(parts, about)
    summed = total(parts, about)
    return total((Part(max(part.low for part in parts), summed.high, summed.of),), about)


def _joins(account: Account, end: int, start: int, rules: SlotRules) -> bool:
    """True if nothing but «و», «مع» … stands between two code points of the sentence."""
    text = between(account, end, start)
    if text is None:
        return False
    told = words(text)
    return not told or (len(told) <= _SHARED and " ".join(told) in rules.joining)


def _is_about(toll: Toll, account: Account) -> bool:
    """«نحو 40», «40 تقريباً»."""
    told, following = words(before(account, toll.start)) + words(toll.text), words(after(account, toll.end))
    front = [phrase for phrase, what in number_words().before if what == "about"]
    behind = [phrase for phrase, what in number_words().after if what == "about"]
    first = len(words(before(account, toll.start)))
    near = range(max(0, first - 2), first + 1)
    return any(stands(phrase, told, at) for phrase in front for at in near) or any(
        stands(phrase, following, 0) for phrase in behind
    )


# --- those who are named ----------------------------------------------------------------------------


def _named_dead(account: Account, rules: SlotRules) -> list[Somebody]:
    """Recipients of a killing who have a name of their own and are not counted by a number."""
    killing = account.rule.split("+")[0].removeprefix("events.") in rules.killing
    spans = [(toll.start, toll.end) for toll in account.counts]
    return [one for one in account.recipients if _is_person(one) and not _inside(one, spans) and killing]


def _is_person(one: Somebody) -> bool:
    """Somebody with a name who is no body, state or office."""
    if not one.name or not one.entity or one.implied:
        return False
    return not (one.entity.startswith(("org:", "role:", "group:")) or one.entity.isupper())


def _inside(one: Somebody, spans: Sequence[tuple[int, int]]) -> bool:
    return any(start < one.end and one.start < end for start, end in spans)


def _with_named(
    value: Told | None, counted: list[_Counted], account: Account, rules: SlotRules
) -> tuple[Told | None, list[_Counted]]:
    """The number with those who are named: «عمر تراوري و3 جنود» are four.

    Somebody named in another place may be one of those counted; names alone are so many at least.
    """
    spans = [(one.start, one.end) for one in counted]
    persons = [one for one in account.recipients if _is_person(one) and not _inside(one, spans)]
    joined = [one for one in persons if any(_stand_together(one, other, account, rules) for other in counted)]
    others = [one for one in _named_dead(account, rules) if one not in joined]
    if value is None:
        names = [_as_counted(one) for one in others]
        return (replace(total(tuple(one.part for one in names)), high=None) if names else None), names
    if joined:
        value = total((*value.parts, *(_as_counted(one).part for one in joined)), value.about)
    if others and value.high is not None:
        high = value.high + len(others)
        value = Told(value.low, high, None, (Part(value.low, high, None),), value.about)
    return value, [*counted, *map(_as_counted, [*joined, *others])]


def _stand_together(person: Somebody, other: _Counted, account: Account, rules: SlotRules) -> bool:
    first, second = sorted(((person.start, person.end), (other.start, other.end)))
    return _joins(account, first[1], second[0], rules)


def _as_counted(person: Somebody) -> _Counted:
    return _Counted(Part(1, 1, f"{NAMED}{person.entity}"), person.start, person.end, person.text)


# --- older or newer ---------------------------------------------------------------------------------


def _cue(tolls: Sequence[Toll], account: Account, rules: SlotRules) -> str | None:
    """rise fall earlier: the nearest one before the number."""
    for toll in tolls:
        told = words(before(account, toll.start))
        found = [(at, cue.id) for cue in rules.cues for at in range(len(told)) if _is_cue(cue, told, at)]
        if found:
            return max(found)[1]
    return None


def _is_cue(cue: Cue, told: Sequence[str], at: int) -> bool:
    if not bare(told[at]) & cue.words:
        return False
    ahead = range(at + 1, min(len(told), at + 1 + cue.within))
    return any(stands(phrase, told, here) for phrase in cue.of for here in ahead)
