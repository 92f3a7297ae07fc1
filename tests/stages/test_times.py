"""Times: every example of data/rules/times.toml is read as it says, and the arithmetic holds at its edges."""

from __future__ import annotations

import re
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from riwaya.lexicon.build import load_lexicon
from riwaya.lexicon.tables import read_rules
from riwaya.lexicon.time_rules import load_time_rules
from riwaya.model import Article, Byline, Document, Published, Span, Time
from riwaya.stages.dates.resolution import RESOLVERS
from riwaya.stages.sentences import split_sentences
from riwaya.stages.times import find_times
from riwaya.stages.tokens import tokenize
from riwaya.text.calendar import value_bounds

RULES = load_time_rules()
EXAMPLES = [(pattern.id, example) for pattern in RULES.patterns for example in pattern.examples]
CORPUS = read_rules("rules/times.toml")["corpus"]
READ = [(group.get("published"), *row) for group in CORPUS for row in group.get("read", ())]
NOTHING = [(group.get("published"), text) for group in CORPUS for text in group.get("nothing", ())]


def read(text: str, published: str | None = None, agency: str | None = None) -> tuple[Document, tuple[Time, ...]]:
    day = date.fromisoformat(published) if published else None
    article = Article(0, "full", None, None, None, Byline(agency=agency), Published(day), (Span(0, len(text)),))
    document = Document(article, text)
    document.sentences = split_sentences(document, load_lexicon())
    document.tokens = tokenize(document, load_lexicon())
    return document, find_times(document, load_lexicon())


def found(text: str, published: str | None = None) -> list[tuple[str, str, str]]:
    document, times = read(text, published)
    return [(time.span.of(document.text), time.type, time.value) for time in times]


@pytest.mark.parametrize(("rule", "example"), EXAMPLES, ids=[f"{rule}-{n}" for n, (rule, _) in enumerate(EXAMPLES)])
def test_examples_of_the_rules(rule: str, example: dict[str, str]) -> None:
    document, times = read(example["text"], example.get("published"))
    assert (example["span"], example["value"]) in [(time.span.of(document.text), time.value) for time in times]


@pytest.mark.parametrize("row", READ, ids=range(len(READ)))
def test_written_examples(row: tuple[str | None, ...]) -> None:
    published, text, *told = row
    spans = [(span, value) for span, _, value in found(str(text), published)]
    assert spans == list(zip(told[::2], told[1::2], strict=True))


@pytest.mark.parametrize(("published", "text"), NOTHING, ids=range(len(NOTHING)))
def test_what_is_no_time(published: str | None, text: str) -> None:
    assert found(text, published) == []


def test_the_file_holds_enough_examples() -> None:
    assert len(NOTHING) >= 100
    assert len(READ) + len(NOTHING) + len(EXAMPLES) >= 400
    assert len({row[1] for row in (*READ, *NOTHING)}) == len(READ) + len(NOTHING)


def test_an_example_is_read_by_its_own_rule_or_one_that_holds_it() -> None:
    assert len({pattern.id for pattern in RULES.patterns}) == len(list(RULES.patterns))
    rules = {time.rule for _, example in EXAMPLES for time in read(example["text"], example.get("published"))[1]}
    inner = {pattern.id for pattern in RULES.patterns if pattern.inner}
    assert {f"times.{rule}" for rule, _ in EXAMPLES if rule not in inner} <= rules


def test_every_meaning_is_worked_out() -> None:
    used = {pattern.means for pattern in RULES.patterns if not pattern.inner}
    assert used - {"child", "nothing"} <= set(RESOLVERS)
    assert set(RESOLVERS) <= {pattern.means for pattern in RULES.patterns}


