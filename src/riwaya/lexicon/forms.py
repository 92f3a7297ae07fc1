"""The table of stems: words/*.tsv and the one-word names of names/*.tsv, inflected and folded."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from math import log10
from typing import NamedTuple

from riwaya.lexicon.derive import masdars, participles
from riwaya.lexicon.inflect import SHADDA, Verb, VerbStem, verb_stems
from riwaya.lexicon.name_words import NameWord, name_words
from riwaya.lexicon.nominals import NominalStem, adjective_stems, noun_stems
from riwaya.lexicon.tables import read_table
from riwaya.text.fold import fold


class Lexeme(NamedTuple):
    """A word of the lexicon."""

    lemma: str
    pos: str
    verb: str | None = None
    human: bool | None = None


class Entry(NamedTuple):
    """A stem with the word it belongs to; `slot` says which endings it takes (lexicon/affixes.py)."""

    written: str
    slot: str
    word: Lexeme
    cost: float
    """-log10 of how common the word is."""
    voice: str | None = None
    gender: str | None = None
    number: str | None = None


Counts = dict[tuple[str, str], int]
Stem = VerbStem | NominalStem
PRIORS = {"verb": 6.3, "noun": 5.4, "masdar": 5.7, "adjective": 5.7, "active": 6.6, "passive": 6.6, "name": 6.2,
          "numeral": 4.5}  # fmt: skip
"""-log10 of how common a word is that was never counted; function words: PARTICLE."""
PARTICLE = 3.5
STANDING = 0.8
"""Function words win over rare homographs whatever stands beside them: بعد, غير, على."""
PASSIVE, PLURAL = 0.7, 0.2
HOMONYM = 0.4
"""How much rarer a verbal noun is where a noun that tells no event is spelled alike: ولاية, إدارة."""
TWIN = 0.5
"""How much rarer the participle is than the adjective or noun of the same lemma."""
UNKNOWN = 99.0
RARE = 5.0
"""A word inside longer names is no name by itself if it costs less than this as another word."""
DERIVED = 1.5
"""A feminine made from a participle or adjective gives way to the noun that is spelled alike: مساعدة, مظاهرة."""


def load_counts() -> Counts:
    """How often each (lemma, part of speech) is met in news; words that are not listed are rare."""
    return {(row["lemma"], row["pos"]): int(row["count"]) for row in read_table("words/frequency.tsv")}


def load_governors() -> dict[str, str]:
    """What each governing word lets stand behind it, by lemma."""
    return {row["lemma"]: row["governs"] for row in read_table("words/governors.tsv")}


def load_entries(counts: Counts) -> dict[str, tuple[Entry, ...]]:
    """All stems by their folded spelling, each with the cost that its frequency gives."""
    names = list(name_words())
    words = [*_words(), *_names(name for name in names if not name.part)]
    costs = _costs(words, counts)
    things = {_skeleton(word.lemma) for word, _ in words if word.pos in ("noun", "masdar")}
    found: dict[str, list[Entry]] = {}
    for word, stems in words:
        owned = word.human is not False and _skeleton(word.lemma) + "ة" in things
        for stem in stems:
            cost = costs[word.lemma, word.pos] + _stem_cost(stem, word, owned)
            if type(stem) is VerbStem:
                entry = Entry(stem.written, stem.slot, word, cost, stem.voice)
            else:
                entry = Entry(stem.written, stem.slot, word, cost, None, *stem[2:])
            found.setdefault(fold(stem.written), []).append(entry)
    _add_parts((name for name in names if name.part), found)
    return {key: tuple(dict.fromkeys(entries)) for key, entries in found.items() if key and entries}


def _add_parts(parts: Iterable[NameWord], found: dict[str, list[Entry]]) -> None:
    """Words that are met inside longer names, unless they are common words anyway."""
    cost = PRIORS["name"]
    for part in parts:
        key = fold(part.lemma)
        known = found.setdefault(key, [])
        if all(entry.cost > RARE for entry in [*known, *found.get(key.removeprefix("ال"), ())]):
            word = Lexeme(part.lemma, part.pos, None, part.human)
            known.extend(Entry(stem.written, stem.slot, word, cost, None, *stem[2:]) for stem in part.stems)


def _skeleton(lemma: str) -> str:
    """The lemma as it is mostly published, without shadda."""
    return lemma.replace(SHADDA, "")


def _costs(words: Iterable[tuple[Lexeme, Iterable[Stem]]], counts: Counts) -> dict[tuple[str, str], float]:
    """-log10 of how common each (lemma, part of speech) is; a participle is hardly rarer than its adjective."""
    total = sum(counts.values()) + 1_000_000
    shifts = {(row["lemma"], row["pos"]): float(row["shift"]) for row in read_table("words/rarity.tsv")}
    costs: dict[tuple[str, str], float] = {}
    for word, _ in words:
        key = (word.lemma, word.pos)
        if key not in costs:
            prior = 2e6 * 10 ** -PRIORS.get(word.pos, PARTICLE)
            costs[key] = shifts.get(key, 0.0) - log10((counts.get(key, 0) + prior) / total)
    people = {word.lemma for word, _ in words if word.human}
    for lemma, pos in costs:
        if pos == "masdar" and (lemma, "noun") in costs:
            costs[lemma, pos] += HOMONYM
        if pos in ("active", "passive") and (lemma, pos) not in shifts:
            twins = [("adjective", lemma)] + [("noun", lemma)] * (lemma in people)
            twin = min(costs.get((lemma, other), UNKNOWN) for other, lemma in twins)
            costs[lemma, pos] = min(costs[lemma, pos], twin + TWIN)
    return costs


def _stem_cost(stem: Stem, word: Lexeme, owned: bool) -> float:
    """What the stem costs besides: a passive, a broken plural, a feminine that is a noun of its own (محاسبة)."""
    if isinstance(stem, VerbStem):
        return PASSIVE if stem.voice == "passive" else 0.0
    if stem.slot[0] == "X":
        return -STANDING
    if owned and stem.slot in ("Nf", "Na", "Nh", "Nw") and word.lemma[-1] not in "ةي":
        return DERIVED
    return PLURAL if stem.slot in ("Nb", "Ng") and stem.number == "p" else 0.0


def _words() -> Iterator[tuple[Lexeme, Iterable[Stem]]]:
    """Every word of the data with its stems."""
    verbs = load_verbs()
    nouns = list(_nouns(_defective_words(verbs)))
    yield from nouns
    known = {(noun.lemma, noun.verb) for noun, _ in nouns}
    for verb in verbs:
        yield from _verb_words(verb, known)
    yield from _adjectives()
    yield from _numerals()
    yield from _particles("words/clitics.tsv")
    yield from _particles("words/particles.tsv")
    yield from _abbreviations()


def _defective_words(verbs: Iterable[Verb]) -> set[str]:
    """Participles and verbal nouns whose last ي is a radical: «قاضي», «محامي», «تحدّي»; not «جندي»."""
    weak = [verb for verb in verbs if verb.defective]
    words = {word for verb in weak for word, _ in participles(verb)} | {word for verb in weak for word in masdars(verb)}
    return {word for word in words if word[-1] == "ي"}


def load_verbs() -> list[Verb]:
    """The rows of words/verbs.tsv."""
    return [
        Verb(
            *(row["lemma"], row["root"], row["form"], row["imperfect"]),
            transitive=row["transitive"] == "y",
            masdars=_split(row["masdars"]),
        )
        for row in read_table("words/verbs.tsv")
    ]


def _split(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split(",") if part.strip())


def _verb_words(verb: Verb, known: set[tuple[str, str | None]]) -> Iterator[tuple[Lexeme, Iterable[Stem]]]:
    """The verb, its participles and its verbal nouns; a noun row that names the verb stands for the verbal noun."""
    yield Lexeme(verb.lemma, "verb", verb.lemma), verb_stems(verb)
    for word, voice in participles(verb):
        defective = verb.defective and word[-1] == "ي"
        yield Lexeme(word, voice, verb.lemma), adjective_stems(word, defective=defective)
    for word in masdars(verb):
        if (word, verb.lemma) not in known:
            gender = "f" if word[-1] == "ة" else "m"
            plurals = () if verb.form == "I" and gender == "m" else ("+ات",)
            defective = verb.defective and word[-1] == "ي" and verb.form != "I"
            yield Lexeme(word, "masdar", verb.lemma, False), noun_stems(word, plurals, gender, False, defective)


def _nouns(defective: set[str]) -> Iterator[tuple[Lexeme, Iterable[Stem]]]:
    """Rows of words/nouns.tsv; a row that names its verb is that verb's event noun."""
    for row in read_table("words/nouns.tsv"):
        lemma, human = row["lemma"], row["human"] == "y"
        word = Lexeme(lemma, "masdar" if row["verb"] else "noun", row["verb"] or None, human)
        yield word, noun_stems(lemma, _split(row["plurals"]), row["gender"], human, lemma in defective)


