"""What expressions for days mean: deictics, weekdays, dates, feasts, days told by an earlier one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from riwaya.stages.dates.context import Context, Sense, Yearly, choose, day_value, shifted_day, week_sense
from riwaya.stages.dates.matching import Node
from riwaya.text.calendar import hijri_day, hijri_year_of, is_day, nearest_weekday


def resolve_deictic(node: Node, context: Context) -> Sense | None:
    """«اليوم», «أول من أمس», «أمس (الثلاثاء)»: counted from the article's day; undated «اليوم» is the present."""
    shift = int(node.text("deictic") or 0)
    weekday = node.deep("weekday")
    if context.published is None and weekday:
        return Sense("DATE", f"XXXX-WXX-{weekday}", "relative")
    if context.published is None and context.weekday is None:
        told = node.child("date")
        if told:
            return resolve_day(told, context)
        if shift == 0:
            return Sense("DATE", "PRESENT_REF", "vague")
    if context.published and weekday:
        return Sense("DATE", _checked(context.published + timedelta(days=shift), int(weekday)).isoformat(), "relative")
    return Sense("DATE", day_value(context, shift), "relative")


def _checked(day: date, weekday: int) -> date:
    """The day, or the one beside it that is this weekday: an article is often dated a day late or early."""
    beside = (day + timedelta(days=shift) for shift in (0, 1, -1))
    return next((near for near in beside if near.isoweekday() == weekday), day)


def resolve_weekday(node: Node, context: Context) -> Sense:
    """The nearest past one, today included, unless «الماضي», «المقبل» or a future verb says otherwise."""
    weekday = int(node.deep("weekday") or node.deep("bare_weekday") or 0)
    if context.published is None:
        return Sense("DATE", f"XXXX-WXX-{weekday}", "relative")
    direction = node.text("modifier")
    forward = direction == "next" or (direction is None and context.future)
    same = direction in (None, "this")
    day = nearest_weekday(context.published, weekday, 1 if forward else -1, same)
    return Sense("DATE", day.isoformat(), "relative")


def resolve_weekday_date(node: Node, context: Context) -> Sense | None:
    """«الثلاثاء 14 يوليو»: the date alone decides."""
    told = node.child("date")
    return resolve_day(told, context) if told else None


def resolve_day(node: Node, context: Context) -> Sense | None:
    """Any day that stands inside a longer expression."""
    resolvers = {
        "deictic": resolve_deictic,
        "weekday": resolve_weekday,
        "weekday_date": resolve_weekday_date,
        "figures": resolve_figures,
        "day_of_month": resolve_day_of_month,
        "anniversary": resolve_anniversary,
        "anaphoric_day": resolve_anaphoric_day,
    }
    return resolvers.get(node.pattern.means, resolve_date)(node, context)


def resolve_figures(node: Node, context: Context) -> Sense | None:
    """«30/7/2015»; a year of the fifteenth century is a Hijri one."""
    year, month, day = node.figures("numeric_date") or (0, 0, 0)
    if 1343 <= year <= 1500:
        found = hijri_day(year, month, day)
        return Sense("DATE", found.isoformat(), "absolute", "hijri") if found else None
    return Sense("DATE", f"{year:04}-{month:02}-{day:02}", "absolute")


def year_told(node: Node, context: Context) -> int | None:
    """The year written in the expression: figures, or «العام الماضي» seen from the article's date."""
    figures = node.child("year_figures")
    inside = node.child("year_of")
    if inside and inside.has("the_year"):
        shift = {"last": -1, "this": 0, "next": 1}[inside.text("modifier") or "this"]
        return context.published.year + shift if context.published else None
    if inside and not figures:
        figures = inside.child("year_figures")
    told = figures or node
    number = told.number("year_number") or told.number("recent_year")
    return int(number.low) if number else None


def resolve_date(node: Node, context: Context) -> Sense | None:
    """Day, month and, if told, year; else the year is found from the article's date."""
    day = node.number("day_number")
    if day is None:
        return None
    hijri = node.deep("hijri_month")
    if hijri:
        return _hijri_date(node, int(hijri), int(day.low), context)
    month = int(node.deep("month") or node.deep("english_month") or 0)
    year = year_told(node, context)
    if year:
        value = f"{year:04}-{month:02}-{int(day.low):02}"
        return Sense("DATE", value, "absolute") if is_day(year, month, int(day.low)) else None
    if not is_day(2000, month, int(day.low)):
        return None
    if context.published is None:
        return Sense("DATE", f"XXXX-{month:02}-{int(day.low):02}", "relative")
    return _chosen(node, context, _yearly("gregorian", month, int(day.low)), context.published.year)


