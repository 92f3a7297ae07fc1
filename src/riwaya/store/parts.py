"""A folder of parts: the tables of a store as Parquet files, a part for each task of a run over many machines.

folder/accounts/000017.parquet    the rows of part 17, and so for every table
folder/parts/000017.json          its manifest, written last: a part without one does not count
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from riwaya.errors import StoreError
from riwaya.store.computed import COMPUTED
from riwaya.store.database import Database, Row
from riwaya.store.derived import DERIVED
from riwaya.store.runs import now
from riwaya.store.schema import ROWS_A_PAGE, TABLES, VERSION, layout
from riwaya.store.tables import Column, Table

ROWS_A_PART = 1 << 20
"""The kept rows of part k have the ids k × 2^20 to (k + 1) × 2^20 - 1, so that no id is in two parts."""
PARTS = 1 << 19
"""With so many parts the ids of derived rows just fit 63 bits."""
PART_TABLES = tuple(table for table in TABLES if not table.searched and table not in COMPUTED)
"""All but those that serve a full-text index or search by meaning, which Parquet files do not have."""
SCHEMA = "riwaya-part/1"
_DERIVED = frozenset(table.name for table in DERIVED)


@dataclass(frozen=True, slots=True)
class PartFile:
    """One file of a part."""

    rows: int
    bytes: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a part holds."""

    part: int
    version: int
    """Version of the schema of its tables."""
    made: str
    files: Mapping[str, PartFile]
    """By table."""
    layout: str = ""
    """Fingerprint of the tables that are made from the readings."""


def write_part(database: Database, folder: Path, part: int) -> Manifest:
    """Write the rows of a store as a part of a folder, in which it takes the place of an earlier one of its number.

    Raises StoreError, also if the store is too large for one part.
    """
    try:
        from riwaya.store.parquet import write_rows
    except ImportError as error:
        raise StoreError(f"{folder}: to write parts needs: pip install 'riwaya[parquet]'") from error
    if not 0 <= part < PARTS:
        raise StoreError(f"{folder}: parts are numbered from 0 to {PARTS - 1}, not {part}")
    manifest = _manifest_path(folder, part)
    files = {}
    try:
        manifest.unlink(missing_ok=True)
        with database.reading():
            for table in PART_TABLES:
                path = part_path(folder, table, part)
                path.parent.mkdir(parents=True, exist_ok=True)
                rows = write_rows(path, table, _renumbered(database, table, part))
                files[table.name] = PartFile(rows, path.stat().st_size, _sha256(path))
        told = Manifest(part, VERSION, now(), files, layout())
        _write_manifest(manifest, told)
    except OSError as error:
        raise StoreError(f"{folder}: cannot be written: {error.strerror or error}") from error
    return told


def read_manifests(folder: Path, *, kept: bool = False) -> list[Manifest]:
    """The manifests of all parts that are whole, by number. With ``kept`` only the kept tables must be as they are now.

    Raises StoreError if there is none, or one is strange.
    """
    found = [_read_manifest(path) for path in sorted((folder / "parts").glob("*.json"))]
    if not found:
        raise StoreError(f"{folder}: there are no parts in this folder")
    for one in found:
        if one.version != VERSION:
            raise StoreError(f"{folder}: part {one.part} has tables of schema {one.version}, not {VERSION}")
        if not kept and one.layout != layout():
            raise StoreError(f"{folder}: part {one.part} was written by another riwaya: load it into a store first")
    return found


def part_faults(folder: Path) -> Iterator[str]:
    """What is wrong with the files of a folder, in words."""
    for manifest in read_manifests(folder):
        for table in PART_TABLES:
            path = part_path(folder, table, manifest.part)
            if not path.is_file():
                yield f"{path}: is not there"
            elif _sha256(path) != manifest.files[table.name].sha256:
                yield f"{path}: is not as it was written"


def part_path(folder: Path, table: Table, part: int) -> Path:
    """Where the rows of a table lie."""
    return folder / table.name / f"{part:06}.parquet"


def _renumbered(database: Database, table: Table, part: int) -> Iterator[Row]:
    """All rows of a table, with numbers that no other part has."""
    shifts = [_shift(table, column, part) for column in table.columns]
    for row in database.stream(f"SELECT {', '.join(table.names)} FROM {table.name} ORDER BY {', '.join(table.key)}"):
        if table.key == ("id",) and table.name not in _DERIVED and isinstance(row[0], int) and row[0] >= ROWS_A_PART:
            raise StoreError(f"{database.name}: more than {ROWS_A_PART} {table.name} are too many for one part")
        yield tuple(
            cell + shift if shift and cell is not None else cell for cell, shift in zip(row, shifts, strict=True)
        )


def _shift(table: Table, column: Column, part: int) -> int:
    """What is added to the numbers in a column: those of a derived row begin with those of its page."""
    is_number = table.key == (column.name,) and column.type == "INTEGER"
    owner = column.references or (table.name if is_number else None)
    if owner is None:
        return 0
    return part * ROWS_A_PART * (ROWS_A_PAGE if owner in _DERIVED else 1)


def _manifest_path(folder: Path, part: int) -> Path:
    return folder / "parts" / f"{part:06}.json"


def _write_manifest(path: Path, manifest: Manifest) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_suffix(".partial")
    partial.write_text(json.dumps({"schema": SCHEMA, **asdict(manifest)}, indent=1) + "\n", encoding="utf-8")
    partial.replace(path)


def _read_manifest(path: Path) -> Manifest:
    try:
        told = json.loads(path.read_text(encoding="utf-8"))
        files = {name: PartFile(**file) for name, file in told["files"].items()}
        return Manifest(told["part"], told["version"], told["made"], files, told.get("layout", ""))
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise StoreError(f"{path}: is no manifest of a part: {error}") from error


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
