"""Draws data/words/verbs.tsv from CAMeL Morph MSA (../shared/data/lexicon/camel-morph, CC BY 4.0).

Rows already in verbs.tsv keep their `masdars` cell, which people write by hand.
"""

from __future__ import annotations

import csv
import re
import sys
from collections.abc import Iterator
from pathlib import Path

HOME = Path(__file__).resolve().parent.parent
SOURCE = HOME.parent / "shared/data/lexicon/camel-morph"
TARGET = HOME / "src/riwaya/data/words/verbs.tsv"
COLUMNS = ["id", "lemma", "root", "form", "imperfect", "transitive", "masdars", "gloss"]
HEADER = """\
# Verbs. One row a verb and imperfect; drawn by scripts/draw_camel.py from CAMeL Morph MSA (CC BY 4.0).
# lemma: 3rd person masculine singular perfect; imperfect: the same person. Both without short vowels.
# form: I to X of three radicals, QI to QIV of four. transitive: y or n. gloss: English.
# masdars: verbal nouns and event nouns written by hand, comma separated: all of form I; of other forms what the rule
# in lexicon/inflect.py does not make. `!` in front: the verb has these only, not the regular one.
"""
LETTERS = dict(zip("'|>&<}AbptvjHxd*rzs$SDTZEgfqklmnhwYy~{", "ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىيّا", strict=True))
ASCII = dict(
    zip(
        "ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىي",
        [
            "'",
            "aa",
            "a",
            "w",
            "i",
            "y",
            "a",
            "b",
            "at",
            "t",
            "th",
            "j",
            "H",
            "kh",
            "d",
            "dh",
            "r",
            "z",
            "s",
            "sh",
            "S",
            "D",
            "T",
            "Z",
            "E",
            "gh",
            "f",
            "q",
            "k",
            "l",
            "m",
            "n",
            "h",
            "w",
            "A",
            "y",
        ],
        strict=True,
    )
)
FORMS = {
    "1a2a3": "I", "1a2~a3": "II", "1A2a3": "III", ">a1o2a3": "IV", "ta1a2~3": "V", "ta1A2a3": "VI",
    "{ino1a2a3": "VII", "{i1ota2a3": "VIII", "{i1o2a3~": "IX", "{isota1o2a3": "X", "1a2o3a4": "QI",
    "ta1a2o3a4": "QII", "{i1o2ano3a4": "QIII", "{i1o2a3a4~": "QIV",
}  # fmt: skip
MISSING = {
    ("ليس", ""): {"lemma": "ليس", "root": "", "form": "I", "imperfect": "", "transitive": "n", "gloss": "not be"}
}
ENDINGS = {
    "#-iy": "iy", "#-uw": "uw", "#-aY": "Y", "#-a>": ">", "#-}iy": "}y", "#-iy'": "y'", "#-uw'": "w'", "#->aY": ">Y",
    "#-u&": "&", "#-A'": "A'", "#-aA": "A", "#->ay": ">Y", "#-}~iy": "}~y", "#->~ay": ">~Y", "#-i}": "}",
}  # fmt: skip


def arabic(buckwalter: str) -> str:
    """Arabic letters of a transliteration, without short vowels: ``sal~am`` becomes «سلّم»."""
    return "".join(LETTERS.get(c, "") for c in buckwalter)


def ascii_id(lemma: str) -> str:
    """An ASCII name for a lemma: «سلّم» becomes ``sllm``."""
    letters: list[str] = []
    for c in lemma:
        letters.append(letters[-1] if c == "ّ" and letters else ASCII.get(c, ""))
    return "".join(letters).replace("'", "2")


def rows_of(name: str) -> Iterator[dict[str, str]]:
    """Lexicon rows of one CSV of the source."""
    with (SOURCE / name).open(encoding="utf-8") as lines:
        yield from (row for row in csv.DictReader(lines) if row["DEFINE"] == "LEXICON")


def read_imperfects() -> dict[str, list[str]]:
    """For each lemma of the source its imperfects, 3rd person masculine singular indicative: «يقول»."""
    found: dict[str, list[str]] = {}
    for row in rows_of("MSA-Verb-LEX-IV.csv"):
        if row["COND-T"] == "c-suff":
            continue
        ending = next((ENDINGS[word] for word in row["COND-S"].split() if word in ENDINGS), "")
        swallowed = "" if ">-#" not in row["COND-S"].split() else ">" if "a-#" in row["COND-S"].split() else "&"
        word = arabic("y" + swallowed + row["FORM"] + ending)
        if word not in found.setdefault(row["LEMMA"], []):
            found[row["LEMMA"]].append(word)
    return found


def read_verbs() -> dict[tuple[str, str], dict[str, str]]:
    """Rows by (lemma, imperfect), verbs that are spelled alike merged."""
    imperfects = read_imperfects()
    verbs: dict[tuple[str, str], dict[str, str]] = dict(MISSING)
    for row in rows_of("MSA-Verb-LEX-PV.csv"):
        lemma = arabic(re.sub(r"(-[aiu]+)?(_\d+)?$", "", row["LEMMA"]))
        form = FORMS.get(row["PATTERN_ABSTRACT"], "")
        for imperfect in imperfects.get(row["LEMMA"], []):
            if not form or len(lemma) < 2:
                continue
            if lemma[0] == "آ" and form == "III" and not imperfect.startswith("يؤا"):
                form = "IV"
            cells = verbs.setdefault(
                (lemma, imperfect),
                {"lemma": lemma, "root": "", "form": form, "imperfect": imperfect, "transitive": "n", "gloss": ""},
            )
            cells["root"] = cells["root"] or arabic(row["ROOT"].replace(".", ""))
            if "intrans" not in row["COND-S"]:
                cells["transitive"] = "y"
            glosses = [*filter(None, cells["gloss"].split("; ")), *row["GLOSS"].replace("_", " ").split(";")]
            cells["gloss"] = "; ".join(dict.fromkeys(gloss.strip() for gloss in glosses[:3] if gloss.strip()))
    return verbs


def read_masdars() -> dict[tuple[str, str], str]:
    """The `masdars` cells of the table as it stands."""
    if not TARGET.exists():
        return {}
    lines = [line for line in TARGET.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    rows = [dict(zip(COLUMNS, line.split("\t"), strict=True)) for line in lines[1:]]
    return {(row["lemma"], row["imperfect"]): row["masdars"] for row in rows if row["masdars"]}


def main() -> int:
    """Writes the table; 1 if the source is missing."""
    if not SOURCE.exists():
        print(f"{SOURCE} is missing: nothing drawn", file=sys.stderr)
        return 1
    masdars, seen, lines = read_masdars(), set[str](), []
    for key, cells in sorted(read_verbs().items()):
        base = name = ascii_id(key[0])
        number = 1
        while name in seen:
            number += 1
            name = f"{base}-{number}"
        seen.add(name)
        lines.append("\t".join({**cells, "id": name, "masdars": masdars.get(key, "")}[c] for c in COLUMNS))
    lines.sort(key=lambda line: line.split("\t")[0])
    TARGET.write_text(HEADER + "\t".join(COLUMNS) + "\n" + "\n".join(lines) + "\n", encoding="utf-8")
    print(f"{TARGET}: {len(lines)} verbs")
    return 0


if __name__ == "__main__":
    sys.exit(main())
