"""From the pieces of an article to its headline, deck, byline, date, and the stretches that are read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from riwaya.model import Article, Byline, Published, Span
from riwaya.page.sorts import Piece, ends_softly, is_sentence
from riwaya.page.units import Unit

_SITE_NAME, _MENU_LINES = 3, 60
_EXCERPT_WORDS = 10
_SHORT = 220
"""Characters of the longest sentence that may serve as a headline."""


@dataclass(slots=True)
class Labels:
    """What each piece of the page is, by its index."""

    label: dict[int, str] = field(default_factory=dict)
    rule: dict[int, str] = field(default_factory=dict)
    article: dict[int, int] = field(default_factory=dict)
    truncated: set[int] = field(default_factory=set)

    def set(self, at: int, label: str, rule: str) -> None:
        """Say what a piece is, and by which rule."""
        self.label[at], self.rule[at] = label, rule


def build_article(unit: Unit, index: int, kind: str, pieces: Sequence[Piece], labels: Labels) -> Article:
    """The article of a unit; its pieces are labelled on the way."""
    headline = _label_head(unit, pieces, labels)
    _label_rest(unit, pieces, labels)
    labels.article.update(dict.fromkeys(unit.members, index))
    if kind == "teaser":
        _mark_truncated(unit, pieces, labels)
    reading = _reading(unit, headline, pieces, labels)
    deck = next((pieces[at].line.text for at in unit.members if labels.label[at] == "deck"), None)
    sections = [pieces[at].section for at in unit.members if pieces[at].section and (not headline or at <= headline[0])]
    span = headline[1] if headline else None
    wording = headline[2] if headline else None
    byline = _byline(unit, pieces, labels)
    return Article(
        index, kind, wording, deck, sections[-1] if sections else None, byline, _published(unit, pieces), reading, span
    )


def published_as(article: Article, given: Mapping[int, date]) -> Published:
    """The date that was given for the article, or else the one it has from its page."""
    value = given.get(article.index)
    return article.published if value is None else Published(value, "given")


_Headline = tuple[int, Span, str]
"""Index of the piece, place and wording."""


def _label_head(unit: Unit, pieces: Sequence[Piece], labels: Labels) -> _Headline | None:
    """Label headline, its repeats and the deck; all that stands before the first paragraph."""
    trail = next((at for at in unit.members if pieces[at].sort == "trail"), None)
    titles = _titles(unit, pieces)
    if trail is not None:
        piece = pieces[trail]
        labels.set(trail, "section", piece.rule)
        span = piece.headline or piece.line.core
        wording = piece.line.text[span.start - piece.line.core.start :]
        key, found = "", (trail, span, wording)
        titles = _without(titles, piece, pieces, labels)
    elif titles:
        first = _chosen(titles, pieces)
        key, found = pieces[first].line.key, (first, pieces[first].line.core, pieces[first].line.text)
        if first != titles[0] and _names_site(titles[0], first, pieces):
            labels.set(titles[0], "other", "pages.site-name")
        repeated = sum(pieces[at].line.key == key for at in titles) > 1
        labels.set(first, "headline", "pages.headline-repeated" if repeated else "pages.headline")
    else:
        return None
    for at in titles:
        if at in labels.label:
            continue
        again = pieces[at].line.key == key or (key != "" and pieces[at].line.key.startswith(key + " "))
        labels.set(at, "headline" if again else "deck", "pages.headline-again" if again else "pages.deck")
    return found


def _without(titles: list[int], trail: Piece, pieces: Sequence[Piece], labels: Labels) -> list[int]:
    rest = []
    for at in titles:
        if trail.line.key.endswith(" " + pieces[at].line.key):
            labels.set(at, "headline", "pages.headline-again")
        else:
            rest.append(at)
    return rest


def _chosen(titles: list[int], pieces: Sequence[Piece]) -> int:
    """The title that stands again in the head, alone or with the page's name behind it; or else the first.

    A name of three words and less, with the interface between it and the next title, is that of the page.
    """
    keys = Counter(pieces[at].line.key for at in titles)
    repeated = next((at for at in titles if keys[pieces[at].line.key] > 1), None)
    if repeated is not None:
        return repeated
    first = pieces[titles[0]].line.key
    for at in titles[1:]:
        key = pieces[at].line.key
        if first.startswith(key + " ") or _names_site(titles[0], at, pieces):
            return at
    return titles[0]


def _names_site(first: int, later: int, pieces: Sequence[Piece]) -> bool:
    sizes = [len(pieces[at].line.key.split()) for at in (first, later)]
    between = range(first + 1, min(later, first + _MENU_LINES))
    above = pieces[first].byline is not None or any(pieces[at].sort in ("ui", "section") for at in between)
    return sizes[0] <= _SITE_NAME < sizes[1] and above


def _titles(unit: Unit, pieces: Sequence[Piece]) -> list[int]:
    """Pieces that can be headline or deck: short lines before the first paragraph, or a short first sentence."""
    titles: list[int] = []
    for at in unit.members:
        if pieces[at].sort in ("prose", "lead"):
            break
        if pieces[at].sort == "title" and not (titles and pieces[at].byline):
            titles.append(at)
    else:
        key = pieces[titles[0]].line.key if titles else ""
        alone = len(unit.members) == 1 and not unit.under_related
        return [] if alone else [at for at in titles if pieces[at].line.key == key]
    bodies = [at for at in unit.members if pieces[at].sort == "prose"]
    if titles or _has_trail(unit, pieces) or len(bodies) < 2 or unit.members[0] != bodies[0]:
        return titles
    first, second = pieces[bodies[0]].line, pieces[bodies[1]].line
    heads = len(first.text) <= _SHORT and len(first.text) * 2 < len(second.text)
    return [bodies[0]] if heads and (not is_sentence(first) or len(first.text) * 4 < len(second.text)) else []


def _has_trail(unit: Unit, pieces: Sequence[Piece]) -> bool:
    return any(pieces[at].sort == "trail" for at in unit.members)


def _label_rest(unit: Unit, pieces: Sequence[Piece], labels: Labels) -> None:
    bodies = [at for at in unit.members if pieces[at].sort in ("prose", "lead")]
    for at in unit.members:
        if at in labels.label:
            continue
        piece = pieces[at]
        beside = not bodies or at < bodies[0] or at > bodies[-1]
        if piece.sort in ("section", "dateline", "caption", "byline"):
            labels.set(at, piece.sort, piece.rule)
        elif piece.sort == "lead":
            labels.set(at, "dateline", piece.rule)
        elif piece.sort == "title" and piece.byline and beside:
            labels.set(at, "byline", "pages.byline")
        else:
            labels.set(at, "paragraph", piece.rule)


def _mark_truncated(unit: Unit, pieces: Sequence[Piece], labels: Labels) -> None:
    """An excerpt that ends in the middle of a sentence, or with the dots that say so, was cut off."""
    bodies = [
        at
        for at in unit.members
        if labels.label[at] == "paragraph"
        and (pieces[at].sort == "prose" or len(pieces[at].line.key.split()) > _EXCERPT_WORDS)
    ]
    if bodies:
        line = pieces[bodies[-1]].line
        if not ends_softly(line) or line.text.rstrip("]) ").endswith(("...", "…")):
            labels.truncated.add(bodies[-1])


def _reading(unit: Unit, headline: _Headline | None, pieces: Sequence[Piece], labels: Labels) -> tuple[Span, ...]:
    spans: list[Span] = []
    seen: set[str] = set()
    if headline:
        spans.append(headline[1])
        seen.add(headline[2])
    for at in unit.members:
        line = pieces[at].line
        if labels.label[at] in ("deck", "caption", "paragraph") and line.text and line.text not in seen:
            spans.append(line.core)
            seen.add(line.text)
    return tuple(sorted(spans))


def _byline(unit: Unit, pieces: Sequence[Piece], labels: Labels) -> Byline:
    author = agency = place = None
    first = next((at for at in unit.members if pieces[at].sort in ("prose", "lead")), 0)
    for at in unit.members:
        read = pieces[at].byline
        later = pieces[at].sort == "lead" and at > first
        if read is None or later or labels.label[at] not in ("byline", "dateline"):
            continue
        author, agency, place = (
            author or read.byline.author,
            agency or read.byline.agency,
            place or read.byline.place,
        )
    return Byline(author, agency, place)


def _published(unit: Unit, pieces: Sequence[Piece]) -> Published:
    """The one date that the article's own datelines give; the date of a change only if there is no other."""
    bodies = [at for at in unit.members if pieces[at].sort in ("prose", "lead")]
    outside = [at for at in unit.members if not bodies or not bodies[0] < at < bodies[-1]]
    lines = [piece.dateline for piece in (pieces[at] for at in outside) if piece.dateline]
    for updated in (False, True):
        values = {line.value for line in lines if line.value and line.updated is updated}
        if len(values) == 1:
            return Published(values.pop(), "text")
        if values:
            break
    return Published()
