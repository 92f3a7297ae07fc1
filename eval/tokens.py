"""Measures tokens and their readings against UD Arabic PUD and the WikiNews segmentation, both in ../shared.

Prints: finite verb or not (precision, recall, F1); coarse part of speech (verb, noun or name, adjective, number,
function word; a participle counts as adjective or noun, an ordinal as number or adjective); lemmas (without marks) of
nouns, adjectives and verbs; words whose clitics are cut as in the gold; and the share of crawl tokens that the lexicon
reads without a guess.
"""

from __future__ import annotations

import gzip
import json
import re
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from riwaya.lexicon.build import Lexicon, load_lexicon
from riwaya.model import Article, Byline, Document, Published, Span, Token
from riwaya.stages.tokens import tokenize
from riwaya.text.fold import fold

SHARED = Path(__file__).resolve().parent.parent.parent / "shared/data"
PUD = SHARED / "lexicon/ud-pud/ar_pud-ud-test.conllu"
WIKINEWS = SHARED / "lexicon/wikinews-farasa/WikiNews.pos.ref"
CRAWL = SHARED / "crawl/saudi-2015-07.jsonl.gz"
ARTICLE = Article(0, "full", None, None, None, Byline(), Published(), ())


FUNCTION = frozenset({"ADP", "CCONJ", "SCONJ", "PART", "PRON", "DET", "ADV"})
COARSE: dict[str, frozenset[str]] = {
    "verb": frozenset({"VERB", "AUX"}),
    "noun": frozenset({"NOUN", "PROPN"}),
    "masdar": frozenset({"NOUN", "PROPN"}),
    "name": frozenset({"NOUN", "PROPN"}),
    "adjective": frozenset({"ADJ"}),
    "active": frozenset({"ADJ", "NOUN"}),
    "passive": frozenset({"ADJ", "NOUN"}),
    "numeral": frozenset({"NUM", "ADJ"}),
}
"""The treebank's tags that agree with one of ours; every other part of speech of ours is a function word."""


class Word(NamedTuple):
    """A gold word: its pieces (form, lemma, tag) as the treebank cuts it."""

    pieces: tuple[tuple[str, str, str], ...]

    @property
    def written(self) -> str:
        """The word as it stands in the sentence."""
        return "".join(form for form, _, _ in self.pieces)


def read_tokens(text: str, lexicon: Lexicon) -> tuple[Token, ...]:
    """The tokens of one line of text."""
    return tokenize(Document(ARTICLE, text, sentences=(Span(0, len(text)),)), lexicon)


def read_words(text: str, lexicon: Lexicon) -> list[Token]:
    """The word tokens of one line of text."""
    return [token for token in read_tokens(text, lexicon) if token.kind == "word"]


def read_pud() -> Iterator[list[Word]]:
    """The sentences of PUD, pieces that follow each other without a space put together."""
    for block in PUD.read_text(encoding="utf-8").split("\n\n"):
        words: list[Word] = []
        pieces: list[tuple[str, str, str]] = []
        for line in block.splitlines():
            cells = line.split("\t")
            if line.startswith("#") or not cells[0].isdigit():
                continue
            if cells[3] in ("PUNCT", "SYM", "NUM") and not re.search("[ء-ي]", cells[1]):
                if pieces:
                    words.append(Word(tuple(pieces)))
                pieces = []
                continue
            pieces.append((cells[1], cells[2], cells[3]))
            if "SpaceAfter=No" not in cells[9]:
                words.append(Word(tuple(pieces)))
                pieces = []
        if pieces:
            words.append(Word(tuple(pieces)))
        if words:
            yield words


def read_wikinews() -> Iterator[list[tuple[list[str], bool]]]:
    """The WikiNews lines as lists of words: the pieces, and if the last one is a pronoun."""
    words: list[tuple[list[str], bool]] = []
    for line in WIKINEWS.read_text(encoding="utf-8").splitlines()[1:]:
        cells = line.split("\t")
        if len(cells) == 2 and cells[1] != "PUNC" and re.search("[ء-ي]", cells[0]):
            words.append((cells[0].split("+"), cells[1].endswith("NOUN+PRON") or cells[1].endswith("NSUFF+PRON")))
        elif cells[0] in (".", "#") and words:
            yield words
            words = []
    if words:
        yield words


