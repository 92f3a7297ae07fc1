"""What durations, ages, sets and vague references mean."""

from __future__ import annotations

from riwaya.stages.dates.context import Context, Sense
from riwaya.stages.dates.matching import Node

_HALVES = {"Y": "6M", "M": "15D", "D": "T12H", "TH": "30M", "TM": "30S", "W": "3D", "DE": "5Y", "C": "50Y"}
_QUARTERS_OF = {"C": (100, "Y"), "DE": (10, "Y"), "Y": (12, "M"), "D": (24, "TH"), "TH": (60, "TM"), "TM": (60, "TS")}


def _unit(node: Node) -> str:
    places = ("unit_one", "unit_accusative", "unit_two", "unit_many", "the_many", "the_two", "the_unit")
    return next((value for place in places if (value := node.text(place))), "")


def _length(count: str, unit: str) -> str:
    """ISO 8601: "P3M", "PT48H", "PXY"; centuries as years."""
    if unit == "C":
        return f"P{int(count) * 100}Y" if count.isdigit() else "PXC"
    return f"PT{count}{unit[1:]}" if unit.startswith("T") else f"P{count}{unit}"


def _count(node: Node) -> str:
    """The number as told, of a range the lower one, of "less than" the upper; X if none is."""
    number = node.number()
    if number is None:
        return node.pattern.value or "X"
    vague = number.high is not None and number.low and number.high != number.low and number.high % 10 == 9
    value = number.low or number.high or 0
    return "X" if vague else str(int(value) if value == int(value) else value)


def resolve_duration(node: Node, context: Context) -> Sense:
    """«48 ساعة» is PT48H, «بضعة أشهر» PXM, «فترة طويلة» PXX."""
    if node.pattern.value == "stretch":
        return Sense("DURATION", "PXX", "vague")
    count = _count(node)
    return Sense("DURATION", _length(count, _unit(node)), "vague" if count == "X" else "absolute")


def resolve_short_time(node: Node, context: Context) -> Sense:
    """«(بعد) وقت قصير» is PTXM."""
    return Sense("DURATION", node.text("short_time") or "", "vague")


def resolve_duration_half(node: Node, context: Context) -> Sense:
    """«أربع ساعات ونصف» is PT4H30M, «عام ونصف عام» P18M."""
    unit, count = _unit(node), _count(node)
    if unit == "Y" and count == "1":
        return Sense("DURATION", "P18M", "absolute")
    return Sense("DURATION", _length(count, unit) + _HALVES.get(unit, ""), "absolute")


def resolve_duration_fraction(node: Node, context: Context) -> Sense | None:
    """«ربع قرن» is P25Y, «نصف ساعة» PT30M."""
    whole = _QUARTERS_OF.get(_unit(node))
    if whole is None:
        return None
    return Sense("DURATION", _length(str(int(float(node.text("fraction") or 0) * whole[0])), whole[1]), "absolute")


def resolve_duration_ordinal(node: Node, context: Context) -> Sense | None:
    """«اليوم الثالث على التوالي» is P3D."""
    number = node.number("day_number")
    return Sense("DURATION", _length(str(int(number.low)), _unit(node)), "absolute") if number else None


def resolve_age(node: Node, context: Context) -> Sense | None:
    """«العشرين من العمر» is P20Y, «الثلاثينيات من عمره» P30Y."""
    decade = node.text("decade")
    number = node.number("number") or node.number("day_number")
    if decade:
        return Sense("DURATION", f"P{decade}0Y", "vague")
    return Sense("DURATION", f"P{int(number.low or number.high or 0)}Y", "absolute") if number else None


def resolve_round(node: Node, context: Context) -> Sense:
    """«مدار الساعة» is PT24H."""
    return Sense("DURATION", node.text("round_the") or "", "absolute")


def resolve_set(node: Node, context: Context) -> Sense:
    """«يومياً» is P1D."""
    return Sense("SET", node.text("set") or "", "vague")


def resolve_nightly(node: Node, context: Context) -> Sense:
    """«حلول الظلام» is every night."""
    return Sense("SET", node.text("nightly") or "", "vague")


def resolve_set_every(node: Node, context: Context) -> Sense:
    """«كل 4 سنوات» is P4Y."""
    return Sense("SET", _length(_count(node), _unit(node)), "vague")


def resolve_set_part(node: Node, context: Context) -> Sense:
    """«كل صباح» is XXXX-XX-XXTMO."""
    return Sense("SET", f"XXXX-XX-XXT{node.text('daypart')}", "vague")


def resolve_set_weekday(node: Node, context: Context) -> Sense:
    """«كل يوم جمعة» is XXXX-WXX-5."""
    return Sense("SET", f"XXXX-WXX-{node.text('bare_weekday') or node.text('weekday')}", "vague")


def resolve_reference(node: Node, context: Context) -> Sense:
    """A time told only as past, present or to come."""
    places = ("reference", "in_future", "reference_in", "soon_after", "short_ago")
    value = node.pattern.value or next((found for place in places if (found := node.text(place))), "PAST_REF")
    return Sense("DATE", value, "vague")


def resolve_modified_reference(node: Node, context: Context) -> Sense:
    """«الأشهر الماضية» is PAST_REF, «المرحلة المقبلة» FUTURE_REF."""
    told = node.text("modifier") or node.text("before_this") or "this"
    return Sense("DATE", {"last": "PAST_REF", "next": "FUTURE_REF"}.get(told, "PRESENT_REF"), "vague")


def resolve_anaphoric(node: Node, context: Context) -> Sense:
    """«آنذاك»: the last date named, else the past."""
    return Sense("DATE", context.last, "relative") if context.last else Sense("DATE", "PAST_REF", "vague")
