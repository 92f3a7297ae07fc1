"""Changes between readings, for people and for machines."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from riwaya.store.difference import Change

_TOLD = ("text", "value", "context", "name", "entity", "country", "sector", "what", "low", "high", "basis")
"""What a person wants to know of an object, what names it first."""
_MARKS = {"appeared": "+", "vanished": "-", "changed": "~"}


def encode_change(path: str, change: Change) -> dict[str, Any]:
    """A change as JSON takes it; of a changed event only the fields that differ."""
    told: dict[str, Any] = {"path": path, "account": change.account, "change": change.kind}
    told |= {"type": change.told["type"], "trigger": change.told["trigger"], "sentence": change.sentence}
    if change.before is not None and change.after is not None:
        told["fields"] = {name: {"before": change.before[name], "after": change.after[name]} for name in change.fields}
    else:
        told["event"] = change.told
    return told


def change_lines(change: Change) -> Iterator[str]:
    """A change in words: what, its sentence, and of a changed event field by field."""
    told = change.told
    yield f"  {_MARKS[change.kind]} {told['type']} «{told['trigger']['text']}» {change.account}"
    yield f"      {change.sentence}"
    if change.before is not None and change.after is not None:
        for name in change.fields:
            yield f"      {name}: {_words(change.before[name])} → {_words(change.after[name])}"


def _words(value: Any) -> str:
    """A value of an event in a few words."""
    if value is None or value == []:
        return "none"
    if isinstance(value, Mapping):
        return _name(value)
    if isinstance(value, Sequence) and not isinstance(value, str):
        return ", ".join(map(_words, value))
    return str(value)


def _name(value: Mapping[str, Any]) -> str:
    """What names an object, and in brackets what else is told of it; of a statement act and speaker."""
    if "act" in value:
        speaker = value["speaker"]
        return f"{value['act']} ({_name(speaker)})" if speaker else str(value["act"])
    told = [str(value[key]) for key in _TOLD if value.get(key)]
    return f"{told[0]} ({', '.join(told[1:])})" if told[1:] else "".join(told)
