"""The table of stems: words/*.tsv and the one-word names of names/*.tsv, inflected and folded."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from math import log10
from typing import NamedTuple

from riwaya.lexicon.derive import masdars, participles
from riwaya.lexicon.inflect import Verb, verb_stems
from riwaya.lexicon.nominals import NominalStem, adjective_stems, noun_stems, plural_stems
from riwaya.lexicon.tables import list_data, read_table
from riwaya.text.fold import fold


class Entry(NamedTuple):
    """A stem of the lexicon with the word it belongs to; `slot` says which endings it takes (lexicon/affixes.py)."""

    written: str
    slot: str
    lemma: str
    pos: str
    verb: str | None = None
    voice: str | None = None
    gender: str | None = None
    number: str | None = None
    human: bool | None = None
    cost: float = 6.0
    """-log10 of how common the word is."""


Counts = dict[tuple[str, str], int]
_PRIORS = {"verb": 6.3, "noun": 5.4, "masdar": 5.7, "adjective": 5.7, "active": 6.6, "passive": 6.6, "name": 6.2,
           "numeral": 4.5}  # fmt: skip
_PARTICLE_PRIOR = 3.5
_STANDING = {"X": -0.8}
"""Function words win over rare homographs whatever stands beside them: بعد, غير, على."""
PASSIVE = 0.7


def load_counts() -> Counts:
    """How often each (lemma, part of speech) is met in news; words that are not listed are rare."""
    if "words/frequency.tsv" not in list_data("words", ".tsv"):
        return {}
    return {(row["lemma"], row["pos"]): int(row["count"]) for row in read_table("words/frequency.tsv")}


def load_entries(counts: Counts) -> dict[str, tuple[Entry, ...]]:
    """All stems by their folded spelling, each with the cost that its frequency gives."""
    total = sum(counts.values()) + 1_000_000
    found: dict[str, list[Entry]] = {}
    for entry in _entries():
        key = fold(entry.written)
        if not key:
            continue
        seen = counts.get((entry.lemma, entry.pos), 0)
        prior = 10 ** -_PRIORS.get(entry.pos, _PARTICLE_PRIOR)
        cost = -log10((seen + 2e6 * prior) / total) + _STANDING.get(entry.slot[0], 0.0)
        if entry.voice == "passive":
            cost += PASSIVE
        found.setdefault(key, []).append(entry._replace(cost=cost))
    return {key: tuple(dict.fromkeys(entries)) for key, entries in found.items()}


def _entries() -> Iterator[Entry]:
    verbs = load_verbs()
    defective = _defective_words(verbs)
    nouns = list(_noun_entries(defective))
    yield from nouns
    known = {(entry.lemma, entry.verb) for entry in nouns}
    for verb in verbs:
        yield from _verb_entries(verb, known)
    yield from _adjective_entries()
    yield from _numeral_entries()
    yield from _particle_entries("words/clitics.tsv")
    yield from _particle_entries("words/particles.tsv")
    yield from _name_entries()


def _defective_words(verbs: Iterable[Verb]) -> set[str]:
    """Participles and verbal nouns whose last ي is a radical: «قاضي», «محامي», «تحدّي»; not «جندي»."""
    weak = [verb for verb in verbs if verb.defective]
    words = {word for verb in weak for word, _ in participles(verb)} | {word for verb in weak for word in masdars(verb)}
    return {word for word in words if word[-1] == "ي"}


def load_verbs() -> list[Verb]:
    """The rows of words/verbs.tsv."""
    return [
        Verb(
            row["lemma"], row["root"], row["form"], row["imperfect"], row["transitive"] == "y",
            tuple(filter(None, row["masdars"].split(","))),
        )  # fmt: skip
        for row in read_table("words/verbs.tsv")
    ]


def _verb_entries(verb: Verb, known: set[tuple[str, str | None]]) -> Iterator[Entry]:
    """Finite stems, participles and verbal nouns; a noun row that names its verb stands for the verbal noun."""
    for stem in verb_stems(verb):
        yield Entry(stem.written, stem.slot, verb.lemma, "verb", verb.lemma, stem.voice)
    for word, voice in participles(verb):
        stems = adjective_stems(word, defective=verb.defective and word[-1] == "ي")
        yield from _nominal(Entry("", "", word, voice, verb.lemma), stems)
    for word in masdars(verb):
        if (word, verb.lemma) not in known:
            gender = "f" if word[-1] == "ة" else "m"
            plurals = () if verb.form == "I" and gender == "m" else ("+ات",)
            entry = Entry("", "", word, "masdar", verb.lemma, human=False)
            defective = verb.defective and word[-1] == "ي" and verb.form != "I"
            yield from _nominal(entry, noun_stems(word, plurals, gender, False, defective))


def _nominal(entry: Entry, stems: Iterable[NominalStem]) -> Iterator[Entry]:
    """The entry once for each of its stems."""
    for stem in stems:
        yield entry._replace(written=stem.written, slot=stem.slot, gender=stem.gender, number=stem.number)


def _split(cell: str) -> list[str]:
    return [part.strip() for part in cell.split(",") if part.strip()]


def _noun_entries(defective: set[str]) -> Iterator[Entry]:
    """Rows of words/nouns.tsv; a row that names its verb is that verb's event noun."""
    for row in read_table("words/nouns.tsv"):
        human = row["human"] == "y"
        pos = "masdar" if row["verb"] else "noun"
        entry = Entry("", "", row["lemma"], pos, row["verb"] or None, human=human)
        lemma = row["lemma"]
        stems = noun_stems(lemma, _split(row["plurals"]), row["gender"], human, lemma in defective)
        yield from _nominal(entry, stems)


