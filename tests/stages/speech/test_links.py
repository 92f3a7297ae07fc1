"""Statements that deny, confirm or answer earlier ones."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from riwaya.model import Document

Read = Callable[[str], Document]


def links(document: Document) -> set[tuple[str, str, str]]:
    """Cue, kind and cue of every link."""
    cues = {one.id: one.cue.of(document.text) for one in document.statements}
    return {(cues[one.id], link.kind, cues[link.to]) for one in document.statements for link in one.links}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("اتهمت النقابة الإدارة بإهمال العمال، لكن الإدارة تنفي ذلك.", ("تنفي", "denies", "اتهمت")),
        ("وتتهم البلدية الشركة بتلويث النهر، وهو ما تنفيه الشركة.", ("تنفيه", "denies", "وتتهم")),
        ("قال الحزب إن الوزير أخفى الأرقام. ونفى الوزير هذه الاتهامات.", ("ونفى", "denies", "قال")),
        ("قالت الصحيفة إن المدير استقال. ونفت الشركة صحة الخبر.", ("ونفت", "denies", "قالت")),
        ("ذكر الموقع أن السد تصدع. ونفت الوزارة ما جاء في الموقع.", ("ونفت", "denies", "ذكر")),
        ("قالت الصحيفة إن المدير استقال. وأكد المدير ذلك.", ("وأكد", "confirms", "قالت")),
        ("اتهم السكان الشركة بقطع أشجار الغابة. غير أن المدير نفى قطع أشجار الغابة.", ("نفى", "denies", "اتهم")),
        ("قال المعلمون إن الأجور قليلة. ورداً على ذلك قال الوزير إن الأجور سترتفع.", ("قال", "responds_to", "قال")),
        ("انتقد النواب الخطة. وفي المقابل رأى الوزير أن الخطة طموحة.", ("رأى", "responds_to", "انتقد")),
        ("طالب العمال بزيادة الأجور. ورد المدير بأن الميزانية ضعيفة.", ("ورد", "responds_to", "طالب")),
    ],
)
def test_what_points_at_an_earlier_statement(text: str, found: tuple[str, str, str], read_text: Read) -> None:
    assert found in links(read_text(text))


@pytest.mark.parametrize(
    "text",
    [
        "قالت الشركة إن المصنع آمن. ونفت الشركة ذلك الخلل.",
        "نفى الوزير ذلك.",
        "قال المدير إن الباب مغلق. ونفى السائق أنه كان مسرعاً.",
        "قال المدير إن الباب مغلق. ورداً على سؤال قال السائق إن الطريق طويل.",
        "قال المدير إن الباب مغلق. وبعد ذلك أكد السائق أن الطريق طويل.",
        "قال المدير إن النقابة تنفي ذلك.",
        "قال المدير إن الباب مغلق. وأكد السائق أن الطريق طويل.",
        "قال المتمردون إنهم قتلوا 40 جندياً في المعسكر. وأكد الجيش أن أربعة جنود قتلوا في المعسكر.",
    ],
)
def test_what_points_at_none(text: str, read_text: Read) -> None:
    assert links(read_text(text)) == set()


def test_a_reproach_is_preferred_where_one_is_named(read_text: Read) -> None:
    text = "اتهم النواب الوزير بإخفاء الأرقام. وقالت اللجنة إن التقرير جاهز. ونفى الوزير هذه الاتهامات."
    assert links(read_text(text)) == {("ونفى", "denies", "اتهم")}


def test_only_near_statements_are_pointed_at(read_text: Read) -> None:
    between = "وصل الوفد إلى المدينة. هطل المطر ليلاً. أغلق المتحف أبوابه."
    assert links(read_text(f"قال الحزب إن الأرقام خاطئة. {between} ونفى الوزير ذلك.")) == set()
