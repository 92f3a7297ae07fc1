"""A progress bar on standard error: how many pages a second, with which outcomes, and how long it will take."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn, TimeRemainingColumn

Watch = Callable[[Mapping[str, int]], None]
"""Takes the counts by outcome after each page."""


@contextmanager
def watching(count: Callable[[], int | None], *, quiet: bool) -> Iterator[Watch]:
    """Shows progress in a terminal, else nothing; ``count`` gives how many pages there are, or None."""
    console = Console(stderr=True)
    if quiet or not console.is_terminal:
        yield lambda counts: None
        return
    columns = (
        BarColumn(), MofNCompleteColumn(), TextColumn("{task.fields[rate]}"), TimeElapsedColumn(),
        TimeRemainingColumn(), TextColumn("{task.fields[told]}"),
    )  # fmt: skip
    with Progress(*columns, console=console) as progress:
        task = progress.add_task("", total=count(), rate="", told="")

        def watch(counts: Mapping[str, int]) -> None:
            done = sum(counts.values())
            elapsed = progress.tasks[0].elapsed or 0
            rate = f"{done / elapsed:.0f}/s" if elapsed else ""
            told = " · ".join(f"{number} {outcome}" for outcome, number in sorted(counts.items()) if number)
            progress.update(task, completed=done, rate=rate, told=told)

        yield watch