def _hijri_date(node: Node, month: int, day: int, context: Context) -> Sense | None:
    year = year_told(node, context)
    if year:
        found = hijri_day(year, month, day)
        return Sense("DATE", found.isoformat(), "absolute", "hijri") if found else None
    near = hijri_year_of(context.published) if context.published else None
    if near is None:
        return None
    sense = _chosen(node, context, _yearly("hijri", month, day), near)
    return Sense("DATE", sense.value, "relative", "hijri") if sense else None


def _chosen(node: Node, context: Context, dated: Yearly, year: int) -> Sense | None:
    """The instance of a yearly day that the words (or the clause's tense) pick."""
    if context.published is None:
        return None
    direction = node.text("modifier") or ("ahead" if context.future else None)
    found = choose(dated, (year - 1, year, year + 1), context.published, direction)
    return Sense("DATE", found.isoformat(), "relative") if found else None


def resolve_anniversary(node: Node, context: Context) -> Sense | None:
    """«ثورة 23 يوليو»: a day of the year, of no year in particular unless one is told."""
    day = node.number("day_number")
    month = node.deep("month")
    if day is None or month is None:
        return None
    year = year_told(node, context)
    told = f"{year:04}" if year else "XXXX"
    return Sense("DATE", f"{told}-{int(month):02}-{int(day.low):02}", "absolute" if year else "vague")


def resolve_range_start(node: Node, context: Context) -> Sense | None:
    """The day of «من 23 إلى 25 أيلول»: its month and year are those of the range's end."""
    start, month = node.number("day_number"), node.deep("month")
    told = node.child("date")
    if start is None or month is None:
        return None
    end = resolve_date(told, context) if told else _first_of_month(int(month), context)
    stem = end.value[:8] if end else f"XXXX-{int(month):02}-"
    return Sense("DATE", f"{stem}{int(start.low):02}", "relative")


def _first_of_month(month: int, context: Context) -> Sense | None:
    if context.published is None:
        return None
    years = (context.published.year - 1, context.published.year, context.published.year + 1)
    found = choose(_yearly("gregorian", month, 1), years, context.published, "ahead" if context.future else None)
    return Sense("DATE", found.isoformat(), "relative") if found else None


def resolve_day_of_month(node: Node, context: Context) -> Sense | None:
    """«الثاني من الشهر نفسه», «الخامس من الشهر الجاري»."""
    day = node.number("day_number")
    if day is None:
        return None
    if node.has("same"):
        month = context.last[:7] if context.last and len(context.last) >= 7 and "W" not in context.last else "XXXX-XX"
        return Sense("DATE", f"{month}-{int(day.low):02}", "relative")
    shift = {"last": -1, "this": 0, "next": 1}[node.text("modifier") or "this"]
    if context.published is None:
        return Sense("DATE", f"XXXX-XX-{int(day.low):02}", "relative")
    count = context.published.year * 12 + context.published.month - 1 + shift
    return Sense("DATE", f"{count // 12:04}-{count % 12 + 1:02}-{int(day.low):02}", "relative")


def resolve_anaphoric_day(node: Node, context: Context) -> Sense:
    """«اليوم نفسه», «اليوم التالي», «غداة»: from the last day named, else the article's own."""
    shift = int(node.text("following") or node.text("aftermath") or 0)
    start = context.last_day or day_value(context, 0)
    if node.has("day_number") or node.has("aftermath"):
        start = context.recent_day or day_value(context, 0)
    return Sense("DATE", shifted_day(start, shift), "relative")


def _feast_day(node: Node, context: Context) -> tuple[date, str] | None:
    """The feast's day and calendar; of several feasts that share a name the nearest is meant."""
    if context.published is None:
        return None
    direction = node.text("modifier") or ("ahead" if context.future else None)
    found: list[tuple[date, str]] = []
    for calendar, month, day in context.feasts[node.text("feast") or ""]:
        near = hijri_year_of(context.published) if calendar == "hijri" else context.published.year
        if near is not None:
            chosen = choose(_yearly(calendar, month, day), (near - 1, near, near + 1), context.published, direction)
            found.extend([(chosen, calendar)] if chosen else [])
    anchor = context.published
    return min(found, key=lambda one: abs((one[0] - anchor).days), default=None)


def _yearly(calendar: str, month: int, day: int) -> Yearly:
    if calendar == "hijri":
        return lambda year: hijri_day(year, month, day)
    return lambda year: date(year, month, day) if is_day(year, month, day) else None


def resolve_feast(node: Node, context: Context) -> Sense | None:
    """«عيد الفطر», «عشية عيد الأضحى»: the first day of the feast nearest to the article's date."""
    found = _feast_day(node, context)
    if found is None:
        return None
    return Sense("DATE", shifted_day(found[0].isoformat(), int(node.text("eve") or 0)), "relative", found[1])


def resolve_feast_week(node: Node, context: Context) -> Sense | None:
    """«إجازة عيد الفطر»: the week of the feast."""
    found = _feast_day(node, context)
    return replace(week_sense(context, found[0], 0), calendar=found[1]) if found else None
