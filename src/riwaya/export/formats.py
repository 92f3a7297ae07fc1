"""All formats, in the order in which ``riwaya export all`` writes them."""

from __future__ import annotations

from riwaya.errors import UsageError
from riwaya.export.acled import ACLED
from riwaya.export.flat import CSV
from riwaya.export.format import Format
from riwaya.export.ftm import FollowTheMoney
from riwaya.export.gdelt import GDELT
from riwaya.export.ged import GED
from riwaya.export.geojson import GeoJson
from riwaya.export.gexf import Gexf
from riwaya.export.jsonlines import EventLines, ReadingLines
from riwaya.export.label_studio import LabelStudio
from riwaya.export.parquet import Parquet
from riwaya.export.polecat import POLECAT
from riwaya.export.xlsx import Xlsx

FORMATS: tuple[Format, ...] = (
    EventLines(), ReadingLines(), CSV, Xlsx(), Parquet(), POLECAT, ACLED, GDELT, GED, FollowTheMoney(), GeoJson(),
    Gexf(), LabelStudio(),
)  # fmt: skip


def format_named(name: str) -> Format:
    """The format with this name. Raises UsageError."""
    for one in FORMATS:
        if one.name == name:
            return one
    raise UsageError(f"there is no format {name!r}; there are {', '.join(one.name for one in FORMATS)}, all")