def clitics_of(token: Token) -> tuple[str, str]:
    """What the reading cuts off in front (without the article) and behind."""
    best = token.best
    if best.lemma in ("ل", "ب") and best.enclitic:
        return best.conjunction + best.lemma, best.enclitic
    return best.conjunction + best.preposition + ("س" if best.future else ""), best.enclitic


def agrees(token: Token, gold: tuple[str, str]) -> bool:
    """True if the clitics are the gold's; بسبب, كما, لأنّ are one word here, and the treebanks cut some of them."""
    front, behind = clitics_of(token)
    best = token.best
    whole = best.pos in ("preposition", "conjunction", "relative", "adverb", "demonstrative") and not best.preposition
    return gold in ((front, behind), (front + best.lemma[0], behind)) if whole else gold == (front, behind)


def report_pud(lexicon: Lexicon) -> dict[str, float]:
    """Prints and returns finite verb F1, lemma and clitic accuracy on PUD."""
    right = wrong = missed = lemmas = lemma_right = clitic_right = pos_right = total = 0
    for sentence in read_pud():
        tokens = read_words(" ".join(w.written for w in sentence), lexicon)
        if [t.fold for t in tokens] != [fold(w.written) for w in sentence]:
            continue
        for token, word in zip(tokens, sentence, strict=True):
            gold_verb = any(tag in ("VERB", "AUX") for _, _, tag in word.pieces)
            is_verb = token.best.pos == "verb"
            right += gold_verb and is_verb
            wrong += is_verb and not gold_verb
            missed += gold_verb and not is_verb
            total += 1
            pos_right += _main_tag(word) in COARSE.get(token.best.pos, FUNCTION)
            clitic_right += agrees(token, _gold_clitics(word))
            content = [lemma for _, lemma, tag in word.pieces if tag in ("NOUN", "VERB", "ADJ")]
            if len(content) == 1:
                lemmas += 1
                lemma_right += _plain(content[0]) == _plain(token.best.lemma)
            if "-v" in sys.argv:
                _show(token, word, gold_verb, is_verb)
    precision, recall = right / (right + wrong), right / (right + missed)
    f1 = 2 * right / (2 * right + wrong + missed)
    print(f"pud: {total} words; finite verb P {precision:.3f} R {recall:.3f} F1 {f1:.3f}")
    print(f"pud: coarse part of speech {pos_right / total:.3f}")
    print(f"pud: lemma of noun, verb, adjective {lemma_right / lemmas:.3f}; clitics {clitic_right / total:.3f}")
    return {
        "pud verb precision": precision,
        "pud verb recall": recall,
        "pud part of speech": pos_right / total,
        "pud lemma": lemma_right / lemmas,
    }


def _main_tag(word: Word) -> str:
    """The tag of the piece that is neither a proclitic nor an attached pronoun."""
    pieces = [(fold(form), tag) for form, _, tag in word.pieces]
    if len(pieces) > 1 and pieces[-1][1] in ("PRON", "DET") and pieces[-1][0] in PRONOUNS:
        pieces.pop()
    while len(pieces) > 1 and pieces[0][0] in ("و", "ف", "ب", "ل", "ك", "س"):
        pieces.pop(0)
    return pieces[0][1]


def _show(token: Token, word: Word, gold_verb: bool, is_verb: bool) -> None:
    pieces = " ".join(f"{form}/{lemma}/{tag}" for form, lemma, tag in word.pieces)
    if gold_verb != is_verb:
        print("VERB", "missed" if gold_verb else "wrong", token.fold, token.best.pos, token.best.lemma, "|", pieces)
    if not agrees(token, _gold_clitics(word)):
        print("CLITIC", token.fold, clitics_of(token), token.best.lemma, token.best.pos, "|", pieces)


def _plain(lemma: str) -> str:
    return fold(lemma)


