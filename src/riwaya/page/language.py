"""Is a page Arabic? Told by letters and commonest words; Persian, Urdu, Kurdish, English pages are turned down."""

from __future__ import annotations

import re
from collections import Counter

from riwaya.errors import UnreadableError
from riwaya.lexicon.page_rules import PageRules
from riwaya.text.fold import fold

_SAMPLE = 200_000
_LETTERS = re.compile(r"[^\W\d_]")
_SCRIPT = re.compile("[\u0621-\u064a\u066e-\u06d3\u06d5\u06fa-\u06ff\ufb50-\ufdfb\ufe70-\ufefc]")
_STRANGE = re.compile("[پچژگڤٹڈڑںےہھټډړښځڅېۍێۆڵڕەۇۋ]")
_WORD = re.compile("[\u0621-\u0652\u066e-\u06d5\u06fa-\u06ff\ufb50-\ufdfb\ufe70-\ufefc]+")
_FEW_WORDS = 20
_MIN_SHARE = 0.12
_STRANGE_SHARE = 0.025
_NAMES = {"persian": "Persian", "urdu": "Urdu", "others": "another language of Arabic letters"}


def check_arabic(text: str, rules: PageRules) -> None:
    """Raise UnreadableError "empty" for a text with nothing on it, "not-arabic" for another script or language."""
    sample = text[:_SAMPLE]
    words = [fold(word) for word in _WORD.findall(sample)]
    script = len(_SCRIPT.findall(sample))
    if not script and len(text) > _SAMPLE:
        sample = text[-_SAMPLE:]
        words, script = [fold(word) for word in _WORD.findall(sample)], len(_SCRIPT.findall(sample))
    letters = len(_LETTERS.findall(sample))
    if not letters and not sample.strip("\0\ufeff\ufffd \t\r\n"):
        raise UnreadableError("empty", "The page is empty.")
    if not script or (script / max(letters, 1) < _MIN_SHARE and len(words) < _FEW_WORDS):
        raise UnreadableError("not-arabic", "The page has hardly any Arabic text.")
    language = _other_language(words, len(_STRANGE.findall(sample)) / script, rules)
    if language:
        raise UnreadableError("not-arabic", f"The page is in {_NAMES[language]}, not in Arabic.")


def _other_language(words: list[str], strange: float, rules: PageRules) -> str | None:
    """The language whose commonest words beat the Arabic ones; None for Arabic, and where too little tells."""
    counts = Counter(words)
    own = rules.languages["arabic"]
    scores = {
        name: sum(counts[word] for word in common - own) for name, common in rules.languages.items() if name != "arabic"
    }
    arabic = sum(counts[word] for word in own - frozenset().union(*(rules.languages[name] for name in scores)))
    arabic += sum(count for word, count in counts.items() if word.startswith("ال") and len(word) > 4) // 2
    best = max(scores, key=lambda name: scores[name])
    if scores[best] > arabic and (strange or scores[best] >= 3):
        return best
    return "others" if strange > _STRANGE_SHARE and arabic * 8 < len(words) and len(words) >= 5 else None
