"""Every core type of the reading. All spans are half-open code-point offsets into the page's text as published."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from riwaya.proposals import Proposals


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of code points of the page's text."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The published wording."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """True if the two share a character."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """True if the other lies wholly inside."""
        return self.start <= other.start and other.end <= self.end


# --- the page -------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Block:
    """A labelled piece of the page. Blocks cover the page's text in order, without gap or overlap."""

    span: Span
    label: str
    """headline deck section byline dateline caption paragraph related-heading ui blank other"""
    article: int | None
    """Index of the article it belongs to."""
    repeats: int | None = None
    """Index of the earlier block whose text it repeats."""
    truncated: bool = False
    """True for an excerpt that the page cut off in mid-sentence."""
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Byline:
    """Who wrote an article, for which agency, and where it was filed."""

    author: str | None = None
    agency: str | None = None
    place: str | None = None


@dataclass(frozen=True, slots=True)
class Published:
    """The date an article was published, and how that is known."""

    value: date | None = None
    basis: str = "none"
    """given metadata url text none"""


@dataclass(frozen=True, slots=True)
class Article:
    """One article of a page: full, or a teaser of an article that stands elsewhere."""

    index: int
    kind: str
    """full | teaser"""
    headline: str | None
    deck: str | None
    section: str | None
    byline: Byline
    published: Published
    reading: tuple[Span, ...]
    """What is read as the article's prose, in order: headline, deck, captions, paragraphs, each once."""
    headline_span: Span | None = None


@dataclass(frozen=True, slots=True)
class Left:
    """A piece of the page that could not be read, and why."""

    span: Span
    why: str


@dataclass(frozen=True, slots=True)
class Page:
    """A page as it came: its text, cut into blocks, put together as articles."""

    id: str
    path: str
    text: str
    kind: str
    """text | html | record"""
    blocks: tuple[Block, ...]
    articles: tuple[Article, ...]
    url: str | None = None
    outlet: str | None = None
    left: tuple[Left, ...] = ()


# --- words ----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Analysis:
    """One way to read a written word: clitics, stem and features. Values not told by the spelling are None."""

    lemma: str
    """Written without short vowels, with hamza and shadda: «سلّم», «قتل», «مسؤول»."""
    pos: str
    """verb masdar active passive noun adjective name pronoun demonstrative relative preposition
    conjunction particle numeral quantifier adverb (active, passive: participles)"""
    conjunction: str = ""
    """Proclitic و or ف (folded letter), or ''."""
    preposition: str = ""
    """Proclitic ب ل ك, or ''."""
    definite: bool = False
    """True if the word carries the article ال."""
    enclitic: str = ""
    """Attached pronoun: ه ها هم هن هما ي ني ك كم نا, or ''."""
    verb: str | None = None
    """For a masdar or participle: the lemma of its verb. For a verb: its own lemma."""
    aspect: str | None = None
    """perfect imperfect imperative"""
    voice: str | None = None
    """active passive; None where the spelling leaves both open."""
    person: int | None = None
    gender: str | None = None
    """m f"""
    number: str | None = None
    """s d p; for a broken plural p."""
    future: bool = False
    """True with the prefix س."""
    human: bool | None = None
    """True for nouns of persons, False for things, None unknown."""
    stem: tuple[int, int] = (0, 0)
    """Offsets of the stem (article in; conjunction, preposition, enclitic out), in code points from the token start."""
    guess: bool = False
    """True if no lexicon entry answered and the reading is guessed from the shape."""


@dataclass(frozen=True, slots=True)
class Token:
    """A written word, a number or a mark of punctuation; best analysis first."""

    span: Span
    fold: str
    sentence: int
    """Index into Document.sentences."""
    kind: str
    """word number punctuation"""
    analyses: tuple[Analysis, ...] = ()

    @property
    def best(self) -> Analysis:
        """The analysis that fits its context best."""
        return self.analyses[0]

    @property
    def core(self) -> Span:
        """The word without و ف ب ك ل in front and without an attached pronoun."""
        if not self.analyses:
            return self.span
        start, end = self.best.stem
        return Span(self.span.start + start, self.span.start + end) if end else self.span

    @property
    def unprefixed(self) -> Span:
        """The word without و ف ب ك ل in front, attached pronoun kept."""
        return Span(self.core.start, self.span.end)


