"""From a node to what it means: which function works out which `means` of times.toml."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from riwaya.stages.dates import days, hours, lengths, periods
from riwaya.stages.dates.context import Context, Sense
from riwaya.stages.dates.matching import Node

Resolver = Callable[[Node, Context], Sense | None]


def resolve(node: Node, context: Context) -> Sense | None:
    """What the expression means, or None if it names a day that does not exist or nothing can be said."""
    if node.pattern.means == "child":
        inner = node.child("part", "day", "period")
        return resolve(inner, context) if inner else None
    return None if node.pattern.means == "nothing" else RESOLVERS[node.pattern.means](node, context)


RESOLVERS: Mapping[str, Resolver] = MappingProxyType(
    {
        "deictic": days.resolve_deictic,
        "weekday": days.resolve_weekday,
        "weekday_date": days.resolve_weekday_date,
        "date": days.resolve_date,
        "figures": days.resolve_figures,
        "anniversary": days.resolve_anniversary,
        "range_start": days.resolve_range_start,
        "day_of_month": days.resolve_day_of_month,
        "anaphoric_day": days.resolve_anaphoric_day,
        "feast": days.resolve_feast,
        "feast_week": days.resolve_feast_week,
        "month": periods.resolve_month,
        "month_figures": periods.resolve_month_figures,
        "year": periods.resolve_year,
        "short_year": periods.resolve_short_year,
        "part_of_year": periods.resolve_part_of_year,
        "period": periods.resolve_period,
        "ago": periods.resolve_ago,
        "season": periods.resolve_season,
        "decade": periods.resolve_decade,
        "century": periods.resolve_century,
        "anaphoric_period": periods.resolve_anaphoric_period,
        "part": hours.resolve_part,
        "part_today": hours.resolve_part_today,
        "part_weekdays": hours.resolve_part_weekdays,
        "night": hours.resolve_night,
        "midnight": hours.resolve_midnight,
        "clock": hours.resolve_clock,
        "duration": lengths.resolve_duration,
        "short_time": lengths.resolve_short_time,
        "duration_half": lengths.resolve_duration_half,
        "duration_fraction": lengths.resolve_duration_fraction,
        "duration_ordinal": lengths.resolve_duration_ordinal,
        "age": lengths.resolve_age,
        "round": lengths.resolve_round,
        "set": lengths.resolve_set,
        "nightly": lengths.resolve_nightly,
        "set_every": lengths.resolve_set_every,
        "set_part": lengths.resolve_set_part,
        "set_weekday": lengths.resolve_set_weekday,
        "reference": lengths.resolve_reference,
        "modified_reference": lengths.resolve_modified_reference,
        "anaphoric": lengths.resolve_anaphoric,
    }
)
