"""Rows of follow-ups: which accounts of a page tell of something about, in answer to or after what others tell."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from riwaya.fuse.links import find_links
from riwaya.model import Page
from riwaya.store.cells import Cells, Rows
from riwaya.store.fusing import as_account
from riwaya.store.told import Told


def add_follow_ups(rows: Rows, page: Page) -> None:
    """Add them; all other rows of the page must be there."""
    told = {one.key: one for one in _told(rows)}
    links = find_links(as_account(one, page.id) for one in told.values())
    positions: Counter[str] = Counter()
    for link in links:
        name = link.words[-1]
        rows.add("follow_ups", {
            "account": told[link.one].number, "position": positions[link.one], "kind": link.kind,
            "other": told[link.other].number, "span_start": name.start, "span_end": name.end, "text": name.text,
            "rule": link.rule,
        })  # fmt: skip
        positions[link.one] += 1


def _told(rows: Rows) -> Iterator[Told]:
    """The accounts of a page with the rows that hang on them."""
    tables = rows.tables
    articles, sentences, statements = (_by_id(tables[name]) for name in ("articles", "sentences", "statements"))
    participants, counts, chains = (_by_account(tables[name]) for name in ("participants", "counts", "chains"))
    for cells in tables["accounts"]:
        number = cells["id"]
        chain = [statements[link["statement"]] for link in chains[number]]
        yield Told(
            cells, articles[cells["article"]], sentences.get(cells["sentence"]), participants[number], counts[number],
            chain,
        )  # fmt: skip


def _by_id(cells: list[Cells]) -> dict[int, Cells]:
    return {one["id"]: one for one in cells}


def _by_account(cells: list[Cells]) -> defaultdict[int, list[Cells]]:
    found: defaultdict[int, list[Cells]] = defaultdict(list)
    for one in cells:
        found[one["account"]].append(one)
    return found
