"""Putting the pieces of a page together as articles: where each begins, and which of its lines is what."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from riwaya.page.sorts import Piece

_ECHO_WITHIN = 14
"""Lines within which a headline that stands over a picture is repeated."""
_FURNITURE = frozenset({"ui", "caption", "byline", "dateline"})
_BULLETS = "*•-–—+#>■●"
_HEADLINE_WORDS = 4
"""Words of the shortest headline that is known by its distance from the other lines only."""
_EXCERPT_WORDS = 10
"""Words of the shortest line that is taken for the excerpt under a headline that stands twice."""
_FEW_LINKS = 3
"""Links that may stand inside an article before it goes on."""


@dataclass(slots=True)
class Unit:
    """An article in the making: indexes of its pieces, in order."""

    members: list[int]
    under_related: bool = False
    """True if it stands under a heading such as «مقالات ذات صلة»."""
    full: bool = False
    """True if its head has the shape that only whole articles have."""
    prose: int = 0
    narrowest: int | None = None
    """Fewest blank lines before a line of its prose."""
    rubric: bool = False
    """True if it begins with the name of a section."""


@dataclass(slots=True)
class _Scan:
    plain: bool = False
    """True for a text with no page around it, in which a title set apart opens a chapter."""
    units: list[Unit] = field(default_factory=list)
    current: Unit | None = None
    main: Unit | None = None
    """The article that goes on when the links inside it are over."""
    related: bool = False
    links: list[Unit] = field(default_factory=list)
    """Units since the last related heading."""
    waiting: list[int] = field(default_factory=list)
    """Sections and dates that stand before a headline."""


def find_units(pieces: Sequence[Piece], *, plain: bool = False) -> list[Unit]:
    """The articles of a page, each by its pieces; what belongs to none (menus, footers) is left out."""
    scan = _Scan(plain)
    for at, piece in enumerate(pieces):
        if piece.sort == "related":
            _enter_links(scan)
        elif piece.sort == "ui":
            scan.waiting.clear()
        elif piece.sort in ("prose", "lead"):
            _add_prose(scan, pieces, at)
        elif piece.sort in ("title", "trail"):
            _add_title(scan, pieces, at)
        else:
            _add_furniture(scan, pieces, at)
    return scan.units


def _enter_links(scan: _Scan) -> None:
    if not scan.related and scan.current is not None:
        scan.main = scan.current
    scan.related, scan.current = True, None
    scan.links.clear()
    scan.waiting.clear()


def _open(scan: _Scan, at: int, *, full: bool) -> None:
    unit = Unit([*scan.waiting, at], under_related=scan.related, full=full)
    unit.rubric = bool(scan.waiting)
    scan.waiting.clear()
    scan.units.append(unit)
    scan.links.append(unit)
    scan.current = unit
    if full:
        scan.related = False


def _add_prose(scan: _Scan, pieces: Sequence[Piece], at: int) -> None:
    piece = pieces[at]
    if scan.main is not None and (not scan.links or _goes_on(scan, pieces, at)) and scan.related:
        scan.related, scan.current = False, scan.main
    if scan.current is None:
        _open(scan, at, full=False)
    elif scan.waiting:
        scan.current.members.extend(scan.waiting)
        scan.waiting.clear()
        scan.current.members.append(at)
    else:
        scan.current.members.append(at)
    unit = scan.current
    if unit is not None and piece.sort == "prose":
        if unit.prose:
            unit.narrowest = piece.line.gap if unit.narrowest is None else min(unit.narrowest, piece.line.gap)
        unit.prose += 1


def _add_title(scan: _Scan, pieces: Sequence[Piece], at: int) -> None:
    piece, unit = pieces[at], scan.current
    if piece.sort == "trail":
        _open(scan, at, full=False)
        scan.units[-1].rubric = True
        return
    if _announces_section(pieces, at):
        return
    full = _echoes(pieces, at)
    if unit is None or (unit.prose and _begins(scan, pieces, at)) or (scan.related and _is_new_link(scan, pieces, at)):
        if not full and _resumes(scan, pieces, at):
            _open(scan, at, full=False)
            scan.related, scan.current = False, scan.main
            return
        _open(scan, at, full=full or (scan.related and _has_own_furniture(pieces, at)))
        return
    unit.members.extend([*scan.waiting, at])
    scan.waiting.clear()


def _add_furniture(scan: _Scan, pieces: Sequence[Piece], at: int) -> None:
    """A section, date, byline or caption: part of the article, or of the one that comes next."""
    sort = pieces[at].sort
    heads_next = scan.current is None or scan.current.prose > 0
    if sort == "section" and (heads_next or scan.related):
        if len(scan.waiting) < 3:
            scan.waiting.append(at)
    elif scan.current is None:
        if sort in ("dateline", "caption"):
            scan.waiting.append(at)
    elif scan.waiting or (sort == "dateline" and _dates_come_first(scan, pieces)):
        scan.waiting.append(at)
    else:
        scan.current.members.append(at)


def _dates_come_first(scan: _Scan, pieces: Sequence[Piece]) -> bool:
    """True if the first link of this list has its date above its title."""
    return scan.related and bool(scan.links) and pieces[scan.links[0].members[0]].sort == "dateline"


def _announces_section(pieces: Sequence[Piece], at: int) -> bool:
    """True if the headline stands again on the line of a section right below."""
    following = pieces[at + 1] if at + 1 < len(pieces) else None
    if following is None or following.sort != "trail":
        return False
    return following.line.key.endswith(" " + pieces[at].line.key)


def _echoes(pieces: Sequence[Piece], at: int) -> bool:
    """True if the line stands again after nothing but picture, caption, date and the like."""
    between = False
    for other in pieces[at + 1 : at + 1 + _ECHO_WITHIN]:
        if other.line.key == pieces[at].line.key:
            return between
        if other.sort in ("prose", "lead", "related", "trail"):
            return False
        between = between or other.sort in _FURNITURE
    return False


def _has_own_furniture(pieces: Sequence[Piece], at: int) -> bool:
    """True if byline or date stand between this title and two paragraphs and more."""
    sorts = [piece.sort for piece in pieces[at + 1 : at + 10]]
    if "prose" not in sorts:
        return False
    first = sorts.index("prose")
    signed = any(sort in ("byline", "dateline", "lead") for sort in sorts[:first])
    return signed and sorts[first : first + 2] == ["prose", "prose"]


def _begins(scan: _Scan, pieces: Sequence[Piece], at: int) -> bool:
    """True if a title after prose opens another article rather than a chapter of this one."""
    following = pieces[at + 1] if at + 1 < len(pieces) else None
    if following is None:
        return scan.related
    if scan.related or scan.waiting or _echoes(pieces, at) or following.line.key == pieces[at].line.key:
        return True
    if following.sort in ("byline", "dateline"):
        return any(piece.sort in ("prose", "lead") for piece in pieces[at + 1 : at + 8])
    return not scan.plain and _stands_apart(scan, pieces, at)


def _stands_apart(scan: _Scan, pieces: Sequence[Piece], at: int) -> bool:
    """True if a title stands as far from the prose before, and as near to that after, as the page's first headline."""
    piece, following = pieces[at], pieces[at + 1]
    narrowest = scan.current.narrowest if scan.current else None
    if piece.line.gap < 2 or piece.line.gap <= (narrowest or 0):
        return False
    if piece.line.text[0] in _BULLETS or piece.line.text[-1] in ":؛" or len(piece.line.key.split()) < _HEADLINE_WORDS:
        return False
    first = scan.units[0].members[0]
    alike = first + 1 < len(pieces) and pieces[first + 1].line.gap == following.line.gap
    return alike and any(piece.sort in ("prose", "lead") for piece in pieces[at + 1 : at + 5])


