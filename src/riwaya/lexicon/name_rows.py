"""Rows of the name tables, each under all the forms in which it is written."""

from __future__ import annotations

from collections.abc import Iterator

from riwaya.lexicon.name_types import Entry, Head, Modifier, Nisba, Noun, Title, Topic, Unit
from riwaya.lexicon.tables import list_data, read_table
from riwaya.text.fold import fold

PLURALS = ("ون", "ين", "ان", "ات", "تان", "تين")
"""Endings of the plural and dual of adjectives."""


def cells(text: str) -> list[str]:
    """The spellings of a cell, unfolded."""
    return [part for part in text.split("|") if part]


def spellings(text: str) -> Iterator[str]:
    """The folded spellings of a cell, compounds with عبد both joined and apart."""
    for part in cells(text):
        plain = " ".join(fold(part).replace("-", " ").replace(".", " ").split())
        yield plain
        if "عبد ال" in plain:
            yield plain.replace("عبد ال", "عبدال")
        elif "عبدال" in plain:
            yield plain.replace("عبدال", "عبد ال")


def with_article(text: str) -> Iterator[str]:
    """The folded spellings of a cell, and each with ال before its first word."""
    for plain in spellings(text):
        yield plain
        if not plain.startswith("ال"):
            yield "ال" + plain


def unit_key(word: str) -> str:
    """The folded key of a name unit; final ة and ه are one."""
    return word[:-1] + "ه" if word.endswith("ة") else word


def read_entries(table: str, kind: str) -> Iterator[tuple[str, Entry]]:
    """Rows of people, bodies or groups under each spelling, in one file or several (people.tsv, people_mena.tsv)."""
    files = [name for name in list_data("names", ".tsv") if name.startswith((f"names/{table}.", f"names/{table}_"))]
    for row in (row for file in files for row in read_table(file)):
        entry = Entry(row["id"], kind, row["name"], row["country"] or None, row["sector"] or None)
        for spelling in spellings(row["names"]):
            yield spelling, entry


def read_countries() -> Iterator[tuple[str, Entry]]:
    """Countries under each spelling."""
    for row in read_table("names/countries.tsv"):
        needs = "weak" if row["weak"] else ""
        for spelling in spellings(row["names"]):
            short = needs if " " not in spelling else ""
            yield (
                spelling,
                Entry(row["id"], "GPE", row["name"], row["id"], needs=short, precision="country", weight=10**12),
            )


def read_sites() -> Iterator[tuple[str, Entry]]:
    """Hand-kept places under each spelling."""
    kinds = {"exact": "FAC", "region": "LOC"}
    for row in read_table("names/sites.tsv"):
        entry = Entry(
            row["id"],
            kinds.get(row["kind"], "GPE"),
            row["name"],
            row["country"] or None,
            admin1=row["admin1"] or None,
            latitude=float(row["lat"]) if row["lat"] else None,
            longitude=float(row["lon"]) if row["lon"] else None,
            geonames=int(row["geonames"]) if row["geonames"] else None,
            precision=row["kind"].replace("states", "region"),
            weight=10_000_000,
        )
        for spelling in spellings(row["names"]):
            yield spelling, entry


def read_nisbas() -> Iterator[tuple[str, Nisba]]:
    """Every form of every nisba: روسي الروسي روسية الروسيون الروس … and the two-word ones (كوري جنوبي)."""
    for row in read_table("names/countries.tsv"):
        weak = bool(row["weak"])
        for nisba in map(fold, cells(row["nisbas"])):
            words = nisba.split(" ")
            for endings in (("",), ("ة",), ("ون",), ("ين",), ("ان",), ("ات",), ("تان",), ("تين",)):
                form = " ".join(word + endings[0] for word in words)
                people = endings[0] in ("ون", "ين")
                yield form, Nisba(row["id"], people, weak and not people)
                yield (
                    " ".join("ال" + word + endings[0] for word in words),
                    Nisba(row["id"], people, weak and not people),
                )
        for plural in map(fold, cells(row["plurals"])):
            yield plural, Nisba(row["id"], True, False)
            yield "ال" + plural, Nisba(row["id"], True, False)


def read_heads() -> Iterator[tuple[str, Head]]:
    """Heads of bodies under each form, with and without ال."""
    for row in read_table("names/heads.tsv"):
        head = Head(
            row["id"],
            row["kind"],
            row["sector"] or None,
            row["name"],
            row["takes"],
            bool(row["bare"]),
            bool(row["inherit"]),
            bool(row["plural"]),
            bool(row["generic"]),
        )
        for form in with_article(row["forms"]):
            yield form, head


def read_titles() -> Iterator[tuple[str, Title]]:
    """Titles under each form, with and without ال."""
    for row in read_table("names/titles.tsv"):
        title = Title(row["id"], row["kind"], row["sector"] or None, row["name"], row["takes"], bool(row["sent"]))
        for form in with_article(row["forms"]):
            yield form, title


def read_topics() -> Iterator[tuple[str, Topic]]:
    """Topics of ministries and committees."""
    for row in read_table("names/topics.tsv"):
        for spelling in spellings(row["names"]):
            yield spelling, Topic(row["id"], row["name"], row["sector"] or None)


def read_modifiers() -> Iterator[tuple[str, Modifier]]:
    """Adjectives in their forms; the plural ones only of adjectives that tell a sector (أمنيون)."""
    for row in read_table("names/modifiers.tsv"):
        modifier = Modifier(row["name"], bool(row["former"]), row["sector"] or None)
        word = fold(row["word"])
        for ending in ("", "ة", *(PLURALS if modifier.sector else ())):
            yield word + ending, modifier
            yield "ال" + word + ending, modifier


def read_units() -> Iterator[tuple[str, Unit]]:
    """Name units under their key."""
    for row in read_table("names/given_names.tsv"):
        for spelling in spellings(row["name"]):
            if " " not in spelling:
                yield unit_key(spelling), Unit(row["latin"], row["kind"], bool(row["word"]))


def read_nouns() -> dict[str, Noun]:
    """Folded lemma → what the noun tells; what several rows tell of one lemma is put together."""
    nouns: dict[str, Noun] = {}
    for row in read_table("names/roles.tsv"):
        for lemma in map(fold, cells(row["lemmas"])):
            known = nouns.get(lemma, Noun(None, False, False))
            nouns[lemma] = Noun(
                known.sector or row["sector"] or None,
                known.actor or bool(row["actor"]),
                known.follows or bool(row["follows"]),
            )
    return nouns


def read_cues() -> dict[str, frozenset[str]]:
    """Words beside names by their use, folded."""
    uses: dict[str, set[str]] = {}
    for row in read_table("names/cues.tsv"):
        uses.setdefault(row["use"], set()).update(map(fold, cells(row["words"])))
    return {use: frozenset(words) for use, words in uses.items()}
