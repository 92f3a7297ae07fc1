from __future__ import annotations

from riwaya.fuse.account import Account, Voice
from riwaya.fuse.copies import Copy
from riwaya.fuse.sources import Ground, find_grounds, quoted_medium, source_by_account

MEDIA = {"reuters": "reuters", "رويترز": "reuters", "واس": "spa", "okaz": "okaz-paper", "aawsat": "asharq"}


def account(key: str, article: str, outlet: str | None, *chain: Voice, agency: str | None = None) -> Account:
    return Account(
        key=key, article=article, position=0, happening=key, text="قتل", start=0, end=3, type="ASSAULT", chain=chain,
        outlet=outlet, agency=agency,
    )  # fmt: skip


def voice(entity: str | None, sector: str = "JRN") -> Voice:
    return Voice("say", entity, entity, entity, None, sector)


def grounds(*accounts: Account, copies: tuple[Copy, ...] = ()) -> list[tuple[str, str, str]]:
    return [(ground.kind, ground.id, " ".join(ground.accounts)) for ground in find_grounds(accounts, copies, MEDIA)]


def test_each_outlet_is_a_source_of_its_own() -> None:
    assert find_grounds([account("a", "n1", "x"), account("b", "n2", "y"), account("c", "n1", "x")]) == (
        Ground("medium", "x", ("a", "c"), ("n1",)),
        Ground("medium", "y", ("b",), ("n2",)),
    )


def test_articles_without_an_outlet_stand_alone() -> None:
    assert grounds(account("a", "n1", None), account("b", "n2", None)) == [
        ("article", "n1", "a"),
        ("article", "n2", "b"),
    ]


def test_copies_are_one_source_with_all_their_outlets() -> None:
    held = [account("a", "n1", "x"), account("b", "n2", "y"), account("c", "n3", "z"), account("d", "n4", "w")]
    copies = (Copy("n2", "n3", "near", 0.9), Copy("n1", "n2", "near", 0.9), Copy("n4", "n9", "exact", 1.0))
    assert grounds(*held, copies=copies) == [("story", "n1", "a b c"), ("medium", "w", "d")]


def test_what_quotes_a_medium_stands_on_that_medium() -> None:
    official = voice("minister", "GOV")
    quoting = account("a", "n1", "x", official, voice("reuters"))
    again = account("b", "n2", "y", voice("reuters"), voice("okaz-paper"))
    own = account("c", "n3", "x", official)
    assert grounds(quoting, again, own) == [("medium", "reuters", "a b"), ("medium", "x", "c")]


def test_a_quoted_paper_and_its_own_report_are_one_source() -> None:
    assert grounds(account("a", "n1", "okaz"), account("b", "n2", "x", voice("okaz-paper"))) == [
        ("medium", "okaz-paper", "a b")
    ]


def test_the_agency_of_a_byline_is_the_source_unless_it_is_the_outlet() -> None:
    wire = account("a", "n1", "x", agency="القاهرة، رويترز")
    own = account("b", "n2", "okaz", agency="okaz")
    unknown = account("c", "n3", "y", agency="وكالات")
    assert grounds(wire, own, unknown) == [
        ("medium", "reuters", "a"), ("medium", "okaz-paper", "b"), ("medium", "y", "c"),
    ]  # fmt: skip


def test_media_that_nobody_can_name_unite_nobody() -> None:
    nameless = account("a", "n1", "x", voice("name:local media"))
    assert quoted_medium(nameless, frozenset(MEDIA.values())) is None


def test_sources_are_told_by_account() -> None:
    held = [account("a", "n1", "x"), account("b", "n2", "y"), account("c", "n3", "z", voice("reuters"))]
    found = source_by_account(find_grounds(held, [Copy("n1", "n2", "near", 0.9)], MEDIA))
    assert found == {"a": "story:n1", "b": "story:n1", "c": "medium:reuters"}
