"""Draws data/words/adjectives.tsv from the adjectives of CAMeL Morph MSA (CC BY 4.0).

The source lies in ../shared/data/lexicon/camel-morph; of it only adjectives are taken of which the crawl writes a form
with the article. Rows that are already in adjectives.tsv stay as they are, so whatever people correct or add is kept;
lemmas in the file's ``# left out:`` lines are not drawn again.
"""

from __future__ import annotations

import csv
import gzip
import json
import re
from collections import Counter
from collections.abc import Iterator
from itertools import chain, count
from pathlib import Path

from riwaya.text.fold import fold

HOME = Path(__file__).resolve().parent.parent
SHARED = HOME.parent / "shared/data"
WORDS = HOME / "src/riwaya/data/words"
TARGET = WORDS / "adjectives.tsv"
COLUMNS = ["id", "lemma", "feminine", "plural", "nisba-of", "class", "gloss"]
LETTERS = dict(zip("'|>&<}AbptvjHxd*rzs$SDTZEgfqklmnhwYy~{", "ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىيّا", strict=True))
ASCII = {
    "ء": "", "آ": "aa", "أ": "a", "ؤ": "u", "إ": "i", "ئ": "i", "ا": "a", "ب": "b", "ة": "a", "ت": "t", "ث": "th",
    "ج": "j", "ح": "h", "خ": "kh", "د": "d", "ذ": "dh", "ر": "r", "ز": "z", "س": "s", "ش": "sh", "ص": "s", "ض": "d",
    "ط": "t", "ظ": "z", "ع": "c", "غ": "gh", "ف": "f", "ق": "q", "ك": "k", "ل": "l", "م": "m", "ن": "n", "ه": "h",
    "و": "u", "ى": "a", "ي": "i",
}  # fmt: skip
NISBA = re.compile(r"iy~$")
LEFT_OUT = "# left out:"
Row = dict[str, str]


def arabic(buckwalter: str) -> str:
    """Arabic letters of a transliteration without short vowels, the shadda of the ending ي left out: «سوري»."""
    return re.sub("يّ$", "ي", "".join(LETTERS.get(c, "") for c in buckwalter))


def ascii_id(lemma: str) -> str:
    """An ASCII name for a lemma: «جديد» becomes ``jdid``."""
    letters: list[str] = []
    for c in lemma:
        letters.append(letters[-1] if c == "ّ" and letters else ASCII.get(c, ""))
    return "".join(letters)


def lemmas_of(name: str) -> Iterator[tuple[str, list[Row]]]:
    """Each lemma of a source file with its stems."""
    stems: dict[str, list[Row]] = {}
    with (SHARED / "lexicon/camel-morph" / name).open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            stems.setdefault(row["LEMMA"], []).append(row)
    yield from stems.items()


def written(stem: Row) -> str:
    """A stem with the ending that its condition asks for: ``HamoraA`` + ``#A'-w`` becomes «حمراء»."""
    endings = stem["COND-S"].split()
    form = arabic(stem["FORM"])
    if any(ending.startswith("#A'") for ending in endings):
        return re.sub("ا$", "", form) + "اء"
    if "#A}iy" in endings:
        return re.sub("ا$", "", form) + "ائي"
    if "#aY-Ap-y" in endings or "#aY-Ap-w" in endings:
        return form + "ى"
    if any(ending.startswith(("#o'", "#w'", "#uw'")) for ending in endings):
        return form + "ء"
    form += "ي" if "#iy" in endings else ""
    return form + "ة" if stem["COND-T"] == "FS" and "num:p" in stem["FEAT"] else form


def inflection(lemma: str, stems: list[Row]) -> tuple[str, str]:
    """Irregular feminine and the plurals of an adjective («حمراء», «حمر»); '' for a feminine in ة."""
    feminine = "" if not lemma.endswith("ى") else lemma[:-1] + "اة"
    plurals: list[str] = []
    for stem in stems:
        form = written(stem)
        if "gen:f num:-" in stem["FEAT"] or (stem["COND-T"] == "MS||MD||FP" and form.endswith("اء")):
            feminine = form
        elif "num:p" in stem["FEAT"] or form != lemma:
            plurals.append(form)
        elif "MP" in stem["COND-T"]:
            plurals.insert(0, "+ون")
    return feminine, ",".join(dict.fromkeys(plurals))


