"""From a node to what it means: which function works out which `means` of times.toml."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from riwaya.stages import time_days, time_hours, time_lengths, time_periods
from riwaya.stages.time_context import Context, Sense
from riwaya.stages.time_matching import Node

Resolver = Callable[[Node, Context], Sense | None]


def resolve(node: Node, context: Context) -> Sense | None:
    """What the expression means, or None if it names a day that does not exist or nothing can be said."""
    if node.pattern.means == "child":
        inner = node.child("part", "day", "period")
        return resolve(inner, context) if inner else None
    return None if node.pattern.means == "nothing" else RESOLVERS[node.pattern.means](node, context)


RESOLVERS: Mapping[str, Resolver] = MappingProxyType(
    {
        "deictic": time_days.resolve_deictic,
        "weekday": time_days.resolve_weekday,
        "weekday_date": time_days.resolve_weekday_date,
        "date": time_days.resolve_date,
        "figures": time_days.resolve_figures,
        "anniversary": time_days.resolve_anniversary,
        "range_start": time_days.resolve_range_start,
        "day_of_month": time_days.resolve_day_of_month,
        "anaphoric_day": time_days.resolve_anaphoric_day,
        "feast": time_days.resolve_feast,
        "feast_week": time_days.resolve_feast_week,
        "month": time_periods.resolve_month,
        "month_figures": time_periods.resolve_month_figures,
        "year": time_periods.resolve_year,
        "short_year": time_periods.resolve_short_year,
        "part_of_year": time_periods.resolve_part_of_year,
        "period": time_periods.resolve_period,
        "ago": time_periods.resolve_ago,
        "season": time_periods.resolve_season,
        "decade": time_periods.resolve_decade,
        "century": time_periods.resolve_century,
        "anaphoric_period": time_periods.resolve_anaphoric_period,
        "part": time_hours.resolve_part,
        "part_today": time_hours.resolve_part_today,
        "part_weekdays": time_hours.resolve_part_weekdays,
        "night": time_hours.resolve_night,
        "midnight": time_hours.resolve_midnight,
        "clock": time_hours.resolve_clock,
        "duration": time_lengths.resolve_duration,
        "short_time": time_lengths.resolve_short_time,
        "duration_half": time_lengths.resolve_duration_half,
        "duration_fraction": time_lengths.resolve_duration_fraction,
        "duration_ordinal": time_lengths.resolve_duration_ordinal,
        "age": time_lengths.resolve_age,
        "round": time_lengths.resolve_round,
        "set": time_lengths.resolve_set,
        "nightly": time_lengths.resolve_nightly,
        "set_every": time_lengths.resolve_set_every,
        "set_part": time_lengths.resolve_set_part,
        "set_weekday": time_lengths.resolve_set_weekday,
        "reference": time_lengths.resolve_reference,
        "modified_reference": time_lengths.resolve_modified_reference,
        "anaphoric": time_lengths.resolve_anaphoric,
    }
)