def _gold_clitics(word: Word) -> tuple[str, str]:
    """Proclitics and pronoun of a gold word, as written."""
    front = behind = ""
    pieces = [(fold(form), tag) for form, _, tag in word.pieces]
    if len(pieces) > 1 and pieces[-1][1] in ("PRON", "DET") and pieces[-1][0] in PRONOUNS:
        behind = pieces.pop()[0]
    if len(pieces) == 1 and behind and pieces[0][0] in ("ب", "ل"):
        return pieces[0][0], behind
    while len(pieces) > 1 and pieces[0][0] in ("و", "ف", "ب", "ل", "ك", "س") and pieces[0][1] != "PRON":
        front += pieces.pop(0)[0]
    return front, behind


def report_wikinews(lexicon: Lexicon) -> dict[str, float]:
    """Prints and returns the share of WikiNews words with the gold's clitics."""
    total = right = 0
    for sentence in read_wikinews():
        tokens = read_words(" ".join(join_pieces(pieces) for pieces, _ in sentence), lexicon)
        if len(tokens) != len(sentence):
            continue
        for token, (pieces, possessed) in zip(tokens, sentence, strict=True):
            total += 1
            gold = _wikinews_clitics([fold(piece) for piece in pieces], possessed)
            right += agrees(token, gold)
            if "-v" in sys.argv and not agrees(token, gold):
                print("WIKI", token.fold, clitics_of(token), token.best.lemma, token.best.pos, "|", "+".join(pieces))
    print(f"wikinews: {total} words; clitics {right / total:.3f}")
    return {"wikinews clitics": right / total}


def join_pieces(pieces: list[str]) -> str:
    """The word of its pieces: ل + ال is written لل."""
    word = "+".join(pieces)
    return word.replace("ل+ال+", "لل").replace("+", "")


def _wikinews_clitics(pieces: list[str], possessed: bool) -> tuple[str, str]:
    front = behind = ""
    if len(pieces) > 1 and (pieces[-1] in PRONOUNS - {"ي", "نا"} or (possessed and pieces[-1] in PRONOUNS)):
        behind = pieces.pop()
    if len(pieces) == 1 and behind and pieces[0] in ("ب", "ل"):
        return pieces[0], behind
    while len(pieces) > 1 and pieces[0] in ("و", "ف", "ب", "ل", "ك", "س"):
        front += pieces.pop(0)
    return front, behind


PRONOUNS = {"ه", "ها", "هم", "هن", "هما", "ي", "ني", "ك", "كم", "نا"}


def report_crawl(lexicon: Lexicon, articles: int = 600) -> dict[str, float]:
    """Prints and returns how many crawl tokens the lexicon reads without a guess, and the speed of a second pass."""
    texts: list[str] = []
    with gzip.open(CRAWL, "rt", encoding="utf-8") as lines:
        for _, line in zip(range(articles), lines, strict=False):
            texts.append(json.loads(line)["text"])
    tokens = [token for text in texts for token in read_tokens(text, lexicon)]
    words = [token for token in tokens if token.kind == "word"]
    known = sum(not token.best.guess for token in words)
    begin = time.perf_counter()
    for text in texts:
        read_tokens(text, lexicon)
    spent = time.perf_counter() - begin
    print(f"crawl: {len(words)} words; read by the lexicon {known / len(words):.3f}")
    print(f"crawl: warm {len(tokens) / spent:,.0f} tokens/s")
    return {"crawl words read": known / len(words)}


def report_words(lexicon: Lexicon) -> dict[str, float]:
    """All figures of the analysis of words, printed and returned."""
    return report_pud(lexicon) | report_wikinews(lexicon) | report_crawl(lexicon)


def main() -> int:
    """Prints all figures; 1 if ../shared is missing."""
    if not SHARED.exists():
        print(f"{SHARED} is missing: nothing to measure with", file=sys.stderr)
        return 1
    begin = time.perf_counter()
    lexicon = load_lexicon()
    print(f"lexicon loaded in {time.perf_counter() - begin:.2f} s")
    report_words(lexicon)
    return 0


if __name__ == "__main__":
    sys.exit(main())
