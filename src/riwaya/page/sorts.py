"""What one line of a page looks like by itself."""

from __future__ import annotations

import re
from dataclasses import dataclass

from riwaya.lexicon.page_rules import PageRules, compact, key_words, page_key, page_words
from riwaya.model import Span
from riwaya.page.bylines import ReadByline, read_byline
from riwaya.page.datelines import Dateline, read_dateline
from riwaya.page.lines import Line

_STOP = re.compile(r"[.…。](?:[\"'»”’)\]}\s]*)$")
_SOFT_STOP = re.compile(r"[.…؟?!](?:[\"'»”’)\]}\s]*)$")
_INNER_STOP = re.compile(r"[^\W\d_]{3,}[»\"”)]?\.[»\"”)]?\s+[^\W\d_]")
_CREDIT = re.compile(r"[(\[{]([^()\[\]{}]{1,60})[)\]}]\s*$")
_HASHTAGS = re.compile(r"(?:#[^\s#،,|]+[\s،,|]*)+$")
_TRAIL = re.compile(r"\s*[>»›\\|/←]\s*|\s[-–•]\s")
_SIGNATURE = re.compile(r"\s*[|•]\s*|\s[-–]\s|\s*،\s*")
_MARKED_WORD = re.compile("[^\\W_](?:[^\\W_]|[\u0640\u064b-\u065f\u0670])*")
_TITLE_WORDS, _TITLE_LENGTH = 25, 170
_CAPTION_WORDS, _INTERFACE_WORDS = 60, 25
_SIGNATURE_LENGTH = 90


@dataclass(frozen=True, slots=True)
class Piece:
    """A line with what it looks like. sort: title prose section trail byline dateline caption ui related lead."""

    line: Line
    sort: str
    rule: str
    byline: ReadByline | None = None
    dateline: Dateline | None = None
    section: str | None = None
    headline: Span | None = None
    """Where the headline stands on a section's line."""


def is_sentence(line: Line) -> bool:
    """True if a line ends as sentences do: full stop, also before a closing mark."""
    return _STOP.search(line.text[-12:]) is not None


def ends_softly(line: Line) -> bool:
    """True if a line ends with any mark that ends a sentence or a clause."""
    return _SOFT_STOP.search(line.text[-12:]) is not None


def after_words(text: str, count: int) -> int:
    """Offset behind so many words of a text that is not folded; vowel marks belong to their word."""
    ends = [found.end() for found in _MARKED_WORD.finditer(text)]
    return ends[min(count, len(ends)) - 1]


