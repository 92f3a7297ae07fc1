"""The columns of other projects, read back with the standard library."""

from __future__ import annotations

import csv
import re
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from tests.export.conftest import Export, add
from tests.strategies import readings

from riwaya.export.countries import country
from riwaya.export.export import Report, Target, export
from riwaya.export.format import Options
from riwaya.export.formats import format_named
from riwaya.export.scope import NO_DAY, NOT_HAPPENED
from riwaya.model import Document, Page
from riwaya.reader import ReaderId
from riwaya.store.filters import EventFilter
from riwaya.store.pages import Reading
from riwaya.store.store import Store, open_store

_PARTY = "{0} Name, {0} Country, {0} COW, Primary {0} Sector, {0} Sectors, {0} Title, {0} Name Raw, Wikipedia {0} ID"
HEADINGS = {
    "polecat": (
        "Event ID, Event Date, Event Type, Event Mode, Intensity, Quad Code, Contexts, "
        f"{_PARTY.format('Actor')}, {_PARTY.format('Recipient')}, Placename, City, District, Province, Country,"
        " Latitude, Longitude, GeoNames ID, Raw Placename, Feature Type, Source, Publication Date, Story People,"
        " Story Organizations, Story Locations, Language, Version"
    ),
    "acled": (
        "event_id_cnty, event_date, year, time_precision, disorder_type, event_type, sub_event_type, actor1,"
        " assoc_actor_1, inter1, actor2, assoc_actor_2, inter2, interaction, civilian_targeting, iso, region, country,"
        " admin1, admin2, admin3, location, latitude, longitude, geo_precision, source, source_scale, notes,"
        " fatalities, tags, timestamp"
    ),
    "ged": (
        "id, relid, year, active_year, code_status, type_of_violence, conflict_dset_id, conflict_new_id, conflict_name,"
        " dyad_dset_id, dyad_new_id, dyad_name, side_a_dset_id, side_a_new_id, side_a, side_b_dset_id, side_b_new_id,"
        " side_b, number_of_sources, source_article, source_office, source_date, source_headline, source_original,"
        " where_prec, where_coordinates, where_description, adm_1, adm_2, latitude, longitude, geom_wkt, priogrid_gid,"
        " country, country_id, region, event_clarity, date_prec, date_start, date_end, deaths_a, deaths_b,"
        " deaths_civilians, deaths_unknown, best, high, low, gwnoa, gwnob"
    ),
}
WIDTHS = {"polecat": 40, "acled": 31, "ged": 49}


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        if path.suffix == ".tsv":
            return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
        return list(csv.DictReader(file))


@pytest.mark.parametrize("name", HEADINGS)
def test_headings_are_those_of_the_project(exported: Export, name: str) -> None:
    path, _ = exported(name)
    header = path.read_text(encoding="utf-8").splitlines()[0].split("\t" if path.suffix == ".tsv" else ",")
    assert header == HEADINGS[name].split(", ")
    assert len(header) == WIDTHS[name]


def test_polecat(exported: Export) -> None:
    path, report = exported("polecat")
    found = {row["Event Type"]: row for row in rows(path)}
    assert report.written == 4
    assert report.left_out == {NOT_HAPPENED: 1}
    assault = found["ASSAULT"]
    assert assault["Event Date"] == "2023-04-18"
    assert assault["Actor Name"] == "مسلحين; The Organisation"
    assert assault["Recipient COW"] == "432"
    assert (assault["City"], assault["Feature Type"], assault["GeoNames ID"]) == ("Bamako", "PPL", "2460596")
    assert assault["Story People"] == "Sergei Lavrov"
    assert (found["COERCE"]["City"], found["COERCE"]["Country"], found["COERCE"]["Event Date"]) == ("", "TUN", "")


def test_acled_holds_only_its_scope(exported: Export) -> None:
    path, report = exported("acled")
    battle, protest = sorted(rows(path), key=lambda row: row["event_type"])
    assert (report.written, sum(report.left_out.values()), report.left_out[NO_DAY]) == (2, 3, 1)
    assert (battle["event_type"], battle["sub_event_type"]) == ("Battles", "Armed clash")
    assert (battle["inter1"], battle["inter2"]) == ("Political militia", "State forces")
    assert battle["fatalities"] == "7"
    assert "killed 7 «سبعة»: Malian Army (say) in nahr; killed 40 or more «أربعين»" in battle["notes"]
    assert (battle["iso"], battle["region"], battle["geo_precision"]) == ("466", "Western Africa", "1")
    assert (protest["sub_event_type"], protest["actor1"]) == ("Peaceful protest", "Protesters (Tunisia)")
    assert (protest["inter1"], protest["interaction"]) == ("Protesters", "Protesters only")
    assert (protest["time_precision"], protest["tags"], protest["fatalities"]) == ("2", "crowd size=آلاف", "")