# --- things named in the text -----------------------------------------------------------------------

PLACES = frozenset({"GPE", "LOC", "FAC"})
"""Kinds of mentions that name where something is."""
BODIES = frozenset({"PER", "ORG", "GROUP"})
"""Kinds of those who act and are no place."""
POWERS = frozenset({"ORG", "GROUP", "GPE"})
"""Kinds of those who act together: a body, a group, a state."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A named or titled person, body, place or group."""

    id: str
    span: Span
    kind: str
    """PER ORG GPE LOC FAC GROUP ROLE"""
    name: str | None
    """English name."""
    entity: str | None
    """A stable id, shared by every spelling of one entity."""
    country: str | None
    """ISO 3166 alpha-3."""
    sector: str | None
    rule: str
    head: str | None = None
    """The proper name inside, as written, if the span holds a title as well."""


@dataclass(frozen=True, slots=True)
class Time:
    """A TIMEX3 expression, resolved against the article's date where the text allows."""

    span: Span
    type: str
    """DATE TIME DURATION SET"""
    value: str
    """ISO 8601 / TIMEX3."""
    earliest: date | None
    latest: date | None
    calendar: str
    """gregorian hijri"""
    basis: str
    """absolute relative vague"""
    rule: str


@dataclass(frozen=True, slots=True)
class Place:
    """A place of the gazetteer, as named in the text."""

    span: Span
    name: str | None
    country: str | None
    admin1: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    geonames: int | None = None
    precision: str = "region"
    """exact city admin1 country region"""


@dataclass(frozen=True, slots=True)
class Count:
    """A number of people or things. high is None for an open number (more than seven)."""

    span: Span
    low: int
    high: int | None
    of: str | None
    """The counted noun as written."""
    what: str = "other"
    """killed wounded captured arrested abducted released missing displaced participants other"""
    part: bool = False
    """True if it is part of another count of its event, not to be added («بينهم أربعة أطفال»)."""


# --- grammar ----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase: numeral, nouns in annexation, adjectives, names, apposition; without its relative clause."""

    first: int
    """Index of its first token."""
    last: int
    """Index of its last token (inclusive)."""
    head: int
    """Index of its head noun."""
    span: Span
    """Published span without a proclitic conjunction or preposition of the first word."""
    preposition: str | None = None
    """The folded preposition (في، علي، ب …) that governs it; None for a bare phrase."""
    preposition_at: int | None = None
    """Index of the token that carries the preposition."""
    count: Count | None = None
    joined: int | None = None
    """Index (in Document.phrases) of the earlier phrase to which و or أو joins it."""


@dataclass(frozen=True, slots=True)
class Argument:
    """A filler of a clause's role: a phrase, or a pronoun's token whose antecedent is a phrase."""

    span: Span
    phrase: int | None
    """Index into Document.phrases; for a pronoun that of its antecedent."""
    implied: bool = False
    """True if the filler is not written in the clause (pronoun, dropped subject)."""


@dataclass(frozen=True, slots=True)
class Clause:
    """A predicate with its arguments: finite verb, verbal noun, participle or event noun."""

    predicate: int
    """Index of the predicate's token."""
    lemma: str
    """Lemma of the predicate."""
    verb: str | None
    """Lemma of the verb it belongs to (also for a verbal noun or participle)."""
    kind: str
    """finite masdar participle noun"""
    voice: str
    """active passive"""
    tense: str
    """past present future none"""
    negated: bool
    modality: str | None
    """possible required wished conditional, or None"""
    arguments: Mapping[str, tuple[Argument, ...]]
    """subject, object, and one entry a preposition, under its folded spelling: ب ل في علي من الي عن مع ضد بين …"""
    extent: Span
    """From the first to the last character of the clause with all that is embedded in it."""
    sentence: int
    parent: int | None = None
    """Index into Document.clauses of the clause in which it is embedded."""
    link: str = "main"
    """main coordinate content relative purpose time condition cause complement"""
    light: int | None = None
    """Index of the light verb's token (شن هجوماً، تم توقيع) whose noun is the predicate."""
    rule: str = ""

    @property
    def word(self) -> str:
        """The verb whose deed it tells (of مقتل: قتل), or the lemma of a predicate without one."""
        return self.verb or self.lemma


