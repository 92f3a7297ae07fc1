"""Measure fusion against the gold of the crawl: which accounts of a store are put together as one event.

    riwaya ingest --records ../shared/data/crawl/saudi-2015-07.jsonl.gz --store crawl.riwaya
    python eval/fusion.py --store crawl.riwaya [--wrong N] [--missed N] [--json]

What is missed is told apart: a telling that reading did not find can never be joined, whatever fusing does.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

if __package__ in (None, ""):
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from eval.clusters import Pair, harmonic, is_joined, is_same, pairs, tally_b_cubed, tally_pairs
from eval.copies import GoldPair, copies_of, load_pairs, tally_copies, wrong_copies
from eval.figures import Tally
from eval.found import OTHER_TYPE, Found, Sightings, load_accounts, match, why_missed
from eval.tellings import CRAWL, GoldEvent, Telling, load_crawl, load_events

from riwaya.errors import RiwayaError
from riwaya.fuse.copies import Copy
from riwaya.lexicon.build import load_lexicon
from riwaya.store.store import open_store


@dataclass(frozen=True, slots=True)
class Result:
    """The gold, and what of it stands in a store."""

    events: Sequence[GoldEvent]
    accounts: Sequence[Found]
    """Those of the gold's articles."""
    sightings: Sightings
    pairs: Sequence[GoldPair] = ()
    """Pairs of articles that are copies or not."""
    copies: Mapping[tuple[str, str], Copy] = field(default_factory=dict)
    """Copies among the articles of the store."""

    @property
    def tellings(self) -> list[Telling]:
        """All tellings of the gold."""
        return [telling for event in self.events for telling in event.tellings]

    @property
    def clusters(self) -> dict[Telling, set[str]]:
        """Telling → the store's events that stand for it; a telling that was not read is not there."""
        found: dict[Telling, set[str]] = defaultdict(set)
        for (telling, _), account in self.sightings.items():
            found[telling].add(account.event)
        return dict(found)


def main(arguments: list[str] | None = None) -> int:
    """Print the figures; 1 if the store cannot be read."""
    options = parse_arguments(arguments)
    try:
        result = compare(options.store)
    except RiwayaError as error:
        print(error, file=sys.stderr)
        return 1
    if options.json:
        print(json.dumps(figures(result), ensure_ascii=False))
        return 0
    print(*report(result), sep="\n")
    words = Words(options.texts)
    print(*wrong_merges(result, words, options.wrong), *missed_pairs(result, words, options.missed), sep="\n")
    print("\ncopies", *wrong_copies(result.pairs, result.copies), sep="\n")
    return 0


def parse_arguments(arguments: list[str] | None) -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--store", required=True, help="a store into which the crawl was read")
    parser.add_argument("--wrong", type=int, default=40, metavar="N", help="list so many wrong merges (default: 40)")
    parser.add_argument("--missed", type=int, default=40, metavar="N", help="list so many missed pairs (default: 40)")
    parser.add_argument("--json", action="store_true", help="the figures as one JSON object, and no lists")
    parser.add_argument("--texts", type=Path, default=CRAWL, help="the crawl, to show the words of what is listed")
    return parser.parse_args(arguments)


def compare(path: str, events: Sequence[GoldEvent] | None = None) -> Result:
    """Find the gold's tellings among the accounts of a store."""
    events = load_events() if events is None else events
    articles = {telling.article for event in events for telling in event.tellings}
    with open_store(path, readonly=True) as store:
        accounts = [one for one in load_accounts(store.database) if one.article in articles]
        copies = copies_of(store.database)
    families = {name: kind.quad for name, kind in load_lexicon().frames.types.items()}
    return Result(events, accounts, match(events, accounts, families), load_pairs(), copies)


def figures(result: Result) -> dict[str, float]:
    """Every figure by name."""
    tellings, clusters = result.tellings, result.clusters
    read = [telling for telling in tellings if telling in clusters]
    end, fused = tally_pairs(tellings, clusters), tally_pairs(read, clusters)
    return {
        "events": len(result.events),
        "events told by several articles": sum(len(event.tellings) > 1 for event in result.events),
        "tellings": len(tellings),
        "tellings read": _share(len(read), len(tellings)),
        "pairs": end.gold,
        "pair precision": round(end.precision, 4),
        "pair recall": round(end.recall, 4),
        "pair F1": round(end.f1, 4),
        "pair recall of what was read": round(fused.recall, 4),
        "pairs lost in reading": end.gold - fused.gold,
        "pairs lost in fusing": fused.gold - fused.right,
        **_by_event(result.events, clusters),
        **_b_cubed(result, read_only=True),
        **_b_cubed(result, read_only=False),
        **_copies(result),
    }


def _copies(result: Result) -> dict[str, float]:
    """How well wire copies were found."""
    tally = tally_copies(result.pairs, result.copies)
    return {"copies precision": round(tally.precision, 4), "copies recall": round(tally.recall, 4)}


def _by_event(events: Sequence[GoldEvent], clusters: Mapping[Telling, set[str]]) -> dict[str, float]:
    """The mean of the events' pair recalls, so that the great ones do not decide alone."""
    tallies = [tally_pairs(event.tellings, clusters) for event in events if len(event.tellings) > 1]
    return {"pair recall, mean of events": _share(sum(tally.recall for tally in tallies), len(tallies))}


