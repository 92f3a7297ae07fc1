"""``riwaya review``: pairs of accounts that may be one event, the least certain first, and what people say of them."""

from __future__ import annotations

import csv
import getpass
import json
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Sequence
from dataclasses import asdict

from riwaya.cli.forms import add_form_options, console, print_csv, print_json, print_table, told
from riwaya.cli.store_option import add_store_option
from riwaya.errors import UsageError
from riwaya.fuse.account import Account
from riwaya.fuse.judgement import DIFFERENT, SAME, UNSURE, Judgement
from riwaya.fuse.precision import measure
from riwaya.store.review import LEAST_CERTAIN, RANDOM, Pair, find_pair, pairs_to_review, say
from riwaya.store.store import Store, open_store

ABOUT = "Show pairs of accounts that may tell one event, the least certain first, and keep what you say of them."
MORE = """On a terminal each pair is shown and asked for; elsewhere, or with --list, --json or --csv, they are listed.
A verdict is kept with who said it and when, outlives every reading, and counts for more than any rule.

exit status: 0 it is done; 1 there is no such store or account; 2 the call makes no sense.

examples:
  riwaya review --judge layla
  riwaya review --list --limit 50
  riwaya review ac0123456789abcdef0123 acfedcba9876543210fedc --say same --judge layla
  riwaya review --random --limit 100
  riwaya review --precision
  riwaya review --verdicts > verdicts.csv"""
LIMIT = 20
MANY = 1_000_000
"""More pairs than anybody reviews."""
COLUMNS = ("score", "judged", "one", "other", "sentence", "other_sentence")
KEPT = ("one", "other", "verdict", "judge", "person", "score", "reasons", "made")
"""What riwaya import judgements takes."""
ANSWERS = {"s": SAME, "d": DIFFERENT, "u": UNSURE}
ASKED = "[s]ame [d]ifferent [u]nsure s[k]ip [q]uit: "


def add_review(parser: ArgumentParser) -> None:
    """The options of the command."""
    parser.description, parser.epilog = ABOUT, MORE
    add = parser.add_argument
    add("accounts", nargs="*", metavar="ACCOUNT", help="two accounts of which --say tells something")
    add("--say", choices=tuple(ANSWERS.values()), help="what you say of the two accounts")
    add("--judge", metavar="NAME", help="who says so (default: you)")
    add("--limit", metavar="N", type=int, default=LIMIT, help=f"how many pairs (default: {LIMIT})")
    add("--random", action="store_true", help="pairs drawn by chance, which tell how good all are")
    add("--list", action="store_true", help="list the pairs, ask nothing")
    add("--precision", action="store_true", help="how often people agreed with riwaya, with its interval")
    add("--verdicts", action="store_true", help="print what people said, as riwaya import judgements takes it")
    add_form_options(parser)
    add_store_option(parser)
    parser.set_defaults(run=run_review)


def run_review(arguments: Namespace) -> int:
    """Show, ask, note or measure. Raises UsageError, StoreError."""
    if bool(arguments.say) != (len(arguments.accounts) == 2) or len(arguments.accounts) not in (0, 2):
        raise UsageError("--say goes with two accounts: riwaya review ONE OTHER --say same")
    if arguments.limit < 1:
        raise UsageError("--limit must be 1 or more")
    asks = sys.stdin.isatty() and not (arguments.list or arguments.json or arguments.csv)
    writes = bool(arguments.say) or (asks and not (arguments.precision or arguments.verdicts))
    with open_store(arguments.store, readonly=not writes) as store:
        _do(store, arguments, asks)
    return 0


def _do(store: Store, arguments: Namespace, asks: bool) -> None:
    drawn, judge = RANDOM if arguments.random else LEAST_CERTAIN, arguments.judge or getpass.getuser()
    if arguments.precision:
        _print_precision(store, arguments)
    elif arguments.verdicts:
        _print_verdicts(store.judgements.of_people())
    elif arguments.say:
        _say_once(store, arguments, judge)
    elif asks:
        ask_all(store, pairs_to_review(store.database, arguments.limit, drawn), judge, drawn, input)
    else:
        _print_pairs(pairs_to_review(store.database, arguments.limit, drawn), arguments)


def ask_all(store: Store, pairs: Sequence[Pair], judge: str, drawn: str, ask: Callable[[str], str]) -> int:
    """Show each pair and keep what is answered; how many verdicts were given."""
    given = 0
    for number, pair in enumerate(pairs, 1):
        _show(pair, f"{number} of {len(pairs)}")
        answer = ask(ASKED).strip().lower()[:1]
        if answer == "q":
            break
        if answer in ANSWERS:
            say(store, pair, ANSWERS[answer], judge, drawn)
            given += 1
    return given


def _say_once(store: Store, arguments: Namespace, judge: str) -> None:
    one, other = arguments.accounts
    pair = find_pair(pairs_to_review(store.database, MANY), one, other)
    if pair is None:
        store.judgements.add(Judgement(one, other, arguments.say, judge, is_person=True))
    else:
        say(store, pair, arguments.say, judge, "named")
    print(f"{one} {other}: {arguments.say}, says {judge}")


def _show(pair: Pair, place: str) -> None:
    out = console()
    score = "" if pair.score is None else f", score {pair.score:.2f}"
    out.print(f"{place}: {pair.judged}{score}")
    for side in pair.sides:
        out.print(f"  {side.key}  {side.type}, {side.outlet or side.path}, {side.published or 'undated'}")
        out.print(f"    {told(side.headline or '')}")
        out.print(f"    {told(_marked(side))}")


def _marked(account: Account) -> str:
    """The sentence with its trigger between brackets."""
    if account.sentence_start is None:
        return account.text
    start = account.start - account.sentence_start
    words, end = account.sentence, account.end - account.sentence_start
    return f"{words[:start]}[{words[start:end]}]{words[end:]}"


def _print_pairs(pairs: Sequence[Pair], arguments: Namespace) -> None:
    lines = [
        {"score": pair.score, "judged": pair.judged, "one": pair.one, "other": pair.other,
         "sentence": _marked(pair.sides[0]), "other_sentence": _marked(pair.sides[1]), "reasons": pair.reasons}
        for pair in pairs
    ]  # fmt: skip
    if arguments.json:
        for line in lines:
            print(json.dumps(line, ensure_ascii=False))
    else:
        (print_csv if arguments.csv else print_table)(COLUMNS, lines)


def _print_precision(store: Store, arguments: Namespace) -> None:
    found = measure(store.judgements.of_people())
    if arguments.json:
        print_json(found)
        return
    columns = ("judged", "drawn", "same", "of", "share", "low", "high")
    lines = [asdict(one) | {name: f"{getattr(one, name):.3f}" for name in columns[4:]} for one in found]
    (print_csv if arguments.csv else print_table)(columns, lines)


def _print_verdicts(judgements: Sequence[Judgement]) -> None:
    writer = csv.writer(sys.stdout)
    writer.writerow(KEPT)
    for one in judgements:
        reasons = "" if one.reasons is None else json.dumps(one.reasons, ensure_ascii=False)
        score = "" if one.score is None else one.score
        writer.writerow([one.one, one.other, one.verdict, one.judge, 1, score, reasons, one.made])