@pytest.mark.parametrize(
    ("text", "published", "times"),
    [
        ("وقع الهجوم ليل الخميس وانسحبوا فجراً", "2015-08-01",
         [("ليل الخميس", "TIME", "2015-07-30TNI"), ("فجراً", "TIME", "2015-07-30TMO")]),
        ("أقلعت الطائرة السبت. ووصلت نحو الساعة الثانية وعشرين دقيقة بعد الظهر", None,
         [("السبت", "DATE", "XXXX-WXX-6"), ("نحو الساعة الثانية وعشرين دقيقة بعد الظهر", "TIME", "XXXX-WXX-6T14:20")]),
        ("بين عامي 1971 و1979", None, [("عامي 1971", "DATE", "1971"), ("1979", "DATE", "1979")]),
        ("من 2012 إلى 2016", None, [("2012", "DATE", "2012"), ("2016", "DATE", "2016")]),
        ("بين الرابع عشر والسابع والعشرين من تموز - يوليو", "2015-08-03",
         [("الرابع عشر", "DATE", "2015-07-14"), ("السابع والعشرين من تموز - يوليو", "DATE", "2015-07-27")]),
        ("في القرارين 1511 و1832 بحث المجلس الملف", "2015-08-03", []),
        ("رجل في العشرين من العمر ومعه 3 ساعات يد", None,
         [("العشرين من العمر", "DURATION", "P20Y"), ("3 ساعات", "DURATION", "PT3H")]),
        ("صلاة الجمعة في باب الجامع", "2015-08-03", []),
        ("المدير العام الحالي للشركة", "2015-08-03", []),
        ("اليوم العالمي للطفل", "2015-08-03", []),
        ("طالت الرحلة خمس ساعات ونصف", None, [("خمس ساعات ونصف", "DURATION", "PT5H30M")]),
        ("تأخر البناء عام ونصف عام", None, [("عام ونصف عام", "DURATION", "P18M")]),
        ("بعد ربع قرن عاد", None, [("ربع قرن", "DURATION", "P25Y")]),
        ("في 7 رمضان 1436 هـ وصل", None, [("7 رمضان 1436 هـ", "DATE", "2015-06-24")]),
        ("السابع من ذي القعدة المقبل", "2015-07-27", [("السابع من ذي القعدة المقبل", "DATE", "2015-08-22")]),
        ("في ثمانينيات القرن الماضي", None, [("ثمانينيات القرن الماضي", "DATE", "198X")]),
        ("ثلاثينيات القرن التاسع عشر", None, [("ثلاثينيات القرن التاسع عشر", "DATE", "183X")]),
        ("ساعة ونصف الساعة", None, [("ساعة ونصف الساعة", "DURATION", "PT1H30M")]),
        ("قبل 9000000 يوم", "2024-01-02", [("قبل 9000000 يوم", "DATE", "PAST_REF")]),
        ("قبل 4000 سنة", "2024-01-02", [("قبل 4000 سنة", "DATE", "PAST_REF")]),
        ("عند منتصف الليل", "2024-01-02", [("منتصف الليل", "TIME", "2024-01-01T24:00")]),
        ("في ساعات الفجر الأولى من يوم الأحد", "2023-11-30",
         [("ساعات الفجر الأولى من يوم الأحد", "TIME", "2023-11-26TMO")]),
        ("الساعة الثامنة مساء أمس", "2022-05-05", [("الساعة الثامنة مساء أمس", "TIME", "2022-05-04T20:00")]),
        ("سيجري الاقتراع في 24 ديسمبر", "2021-09-28", [("24 ديسمبر", "DATE", "2021-12-24")]),
        ("في القرن التاسع عشر", None, [("القرن التاسع عشر", "DATE", "18")]),
        ("الجسر مقطوع منذ الخريف الماضي", "2015-07-25", [("الخريف الماضي", "DATE", "2014-FA")]),
        ("في النصف الأول من العام الحالي", "2015-07-25", [("النصف الأول من العام الحالي", "DATE", "2015-H1")]),
        ("في 31 فبراير 2015", None, []),
        ("هاجموه أمس (الثلاثاء) وعادوا اليوم", None,
         [("أمس (الثلاثاء)", "DATE", "XXXX-WXX-2"), ("اليوم", "DATE", "XXXX-WXX-3")]),
        ("قال ذلك يوم أمس (الثلاثاء)", "2015-07-21", [("يوم أمس (الثلاثاء)", "DATE", "2015-07-21")]),
        ("في شهري مايو ويونيو 2014", None, [("شهري مايو", "DATE", "XXXX-05"), ("يونيو 2014", "DATE", "2014-06")]),
        ("وبعد ساعات من رحيله", None, [("ساعات", "DURATION", "PTXH")]),
        ("خلال الـ48 ساعة الماضية", "2015-07-21", [("الـ48 ساعة الماضية", "DURATION", "PT48H")]),
    ],
)  # fmt: skip
def test_expressions(text: str, published: str | None, times: list[tuple[str, str, str]]) -> None:
    assert found(text, published) == times