def sort_line(line: Line, rules: PageRules) -> Piece:
    """The line as a piece: by its known words first, then by its shape and length."""
    if not line.key:
        return Piece(line, "prose", "pages.paragraph")
    if not line.arabic:
        return _sort_foreign(line, rules)
    words = key_words(line.key)
    if len(words) < 3 and all(len(word) == 1 for word in words):
        return Piece(line, "ui", "pages.letters")
    fixed = _fixed(line, words, rules)
    if fixed:
        return fixed
    dateline = read_dateline(line.key, rules.dates)
    if dateline:
        return Piece(line, "dateline", "pages.dateline", dateline=dateline)
    signature = _signature(line, rules)
    if signature:
        return signature
    byline = read_byline(line.text, rules)
    if byline and byline.strong:
        return Piece(line, "byline", "pages.byline", byline=byline)
    caption = _caption_rule(line, words, rules)
    if caption:
        return Piece(line, "caption", caption)
    long = len(words) > _TITLE_WORDS or len(line.text) > _TITLE_LENGTH
    if long or is_sentence(line) or (len(words) > _TITLE_WORDS // 2 and _INNER_STOP.search(line.text)):
        return Piece(line, "prose", "pages.paragraph", byline=byline)
    return Piece(line, "title", "pages.subheading", byline=byline)


def _signature(line: Line, rules: PageRules) -> Piece | None:
    """The line as author and date: «ليلى حسن - 7 فبراير 2023»."""
    if len(line.text) > _SIGNATURE_LENGTH or not any(map(str.isdigit, line.key)):
        return None
    parts = _SIGNATURE.split(line.text)
    dates = {at: read_dateline(page_key(part), rules.dates) for at, part in enumerate(parts)}
    rest = " - ".join(part for at, part in enumerate(parts) if not dates[at])
    dated = [date for date in dates.values() if date]
    byline = read_byline(rest, rules, sure=True) if rest and dated else None
    return Piece(line, "byline", "pages.byline", byline=byline, dateline=dated[0]) if byline else None


def _sort_foreign(line: Line, rules: PageRules) -> Piece:
    dateline = read_dateline(line.key, rules.dates) if any(map(str.isdigit, line.key)) else None
    if dateline:
        return Piece(line, "dateline", "pages.dateline", dateline=dateline)
    byline = read_byline(line.text, rules)
    if byline and byline.strong:
        return Piece(line, "byline", "pages.byline", byline=byline)
    return Piece(line, "ui", rules.interface.rule(key_words(line.key)) or "pages.no-arabic")


def _fixed(line: Line, words: tuple[str, ...], rules: PageRules) -> Piece | None:
    """The line as interface, heading or section, if it consists of known words."""
    if _HASHTAGS.match(line.text):
        return Piece(line, "ui", "pages.hashtags")
    related = _related_rule(line, words, rules)
    if related:
        return Piece(line, "related", related)
    if rules.sections.rule(words):
        return Piece(line, "section", "pages.section-alone", section=line.text.strip(" :|"))
    trail = _trail(line, rules)
    if trail:
        return trail
    named = rules.interface_labels.starting(words)
    if named and _colon_after(line.text, named[0]) and len(words) <= _INTERFACE_WORDS:
        return Piece(line, "ui", named[1])
    rule = _interface_rule(words, rules)
    return Piece(line, "ui", rule) if rule else None


def _trail(line: Line, rules: PageRules) -> Piece | None:
    """The line as the way to a section: «الرئيسية > أخبار > العالم العربي»."""
    steps = _TRAIL.split(line.text)
    if len(steps) < 2 or "«" in line.text:
        return None
    if not all(rules.sections.rule(words) or rules.interface.rule(words) for words in map(page_words, steps)):
        return None
    if rules.sections.rule(page_words(steps[-1])):
        return Piece(line, "section", "pages.section-trail", section=steps[-1].strip())
    return Piece(line, "ui", "pages.section-trail")


def _related_rule(line: Line, words: tuple[str, ...], rules: PageRules) -> str | None:
    found = rules.related.starting(words)
    if found is None:
        return None
    size, rule = found
    announced = size >= 2 and (_colon_after(line.text, size) or rules.sections.rule(words[size:]) is not None)
    return rule if size == len(words) or announced else None


def _colon_after(text: str, count: int) -> bool:
    return text[after_words(text, count) :].lstrip(" .").startswith((":", "|", "..", "»", ">"))


def _interface_rule(words: tuple[str, ...], rules: PageRules) -> str | None:
    start = rules.interface_starts.starting(words)
    if start and len(words) <= _INTERFACE_WORDS:
        return start[1]
    at, rule, phrases = 0, None, 0
    while at < len(words):
        found = rules.interface.starting(words[at : at + rules.interface.longest])
        rubric = None if found else rules.sections.starting(words[at : at + rules.sections.longest])
        if not (found or rubric or words[at].isdigit()):
            return None
        if found:
            rule = rule or found[1]
        elif rubric:
            found = (rubric[0], "pages.menu")
        phrases += found is not None
        at += found[0] if found else 1
    return rule or ("pages.menu" if phrases > 2 or not phrases else None)


def _caption_rule(line: Line, words: tuple[str, ...], rules: PageRules) -> str | None:
    if len(words) > _CAPTION_WORDS:
        return None
    credit = _CREDIT.search(line.text)
    if credit and len(words) > 2 and _is_credit(credit[1], rules):
        return "pages.caption-credit"
    start = rules.caption_starts.starting(words)
    return start[1] if start and len(words) > start[0] and not is_sentence(line) else None


def _is_credit(text: str, rules: PageRules) -> bool:
    parts = [compact(part) for part in re.split(r"\s*[-–—:/،|]\s*", text)]
    if all(part in rules.credits for part in parts):
        return True
    return len(parts) > 1 and any(part in rules.credits for part in parts)