def _adjectives() -> Iterator[tuple[Lexeme, Iterable[Stem]]]:
    for row in read_table("words/adjectives.tsv"):
        lemma = row["lemma"]
        defective = lemma[-1] == "ي" and "nisba" not in row["class"]
        yield Lexeme(lemma, "adjective"), adjective_stems(lemma, row["feminine"], _split(row["plural"]), defective)


def _numerals() -> Iterator[tuple[Lexeme, Iterable[Stem]]]:
    for row in read_table("words/numerals.tsv"):
        lemma = row["lemma"]
        if " " not in lemma:
            stems = adjective_stems(lemma) if row["kind"] == "ordinal" else noun_stems(lemma, (), "", False)
            yield Lexeme(lemma, "numeral", human=False), stems


def _particles(table: str) -> Iterator[tuple[Lexeme, Iterable[Stem]]]:
    for row in read_table(table):
        lemma = row["lemma"]
        if " " not in lemma:
            yield (
                Lexeme(lemma, row["pos"]),
                (NominalStem(lemma, "Xp" if row["enclitics"] == "y" else "Xx", None, None),),
            )


def _abbreviations() -> Iterator[tuple[Lexeme, Iterable[Stem]]]:
    """Letters that stand for a word: «د» for doctor, «م» for metre or the common era."""
    for row in read_table("words/abbreviations.tsv"):
        yield Lexeme(row["lemma"], "noun"), (NominalStem(row["lemma"], "Nn", None, None),)


def _names(found: Iterable[NameWord]) -> Iterator[tuple[Lexeme, Iterable[Stem]]]:
    """Words of names as lexemes."""
    for word in found:
        yield Lexeme(word.lemma, word.pos, None, word.human), word.stems