def _is_new_link(scan: _Scan, pieces: Sequence[Piece], at: int) -> bool:
    """True if a title among links is not the headline of the current link once more."""
    unit = scan.current
    if unit is None:
        return True
    key = pieces[at].line.key
    opening = [pieces[member] for member in unit.members[:_ECHO_WITHIN]]
    trail = any(piece.sort == "trail" for piece in opening)
    keys = [piece.line.key for piece in opening]
    if any(other == key or (trail and other.endswith(" " + key)) for other in keys):
        return False
    headed = trail or len(set(keys)) < len(keys)
    return not (headed and not unit.prose and len(key.split()) >= _EXCERPT_WORDS)


def _goes_on(scan: _Scan, pieces: Sequence[Piece], at: int) -> bool:
    """True if prose goes on after bare links that the interface has closed («قصص مقترحة نهاية»)."""
    if scan.main is None or not scan.main.prose or any(unit.prose for unit in scan.links):
        return False
    return pieces[at - 1].sort == "ui" and at + 1 < len(pieces) and pieces[at + 1].sort == "prose"


def _resumes(scan: _Scan, pieces: Sequence[Piece], at: int) -> bool:
    """True if after this link the article goes on in which it stands: few links, no excerpts, then two paragraphs."""
    if not scan.related or scan.main is None or not scan.main.prose or len(scan.links) >= _FEW_LINKS:
        return False
    if pieces[at].line.gap >= 2 or any(unit.prose for unit in scan.links):
        return False
    following = [piece.sort for piece in pieces[at + 1 : at + 3]]
    return following == ["prose", "prose"]
