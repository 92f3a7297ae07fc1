"""Whether the data folder follows its own rules (data/README.md); every fault is told with file and line."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from riwaya.lexicon.check_contexts import FILE as CONTEXTS
from riwaya.lexicon.check_contexts import check_context
from riwaya.lexicon.check_frames import Known, check_classes, check_frame, check_ids
from riwaya.lexicon.check_spelling import check_spelling
from riwaya.lexicon.check_tables import check_table
from riwaya.lexicon.derive import masdars, participles
from riwaya.lexicon.faults import EntryLines, Fault, entry_lines, reporter
from riwaya.lexicon.inflect import Verb

Rules = Mapping[str, tuple[str, Mapping[str, Any]]]
"""File → its text and what it holds."""


def check_data(folder: Path) -> list[Fault]:
    """Every fault of a data folder, by file and line; [] if all is well."""
    faults: set[Fault] = set()
    rules: dict[str, tuple[str, Mapping[str, Any]]] = {}
    for path in sorted(folder.rglob("*")):
        if not path.is_file() or path.name.startswith("."):
            continue
        file = path.relative_to(folder).as_posix()
        data = path.read_bytes()
        faults.update(check_spelling(file, data))
        text = data.decode("utf-8", "replace")
        if path.suffix == ".tsv":
            faults.update(check_table(file, text))
        elif path.suffix == ".toml":
            try:
                rules[file] = (text, tomllib.loads(text))
            except tomllib.TOMLDecodeError as error:
                faults.add(Fault(file, 0, f"no TOML: {error}"))
    faults.update(_check_rules(rules, _known(folder, rules)))
    return sorted(faults)


def _check_rules(rules: Rules, known: Known) -> Iterator[Fault]:
    """Faults of the TOML files: ids, frames, and the lemmas and classes that other rules name."""
    frames: dict[str, str] = {}
    for file, (text, content) in rules.items():
        own: dict[str, str] = {}
        for table, entries in _entries(text, content).items():
            shared = frames if table == "frame" else own
            yield from check_ids(file, ((entry.get("id"), lines) for entry, lines in entries), shared)
            for entry, lines in entries:
                if table == "frame":
                    yield from check_frame(file, entry, lines, known)
                elif file == CONTEXTS:
                    yield from check_context(entry, lines, known)
                else:
                    yield from _check_words(file, entry, lines, known)


def _check_words(file: str, entry: Mapping[str, Any], lines: EntryLines, known: Known) -> Iterator[Fault]:
    """Verbs and word classes of an entry that is no frame: a cue, a light verb, a mode, a domain."""
    fault = reporter(file)
    for lemma in _strings(entry.get("verbs")):
        if message := known.missing(lemma, known.verbs):
            yield fault(lines.of(lemma), message)
    for line, message in check_classes(_strings(entry.get("words")), lines, known):
        yield fault(line, message)


def _strings(value: Any) -> list[str]:
    return [one for one in value if isinstance(one, str)] if isinstance(value, list) else []


def _entries(text: str, content: Mapping[str, Any]) -> dict[str, list[tuple[Mapping[str, Any], EntryLines]]]:
    """Table → its entries (``[[table]]``) with their lines."""
    found: dict[str, list[tuple[Mapping[str, Any], EntryLines]]] = {}
    for table, entries in content.items():
        if isinstance(entries, list) and entries and all(isinstance(entry, dict) for entry in entries):
            lines = list(entry_lines(text, table))
            if len(lines) == len(entries):
                found[table] = list(zip(entries, lines, strict=True))
    return found


# --- what may be named ------------------------------------------------------------------------------


def _known(folder: Path, rules: Rules) -> Known:
    verbs = [_verb(row) for row in _rows(folder / "words/verbs.tsv")]
    nouns = {lemma for name in ("nouns", "adjectives") for lemma in _column(folder / f"words/{name}.tsv", "lemma")}
    nouns |= {word for verb in verbs for word in masdars(verb)}
    nouns |= {word for verb in verbs for word, _ in participles(verb)}
    classes = {name for cell in _column(folder / "words/nouns.tsv", "class") for name in cell.split()}
    for file, (_, content) in rules.items():
        if file.startswith("frames/classes"):
            classes |= set(content.get("class", ()))
    ontology = rules.get("ontology.toml", ("", {}))[1]
    return Known(
        frozenset(verb.lemma for verb in verbs),
        frozenset(nouns),
        frozenset(classes),
        ontology.get("type", {}),
        frozenset(ontology.get("contexts", ())),
    )


def _verb(row: Mapping[str, str]) -> Verb:
    masdar_cells = tuple(cell.strip() for cell in row.get("masdars", "").split(",") if cell.strip())
    return Verb(
        row["lemma"], row.get("root", ""), row.get("form", ""), row.get("imperfect", ""), row.get("transitive") == "y",
        masdar_cells,
    )  # fmt: skip


def _column(path: Path, column: str) -> Iterable[str]:
    return (row[column] for row in _rows(path) if row.get(column))


def _rows(path: Path) -> Iterator[Mapping[str, str]]:
    """Rows of a table that may have faults; none if it is missing. Rows without a lemma are passed over."""
    if not path.is_file():
        return
    lines = path.read_text(encoding="utf-8", errors="replace").splitlines()
    rows = [line.split("\t") for line in lines if line.strip() and not line.startswith("#")]
    for cells in rows[1:]:
        row = dict(zip(rows[0], cells, strict=False))
        if row.get("lemma"):
            yield row
