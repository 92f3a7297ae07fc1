"""Draws src/riwaya/data/names/places.tsv from the gazetteers in ../shared/data (GeoNames, Who's On First).

Usage: python scripts/draw_places.py [SHARED]. Hand-kept places live in sites.tsv; this file is only ever drawn anew.
"""

from __future__ import annotations

import csv
import gzip
import json
import re
import sys
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path

from babel.core import get_global

from riwaya.lexicon.morphology import Morphology, load_morphology
from riwaya.lexicon.tables import read_table
from riwaya.text.fold import fold

ARABIC = re.compile(r"[\u0621-\u063a\u0641-\u064a]+(?:[ -][\u0621-\u063a\u0641-\u064a]+)*")
MARKS = re.compile(r"[\u064b-\u0652\u0670\u0640]")
PERSIAN = str.maketrans("یکگپچڤہ", "يككبجفه")
WORD = re.compile(r"[\u0621-\u0652\u0670]+")
HEADS = (
    "محافظة",
    "ولاية",
    "منطقة",
    "مقاطعة",
    "إقليم",
    "مديرية",
    "قضاء",
    "مدينة",
    "بلدة",
    "قرية",
    "ناحية",
    "جهة",
    "عمالة",
    "شعبية",
    "دائرة",
)
CUES = frozenset(
    map(
        fold,
        (
            *HEADS,
            "في",
            "الى",
            "قرب",
            "جنوب",
            "شمال",
            "شرق",
            "غرب",
            "شمالي",
            "جنوبي",
            "شرقي",
            "غربي",
            "ريف",
            "حي",
            "مخيم",
            "مطار",
            "جامعة",
            "وسط",
            "ضواحي",
            "العاصمة",
            "بمدينة",
            "بمحافظة",
            "بمنطقة",
            "بولاية",
        ),
    )
)
NEAR = frozenset(
    [
        "SY",
        "IQ",
        "YE",
        "LY",
        "SD",
        "SS",
        "LB",
        "PS",
        "IL",
        "ML",
        "NE",
        "TD",
        "BF",
        "SO",
        "UA",
        "JO",
        "EG",
        "MR",
        "TN",
        "DZ",
        "MA",
        "SA",
        "IR",
        "AF",
        "KW",
        "BH",
        "QA",
        "AE",
        "OM",
        "ER",
        "DJ",
        "TR",
    ]
)
NEVER = frozenset(
    map(
        fold,
        (
            "المدينة",
            "البلدة",
            "القرية",
            "العاصمة",
            "الشرق",
            "الغرب",
            "الشمال",
            "الجنوب",
            "المنطقة",
            "الميناء",
            "المقر",
            "القصر",
            "الشعب",
            "البلاد",
            "المحافظة",
            "الدولة",
            "الجامعة",
            "السوق",
            "المركز",
            "المدرسة",
            "الشارع",
            "المخيم",
            "المطار",
            "الجبل",
            "الوادي",
            "الساحل",
            "الوسط",
            "المركزية",
            "الحدود",
            "الطريق",
            "قصر",
            "مقر",
            "واسطة",
            "فدائي",
            "الشباب",
            "العالم",
            "الحرية",
            "الثورة",
            "الوحدة",
            "النصر",
            "السد",
            "البحر",
            "النهر",
            "الصحراء",
            "الغربية",
            "الشرقية",
        ),
    )
)
KINDS = {"region": "admin1", "county": "admin2", "localadmin": "admin3", "locality": "city", "neighbourhood": "quarter"}


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the table as it will be written."""

    id: str
    name: str
    names: tuple[str, ...]
    country: str
    admin1: str
    lat: float
    lon: float
    geonames: str
    kind: str
    population: int
    needs: str = ""


def bare(word: str) -> str:
    """A folded word whose final ة and ه are one."""
    return re.sub("ة$", "ه", fold(word))


def alpha3() -> dict[str, str]:
    """ISO 3166 alpha-2 → alpha-3; where CLDR knows several, the one in force."""
    codes = {
        two[0]: three
        for three, two in get_global("territory_aliases").items()
        if len(three) == 3 and three.isalpha() and len(two) == 1
    }
    return codes | {"FR": "FRA", "CD": "COD", "TL": "TLS", "XK": "XKX"}


def spell(names: Iterable[str]) -> tuple[str, ...]:
    """At most four spellings in plain Arabic letters, headless (محافظة حلب → حلب), one for each folded form."""
    found: dict[str, str] = {}
    for name in names:
        plain = unicodedata.normalize("NFC", MARKS.sub("", name)).translate(PERSIAN).strip()
        words = plain.split(" ")
        if len(words) > 1 and bare(words[0]) in {bare(head) for head in HEADS}:
            plain = " ".join(words[1:])
        if fold(plain) not in NEVER and ARABIC.fullmatch(plain) and len(plain) > 2 and len(words) < 6:
            found.setdefault(fold(plain.replace("-", " ")), plain)
    return tuple(found.values())[:4]


def lines(path: Path) -> Iterator[dict[str, str]]:
    """Rows of a gazetteer file."""
    with path.open(encoding="utf-8") as source:
        yield from csv.DictReader(source, delimiter="\t", quoting=csv.QUOTE_NONE)


def whole(number: str) -> int:
    """A population cell as an integer; empty is 0."""
    return int(float(number or 0))


def read_wof(path: Path) -> Iterator[Row]:
    """Who's On First: admin units and settlements, with the name of the region above them."""
    rows = [row for row in lines(path) if row["country"]]
    above = {row["wof_id"]: row for row in rows}
    for row in rows:
        names = spell(row["ar_names"].split("|"))
        if row["placetype"] not in KINDS or not names or row["country"] == "XY":
            continue
        region = row
        for _ in range(4):
            region = region if region["placetype"] == "region" else above.get(region["parent_id"], region)
        admin1 = region["name_en"] if region["placetype"] == "region" else ""
        geonames = row["geonames_id"] if row["geonames_id"] not in {"0", "-1"} else ""
        yield Row(
            f"wof:{row['wof_id']}",
            row["name_en"].strip(),
            names,
            row["country"],
            admin1,
            float(row["lat"]),
            float(row["lon"]),
            geonames,
            KINDS[row["placetype"]],
            whole(row["population"]),
        )


