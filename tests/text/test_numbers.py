"""Numbers in digits and words."""

import pytest

from riwaya.text.fold import fold
from riwaya.text.numbers import Number, parse_digits, parse_number


@pytest.mark.parametrize(
    ("text", "low", "high", "words"),
    [
        ("سبعة جنود", 7, 7, 1),
        ("خمسة عشر جندياً", 15, 15, 2),
        ("أحد عشر", 11, 11, 2),
        ("اثنتا عشرة", 12, 12, 2),
        ("ثلاثة وعشرين", 23, 23, 2),
        ("مئتان وثلاثة وعشرين", 223, 223, 3),
        ("ثلاث مئة", 300, 300, 2),
        ("ألف وخمسمئة", 1500, 1500, 2),
        ("2,5 مليون", 2_500_000, 2_500_000, 2),
        ("٣٠٠ ألف", 300_000, 300_000, 2),
        ("6 آلاف و213", 6213, 6213, 3),
        ("17.400 كتاب", 17_400, 17_400, 1),
        ("مليون ونصف مليون", 1_500_000, 1_500_000, 3),
        ("الـ29", 29, 29, 1),
        ("ألفي قتيل", 2000, 2000, 1),
        ("5 وعشرين", 5, 5, 1),
        ("خمسة وستة", 5, 5, 1),
        ("من 3 إلى 7", 3, 7, 4),
        ("بين 20 و30", 20, 30, 3),
        ("بين 3 و5 آلاف", 3000, 5000, 4),
        ("19-20", 19, 20, 1),
        ("ثلاثة إلى أربعة", 3, 4, 3),
        ("عشرات القتلى", 20, 99, 1),
        ("مئات الآلاف", 200_000, 999_999, 2),
        ("آلاف", 2000, 9999, 1),
        ("بضعة أيام", 3, 9, 1),
        ("أكثر من سبعة", 7, None, 3),
        ("ما لا يقل عن 12", 12, None, 5),
        ("سبعة على الأقل", 7, None, 3),
        ("نحو 40 شخصاً", 40, 40, 2),
        ("أقل من مئة", 0, 100, 3),
    ],
)
def test_cardinals(text: str, low: int, high: int | None, words: int) -> None:
    assert parse_number(fold(text).split()) == (Number(low, high), words)


@pytest.mark.parametrize(
    ("text", "value", "words"),
    [
        ("الثالث", 3, 1),
        ("الحادي عشر", 11, 2),
        ("الخامس والعشرين", 25, 2),
        ("الثانية عشرة", 12, 2),
        ("الحادي والثلاثين", 31, 2),
    ],
)
def test_ordinals(text: str, value: int, words: int) -> None:
    assert parse_number(fold(text).split()) == (Number(value, value, ordinal=True), words)


@pytest.mark.parametrize("text", ["أحد القادة", "جندي", "", "وسبعة", "على الأقل"])
def test_no_number(text: str) -> None:
    assert parse_number(fold(text).split()) is None


def test_digits() -> None:
    words = ("1,250,000", "3.5", "07", "19:45", "سبعة")
    assert [parse_digits(word) for word in words] == [1_250_000, 3.5, 7, None, None]
