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

from riwaya.text.fold import fold

ARABIC = re.compile(r"[\u0621-\u063a\u0641-\u064a]+(?:[ -][\u0621-\u063a\u0641-\u064a]+)*")
MARKS = re.compile(r"[\u064b-\u0652\u0670\u0640]")
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
DENSE = {"YE": 500, "IQ": 500, "IR": 3_000, "EG": 2_000, "MA": 2_000, "US": 40_000}
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
        plain = unicodedata.normalize("NFC", MARKS.sub("", name)).strip()
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


def wanted(row: Row) -> bool:
    """True if the place may be news: admin units, settlements of conflict countries, larger towns elsewhere."""
    if row.kind in {"admin1", "admin2"} or (row.country in NEAR and row.kind != "city" and row.kind != "quarter"):
        return True
    return row.population >= DENSE.get(row.country, 0 if row.country in NEAR else 10_000)


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


def ordinary_words(data: Path) -> set[str]:
    """Folded names of people and words of running text that a place name alone must not be mistaken for."""
    words: set[str] = set()
    with (data / "lexicon/ud-pud/ar_pud-ud-test.conllu").open(encoding="utf-8") as source:
        for line in source:
            cells = line.split("\t")
            if len(cells) > 3 and cells[3] not in {"PROPN", "X"}:
                words |= {fold(cells[1]), fold(cells[2])}
    names = Path(__file__).parent.parent / "src/riwaya/data/names/given_names.tsv"
    words |= {fold(line.split("\t")[1]) for line in names.read_text(encoding="utf-8").splitlines() if "\t" in line}
    return words


def needs(row: Row, seen: Counter[str], placed: Counter[str], ordinary: set[str]) -> str:
    """What must stand before the name: '' nothing, ``cue`` a place word or في, ``head`` a place word."""
    forms = [fold(name) for name in row.names if " " not in name]
    if not forms or row.population >= 400_000 or (row.kind == "admin1" and row.country in NEAR):
        return ""
    n, p = max((seen[form], placed[form]) for form in forms)
    share = p / n if n else 0.0
    if n >= 8 and share >= 0.3:
        return ""
    if n >= 8 and share < 0.1:
        return "head" if row.population < 100_000 else "cue"
    common = any(form in ordinary for form in forms)
    if row.population < 20_000 and (common or min(map(len, forms)) < 4):
        return "head"
    return "cue" if common or n >= 8 or row.population < 1_000 else ""


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
                row.name,
                "|".join(row.names),
                row.country,
                row.admin1,
                f"{row.lat:.4f}",
                f"{row.lon:.4f}",
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
    seen, placed = usage(data / "crawl/saudi-2015-07.jsonl.gz")
    ordinary = ordinary_words(data)
    groups: dict[tuple[str, ...], list[Row]] = defaultdict(list)
    for row in rows:
        if wanted(row):
            groups[(row.country, row.kind, *row.names)].append(row)
    codes = alpha3()
    best = [max(group, key=lambda row: (row.population, row.admin1, row.id)) for group in groups.values()]
    best = [replace(row, needs=needs(row, seen, placed, ordinary), country=codes[row.country]) for row in unclaim(best)]
    write(best, Path(__file__).parent.parent / "src/riwaya/data/names/places.tsv")


if __name__ == "__main__":
    main(*sys.argv[1:])