def read_geonames(path: Path) -> Iterator[Row]:
    """GeoNames: settlements of the world."""
    for row in lines(path):
        names = spell(row["arabic_script_names"].split("|"))
        if names:
            yield Row(
                f"gn:{row['geonameid']}",
                row["name"].removesuffix("-shi"),
                names,
                row["cc"],
                "",
                float(row["lat"]),
                float(row["lon"]),
                row["geonameid"],
                "city",
                whole(row["population"]),
            )


def merge(wof: Iterable[Row], geonames: Iterable[Row]) -> list[Row]:
    """One row a place: GeoNames gives number and population, Who's On First the region; admin units stay apart."""
    cities = {row.geonames: row for row in geonames}
    rows: list[Row] = []
    for row in wof:
        twin = cities.pop(row.geonames, None) if row.kind == "city" else None
        if twin:
            row = replace(
                row,
                names=spell((*twin.names, *row.names)),
                population=max(row.population, twin.population),
                name=twin.name,
            )
        rows.append(row)
    return rows + list(cities.values())


def usage(crawl: Path) -> tuple[Counter[str], Counter[str]]:
    """How often each folded word stands in the crawl, and how often behind a word that announces a place."""
    seen: Counter[str] = Counter()
    placed: Counter[str] = Counter()
    with gzip.open(crawl, "rt", encoding="utf-8") as source:
        for line in source:
            words = [fold(word) for word in WORD.findall(json.loads(line)["text"])]
            seen.update(words)
            placed.update(word for before, word in pairwise(words) if before in CUES)
    return seen, placed


@dataclass(frozen=True, slots=True)
class Words:
    """What the word tables, the name units and the crawl tell of a folded word."""

    morphology: Morphology
    people: frozenset[str]
    seen: Counter[str]
    placed: Counter[str]

    def parts_of_speech(self, form: str) -> set[str]:
        """Parts of speech other than a name that the word has, with or without the article."""
        bare_form = form.removeprefix("ال")
        readings = (a for word in {form, bare_form, "ال" + bare_form} for a in self.morphology.analyze(word))
        return {a.pos for a in readings if not a.guess and a.pos != "name"}

    def share(self, form: str) -> float | None:
        """How often the crawl has the word behind a word that announces a place; None if it is rare there."""
        return self.placed[form] / self.seen[form] if self.seen[form] >= 8 else None


