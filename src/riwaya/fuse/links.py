"""Follow-ups: what is told about, in answer to, or after another event of its article. They are never one event."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from riwaya.fuse.account import Account
from riwaya.fuse.slot import Words
from riwaya.fuse.wording import Word, bare, stands, words_at
from riwaya.lexicon.follow_up_rules import FollowUp, FollowUpRules, Phrases, Preposition, load_follow_up_rules
from riwaya.text.fold import fold

_BEFORE_NOUN = 3
"""Words that may stand between a preposition and the event behind it."""


@dataclass(frozen=True, slots=True)
class Link:
    """That one account tells of a follow-up to what another one tells of, both on one page."""

    kind: str
    """about responds_to follows"""
    one: str
    """Key of the account of the follow-up."""
    other: str
    rule: str
    words: tuple[Words, ...]
    """The trigger of the follow-up, and what names the other event."""


def find_links(accounts: Iterable[Account]) -> tuple[Link, ...]:
    """The links within each article; of two accounts at most one of a kind."""
    rules = load_follow_up_rules()
    articles: dict[str, list[Account]] = defaultdict(list)
    for account in accounts:
        articles[account.article].append(account)
    found: dict[tuple[str, str, str], Link] = {}
    for article in sorted(articles):
        told = sorted(articles[article], key=lambda account: (account.start, account.position, account.key))
        for link in _Article(told, rules).links():
            found.setdefault((link.kind, link.one, link.other), link)
    return tuple(found.values())


Named = tuple[Account, Word]
"""An account of the other event, and the word that names it here."""


class _Article:
    """The accounts of an article in the order of its text."""

    def __init__(self, accounts: Sequence[Account], rules: FollowUpRules) -> None:
        self.accounts, self.rules = accounts, rules
        self.sentences: dict[int, list[Account]] = defaultdict(list)
        for account in accounts:
            if account.sentence_start is not None:
                self.sentences[account.sentence_start].append(account)

    def links(self) -> Iterator[Link]:
        """All of them, sentence by sentence."""
        for told in self.sentences.values():
            sentence = words_at(told[0])
            for account in told:
                rule = self.rules.by_frame.get(account.rule.split("+")[0].removeprefix("events."))
                if rule is not None:
                    yield from self._behind(account, told, sentence, rule)
            folded = fold(told[0].sentence)
            for preposition in self.rules.prepositions:
                if any(phrase[0] in folded for phrase in preposition.words):
                    yield from self._prepositions(told, sentence, preposition)

    def _behind(
        self, account: Account, told: Sequence[Account], sentence: Sequence[Word], rule: FollowUp
    ) -> Iterator[Link]:
        """What is named behind a condemnation, an investigation, a funeral."""
        first = _index(sentence, account.end)
        if rule.after:
            first = next((at for at in range(first, len(sentence)) if _opens(rule.after, sentence, at)), len(sentence))
        reach = range(first, min(self._stop(sentence, first), first + self.rules.reach))
        yield from self._link(rule.kind, f"links.{rule.id}", account, self._named(reach, told, sentence, account))

    def _stop(self, sentence: Sequence[Word], first: int) -> int:
        """Where something else is told («… أدى إلى», «… فيما»)."""
        ends = (at for at in range(first, len(sentence)) if bare(sentence[at].fold) & self.rules.stops)
        return next(ends, len(sentence))

    def _prepositions(
        self, told: Sequence[Account], sentence: Sequence[Word], preposition: Preposition
    ) -> Iterator[Link]:
        """«رداً على الهجوم قصف …», «قصف … رداً على الهجوم»."""
        for at in range(len(sentence)):
            length = max((len(phrase) for phrase in preposition.words if _opens((phrase,), sentence, at)), default=0)
            if not length:
                continue
            reach = range(at + length, min(len(sentence), at + length + _BEFORE_NOUN))
            named = self._named(reach, told, sentence, None)
            if named is not None:
                for account in _follow_up(told, sentence[at], named):
                    yield from self._link(preposition.kind, f"links.{preposition.id}", account, named)

    def _named(
        self, reach: range, told: Sequence[Account], sentence: Sequence[Word], but: Account | None
    ) -> Named | None:
        """The first event that is named there: by a trigger of its own, or as «الهجوم», told before."""
        for at in reach:
            word = sentence[at]
            for account in told:
                if (
                    account.start <= word.start < account.end
                    and account is not but
                    and account.type in self.rules.types
                ):
                    return account, word
            if word.is_definite and bare(word.fold) & self.rules.nouns:
                earlier = self._earlier(word)
                return (earlier, word) if earlier is not None else None
        return None

    def _earlier(self, word: Word) -> Account | None:
        """Who told of it last: with the same noun, else as news, else at all."""
        told = [one for one in self.accounts if one.end <= word.start and one.type in self.rules.types]
        nouns = bare(word.fold) & self.rules.nouns
        same = [one for one in told if bare(fold(one.text)) & nouns]
        news = [one for one in told if one.foreground]
        return next((some[-1] for some in (same, news, told) if some), None)

    def _link(self, kind: str, rule: str, account: Account, named: Named | None) -> Iterator[Link]:
        """The link, if the two are not tellings of one happening."""
        if named is None or named[0].happening == account.happening:
            return
        other, word = named
        evidence = (
            Words(account.key, account.start, account.end, account.text),
            Words(account.key, word.start, word.end, word.text),
        )
        yield Link(kind, account.key, other.key, rule, evidence)


def _follow_up(told: Sequence[Account], preposition: Word, named: Named) -> list[Account]:
    """Of which event that is said: the last before the preposition, else the first behind what is named."""
    earlier = [account for account in told if account.end <= preposition.start]
    later = [account for account in told if account.start >= named[1].end]
    return earlier[-1:] or later[:1]


def _index(sentence: Sequence[Word], offset: int) -> int:
    """The first word that begins at a code point or behind it."""
    return next((at for at, word in enumerate(sentence) if word.start >= offset), len(sentence))


def _opens(phrases: Phrases, sentence: Sequence[Word], at: int) -> bool:
    """True if one of the phrases stands there."""
    return any(stands(phrase, [word.fold for word in sentence[at : at + len(phrase)]], 0) for phrase in phrases)