def test_proclitics_stay_outside_the_span() -> None:
    assert found("ولخمس سنوات ثم للعام المقبل وفجر أمس", "2015-07-21") == [
        ("خمس سنوات", "DURATION", "P5Y"),
        ("للعام المقبل", "DATE", "2016"),
        ("فجر أمس", "TIME", "2015-07-20TMO"),
    ]


def test_a_time_tells_its_days_and_its_rule() -> None:
    _, (time,) = read("زاره الشهر الماضي", "2024-11-24")
    assert (time.earliest, time.latest) == (date(2024, 10, 1), date(2024, 10, 31))
    assert (time.basis, time.calendar, time.rule) == ("relative", "gregorian", "times.period-modified")
    _, (vague,) = read("يصل قريباً", "2024-11-24")
    assert (vague.earliest, vague.latest, vague.basis) == (None, None, "vague")


@pytest.mark.parametrize(
    ("agency", "value", "first", "last"),
    [
        ("الشرق الأوسط", "2024-W47", "2024-11-18", "2024-11-24"),
        ("صحيفة النهار", "2024-W46", "2024-11-11", "2024-11-17"),
        (None, "2024-W47", "2024-11-11", "2024-11-24"),
    ],
)
def test_the_week_is_the_papers_own(agency: str | None, value: str, first: str, last: str) -> None:
    """Where no one tells when it begins, the bounds hold every week that may be meant."""
    _, (time,) = read("زاره الأسبوع الماضي", "2024-11-24", agency)
    assert (time.value, str(time.earliest), str(time.latest)) == (value, first, last)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("صدر في 16 رجب 1444 هـ", [("2023-02-07", "2023-02-06", "2023-02-08")]),
        ("صدر في 16 رجب 1444هـ الموافق 8 فبراير 2023", [("2023-02-08",) * 3] * 2),
        ("صدر في 8 فبراير 2023 (16 رجب 1444هـ)", [("2023-02-08",) * 3] * 2),
        ("صدر في 16 رجب 1444هـ الموافق 20 فبراير 2023",
         [("2023-02-07", "2023-02-06", "2023-02-08"), ("2023-02-20",) * 3]),
    ],
)  # fmt: skip
def test_a_hijri_day_has_a_tolerance_that_a_gregorian_one_settles(text: str, days: list[tuple[str, ...]]) -> None:
    _, times = read(text)
    assert [(time.value, str(time.earliest), str(time.latest)) for time in times] == days


WORDINGS = sorted({str(row[1]) for row in READ} | {example["text"] for _, example in EXAMPLES})
DAYS = st.dates(min_value=date(1990, 1, 1), max_value=date(2060, 1, 1))
VALUE = re.compile(
    r"(PAST|PRESENT|FUTURE)_REF|P(T?(\d+(\.\d+)?|X+)[A-Z]+)+|PX+|(\d{2,4}X?|X{2,4})(-.+)?|XXXX-WXX-\d(T.+)?"
)


@settings(max_examples=200, deadline=None)
@given(st.sampled_from(WORDINGS), DAYS)
def test_every_value_parses_and_its_days_are_in_order(text: str, day: date) -> None:
    for time in read(text, day.isoformat())[1]:
        assert VALUE.fullmatch(time.value)
        assert (time.earliest is None) == (time.latest is None)
        if time.earliest and time.latest:
            assert time.earliest <= time.latest
        if time.type in ("DATE", "TIME") and "X" not in time.value and not time.value.endswith("_REF"):
            assert value_bounds(time.value) != (None, None)


@settings(max_examples=200, deadline=None)
@given(st.sampled_from(WORDINGS), DAYS, st.integers(0, 800))
def test_resolving_is_monotone_in_the_articles_date(text: str, day: date, days: int) -> None:
    """An article of a later day never means an earlier one by the same words."""
    earlier, later = (read(text, d.isoformat())[1] for d in (day, day + timedelta(days=days)))
    for one, other in zip(earlier, later, strict=True):
        if one.earliest and other.earliest:
            assert one.earliest <= other.earliest


PIECES = "أمس اليوم (الثلاثاء) ، من إلى 5 2015 مايو (أيار) الماضي فجر الساعة 19.45 قبل يومين عام و"


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(PIECES.split(" ")), max_size=10))
def test_times_never_overlap_and_lie_in_order(words: list[str]) -> None:
    _, times = read(" ".join(words), "2015-07-21")
    assert all(a.span.end <= b.span.start for a, b in pairwise(times))
