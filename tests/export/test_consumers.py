"""Each format opened by the tools it is for."""

from __future__ import annotations

import json
from collections import Counter
from datetime import date
from pathlib import Path

import networkx
import openpyxl
import pyarrow.parquet
import pyogrio
import pyogrio.raw
import pytest
from followthemoney import model
from followthemoney.types import registry
from tests.export.conftest import TEXT, URL, Export

from riwaya.codec import decode_page
from riwaya.export.export import Target, export
from riwaya.export.format import Options
from riwaya.export.formats import format_named
from riwaya.store.filters import EventFilter
from riwaya.store.store import Store


def test_readings_and_events(exported: Export) -> None:
    path, report = exported("readings")
    (line,) = path.read_text(encoding="utf-8").splitlines()
    page, documents = decode_page(json.loads(line))
    assert (page.text, len(documents[0].events), report.rows) == (TEXT, 6, {"readings": 1})
    path, report = exported("events")
    lines = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    assert len(lines) == report.written == 5
    assert {line["schema"] for line in lines} == {"riwaya-event/1"}
    assert max(len(line["accounts"]) for line in lines) == 2


def test_followthemoney_takes_every_entity_whole(exported: Export) -> None:
    path, report = exported("ftm")
    entities = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    ids = {entity["id"] for entity in entities}
    assert len(ids) == len(entities) == sum(report.rows.values())
    for entity in entities:
        proxy = model.get_proxy(entity, cleaned=False)
        proxy.schema.validate(entity)
        told = {name: sorted(values) for name, values in entity["properties"].items()}
        assert {name: sorted(values) for name, values in proxy.to_dict()["properties"].items()} == told
        assert all(value in ids for prop, value in proxy.itervalues() if prop.type == registry.entity)
    assert Counter(entity["schema"] for entity in entities) == {
        "Article": 1, "Event": 5, "Mention": 2, "Organization": 6, "Person": 1, "UnknownLink": 2,
    }  # fmt: skip


def test_geojson_opens_in_gdal(exported: Export) -> None:
    path, report = exported("geojson")
    info = pyogrio.read_info(path)
    assert (info["features"], info["geometry_type"], report.written) == (3, "Point", 3)
    assert {"precision", "said_by", "standing"} <= set(info["fields"])
    meta, _, points, columns = pyogrio.raw.read(path, columns=["type"])
    found = dict(zip(columns[list(meta["fields"]).index("type")], points, strict=True))
    assert found["COERCE"] is None
    assert found["ASSAULT"] is not None


def test_gexf_opens_in_networkx(exported: Export) -> None:
    path, report = exported("gexf")
    graph = networkx.read_gexf(path)
    assert graph.is_directed()
    assert (graph.number_of_nodes(), graph.number_of_edges()) == (report.rows["nodes"], report.rows["edges"])
    labels = {data["label"]: node for node, data in graph.nodes(data=True)}
    edge = graph.edges[labels["Sergei Lavrov"], labels["A. Diop"]]
    assert (edge["weight"], edge["score"], edge["verbal_cooperation"], edge["dated"]) == (1, 4.0, 1, 1)
    assert edge["start"] == "2023-02-01"
    assert graph.has_edge(labels["Tunisia"], labels["TUN JRN"])


def test_parquet_is_typed(exported: Export) -> None:
    folder, report = exported("parquet")
    found = {name: pyarrow.parquet.read_table(folder / f"{name}.parquet") for name in report.rows}
    assert {name: table.num_rows for name, table in found.items()} == report.rows
    assert report.rows == {"events": 5, "accounts": 6, "mentions": 3, "articles": 1}
    schema = found["events"].schema
    kinds = [str(schema.field(name).type) for name in ("earliest", "foreground", "latitude", "contexts")]
    assert kinds[:3] == ["date32[day]", "bool", "double"]
    assert kinds[3].startswith("list<")
    account = next(row for row in found["accounts"].to_pylist() if row["mention"] == "e1")
    assert account["earliest"] == date(2023, 4, 18)
    assert account["chain"][0]["name"] == "Malian Army"
    assert account["counts"][0]["low"] == 7
    chunk = pyarrow.parquet.ParquetFile(folder / "events.parquet").metadata.row_group(0).column(0)
    assert chunk.compression == "ZSTD"
    assert found["articles"].to_pylist()[0]["url"] == URL


def test_parquet_of_a_filter_holds_its_articles_only(exported: Export) -> None:
    _, report = exported("parquet", EventFilter(country=("MLI",)))
    assert report.rows == {"events": 1, "accounts": 2, "mentions": 3, "articles": 1}
    _, report = exported("parquet", EventFilter(country=("FRA",)))
    assert report.rows == {"events": 0, "accounts": 0, "mentions": 0, "articles": 0}


@pytest.mark.parametrize(("language", "right"), [("en", False), ("ar", True)])
def test_xlsx_runs_in_the_direction_of_its_headings(exported: Export, language: str, right: bool) -> None:
    path, _ = exported("xlsx", language=language)
    sheet = openpyxl.load_workbook(path).active
    assert bool(sheet.sheet_view.rightToLeft) is right
    assert sheet.max_row == 6
    column = next(cell.column for cell in sheet[1] if cell.value in ("sentences", "الجمل كما نُشرت"))
    cells = [sheet.cell(row, column) for row in range(2, 7)]
    assert all(cell.data_type == "s" for cell in cells)
    assert any(cell.value.startswith("=SUM(A1)") for cell in cells)


@pytest.mark.filterwarnings("error")
@pytest.mark.parametrize("name", ["csv", "parquet", "xlsx"])
def test_a_failed_export_leaves_the_old_files(
    store: Store, exported: Export, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    exported(name)
    _, report = exported(name)
    paths = tuple(map(Path, report.paths))
    before = [path.read_bytes() for path in paths]
    monkeypatch.setattr("riwaya.export.export.records", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        export(store, [Target(format_named(name), paths)], EventFilter(), Options())
    assert [path.read_bytes() for path in paths] == before
    assert {one.name for one in paths[0].parent.iterdir()} == {path.name for path in paths}
