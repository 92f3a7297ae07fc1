"""What expressions for weeks, months, seasons, years, decades and centuries mean."""

from __future__ import annotations

from datetime import date

from riwaya.stages.dates.context import Context, Sense, choose, day_value, week_sense
from riwaya.stages.dates.days import year_told
from riwaya.stages.dates.matching import Node
from riwaya.text.calendar import hijri_month, hijri_year_of, month_after, value_bounds

_SHIFT = {"last": -1, "this": 0, "next": 1}
_DAYS = {"D": 1, "W": 7, "M": 30, "Y": 365}
_OLDEST = 365 * 1900
"""Days: what is longer ago has no value of four-figure years."""
_SEASON_MONTH = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}


def resolve_month(node: Node, context: Context) -> Sense | None:
    """«مارس 2014», «ديسمبر (كانون الأول) الماضي», «مايو (أيار)» (the latest one)."""
    hijri = node.deep("hijri_month")
    if hijri:
        return _hijri_month(node, int(hijri), context)
    month = int(node.deep("month") or 0)
    year = year_told(node, context)
    if year:
        return Sense("DATE", f"{year:04}-{month:02}", "relative" if node.deep("modifier") else "absolute")
    if context.published is None:
        return Sense("DATE", f"XXXX-{month:02}", "relative")
    first = context.published.replace(day=1)
    found = choose(lambda year: date(year, month, 1), _near(first.year), first, _direction(node, context))
    return Sense("DATE", f"{found:%Y-%m}", "relative") if found else None


def resolve_month_figures(node: Node, context: Context) -> Sense | None:
    """«3/2015»; «3/1436 هـ» is the Gregorian month that holds its middle."""
    year, month = node.figures("numeric_month") or (0, 0)
    if not node.has("hijri") and not 1343 <= year <= 1500:
        return Sense("DATE", f"{year:04}-{month:02}", "absolute")
    days = hijri_month(year, month)
    return Sense("DATE", f"{days[0] + (days[1] - days[0]) / 2:%Y-%m}", "absolute", "hijri") if days else None


def _near(year: int) -> tuple[int, ...]:
    return year - 1, year, year + 1


def _direction(node: Node, context: Context) -> str | None:
    return node.text("modifier") or ("ahead" if context.future else None)


def _hijri_month(node: Node, month: int, context: Context) -> Sense | None:
    """A Hijri month as the Gregorian month that holds its middle."""
    year = year_told(node, context)
    near = hijri_year_of(context.published) if context.published else None

    def middle(year: int) -> date | None:
        found = hijri_month(year, month)
        return found[0] + (found[1] - found[0]) / 2 if found else None

    if year:
        day = middle(year)
    elif near and context.published:
        day = choose(middle, _near(near), context.published, _direction(node, context))
    else:
        day = None
    return Sense("DATE", f"{day:%Y-%m}", "absolute" if year else "relative", "hijri") if day else None


def resolve_year(node: Node, context: Context) -> Sense | None:
    """«عام 2015»; a Hijri year («1436 هـ») is the Gregorian one that holds its middle."""
    year = year_told(node, context)
    if year is None:
        return None
    if node.deep("hijri") or 1343 <= year <= 1500:
        middle = hijri_month(year, 7)
        return Sense("DATE", f"{middle[0].year:04}", "absolute", "hijri") if middle else None
    return Sense("DATE", f"{year:04}", "absolute")


def resolve_short_year(node: Node, context: Context) -> Sense | None:
    """«عام 67»: the latest year with these figures that is not after the article's."""
    number = node.number("short_number")
    if number is None:
        return None
    limit = context.published.year if context.published else date.max.year % 100 + 1930
    return Sense("DATE", str(int(number.low) + (2000 if 2000 + number.low <= limit else 1900)), "absolute")


def resolve_part_of_year(node: Node, context: Context) -> Sense | None:
    """«النصف الأول من 2015» is 2015-H1, «الربع الثاني من العام الجاري» 2015-Q2."""
    year, number = year_told(node, context), node.number("day_number")
    if number is None or number.low > (2 if node.pattern.value == "H" else 4):
        return None
    told = f"{year:04}" if year else "XXXX"
    basis = "relative" if node.deep("modifier") else "absolute"
    return Sense("DATE", f"{told}-{node.pattern.value}{int(number.low)}", basis)


