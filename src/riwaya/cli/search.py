"""``riwaya search``: the articles of a store by their words, or by what they mean."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from riwaya.cli.forms import add_form_options, console, print_csv, print_json, remark, told
from riwaya.cli.store_option import add_store_option
from riwaya.errors import UsageError
from riwaya.meaning.encoder import load_encoder
from riwaya.store.search import FOUND, Hit, Passage, search
from riwaya.store.store import open_store

if TYPE_CHECKING:
    from riwaya.store.semantic import LikeArticle

ABOUT = """Find articles by their words, newest first, and show the sentences in which these stand; or, with --semantic,
by what their sentences mean, likest first."""
MORE = """A word is found in all its forms and whatever its spelling: كتب finds كَتَبَ, وكتبها and يكتبون, احمد finds أحمد.
An English name finds those who are so called: wagner.

  "الجيش المالي"   words behind each other        كتب*          all that begin so
  =كتب            only the word as written        a NEAR/5 b    at most five words between
  a OR b          one of them                     -a, NOT a     not that
  headline:a  name:wagner  outlet:aawsat  since:2023-01  until:2023-06-30

With --semantic a question in plain words is asked, in Arabic, English or another language; outlet:, since: and until:
hold as well. It needs vectors, which riwaya embed makes.

exit status: 0 the store was asked; 1 it cannot be; 2 the query makes no sense.

examples:
  riwaya search "هجوم نارا" --store news.riwaya
  riwaya search 'headline:وزير wagner -outlet:aawsat since:2023' --json
  riwaya search --semantic protests over bread prices since:2023"""
COLUMNS = ("article", "published", "outlet", "headline", "start", "end", "sentence", "found", "url", "path")
LIKE_COLUMNS = (
    "article", "score", "published", "outlet", "headline", "start", "end", "sentence", "sentence_score", "url", "path",
)  # fmt: skip
HEAD = ("article", "published", "outlet", "headline", "url", "path")
SHOWN = 3
"""How many sentences of an article people are shown."""


def add_search(parser: ArgumentParser) -> None:
    """The options of the command."""
    parser.description, parser.epilog = ABOUT, MORE
    parser.add_argument("query", nargs="+", metavar="QUERY", help="words to look for")
    parser.add_argument("--semantic", action="store_true", help="look for what is meant, not for words")
    parser.add_argument("--limit", metavar="N", type=int, default=FOUND, help=f"how many articles (default: {FOUND})")
    parser.add_argument("--after", metavar="PLACE", default=None, help="the next ones: what the call before told")
    add_form_options(parser)
    add_store_option(parser)
    parser.set_defaults(run=run_search)


def run_search(arguments: Namespace) -> int:
    """Print what is found. Raises UsageError, StoreError."""
    if arguments.limit < 1:
        raise UsageError("--limit must be 1 or more")
    if arguments.semantic:
        return _run_semantic(arguments)
    with open_store(arguments.store, readonly=True) as store:
        found = search(store.database, " ".join(arguments.query), arguments.limit, arguments.after)
    if arguments.json:
        print_json(found.hits)
    elif arguments.csv:
        print_csv(COLUMNS, (line for hit in found.hits for line in _lines(hit)))
    else:
        _show(found.hits)
    if found.after:
        remark(f"there are more: --after {found.after}")
    return 0


def _lines(hit: Hit) -> list[dict[str, Any]]:
    """A line for each sentence of an article."""
    head = {name: getattr(hit, name) for name in HEAD}
    return [
        head
        | {
            "start": one.start,
            "end": one.end,
            "sentence": one.text,
            "found": "; ".join(mark.text for mark in one.marks),
        }
        for one in hit.passages
    ]


def _show(hits: Sequence[Hit]) -> None:
    out = console()
    for hit in hits:
        out.print(f"{hit.published or 'undated'}  {hit.outlet or hit.path}  {told(hit.headline)}  {hit.article[7:19]}")
        for passage in hit.passages[:SHOWN]:
            out.print(f"    {told(_marked(passage))}")


def _marked(passage: Passage) -> str:
    """The sentence with what was found between brackets."""
    text, end = "", passage.start
    for mark in passage.marks:
        text += f"{passage.text[end - passage.start : mark.start - passage.start]}[{mark.text}]"
        end = mark.end
    return text + passage.text[end - passage.start :]


def _run_semantic(arguments: Namespace) -> int:
    """Print what is like the question. Raises DataError without the extra, UsageError, StoreError."""
    encoder = load_encoder()
    from riwaya.store.semantic import search_meaning

    with open_store(arguments.store, readonly=True) as store:
        found = search_meaning(store.database, encoder, " ".join(arguments.query), arguments.limit, arguments.after)
    if arguments.json:
        print_json(found.hits)
    elif arguments.csv:
        print_csv(LIKE_COLUMNS, (line for hit in found.hits for line in _like_lines(hit)))
    else:
        _show_likes(found.hits)
    if found.without:
        remark(f"{found.without} articles have no vectors yet and were not looked at: riwaya embed")
    if found.after:
        remark(f"there are more: --after {found.after}")
    return 0


def _like_lines(hit: LikeArticle) -> list[dict[str, Any]]:
    """A line for each sentence of an article that is like the question."""
    head = {name: getattr(hit, name) for name in (*HEAD, "score")}
    return [
        head | {"start": one.start, "end": one.end, "sentence": one.text, "sentence_score": one.score}
        for one in hit.passages
    ]


def _show_likes(hits: Sequence[LikeArticle]) -> None:
    """Articles with their likeness; of each the sentence that is likest."""
    out = console()
    for hit in hits:
        where = hit.outlet or hit.path
        out.print(f"{hit.score:.3f}  {hit.published or 'undated'}  {where}  {told(hit.headline)}  {hit.article[7:19]}")
        for one in hit.passages[:1]:
            out.print(f"    {told(f'[{one.text}]')}")
