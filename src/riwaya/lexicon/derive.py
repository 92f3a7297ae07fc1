"""Participles and verbal nouns of a verb, made from its lemma, root, form and imperfect."""

from __future__ import annotations

from riwaya.lexicon.inflect import SHADDA, Verb, expand_doubled, passive_imperfect

_TWO_VOICES = ("I", "II", "III", "IV", "VIII", "X", "QI")


def participles(verb: Verb) -> list[tuple[str, str]]:
    """(word, "active" or "passive"): «قاتل», «مقتول»; «مهدّد» is both and stands twice."""
    if verb.form == "I":
        return _first_form(verb) if len(verb.root) == 3 else []
    if not verb.imperfect:
        return []
    stem = verb.imperfect[1:]
    active = "م" + (stem[:-1] + "ي" if verb.defective and stem[-1] in "ىاي" else stem)
    found = [(active, "active")]
    if verb.form in _TWO_VOICES or (verb.transitive and verb.form in ("V", "VI")):
        found.append(("م" + passive_imperfect(verb), "passive"))
    return found


def _first_form(verb: Verb) -> list[tuple[str, str]]:
    """«قائل» and «مقول», «داعي» and «مدعوّ», «سائل» and «مسؤول», «آخذ» and «مأخوذ»."""
    first, second, third = verb.root[0], verb.root[1], verb.root[2]
    opening = "آ" if first == "أ" else first + "ا"
    weak = "ئ" if verb.hollow or second == "أ" else second
    if verb.doubled:
        return [(opening + second + SHADDA, "active"), ("م" + first + second + "و" + second, "passive")]
    if verb.defective:
        return [(opening + weak + "ي", "active"), ("م" + first + second + third + SHADDA, "passive")]
    if verb.hollow:
        last = "ي" if third == "أ" else third
        return [(opening + "ئ" + last, "active"), ("م" + first + second + ("ء" if third == "أ" else third), "passive")]
    middle = "ؤو" if second == "أ" else second + "و"
    return [
        (opening + weak + ("ئ" if third == "أ" else third), "active"),
        ("م" + first + middle + ("ء" if third == "أ" else third), "passive"),
    ]


def masdars(verb: Verb) -> list[str]:
    """Verbal nouns: the regular one of the form, then those of the row; ``!`` in the row strikes the regular one."""
    listed = [word.removeprefix("!") for word in verb.masdars]
    if any(word.startswith("!") for word in verb.masdars):
        return listed
    regular = regular_masdar(verb)
    return [regular, *(word for word in listed if word != regular)] if regular else listed


def regular_masdar(verb: Verb) -> str | None:
    """«تسليم», «مقاتلة», «إعادة», «تحدّي», «انضمام», «استيلاء»; None for form I, whose nouns follow no rule."""
    lemma = expand_doubled(verb.lemma) if verb.doubled and verb.form != "III" else verb.lemma
    if verb.form == "II":
        return _second_form(verb)
    if verb.form == "III":
        stem = "ؤا" + lemma[1:] if lemma[0] == "آ" else lemma
        return "م" + (stem[:-1] + "ا" if verb.defective else stem) + "ة"
    if verb.form in ("V", "VI", "QII"):
        return lemma[:-1] + ("ي" if verb.defective else "ؤ" if lemma[-1] == "أ" else lemma[-1])
    if verb.form == "QI":
        return lemma[:-1] + "اة" if verb.defective else lemma + "ة"
    return _long_form(verb, lemma) if verb.form != "I" else None


def _second_form(verb: Verb) -> str | None:
    """«توقيع», «تسمية», «تهنئة»."""
    if len(verb.lemma) != 4 or verb.lemma[2] != SHADDA:
        return None
    first, second, last = verb.lemma[0], verb.lemma[1], verb.lemma[3]
    second = "ئ" if second == "أ" else second
    if last == "أ":
        return f"ت{first}{second}ئة"
    return f"ت{first}{second}ية" if verb.defective else f"ت{first}{second}ي{last}"


def _long_form(verb: Verb, lemma: str) -> str:
    """The forms with ا before the last radical: IV, VII to X and their like."""
    if verb.form == "IV":
        lemma = "إي" + lemma[1:] if lemma[0] == "آ" else "إي" + lemma[2:] if lemma[1] == "و" else "إ" + lemma[1:]
    for perfect, noun in (("استو", "استي"), ("استأ", "استئ")):
        if verb.form == "X" and lemma.startswith(perfect) and not verb.hollow:
            lemma = noun + lemma[4:]
    if verb.hollow:
        return lemma + "ة" if verb.form in ("IV", "X") else lemma[:-2] + "يا" + lemma[-1]
    if verb.form == "QIV":
        lemma = lemma.replace("أ", "ئ")
    if verb.defective or lemma[-1] == "أ":
        return lemma[:-1] + "اء"
    return lemma[:-1] + "ا" + lemma[-1]
