"""Rows written to Parquet: typed by the descriptions of their table, zstd."""

from __future__ import annotations

import os
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from riwaya.store.database import Row
from riwaya.store.tables import Table

_TYPES = {"INTEGER": pa.int64(), "REAL": pa.float64(), "TEXT": pa.string(), "BLOB": pa.binary()}
_ROWS_AT_ONCE = 20_000
_READ_AT_ONCE = 500


def write_rows(path: Path, table: Table, rows: Iterator[Row]) -> int:
    """Write all columns of rows to a file, which is there wholly or not at all; how many rows there were."""
    schema = arrow_schema(table)
    compression = {column.name: "NONE" if column.type == "BLOB" else "ZSTD" for column in table.columns}
    partial = path.with_suffix(".partial")
    written = 0
    with pq.ParquetWriter(partial, schema, compression=compression) as writer:
        while some := list(islice(rows, _ROWS_AT_ONCE)):
            arrays = [pa.array(cells, kind) for cells, kind in zip(zip(*some, strict=True), schema.types, strict=True)]
            writer.write_table(pa.Table.from_arrays(arrays, schema=schema))
            written += len(some)
    with partial.open("rb+") as file:
        os.fsync(file.fileno())
    partial.replace(path)
    return written


def read_rows(path: Path, table: Table) -> Iterator[Row]:
    """The rows of a file, some in memory at a time. Raises OSError or ValueError (pyarrow's) if it cannot be read."""
    with pq.ParquetFile(path) as file:
        for batch in file.iter_batches(_READ_AT_ONCE, columns=list(table.names)):
            yield from zip(*(column.to_pylist() for column in batch.select(table.names).columns), strict=True)


def arrow_schema(table: Table) -> pa.Schema:
    """The columns of a table, each with its description."""
    return pa.schema(
        [
            pa.field(column.name, _TYPES[column.type], column.null, metadata={"description": column.about})
            for column in table.columns
        ],
        metadata={"description": table.about},
    )