def base_of(lemma: str, nouns: set[str]) -> str:
    """The noun a nisba is made from, if it is a noun of ours: «عسكري» has «عسكر», «سنوي» has «سنة»; else ''."""
    bare = lemma[:-1]
    endings = [bare, bare + "ة", bare + "ا", bare + "اء"]
    if bare.endswith("و"):
        endings += [bare[:-1] + end for end in ("ة", "ى", "ا", "ي", "اء", "")]
    return next((noun for noun in endings if noun in nouns), "")


def drawn(nouns: set[str]) -> Iterator[Row]:
    """Rows of the source: adjectives, then comparatives."""
    for key, stems in lemmas_of("MSA-Adj-LEX.csv"):
        lemma = arabic(key.split("-")[0].split("_")[0])
        feminine, plural = inflection(lemma, stems)
        nisba = bool(NISBA.search(key.split("_")[0])) and len(lemma) > 3
        kind = "nisba" if nisba else "colour-form" if feminine.endswith("اء") else ""
        base = base_of(lemma, nouns) if nisba and not stems[0]["GLOSS"][0].isupper() else ""
        yield dict(zip(COLUMNS, ["", lemma, feminine, plural, base, kind, gloss(stems)], strict=True))
    for key, stems in lemmas_of("MSA-Adj-Comp-LEX.csv"):
        lemma = arabic(key.split("-")[0].split("_")[0])
        yield dict(zip(COLUMNS, ["", lemma, "", "", "", "comparative", gloss(stems)], strict=True))


def gloss(stems: list[Row]) -> str:
    """English meanings, two at most."""
    return "; ".join(stems[0]["GLOSS"].replace("more/most_", "more ").replace("_", " ").split(";")[:2])


def crawled() -> Counter[str]:
    """Folded words of the crawl with their counts."""
    words: Counter[str] = Counter()
    with gzip.open(SHARED / "crawl/saudi-2015-07.jsonl.gz", "rt", encoding="utf-8") as file:
        for line in file:
            words.update(fold(word) for word in re.findall(r"[\u0621-\u0652]+", json.loads(line)["text"]))
    return words


def in_use(row: Row, words: Counter[str]) -> bool:
    """True if the crawl writes the adjective with the article, or often without (comparatives)."""
    lemma, feminine = fold(row["lemma"]), fold(row["feminine"] or row["lemma"] + "ة")
    if row["class"] == "comparative":
        return words[lemma] > 2
    return sum(words[start + form] for start in ("ال", "وال", "بال", "لل") for form in (lemma, feminine)) > 1


def column(name: str) -> set[str]:
    """Lemmas of a words file of ours."""
    lines = [line.split("\t") for line in (WORDS / name).read_text(encoding="utf-8").splitlines() if line[:1] != "#"]
    return {line[1] for line in lines[1:]}


def free_id(name: str, ids: set[str]) -> str:
    """The name, or the name with the first number that makes it unique."""
    return next(i for i in chain([name], (f"{name}-{number}" for number in count(2))) if i not in ids)


def main() -> None:
    """Writes the rows of the file and the drawn ones that it lacks, sorted by id."""
    text = TARGET.read_text(encoding="utf-8").splitlines()
    header = [line for line in text if line.startswith("#")]
    body = [line.split("\t") for line in text if line and not line.startswith("#")][1:]
    dropped = {word for line in header if line.startswith(LEFT_OUT) for word in line.removeprefix(LEFT_OUT).split()}
    rows: dict[str, Row] = {cells[1]: dict(zip(COLUMNS, cells, strict=True)) for cells in body}
    words, taken = crawled(), {fold(word) for word in column("particles.tsv")}
    for row in drawn(column("nouns.tsv")):
        if not {row["lemma"]} & (rows.keys() | dropped) and fold(row["lemma"]) not in taken and in_use(row, words):
            rows[row["lemma"]] = row
    ids = {row["id"] for row in rows.values()}
    for row in sorted(rows.values(), key=lambda row: row["lemma"]):
        if not row["id"]:
            row["id"] = free_id(ascii_id(row["lemma"]), ids)
            ids.add(row["id"])
    lines = ["\t".join(row[name] for name in COLUMNS) for row in sorted(rows.values(), key=lambda row: row["id"])]
    TARGET.write_text("\n".join([*header, "\t".join(COLUMNS), *lines]) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
