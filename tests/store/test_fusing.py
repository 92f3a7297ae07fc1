"""The accounts of a store as fusion sees them."""

from __future__ import annotations

from datetime import date

from tests.conftest import PROSE, TEXT
from tests.store.world import fill

from riwaya.fuse.account import Account
from riwaya.store.fusing import account_numbers, event_accounts, load_accounts
from riwaya.store.pages import Reading
from riwaya.store.store import Store


def accounts(store: Store) -> list[Account]:
    return list(load_accounts(store.database, account_numbers(store.database)).values())


def test_an_account_holds_what_the_reading_tells(filled: Store, reading: Reading) -> None:
    aid, assault = accounts(filled)
    assert (aid.type, aid.text, aid.outlet, aid.agency) == ("AID", "سلمت", "nahr", "وكالة النهر")
    assert (aid.article, aid.position, aid.published) == (f"{reading.page.id}#0", 0, date(2023, 2, 7))
    assert [one.entity for one in (*aid.actors, *aid.recipients)] == ["RUS", "MLI"]
    assert aid.time is not None
    assert aid.time.earliest == date(2023, 1, 30)
    assert [(one.act, one.name) for one in aid.chain] == [("say", "Salem al-Haddad")]
    assert assault.place is not None
    assert (assault.place.name, assault.place.geonames, assault.place.precision) == ("Bamako", 2460596, "city")
    assert [(one.what, one.low, one.high, one.of) for one in assault.counts] == [("killed", 7, 7, "جنود")]


def test_every_span_of_an_account_is_that_of_its_words(filled: Store) -> None:
    for account in accounts(filled):
        assert TEXT[account.start : account.end] == account.text
        spans = [(one.start, one.end, one.text) for one in (*account.actors, *account.recipients)]
        spans += [(one.start, one.end, one.text) for one in account.counts]
        assert all(TEXT[start:end] == text for start, end, text in spans)
        assert account.sentence_start is not None
        assert TEXT[account.sentence_start :].startswith(account.sentence)


def test_an_account_has_the_words_of_its_sentence_and_of_the_headline(filled: Store) -> None:
    account, _ = accounts(filled)
    assert account.sentence == PROSE
    assert {"جندي", "وزير"} <= account.words
    assert any("موسكو" in word for word in account.headline_words)


def test_retellings_of_one_article_have_one_happening(store: Store, reading: Reading) -> None:
    fill(store, reading)
    first, again, *others = accounts(store)
    assert again.happening == first.key == first.happening
    assert {one.happening for one in others} == {one.key for one in others}


def test_the_accounts_of_an_event_are_found_by_its_key(store: Store, reading: Reading) -> None:
    fill(store, reading)
    ((key,),) = store.database.rows("SELECT key FROM events WHERE accounts = 2")
    assert [one.standing for one in event_accounts(store.database, key)] == ["claimed", "denied"]
