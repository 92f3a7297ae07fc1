"""The finite stems of a verb, made from its lemma, root, form and imperfect; endings are in lexicon/affixes.py."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

SHADDA = "ّ"
OPENED = {"II": "", "III": "", "IV": "أ", "V": "", "VI": "", "VII": "ا", "VIII": "ا", "X": "ا", "QI": "", "QIV": "ا"}
"""The letter that opens the imperative of a derived form, before the imperfect stem."""


class Verb(NamedTuple):
    """A row of words/verbs.tsv."""

    lemma: str
    root: str
    form: str
    imperfect: str
    transitive: bool
    masdars: tuple[str, ...] = ()

    @property
    def doubled(self) -> bool:
        """True for مدّ, استمرّ: second and third radical alike and contracted."""
        return self.lemma[-1] == SHADDA

    @property
    def hollow(self) -> bool:
        """True for قال, أعاد, اختار: a weak second radical that is a long vowel."""
        return (
            len(self.lemma) > 2
            and self.lemma[-2] == "ا"
            and len(self.root) == 3
            and self.root[1] in "وي"
            and self.form in ("I", "IV", "VII", "VIII", "X")
        )

    @property
    def defective(self) -> bool:
        """True for دعا, رمى, بقي, استولى: a weak third radical."""
        return self.lemma[-1] in "اى" or (self.lemma[-1] == "ي" and self.form == "I")


class VerbStem(NamedTuple):
    """A stem as written, the endings it takes (a slot of lexicon/affixes.py), and its voice, None if either."""

    written: str
    slot: str
    voice: str | None


def verb_stems(verb: Verb) -> Iterator[VerbStem]:
    """All finite stems: of قال these are قال قل قيل (perfect), قول قل قال (imperfect), قل (imperative)."""
    yield from perfect_stems(verb)
    if verb.imperfect:
        yield from imperfect_stems(verb)
        if verb.form == "I":
            yield from imperative_stems(verb)
        elif verb.form in OPENED:
            yield from (stem for stem in derived_imperatives(verb) if stem.written != verb.lemma)


def expand_doubled(word: str) -> str:
    """The stem before a consonant: «مدّ» becomes «مدد»."""
    return word[:-1] + word[-2]


def perfect_stems(verb: Verb) -> Iterator[VerbStem]:
    """Perfect stems, active and where it is spelled otherwise passive."""
    passive = passive_perfect(verb)
    voice = "active" if passive != verb.lemma or verb.form in ("VII", "IX") else None
    if verb.defective and verb.lemma[-1] != "ي":
        yield from _perfect_in_alef(verb, voice)
    elif verb.lemma[-1] == "ي":
        yield VerbStem(verb.lemma, "Pb", voice)
        yield VerbStem(verb.lemma[:-1], "Pw", voice)
    elif verb.doubled:
        yield VerbStem(verb.lemma, "Pv", voice)
        yield VerbStem(expand_doubled(verb.lemma), "Pc", None)
    elif verb.hollow:
        yield VerbStem(verb.lemma, "Pv", voice)
        yield VerbStem(_seat(verb.lemma[:-2] + verb.lemma[-1]), "Pc", None)
    else:
        yield VerbStem(verb.lemma, "Pa", voice)
    yield from (VerbStem(written, "Pw", voice) for written in before_waw(verb.lemma))
    if passive != verb.lemma and verb.form not in ("VII", "IX"):
        yield VerbStem(passive, "Pb" if verb.defective else "Pv" if verb.hollow else "Pa", "passive")
        if verb.defective:
            yield VerbStem(passive[:-1], "Pw", "passive")


def _perfect_in_alef(verb: Verb, voice: str | None) -> Iterator[VerbStem]:
    """Stems of دعا (دعوت), رمى (رمين، رماه) and the like."""
    stem = verb.lemma[:-1]
    yield VerbStem(verb.lemma, "Pz", voice)
    yield VerbStem((stem + "ا").replace("أا", "آ"), "Pe", voice)
    yield VerbStem(stem, "Pt", None)
    yield VerbStem(stem + ("و" if verb.form == "I" and verb.lemma[-1] == "ا" else "ي"), "Pd", voice)


def _seat(word: str) -> str:
    """The seat of a last hamza after i: «جء» becomes «جئ»."""
    return word[:-1] + "ئ" if word[-1] == "ء" else word


def before_waw(word: str) -> list[str]:
    """The spellings of a last hamza before وا and ون: قرؤوا beside قرأوا, جاؤوا beside جاءوا."""
    return [word[:-1] + "ؤ", word[:-1] + "ئ", word[:-1] + "ء"] if word[-1] in "أء" else []


def passive_perfect(verb: Verb) -> str:
    """The passive 3rd person masculine singular as written: «قيل», «استدعي», «قوتل», «سئل»; else the lemma."""
    word = verb.lemma
    if verb.hollow:
        word = word[:-2] + "ي" + word[-1]
    elif verb.defective:
        word = word[:-1] + "ي"
    elif word[-1] == "أ":
        word = word[:-1] + "ئ"
    if word[0] == "آ":
        return "أو" + word[1:]
    if verb.form == "I" and len(word) > 2 and word[1] == "أ":
        return word[0] + "ئ" + word[2:]
    if verb.form == "III" and word[1] == "ا":
        return word[0] + "و" + word[2:]
    if verb.form == "VI" and word[2] == "ا":
        return word[:2] + "و" + word[3:]
    for active, passive in (("استأ", "استؤ"), ("ائت", "اؤت"), ("تأ", "تؤ"), ("تآ", "تؤو")):
        if word.startswith(active) and verb.form in ("V", "VI", "VIII", "X"):
            return passive + word[len(active) :]
    return word


def imperfect_stems(verb: Verb) -> Iterator[VerbStem]:
    """Imperfect stems (without ي ت ن أ), active and where it is spelled otherwise passive."""
    active, passive = verb.imperfect[1:], passive_imperfect(verb)
    voice = "active" if active != passive or verb.form in ("VII", "IX") else None
    yield from _imperfect_slots(verb, active, voice)
    if active[0] == "أ":
        yield VerbStem(active[1:], "I1", voice)
    if active != passive and verb.form not in ("VII", "IX"):
        # before consonants (يُعد, يعد) the two are spelled alike, and the active stem answers for both
        yield from (found for found in _imperfect_slots(verb, passive, "passive") if found.slot not in ("Ic", "Is"))


def _imperfect_slots(verb: Verb, stem: str, voice: str | None) -> Iterator[VerbStem]:
    """The stem before each kind of ending: قول and قل, مدّ and مدد, رمي and رم, يرى and يراه."""
    if stem[-1] == SHADDA:
        yield VerbStem(stem, "Iv", voice)
        yield VerbStem(expand_doubled(stem), "Ic", voice)
    elif verb.hollow and len(stem) > 1 and stem[-2] in "اوي":
        yield VerbStem(stem, "Iv", voice)
        yield VerbStem(_seat(stem[:-2] + stem[-1]), "Ic", None)
    elif verb.defective and stem[-1] in "ىيوا":
        last = "ي" if stem[-1] in "ىا" else stem[-1]
        yield VerbStem(stem, "Iz" if stem[-1] in "ىا" else "If", voice)
        if stem[-1] in "ىا":
            yield VerbStem((stem[:-1] + "ا").replace("أا", "آ"), "Ie", voice)
        yield VerbStem(stem[:-1], "Is", None)
        yield VerbStem(stem[:-1] + last, "Id", voice)
    else:
        yield VerbStem(stem, "Ia", voice)
    yield from (VerbStem(written, "Iw", voice) for written in before_waw(stem))


def passive_imperfect(verb: Verb) -> str:
    """The passive imperfect stem as written: «قال» of يُقال, «وصف» of يوصف, «ؤخذ» of يؤخذ; else the active one."""
    stem = verb.imperfect[1:]
    if verb.form == "I" and verb.root[:1] == "و" and stem[0] != "و" and not verb.hollow:
        stem = "و" + stem
    if verb.form == "I" and stem[0] == "أ":
        stem = "ؤ" + stem[1:]
    if verb.hollow and len(stem) > 1 and stem[-2] in "وي":
        return stem[:-2] + "ا" + stem[-1]
    if verb.defective and stem[-1] in "وي":
        return stem[:-1] + "ى"
    return stem[:-1] + "أ" if stem[-1] == "ئ" else stem


def imperative_stems(verb: Verb) -> Iterator[VerbStem]:
    """Imperatives of form I: «اكتب», «قل», «ادع», «خذ»."""
    stem = verb.imperfect[1:]
    if verb.hollow and len(stem) > 1:
        yield VerbStem(_seat(stem[:-2] + stem[-1]), "Cz", "active")
        yield VerbStem(stem, "Cv", "active")
    elif verb.defective:
        yield VerbStem("ا" + stem[:-1], "Ca", "active")
    elif stem[0] == "أ":
        yield VerbStem(stem[1:], "Ca", "active")
    elif len(stem) > 2 and not verb.doubled:
        yield VerbStem("ا" + stem, "Ca", "active")
    else:
        yield VerbStem(stem, "Ca", "active")


def derived_imperatives(verb: Verb) -> Iterator[VerbStem]:
    """Imperatives of the derived forms: «أعيد(وا)», «أعد», «انته»; most others are spelled like the perfect."""
    stem = OPENED[verb.form] + verb.imperfect[1:]
    if verb.form == "IV" and stem.startswith("أؤ"):
        stem = "آ" + stem[2:]
    if verb.hollow:
        yield VerbStem(_seat(stem[:-2] + stem[-1]), "Cz", "active")
        yield VerbStem(stem, "Cv", "active")
    elif verb.defective:
        yield VerbStem(stem[:-1], "Ca", "active")
    else:
        yield VerbStem(stem, "Ca", "active")
