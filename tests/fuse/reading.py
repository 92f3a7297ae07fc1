"""Accounts of a page as the engine reads it, without a store."""

from __future__ import annotations

from pathlib import Path

from riwaya.fuse.account import Account, Somebody, Spot, Toll, Voice
from riwaya.lexicon.build import load_lexicon
from riwaya.model import Document, EventMention, Page, Participant, Place, Statement
from riwaya.page.load import load_page
from riwaya.pipeline import read
from riwaya.store.keys import account_key, entity_id

SEED = Path("../shared/seed/page.txt")


def read_accounts(text: str, outlet: str = "nahr") -> list[Account]:
    """The accounts of a page."""
    lexicon = load_lexicon()
    page = load_page(text.encode(), "page.txt", {}, outlet, lexicon.pages)
    taken: set[str] = set()
    return [one for article in page.articles for one in _accounts(page, read(article, page.text, lexicon), taken)]


def _accounts(page: Page, document: Document, taken: set[str]) -> list[Account]:
    keys = {event.id: account_key(page.id, event.trigger, event.type, taken) for event in document.events}
    return [_account(page, document, event, keys) for event in document.events]


def _account(page: Page, document: Document, event: EventMention, keys: dict[str, str]) -> Account:
    text, key = document.text, keys[event.id]
    sentence = next((span for span in document.sentences if span.contains(event.trigger)), None)
    statements = {statement.id: statement for statement in document.statements}
    return Account(
        key=key, article=f"{page.id}#{document.article.index}", position=len(keys),
        happening=keys.get(event.same_as or "", key), text=event.trigger.of(text),
        start=event.trigger.start, end=event.trigger.end, type=event.type, mode=event.mode, rule=event.rule,
        reality=event.reality, standing=event.standing, foreground=event.foreground,
        actors=tuple(_somebody(one, text) for one in event.actors),
        recipients=tuple(_somebody(one, text) for one in event.recipients),
        place=_spot(event.place, text) if event.place else None, time=event.time,
        counts=tuple(
            Toll(one.what, one.low, one.high, one.of, one.part, one.span.of(text), one.span.start, one.span.end)
            for one in event.counts
        ),
        chain=tuple(_voice(statements[one], text) for one in event.chain), outlet=page.outlet,
        sentence=sentence.of(text) if sentence else "", sentence_start=sentence.start if sentence else None,
    )  # fmt: skip


def _somebody(one: Participant, text: str) -> Somebody:
    entity = entity_id(one.entity, one.name)
    return Somebody(
        one.span.of(text), one.span.start, one.span.end, one.name, entity, one.country, one.sector, one.implied
    )


def _spot(place: Place, text: str) -> Spot:
    told = {name: getattr(place, name) for name in Place.__slots__ if name != "span"}
    return Spot(place.span.of(text), place.span.start, place.span.end, **told)


def _voice(statement: Statement, text: str) -> Voice:
    if statement.speaker is None:
        return Voice(statement.act, None)
    one = _somebody(statement.speaker, text)
    return Voice(statement.act, one.text, one.name, one.entity, one.country, one.sector, one.start, one.end)