def _b_cubed(result: Result, *, read_only: bool) -> dict[str, float]:
    """B³ over triggers: those that were read, or all, each that was not read standing alone."""
    gold, found = {}, {}
    for telling in result.tellings:
        for trigger in telling.triggers:
            account = result.sightings.get((telling, trigger))
            if account is None and read_only:
                continue
            item = f"{telling.event} {telling.article} {trigger.start}"
            gold[item], found[item] = telling.event, item if account is None else account.event
    precision, recall = tally_b_cubed(gold, found)
    name = "B³ of what was read" if read_only else "B³"
    parts = {"precision": precision, "recall": recall, "F1": harmonic(precision, recall)}
    return {f"{name} {part}": round(value, 4) for part, value in parts.items()}


def _share(part: float, whole: int) -> float:
    return round(part / whole, 4) if whole else 0.0


def report(result: Result) -> Iterator[str]:
    """The figures as lines, then what was lost in reading, and the figures by type of event."""
    for name, value in figures(result).items():
        yield f"{name:34} {value:g}" if isinstance(value, int) else f"{name:34} {value:.3f}"
    missed = [telling for telling in result.tellings if telling not in result.clusters]
    why = Counter(why_missed(telling, result.accounts) for telling in missed)
    yield from (f"{f'tellings {reason}':34} {count}" for reason, count in sorted(why.items()))
    yield ""
    yield f"{'type':12} {'events':>6} {'tellings':>8} {'read':>6} {'pair R':>7} {'of read':>7}"
    for kind in sorted({event.type for event in result.events}):
        yield _type_line(kind, [event for event in result.events if event.type == kind], result.clusters)


def _type_line(kind: str, events: Sequence[GoldEvent], clusters: Mapping[Telling, set[str]]) -> str:
    tellings = [telling for event in events for telling in event.tellings]
    read = [telling for telling in tellings if telling in clusters]
    end, fused = Tally(), Tally()
    for event in events:
        whole = tally_pairs(event.tellings, clusters)
        part = tally_pairs([telling for telling in event.tellings if telling in clusters], clusters)
        end.add(whole.right, whole.system, whole.gold)
        fused.add(part.right, part.system, part.gold)
    return (
        f"{kind:12} {len(events):6} {len(tellings):8} {_share(len(read), len(tellings)):6.2f}"
        f" {end.recall:7.2f} {fused.recall:7.2f}"
    )


class Words:
    """The words around a trigger, where the crawl is at hand."""

    def __init__(self, path: Path) -> None:
        self.texts = {row["id"]: row["text"] for row in load_crawl(path)} if path.exists() else {}

    def around(self, telling: Telling) -> str:
        """``saudi-00340 …في [هجوم] انتحاري…``"""
        text, trigger = self.texts.get(telling.article, ""), telling.triggers[0]
        left, right = text[max(0, trigger.start - 40) : trigger.start], text[trigger.end : trigger.end + 60]
        shown = f"…{left}[{trigger.of(text)}]{right}…".replace("\n", " ") if text else f"at {trigger.start}"
        return f"{telling.article} {shown}"


def wrong_merges(result: Result, words: Words, most: int) -> Iterator[str]:
    """Tellings of different events that are one event in the store: one example a pair of events, commonest first."""
    wrong: dict[tuple[str, str], list[Pair]] = defaultdict(list)
    for pair in pairs(result.tellings):
        if not is_same(pair) and is_joined(pair, result.clusters):
            wrong[pair[0].event, pair[1].event].append(pair)
    yield f"\nwrong merges: {sum(map(len, wrong.values()))} pairs of tellings, of {len(wrong)} pairs of events"
    for (one, other), those in sorted(wrong.items(), key=lambda entry: (-len(entry[1]), entry[0]))[:most]:
        yield f"  {one} + {other}: {len(those)}"
        yield from (f"      {words.around(telling)}" for telling in those[0])


def missed_pairs(result: Result, words: Words, most: int) -> Iterator[str]:
    """Events of the gold of which something is lost, with the tellings as they lie in the store."""
    lost: list[tuple[int, GoldEvent]] = []
    for event in result.events:
        tally = tally_pairs(event.tellings, result.clusters)
        if tally.right < tally.gold:
            lost.append((tally.gold - tally.right, event))
    yield f"\nmissed: {sum(count for count, _ in lost)} pairs of tellings, of {len(lost)} events"
    for count, event in sorted(lost, key=lambda entry: (-entry[0], entry[1].id))[:most]:
        yield f"  {event.id} ({event.type} {event.date}): {count} pairs"
        yield from _lying(event, result, words)


def _lying(event: GoldEvent, result: Result, words: Words) -> Iterator[str]:
    """The tellings of an event by the store's event that stands for them; those that were not read last."""
    place = {telling: min(result.clusters[telling]) for telling in event.tellings if telling in result.clusters}
    sizes = Counter(place.values())
    for cluster, size in sizes.most_common():
        yield f"    {cluster}: {size}"
        here = [telling for telling in event.tellings if place.get(telling) == cluster]
        yield from (f"      {words.around(telling)}" for telling in here)
    for telling in event.tellings:
        if telling not in place:
            why = why_missed(telling, result.accounts)
            also = f" ({_other_type(telling, result.accounts)})" if why == OTHER_TYPE else ""
            yield f"    {why}{also}: {words.around(telling)}"


def _other_type(telling: Telling, accounts: Sequence[Found]) -> str:
    here = [one for one in accounts if one.article == telling.article]
    return " ".join(sorted({one.type for one in here for at in telling.triggers if one.trigger.overlaps(at)}))


if __name__ == "__main__":
    sys.exit(main())
