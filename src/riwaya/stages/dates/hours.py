"""What parts of the day and hours mean: «فجر أمس», «الساعة 19.45 من مساء السبت»."""

from __future__ import annotations

from riwaya.stages.dates.context import UNKNOWN_DAY, Context, Sense, day_of, day_value
from riwaya.stages.dates.days import resolve_day, resolve_weekday
from riwaya.stages.dates.matching import Node

_AFTERNOON = ("AF", "EV", "MI")


def _day(node: Node, context: Context) -> str | None:
    """The day named inside the expression, or None."""
    told = node.child("day", "date", "day_in_time")
    if told is None:
        return None
    sense = resolve_day(told, context)
    return day_of(sense.value) if sense else None


def _day_before(context: Context, part: str) -> str:
    """The day of a part told without one: the last day named, else the article's own, of a night the one before."""
    return context.recent_day or day_value(context, -1 if part == "NI" else 0)


def _part(node: Node) -> str | None:
    return node.text("daypart") or node.text("daypart_adverb") or node.text("the_daypart") or node.text("this_daypart")


def resolve_part(node: Node, context: Context) -> Sense | None:
    """A part of a named day, or of the day spoken of."""
    part = _part(node)
    if part is None:
        return None
    day = _day(node, context) if node.child("day", "date", "day_in_time") else _day_before(context, part)
    return Sense("TIME", f"{day or UNKNOWN_DAY}T{part}", "relative")


def resolve_part_today(node: Node, context: Context) -> Sense:
    """«هذا الصباح»."""
    return Sense("TIME", f"{day_value(context, 0)}T{_part(node)}", "relative")


def resolve_part_weekdays(node: Node, context: Context) -> Sense:
    """«ليل الثلاثاء الأربعاء»: the night that begins on the first."""
    return Sense("TIME", f"{resolve_weekday(node, context).value}T{_part(node)}", "relative")


def resolve_night(node: Node, context: Context) -> Sense:
    """«الليلة الماضية», «الليلة قبل الماضية»."""
    return Sense("TIME", f"{day_value(context, int(node.text('night') or 0))}TNI", "relative")


def resolve_midnight(node: Node, context: Context) -> Sense:
    """The end of the day named, or of the day that «الليلة الماضية» ends."""
    if node.text("night") is not None:
        day: str | None = day_value(context, int(node.text("night") or 0))
    else:
        day = _day(node, context) or _day_before(context, "NI")
    return Sense("TIME", f"{day}T24:00", "relative")


def resolve_clock(node: Node, context: Context) -> Sense | None:
    """An hour with its half of the day and its day; untold, the day spoken of before counts, else the article's own."""
    inside = node.child("part")
    hour, minute = _hour(node.child("hour") or node)
    half = node.text("clock_half") or (_part(inside) if inside else None)
    if half in _AFTERNOON and hour < 12 and not (half == "MI" and hour > 10):
        hour += 12
    elif half == "NI" and hour == 12:
        hour = 0
    day = _day(inside, context) if inside else _day(node, context)
    if day is None:
        day = context.recent_day or day_value(context, 0)
    return Sense("TIME", f"{day}T{hour:02}:{minute:02}", "relative")


def _hour(node: Node) -> tuple[int, int]:
    """Hour and minute of «19.45», «الواحدة وعشر دقائق», «الخامسة إلا ربعاً»."""
    figures = node.figures("clock")
    if figures:
        return figures[0], figures[1]
    number, extra = node.number("hour"), node.number("and_number")
    minutes = (int(number.low) if number else 0) * 60 + int(node.text("minute_part") or (extra.low if extra else 0))
    return minutes // 60, minutes % 60