# --- who says so ------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Participant:
    """Somebody who speaks, acts or is acted upon, as named at this place of the text."""

    span: Span
    name: str | None
    """English name or description."""
    entity: str | None
    country: str | None
    sector: str | None
    implied: bool = False
    confidence: float | None = None
    """The learned reader's probability that it fills its role; None where rules alone read."""


@dataclass(frozen=True, slots=True)
class Link:
    """How a statement bears on an earlier one."""

    kind: str
    """denies confirms responds_to"""
    to: str
    """Id of the other statement."""


@dataclass(frozen=True, slots=True)
class Statement:
    """One act of speech or writing that somebody in the text performs."""

    id: str
    cue: Span
    act: str
    """say announce claim deny confirm accuse condemn demand promise threaten warn opine deny_comment praise"""
    speaker: Participant | None
    form: str
    """direct indirect mixed"""
    content: tuple[Span, ...]
    parent: str | None
    rule: str
    links: tuple[Link, ...] = ()
    """Earlier statements that it denies, confirms or responds to."""
    confidence: float | None = None
    """The learned reader's probability that the cue is one; None where rules alone read."""


@dataclass(frozen=True, slots=True)
class EventTime:
    """When an event happened, as far as the page lets one tell."""

    value: str
    earliest: date | None
    latest: date | None
    basis: str


@dataclass(frozen=True, slots=True)
class ContextReason:
    """Why an event has a context."""

    context: str
    words: tuple[str, ...]
    """The words that led to it, as written."""
    rule: str


@dataclass(frozen=True, slots=True)
class EventMention:
    """One event as one passage tells it."""

    id: str
    trigger: Span
    type: str
    mode: str | None
    contexts: tuple[str, ...]
    quad: str
    score: float
    actors: tuple[Participant, ...]
    recipients: tuple[Participant, ...]
    place: Place | None
    time: EventTime | None
    counts: tuple[Count, ...]
    objects: tuple[str, ...]
    reality: str
    """happened planned requested possible negated"""
    chain: tuple[str, ...]
    """Ids of the statements inside which it is told, innermost first."""
    rule: str
    certainty: str = "certain"
    """How sure its own source presents it: certain probable possible none (none: left open)."""
    polarity: str = "positive"
    """positive negative: that it is so, or that it is not."""
    standing: str = "asserted"
    """asserted reported claimed confirmed denied contested called-for planned possible: see docs/standing.md."""
    foreground: bool = False
    """True if the passage reports it as something that happened, False if it refers to it as known or left open."""
    cameo: str | None = None
    """CAMEO code of its frame; None where the frame has none or its type is another here (future, negated)."""
    same_as: str | None = None
    """Id of the article's first telling of the same happening; None if this is it."""
    context_reasons: tuple[ContextReason, ...] = ()
    """Of each context the words that led to it."""
    instruments: tuple[str, ...] = ()
    """With what it was done, as written («قذائف هاون», «سيارة مفخخة»)."""
    confidence: float | None = None
    """The learned reader's probability that the trigger is one; None where rules alone read."""


# --- the document -----------------------------------------------------------------------------------

NO_ARGUMENTS: Mapping[str, tuple[Argument, ...]] = MappingProxyType({})


@dataclass(slots=True)
class Document:
    """An article with its layers. Only pipeline.read fills it."""

    article: Article
    text: str
    """The whole page's text: every span indexes it."""
    sentences: tuple[Span, ...] = ()
    tokens: tuple[Token, ...] = ()
    mentions: tuple[Mention, ...] = ()
    times: tuple[Time, ...] = ()
    phrases: tuple[Phrase, ...] = ()
    clauses: tuple[Clause, ...] = ()
    statements: tuple[Statement, ...] = ()
    events: tuple[EventMention, ...] = field(default=())
    proposals: Proposals | None = None
    """What a learned reader makes of the words; None where rules alone read."""
