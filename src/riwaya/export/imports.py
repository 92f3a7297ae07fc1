"""What people send back: corrections of accounts (CSV, Label Studio JSON) and judgements between accounts (CSV)."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from riwaya.errors import RiwayaError, UsageError
from riwaya.fuse.judgement import Judgement
from riwaya.store.store import Store
from riwaya.store.verdicts import Verdict

CHOICES = ("right", "wrong", "unsure")
SAMENESS = ("same", "different", "unsure")
CORRECTION = ("account", "field", "verdict")
"""Columns that a CSV of corrections must have; value, note, judge and made may be there."""
JUDGEMENT = ("one", "other", "verdict")
"""Columns that a CSV of judgements must have; judge, person, score, reasons and made may be there."""
SHOULD_BE = "-value"
"""Behind the name of a control of Label Studio that tells what a field should be."""
NOTE, JUDGE, MADE = "note", "judge", "made"
"""Controls of Label Studio for the remark, and for who says so and when if not the annotator and then."""


@dataclass(slots=True)
class Taken:
    """What became of the rows of a file."""

    added: int = 0
    known: int = 0
    """Rows that the store had already."""
    faults: list[str] = field(default_factory=list)
    """``file:line: what is wrong``, one a row that was not taken."""


Row = tuple[str, Mapping[str, Any]]
"""Where it stands, and its cells."""


def import_corrections(store: Store, path: Path, judge: str) -> Taken:
    """Add what a file says of accounts; ``judge`` is whoever it is if a row does not say. Raises UsageError."""
    rows = _label_studio(path) if path.suffix == ".json" else _table(path, CORRECTION)

    def add(row: Mapping[str, Any]) -> bool:
        verdict = _verdict(row, judge)
        account = str(row["account"]).strip()
        if any(_same(verdict, known) for known in store.verdicts.of(account)):
            return False
        store.verdicts.add(account, verdict)
        return True

    return _take(rows, add)


def import_judgements(store: Store, path: Path, judge: str) -> Taken:
    """Add what a file says of pairs of accounts, likewise. Raises UsageError."""

    def add(row: Mapping[str, Any]) -> bool:
        judgement = _judgement(row, judge)
        if any(_same(judgement, known) for known in store.judgements.of(judgement.one)):
            return False
        store.judgements.add(judgement)
        return True

    return _take(_table(path, JUDGEMENT), add)


def _take(rows: Iterable[Row], add: Callable[[Mapping[str, Any]], bool]) -> Taken:
    taken = Taken()
    for place, row in rows:
        try:
            if add(row):
                taken.added += 1
            else:
                taken.known += 1
        except (RiwayaError, ValueError) as error:
            taken.faults.append(f"{place}: {error}")
    return taken


def _same(one: Verdict | Judgement, known: Verdict | Judgement) -> bool:
    """True if the store says so already; a row that does not tell when it was made is the same at any time."""
    names = [name for name in type(one).__slots__ if name != "made" or one.made]
    return all(getattr(one, name) == getattr(known, name) for name in names)


def _verdict(row: Mapping[str, Any], judge: str) -> Verdict:
    value = row.get("value")
    return Verdict(
        _told(row, "field"), _one_of(row, CHOICES), row.get("judge") or judge,
        _json(value) if isinstance(value, str) else value, row.get("note") or None, row.get("made") or None,
    )  # fmt: skip


def _judgement(row: Mapping[str, Any], judge: str) -> Judgement:
    one, other = sorted((_told(row, "one"), _told(row, "other")))
    score = float(row["score"]) if row.get("score") else None
    person = (row.get("person") or "1") not in ("0", "false", "no")
    reasons = _json(row.get("reasons") or "")
    return Judgement(one, other, _one_of(row, SAMENESS), row.get("judge") or judge, person, score, reasons,
                     row.get("made") or None)  # fmt: skip


def _told(row: Mapping[str, Any], name: str) -> str:
    told = str(row.get(name) or "").strip()
    if not told:
        raise ValueError(f"{name} is empty")
    return told


def _one_of(row: Mapping[str, Any], known: tuple[str, ...]) -> str:
    told = _told(row, "verdict")
    if told not in known:
        raise ValueError(f"{told!r} is no verdict; there are {', '.join(known)}")
    return told


def _json(text: str) -> Any:
    """What the text says as JSON, else the text itself; None if it is empty."""
    if not text:
        return None
    try:
        return json.loads(text)
    except ValueError:
        return text


def told_value(value: Any) -> str:
    """What a field should be, so that it comes back as it is: text as it stands, unless that is JSON for another."""
    if isinstance(value, str) and _json(value) == value:
        return value
    return json.dumps(value, ensure_ascii=False)


def _table(path: Path, needed: tuple[str, ...]) -> Iterator[Row]:
    text = _read(path)
    reader = csv.DictReader(text.splitlines(keepends=True))
    missing = [name for name in needed if name not in (reader.fieldnames or ())]
    if missing:
        raise UsageError(f"{path}: there is no column {missing[0]!r}; there must be {', '.join(needed)}")
    for row in reader:
        yield f"{path}:{reader.line_num}", row


def _label_studio(path: Path) -> Iterator[Row]:
    """Rows of an export of Label Studio: the data of each task has the key of an account under ``account``."""
    try:
        tasks = json.loads(_read(path))
    except ValueError as error:
        raise UsageError(f"{path} is no JSON: {error}") from error
    if not isinstance(tasks, list) or not all(isinstance(task, dict) for task in tasks):
        raise UsageError(f"{path} is no export of Label Studio: a list of tasks is expected")
    for number, task in enumerate(tasks):
        for annotation in task.get("annotations", ()):
            yield from _annotation(f"{path}: task {task.get('id', number)}", task, annotation)


def _annotation(place: str, task: Mapping[str, Any], annotation: Mapping[str, Any]) -> Iterator[Row]:
    told = {one.get("from_name", ""): _answer(one.get("value", {})) for one in annotation.get("result", ())}
    note, judge, made = (told.pop(name, None) for name in (NOTE, JUDGE, MADE))
    annotator = annotation.get("completed_by")
    if isinstance(annotator, dict):
        annotator = annotator.get("email") or annotator.get("id")
    judge = judge or annotator
    for name in dict.fromkeys(control.removesuffix(SHOULD_BE) for control in told):
        value = told.get(name + SHOULD_BE)
        yield place, {
            "account": task.get("data", {}).get("account", ""), "field": name, "value": value, "note": note,
            "verdict": told.get(name) or "wrong", "judge": None if judge is None else str(judge),
            "made": made or annotation.get("created_at"),
        }  # fmt: skip


def _answer(value: Mapping[str, Any]) -> Any:
    """What somebody chose or wrote in a control; several answers as a list."""
    answers = value.get("choices") or value.get("text") or value.get("taxonomy") or []
    if isinstance(answers, list):
        return answers[0] if len(answers) == 1 else answers or None
    return answers


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{path} cannot be read: {error}") from error
