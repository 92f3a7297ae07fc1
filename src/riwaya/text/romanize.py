"""A plain Latin spelling for names that no table has."""

from __future__ import annotations

from riwaya.text.fold import fold

_LETTERS = dict(
    zip(
        "ابتثجحخدذرزسشصضطظعغفقكلمنهويةءئؤ",
        [
            "a",
            "b",
            "t",
            "th",
            "j",
            "h",
            "kh",
            "d",
            "dh",
            "r",
            "z",
            "s",
            "sh",
            "s",
            "d",
            "t",
            "z",
            "a",
            "gh",
            "f",
            "q",
            "k",
            "l",
            "m",
            "n",
            "h",
            "w",
            "y",
            "a",
            "'",
            "'",
            "'",
        ],
        strict=True,
    )
)

_KNOWN = {
    "بن": "bin",
    "ابن": "ibn",
    "بنت": "bint",
    "ابو": "Abu",
    "ابي": "Abi",
    "ام": "Umm",
    "ال": "Al",
    "عبد": "Abdul",
    "ولد": "Ould",
    "الله": "Allah",
}


def romanize(name: str) -> str:
    """A name letter by letter, with an a where it begins with two consonants: «رامي زهدي» becomes "Rami Zahdi"."""
    return " ".join(_word(word) for word in fold(name).split())


def _word(word: str) -> str:
    if word in _KNOWN:
        return _KNOWN[word]
    article = "al-" if word.startswith("ال") and len(word) > 4 else ""
    body = word[2:] if article else word
    parts = [_vowel(body, at) or _LETTERS.get(letter, "") for at, letter in enumerate(body)]
    latin = ""
    for at, part in enumerate(parts):
        follows = parts[at + 1] if at + 1 < len(parts) else ""
        latin += part
        if at == 0 and part and follows and part[0] not in "aiu'" and follows[0] not in "aiu":
            latin += "a"
    return article + latin.capitalize()


def _vowel(word: str, at: int) -> str:
    """و and ي as vowels: inside a word between consonants, or at its end."""
    if at == 0 or word[at] not in "وي":
        return ""
    after = word[at + 1] if at + 1 < len(word) else ""
    if after == "ا" or (after and after in "وي"):
        return ""
    return "u" if word[at] == "و" else "i"
