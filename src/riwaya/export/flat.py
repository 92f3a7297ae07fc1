"""The store's events flat: one row an event, for spreadsheets (CSV here, XLSX in ``xlsx.py``)."""

from __future__ import annotations

from collections.abc import Callable

from riwaya.export.column import Cell, Column
from riwaya.export.record import Record, unique
from riwaya.export.sides import countries, names, sectors
from riwaya.export.table import Table
from riwaya.export.tolls import deaths, highest, lowest, told_tolls

ALL_NAMED = "several values with «; » between"


def _place(name: str) -> Callable[[Record], Cell]:
    return lambda record: getattr(record.place, name)


COLUMNS: tuple[Column[Record], ...] = (
    Column("id", "key of the event", lambda record: record.event.id, hxl="#event+id", ar="المعرّف"),
    Column("type", "PLOVER type", lambda record: record.event.type, hxl="#event+type", ar="النوع"),
    Column("mode", "PLOVER mode", lambda record: record.event.mode, hxl="#event+mode", ar="الصورة"),
    Column("contexts", f"PLOVER contexts; {ALL_NAMED}", lambda record: record.event.contexts, hxl="#event+context+list",
           ar="السياقات"),
    Column("quad", "quad class", lambda record: record.event.quad, hxl="#event+class", ar="الصنف"),
    Column("score", "conflict–cooperation score, -10 to 10", lambda record: record.event.score, hxl="#indicator+score",
           ar="الدرجة"),
    Column("cameo", "CAMEO code of the frame", lambda record: record.cameo, hxl="#event+code+v_cameo", ar="رمز كاميو"),
    Column("standing", "asserted reported claimed confirmed denied contested called-for planned possible",
           lambda record: record.event.standing, hxl="#status", ar="الثبوت"),
    Column("first_day", "first possible day", lambda record: record.first_day, hxl="#date+start", ar="أول يوم ممكن"),
    Column("last_day", "last possible day", lambda record: record.last_day, hxl="#date+end", ar="آخر يوم ممكن"),
    Column("published", "first day of publication", lambda record: record.published, hxl="#date+published",
           ar="يوم النشر"),
    Column("actors", f"English names of who did it, else the wording of the text; {ALL_NAMED}",
           lambda record: names(record.event.actors), hxl="#org+actor+name+list", ar="الفاعلون"),
    Column("actor_countries", "their countries, ISO 3166 alpha-3", lambda record: countries(record.event.actors),
           hxl="#country+code+actor+list", ar="دول الفاعلين"),
    Column("actor_sectors", "their PLOVER sectors", lambda record: sectors(record.event.actors),
           hxl="#org+type+actor+list", ar="قطاعات الفاعلين"),
    Column("actors_text", "as published", lambda record: unique(party.text for party in record.event.actors),
           hxl="#org+actor+name+i_ar+list", ar="الفاعلون كما وردوا"),
    Column("recipients", "English names of those to whom it was done, else the wording of the text",
           lambda record: names(record.event.recipients), hxl="#org+recipient+name+list", ar="المتلقّون"),
    Column("recipient_countries", "their countries, ISO 3166 alpha-3",
           lambda record: countries(record.event.recipients), hxl="#country+code+recipient+list", ar="دول المتلقّين"),
    Column("recipient_sectors", "their PLOVER sectors", lambda record: sectors(record.event.recipients),
           hxl="#org+type+recipient+list", ar="قطاعات المتلقّين"),
    Column("recipients_text", "as published", lambda record: unique(party.text for party in record.event.recipients),
           hxl="#org+recipient+name+i_ar+list", ar="المتلقّون كما وردوا"),
    Column("place", "English name of the place", _place("name"), hxl="#loc+name", ar="المكان"),
    Column("place_text", "as published", lambda record: record.place_text, hxl="#loc+name+i_ar", ar="المكان كما ورد"),
    Column("admin1", "first-level division", _place("admin1"), hxl="#adm1+name", ar="المحافظة"),
    Column("country", "ISO 3166 alpha-3 of the place", _place("country"), hxl="#country+code", ar="الدولة"),
    Column("latitude", "degrees north; empty for a place known by its country only", _place("latitude"),
           hxl="#geo+lat", ar="خط العرض"),
    Column("longitude", "degrees east, likewise", _place("longitude"), hxl="#geo+lon", ar="خط الطول"),
    Column("precision", "exact city admin1 country region", _place("precision"), hxl="#geo+precision", ar="دقة المكان"),
    Column("geonames", "GeoNames id of the place", _place("geonames"), hxl="#loc+code+v_geonames", ar="رقم جيونيمز"),
    Column("killed_low", "lowest number of dead in an account that is no denial",
           lambda record: lowest(deaths(record)), hxl="#affected+killed+min", ar="أقل عدد للقتلى"),
    Column("killed_high", "highest number likewise", lambda record: highest(deaths(record)),
           hxl="#affected+killed+max", ar="أكبر عدد للقتلى"),
    Column("tolls", f"every number of people with who says so; {ALL_NAMED}", told_tolls, hxl="#description+toll+list",
           ar="الأعداد ومن ذكرها"),
    Column("said_by", "who says so, one an account, innermost first", lambda record: record.sources,
           hxl="#meta+source+list", ar="القائلون"),
    Column("accounts", "how many accounts tell it", lambda record: len(record.event.accounts), hxl="#meta+accounts+num",
           ar="عدد الروايات"),
    Column("articles", "in how many articles", lambda record: len(record.stories), hxl="#meta+articles+num",
           ar="عدد المقالات"),
    Column("outlets", "newspapers and agencies that tell it", lambda record: record.outlets,
           hxl="#meta+outlet+list", ar="الصحف"),
    Column("urls", "where", lambda record: record.urls, hxl="#meta+url+list", ar="العناوين"),
    Column("sentences", "the sentences that tell it, as published", lambda record: " | ".join(record.sentences),
           hxl="#description+i_ar", ar="الجمل كما نُشرت"),
)  # fmt: skip

CSV = Table("csv", "The store's events flat, a row an event.", COLUMNS, ("events.csv",))
