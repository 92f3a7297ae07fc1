"""With what something was done, and what was given, asked for or signed."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from riwaya.model import Document, EventMention

Reader = Callable[..., Document]


def told_by(trigger: str, document: Document) -> EventMention:
    return next(event for event in document.events if event.trigger.of(document.text) == trigger)


@pytest.mark.parametrize(
    ("text", "trigger", "instruments"),
    [
        ("قصفت القوات البلدة بقذائف هاون وصواريخ", "قصفت", ("قذائف هاون", "صواريخ")),
        ("هاجم المتمردون القاعدة باستخدام طائرات مسيرة", "هاجم", ("طائرات مسيرة",)),
        ("أطلق المسلحون صواريخ على المطار", "أطلق", ("صواريخ",)),
        ("انفجرت عبوة ناسفة قرب الحاجز", "انفجرت", ("عبوة ناسفة",)),
        ("طعن شاب جنديا بسكين", "طعن", ("سكين",)),
        ("رشق المحتجون الشرطة بالحجارة", "رشق", ("الحجارة",)),
        ("فجر مجهولون ست سيارات في المدينة", "فجر", ()),
        ("دمر الجيش ثلاث دبابات قرب الجسر", "دمر", ()),
        ("سلمت الدولة جارتها طائرات مسيرة", "سلمت", ()),
    ],
)
def test_instruments(text: str, trigger: str, instruments: tuple[str, ...], read_text: Reader) -> None:
    assert told_by(trigger, read_text(text)).instruments == instruments


def test_a_car_bomb_is_no_victim(read_text: Reader) -> None:
    document = read_text("وقع تفجير سيارة مفخخة في السوق")
    assert told_by("تفجير", document).instruments == ("سيارة مفخخة",)
    assert "سيارة مفخخة" not in [one.span.of(document.text) for one in told_by("تفجير", document).recipients]


@pytest.mark.parametrize(
    ("text", "trigger", "objects"),
    [
        ("طالبت الحكومة الأمم المتحدة بسحب القوات الأجنبية", "طالبت", ("سحب القوات الأجنبية",)),
        ("دعا الرئيس إلى وقف القتال", "دعا", ("وقف القتال",)),
        ("وقع الوزيران اتفاقا للتعاون في الزراعة", "وقع", ("اتفاقا",)),
        ("تعهدت الدول بتقديم مساعدات مالية للبلاد", "تعهدت", ("تقديم مساعدات مالية",)),
        ("أيد البرلمان مشروع القانون", "أيد", ("مشروع القانون",)),
        ("سلمت موسكو باماكو طائرات مقاتلة", "سلمت", ("طائرات مقاتلة",)),
        ("هدد الرئيس بفرض عقوبات على الشركة", "هدد", ("فرض عقوبات",)),
        ("قصفت القوات البلدة ليلا", "قصفت", ()),
        ("طالب الوزير الدول بالدعم بالإضافة إلى الخبراء", "طالب", ("الدعم",)),
    ],
)
def test_objects(text: str, trigger: str, objects: tuple[str, ...], read_text: Reader) -> None:
    assert told_by(trigger, read_text(text)).objects == objects