def test_gdelt(exported: Export) -> None:
    path, report = exported("gdelt")
    lines = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()]
    assert report.written == len(lines) == 3
    assert {len(line) for line in lines} == {61}
    assault = next(line for line in lines if line[26] == "190")
    assert assault[0].isdigit()
    assert assault[1:5] == ["20230418", "202304", "2023", "2023.3781"]
    assert (assault[25], assault[28], assault[29]) == ("1", "19", "4")
    assert (assault[51], assault[53], assault[56]) == ("4", "ML", "12.65")
    meeting = next(line for line in lines if line[28] == "04")
    assert (meeting[5], meeting[15], meeting[26]) == ("RUSGOV", "MLIGOV", "042")
    assert re.fullmatch(r"\d{14}", meeting[59])


def test_ged_keeps_every_toll(exported: Export) -> None:
    path, report = exported("ged")
    (row,) = rows(path)
    assert report.written == 1
    assert (row["low"], row["best"], row["high"]) == ("7", "7", "40")
    assert (row["deaths_b"], row["deaths_civilians"], row["deaths_unknown"]) == ("7", "0", "0")
    assert (row["type_of_violence"], row["country_id"], row["date_prec"], row["where_prec"]) == ("1", "432", "1", "1")
    assert row["geom_wkt"] == "POINT (-8.0 12.65)"
    assert row["priogrid_gid"] == str(205 * 720 + 344 + 1)
    assert row["source_original"] == "Malian Army (say) in nahr; The Organisation (claim) in nahr"


def test_flat_in_both_languages(exported: Export) -> None:
    path, report = exported("csv")
    found = {row["type"]: row for row in rows(path)}
    assert report.written == 5
    assert (found["ASSAULT"]["killed_low"], found["ASSAULT"]["killed_high"]) == ("7", "40")
    assert '"إن\tمسلحين" قتلوا سبعة جنود\r\nفي' in found["ASSAULT"]["sentences"]
    path, _ = exported("csv", language="ar", hxl=True)
    with path.open(encoding="utf-8", newline="") as file:
        headings, tags, *rest = csv.reader(file)
    assert headings[:2] == ["المعرّف", "النوع"]
    assert tags[:2] == ["#event+id", "#event+type"]
    assert len(rest) == 5


def test_excel_gets_a_mark_and_no_formula(exported: Export) -> None:
    path, _ = exported("csv", excel=True)
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    with path.open(encoding="utf-8-sig", newline="") as file:
        found = {row["type"]: row for row in csv.DictReader(file)}
    assert found["ASSAULT"]["sentences"].startswith("'=SUM(A1)")
    assert found["ASSAULT"]["score"] == "-9.0"


def test_a_filter_is_kept_to(exported: Export) -> None:
    path, report = exported("csv", EventFilter(country=("TUN",)))
    assert report.events == report.written == 2
    assert {row["type"] for row in rows(path)} == {"PROTEST", "COERCE"}


def test_codes_of_countries() -> None:
    assert (country("DEU").cow, country("DEU").gw, country("DEU").fips) == ("255", "260", "GM")
    assert (country("YEM").cow, country("YEM").gw, country("YEM").ucdp) == ("679", "678", "Middle East")
    assert country("QQQ").cow == ""
    assert country(None).name == ""


@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(readings())
def test_any_reading_makes_files_that_can_be_read_back(drawn: tuple[Page, tuple[Document, ...]]) -> None:
    page, documents = drawn
    one = Reading(page, documents, ReaderId("rules", "0", "0"), {"published": {}, "outlet": None})
    with tempfile.TemporaryDirectory() as folder, open_store(f"{folder}/s.riwaya", create=True) as store:
        add(store, one)
        for report in _all_tables(store, Path(folder)):
            path = Path(report.paths[0])
            assert report.events == report.written + sum(report.left_out.values())
            if report.format == "gdelt":
                assert len(path.read_bytes().split(b"\n")) == report.written + 1
            else:
                assert len(rows(path)) == report.written


def _all_tables(store: Store, folder: Path) -> list[Report]:
    formats = [format_named(name) for name in ("csv", "polecat", "acled", "gdelt", "ged")]
    targets = [Target(one, (folder / one.files[0],)) for one in formats]
    return export(store, targets, EventFilter(), Options())
