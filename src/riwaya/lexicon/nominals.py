"""The stems of nouns, adjectives, participles and verbal nouns: what stands before their endings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple


class NominalStem(NamedTuple):
    """A stem as written, the endings it takes (a slot of lexicon/affixes.py), its own gender and number."""

    written: str
    slot: str
    gender: str | None
    number: str | None


def noun_stems(
    lemma: str, plurals: Iterable[str], gender: str, human: bool, defective: bool = False
) -> Iterator[NominalStem]:
    """Stems of a noun with its plurals («رؤساء», "+ون", "+ات"): «زيارة» gives زيار before ة ت ات.

    `defective`: a last ي is lost before endings («قاضٍ»), else it is that of «جندي».
    """
    marks = set(plurals)
    yield from singular_stems(lemma, gender, defective)
    base = _bare(lemma)
    if human and gender == "m" and lemma[-1] not in "ةىا":
        yield NominalStem(base, "Nh", "f", "s")
        yield NominalStem(base, "Nw", "f", "p")
    if "+ون" in marks:
        yield NominalStem(lemma[:-1] if defective else lemma, "Np", "m", "p")
    if "+ات" in marks or (human and lemma[-1] == "ة"):
        yield NominalStem(base, "Na", "f", "p")
    for plural in sorted(marks - {"+ون", "+ات"}):
        yield from (stem._replace(slot=_PLURAL_SLOTS[stem.slot]) for stem in plural_stems(plural, gender))


def adjective_stems(
    lemma: str, feminine: str = "", plurals: Iterable[str] = (), defective: bool = False
) -> Iterator[NominalStem]:
    """Stems of an adjective or participle with both genders and sound plurals, and those that are listed."""
    base = _bare(lemma)
    yield from singular_stems(lemma, "m", defective)
    if lemma[-1] not in "ىا":
        yield NominalStem(base, "Nf", "f", "s")
        yield NominalStem(base, "Na", "f", "p")
        yield NominalStem(lemma[:-1] if defective else lemma, "Np", "m", "p")
    if feminine and feminine != lemma + "ة":
        yield from singular_stems(feminine, "f")
    for plural in plurals:
        if plural[0] != "+":
            yield from (stem._replace(slot=_PLURAL_SLOTS[stem.slot]) for stem in plural_stems(plural, "m"))


def plural_stems(plural: str, gender: str) -> Iterator[NominalStem]:
    """Stems of a broken plural: like a singular without a dual."""
    defective = plural[-1] == "ي"
    yield from (stem._replace(number="p") for stem in singular_stems(plural, gender, defective) if stem.slot != "Nd")


_PLURAL_SLOTS = {"Nm": "Nb", "Nb": "Nb", "Nf": "Ng", "Nz": "Nz", "Nk": "Nk", "Ne": "Ne", "Ni": "Ni", "Na": "Na"}


def _bare(lemma: str) -> str:
    """The stem before ات and ة: «زيارة» gives زيار, «مستشفى» مستشفي, «مليء» مليئ."""
    if lemma[-2:] == "يء":
        return lemma[:-1] + "ئ"
    return lemma[:-1] if lemma[-1] == "ة" else lemma[:-1] + "ي" if lemma[-1] == "ى" else lemma


def singular_stems(word: str, gender: str | None, defective: bool = False) -> Iterator[NominalStem]:
    """Stems of the singular before ∅, ان, ين and pronouns: «إجراء» gives إجراء, إجراؤ and إجرائ."""

    def stem(written: str, slot: str) -> NominalStem:
        return NominalStem(written, slot, gender, "s")

    last = word[-1]
    if last == "ة":
        yield stem(word[:-1], "Nf")
    elif last == "ى":
        yield from (stem(word, "Nz"), stem(word[:-1] + "ا", "Ne"), stem(word[:-1] + "ي", "Nd"))
    elif last == "ا":
        yield stem(word, "Nb")
    elif defective and last == "ي":
        yield from (stem(word, "Nb"), stem(word, "Nd"), stem(word[:-1], "Nk"))
    elif last in "ءأ":
        yield stem(word, "Nm")
        own = "Ne" if word[-2] == "ا" or last == "أ" else "Ni"
        yield from (stem(word[:-1] + "ؤ", "Ne"), stem(word[:-1] + "ئ", own))
    else:
        yield stem(word, "Nm")