def resolve_period(node: Node, context: Context) -> Sense | None:
    """«الأسبوع الماضي», «هذا العام», «نهاية الشهر»: counted from the article's own week, month, year."""
    unit = node.text("the_unit") or ""
    direction = node.text("modifier") or node.pattern.value or "this"
    if unit == "DE" and direction == "last":
        return Sense("DURATION", "P10Y", "relative")
    return shifted_period(context, unit, _SHIFT[direction])


def shifted_period(context: Context, unit: str, shift: int) -> Sense | None:
    """The unit (D W M Y DE C) so many units from the article's own; X where the article has no date."""
    if unit == "W" and context.published:
        return week_sense(context, context.published, shift)
    value = _shifted_value(context, unit, shift)
    return Sense("DATE", value, "relative") if value else None


def _shifted_value(context: Context, unit: str, shift: int) -> str | None:
    published = context.published
    if unit == "D":
        return day_value(context, shift)
    if published is None:
        return {"W": "XXXX-WXX", "M": "XXXX-XX", "Y": "XXXX", "DE": "XXXX", "C": "XX"}.get(unit)
    if unit == "M":
        year, month = month_after(published, shift)
        return f"{year:04}-{month:02}"
    years = {"Y": shift, "DE": 10 * shift}.get(unit)
    if years is not None:
        return f"{published.year + years:04}" if unit == "Y" else f"{(published.year + years) // 10:03}X"
    return f"{published.year // 100 + shift:02}" if unit == "C" else None


def resolve_ago(node: Node, context: Context) -> Sense | None:
    """«قبل شهرين»: as exact as its unit; hours and less, and the years before Christ, are only past."""
    number = node.number()
    unit = node.text("unit_one") or node.text("unit_two") or node.text("unit_many") or ""
    count = int(node.pattern.value) if node.pattern.value else int(number.low or number.high or 0) if number else 0
    if unit in ("DE", "C"):
        unit, count = "Y", count * (10 if unit == "DE" else 100)
    if unit.startswith("T") or _DAYS[unit] * count > _OLDEST:
        return Sense("DATE", "PAST_REF", "vague")
    return shifted_period(context, unit, -count)


def resolve_season(node: Node, context: Context) -> Sense | None:
    """«الخريف الماضي» is 2014-FA; a winter bears the year in which it begins."""
    season = node.text("season") or ""
    year = year_told(node, context)
    if year is None and context.published:
        anchor = context.published.replace(day=1)
        current = _SEASON_MONTH[season] <= anchor.month < _SEASON_MONTH[season] + 3
        direction = _direction(node, context)
        if current and direction in (None, "this", "ahead"):
            year = anchor.year
        else:
            found = choose(lambda year: date(year, _SEASON_MONTH[season], 1), _near(anchor.year), anchor, direction)
            year = found.year if found else None
    return Sense("DATE", f"{year:04}-{season}" if year else f"XXXX-{season}", "relative")


def resolve_decade(node: Node, context: Context) -> Sense:
    """«التسعينيات» is 199X, also with «القرن الماضي»; another century must be told by its number."""
    number = node.number("day_number")
    return Sense("DATE", f"{int(number.low) - 1 if number else 19:02}{node.text('decade')}X", "absolute")


def resolve_century(node: Node, context: Context) -> Sense | None:
    """«القرن التاسع عشر» is 18, the first two figures of its years."""
    number = node.number("day_number")
    return Sense("DATE", f"{int(number.low) - 1:02}", "absolute") if number else None


def resolve_anaphoric_period(node: Node, context: Context) -> Sense | None:
    """«ذلك العام», «الشهر نفسه»: the year, month or day of the last date named."""
    unit = node.text("the_unit")
    length = {"Y": 4, "M": 7, "D": 10}.get(unit or "")
    if context.last is None or length is None or len(context.last) < length or "W" in context.last[:length]:
        return None
    value = context.last[:length]
    return Sense("DATE", value, "relative") if value_bounds(value) != (None, None) or "X" in value else None