def _adjective_entries() -> Iterator[Entry]:
    for row in read_table("words/adjectives.tsv"):
        defective = row["lemma"][-1] == "ي" and "nisba" not in row["class"]
        stems = adjective_stems(row["lemma"], row["feminine"], _split(row["plural"]), defective)
        yield from _nominal(Entry("", "", row["lemma"], "adjective"), stems)


def _numeral_entries() -> Iterator[Entry]:
    for row in read_table("words/numerals.tsv"):
        if " " not in row["lemma"]:
            stems = adjective_stems(row["lemma"]) if row["kind"] == "ordinal" else noun_stems(row["lemma"], (), "", False)
            yield from _nominal(Entry("", "", row["lemma"], "numeral", human=False), stems)


def _particle_entries(table: str) -> Iterator[Entry]:
    for row in read_table(table):
        if " " not in row["lemma"]:
            yield Entry(row["lemma"], "Xp" if row["enclitics"] == "y" else "Xx", row["lemma"], row["pos"])


def _name_entries() -> Iterator[Entry]:
    """One-word names of people, countries and well-known places; the adjectives of countries."""
    tables = set(list_data("names", ".tsv"))
    for row in read_table("names/given_names.tsv") if "names/given_names.tsv" in tables else ():
        yield Entry(row["name"], "Nn", row["name"], "name", gender=row["gender"] or None, number="s", human=True)
    for row in read_table("names/countries.tsv") if "names/countries.tsv" in tables else ():
        for name in row["names"].split("|"):
            if name and " " not in name:
                yield from _nominal(Entry("", "", name, "name", human=False), [NominalStem(name, "Nn", "f", "s")])
        for nisba in filter(None, row["nisbas"].split("|")):
            yield from _nominal(Entry("", "", nisba, "adjective"), adjective_stems(nisba))
        for plural in filter(None, row["plurals"].split("|")):
            entry = Entry("", "", row["nisbas"].split("|")[0], "adjective", human=True)
            yield from _nominal(entry, (stem._replace(slot="Nb") for stem in plural_stems(plural, "m")))
    for row in read_table("names/places.tsv") if "names/places.tsv" in tables else ():
        for name in row["names"].split("|") if not row["needs"] else ():
            if " " not in name:
                yield Entry(name, "Nn", name, "name", number="s", human=False)
