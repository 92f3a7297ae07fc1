"""What a released store is like, written down: ``python -m tests.store.release > tests/store/releases/N.sql``.

To be called once a release, when ``VERSION`` is N; the files stay for ever, and every one of them must migrate.
"""

from __future__ import annotations

from pathlib import Path

from riwaya.errors import UnreadableError
from riwaya.page.content import Content, Given
from riwaya.page.records import Unreadable
from riwaya.reader import load_reader
from riwaya.store.ingest import Ingest
from riwaya.store.schema import TABLES
from riwaya.store.store import Store, open_store
from riwaya.store.tables import Table
from riwaya.store.verdicts import Verdict

PAGE = Path(__file__).parents[2] / "examples" / "02-agency-brief.txt"


def fill(store: Store) -> None:
    """One page, one failure, one verdict, one judgement."""
    reader = load_reader()
    ingest = Ingest(store, reader.id, reader.read, Given({}), store.runs.start("ingest", ["pages"]))
    ingest.take(Content("/pages/brief.txt", PAGE.read_bytes()))
    ingest.take(Unreadable("/pages/none.txt", UnreadableError("missing", "The file cannot be opened.")))
    store.runs.end(ingest.run, ingest.counts.all())
    one, other = [row[0] for row in store.database.rows("SELECT key FROM accounts ORDER BY key LIMIT 2")]
    store.verdicts.add(one, Verdict("type", "wrong", "mona", value="PROTEST"))
    store.database.run(
        "INSERT INTO judgements (one, other, verdict, judge, is_person, made)"
        " VALUES (?, ?, 'different', 'mona', 1, '2023-04-18T09:30:00Z')",
        (one, other),
    )


def statements(store: Store, table: Table) -> list[str]:
    """What makes a table, its indexes and its rows."""
    question = "SELECT sql FROM sqlite_master WHERE tbl_name = ? AND sql IS NOT NULL ORDER BY rowid"
    made = store.database.rows(question, (table.name,))
    values = " || ',' || ".join(f"quote({name})" for name in table.names)
    rows = store.database.rows(f"SELECT {values} FROM {table.name}")
    return [row[0] for row in made] + [f"INSERT INTO {table.name} VALUES ({row[0]})" for row in rows]


if __name__ == "__main__":
    with open_store(":memory:", create=True) as store:
        fill(store)
        for table in TABLES:
            print(*(f"{statement};" for statement in statements(store, table)), sep="\n")
        for pragma in ("application_id", "user_version"):
            print(f"PRAGMA {pragma} = {store.database.rows(f'PRAGMA {pragma}')[0][0]};")