def read_words(data: Path) -> Words:
    """The words of the shipped tables with their use in the crawl."""
    seen, placed = usage(data / "crawl/saudi-2015-07.jsonl.gz")
    people = frozenset(fold(row["name"]) for row in read_table("names/given_names.tsv"))
    return Words(load_morphology(), people, seen, placed)


def needs(row: Row, words: Words) -> str:
    """What must stand before the name: '' nothing, ``cue`` a place word or في, ``head`` a place word."""
    if row.population >= 200_000 or (row.kind == "admin1" and row.country in NEAR):
        return ""
    found = {_need(row, fold(name), words) for name in row.names}
    return next((need for need in ("head", "cue") if need in found), "")


def _need(row: Row, form: str, words: Words) -> str:
    """The need of one spelling: a noun's form wants a place word, a verb's or a person's name a cue."""
    small = row.population < 1_000 and row.kind not in {"admin1", "admin2"}
    if " " in form:
        plain = all(words.parts_of_speech(word) for word in form.split(" "))
        return "head" if plain and small else "cue" if plain or small else ""
    readings = words.parts_of_speech(form)
    if readings - {"verb"}:
        return "head"
    share = words.share(form)
    if share is not None:
        return "" if share >= 0.3 else "cue" if share >= 0.1 or row.population >= 100_000 else "head"
    common = bool(readings) or form in words.people
    if row.population < 20_000 and (common or len(form) < 4):
        return "head"
    return "cue" if common or small else ""


def where(row: Row) -> tuple[int, ...]:
    """What tells places of one name apart: for small ones their place to a quarter of a degree."""
    return () if row.population >= 20_000 or row.kind == "admin1" else (round(row.lat * 4), round(row.lon * 4))


def unclaim(rows: list[Row]) -> list[Row]:
    """Rows without second spellings that are the first of another place of the country (تعز beside صنعاء)."""
    first: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in rows:
        if row.population or row.kind == "admin1":
            first[row.country, fold(row.names[0])].append(row)
    return [
        replace(row, names=(row.names[0], *(n for n in row.names[1:] if is_free(row, first[row.country, fold(n)]))))
        for row in rows
    ]


def is_free(row: Row, owners: list[Row]) -> bool:
    """True if nobody owns the spelling, or an owner lies so near that it is the same place."""
    return not owners or any(abs(row.lat - own.lat) < 0.4 and abs(row.lon - own.lon) < 0.4 for own in owners)


def write(rows: list[Row], target: Path) -> None:
    """The table, by id."""
    with target.open("w", encoding="utf-8") as out:
        out.write(
            "# Places of the world, drawn by scripts/draw_places.py; do not edit (hand-kept places: sites.tsv).\n"
        )
        out.write(
            "# Source: GeoNames (CC BY 4.0), Who's On First (CC0, parts CC BY). needs: cue or head stands before.\n"
        )
        out.write("id\tname\tnames\tcountry\tadmin1\tlat\tlon\tgeonames\tkind\tpopulation\tneeds\n")
        for row in sorted(rows, key=lambda row: row.id):
            cells = (
                row.id,
                unicodedata.normalize("NFC", MARKS.sub("", row.name)),
                "|".join(row.names),
                row.country,
                row.admin1,
                f"{row.lat:.3f}",
                f"{row.lon:.3f}",
                row.geonames,
                row.kind,
                str(row.population or ""),
                row.needs,
            )
            out.write("\t".join(cells) + "\n")


def main(shared: str = "../shared") -> None:
    """Draw the table."""
    data = Path(shared) / "data"
    gazetteer = data / "gazetteer"
    rows = merge(read_wof(gazetteer / "wof_arabic_places.tsv"), read_geonames(gazetteer / "geonames_ar.tsv"))
    words = read_words(data)
    groups: dict[tuple[str, ...], list[Row]] = defaultdict(list)
    for row in rows:
        groups[(row.country, row.kind, *row.names, *where(row))].append(row)
    codes = alpha3()
    best = [max(group, key=lambda row: (row.population, row.admin1, row.id)) for group in groups.values()]
    best = [replace(row, needs=needs(row, words), country=codes[row.country]) for row in unclaim(best)]
    write(best, Path(__file__).parent.parent / "src/riwaya/data/names/places.tsv")


if __name__ == "__main__":
    main(*sys.argv[1:])
