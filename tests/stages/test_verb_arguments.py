"""Subjects, objects and pronouns of finite verbs where the order alone does not tell them."""

from __future__ import annotations

import pytest
from tests.stages.conftest import read_line

from riwaya.model import Document


def roles(document: Document, verb: str) -> tuple[list[str], list[str]]:
    """The texts of subject and object of the clause on this written word."""
    clause = next(c for c in document.clauses if document.tokens[c.predicate].span.of(document.text) == verb)
    subject, obj = (clause.arguments.get(role, ()) for role in ("subject", "object"))
    return [a.span.of(document.text) for a in subject], [a.span.of(document.text) for a in obj]


CASES = [
    ("قالت قيادة الأركان إنها تأمر جميع الوحدات بالانسحاب", "تأمر", ["قيادة الأركان"], ["جميع الوحدات"]),
    ("نفت الحركة أنها هاجمت القاعدة", "هاجمت", ["الحركة"], ["القاعدة"]),
    ("قال الناطق إنه تم توقيع الاتفاق", "تم", ["توقيع"], []),
    ("نطالب الحكومة بالاستقالة", "نطالب", [], ["الحكومة"]),
    ("هاجم المسلحون القافلة وأحرقوا شاحنة", "وأحرقوا", ["المسلحون"], ["شاحنة"]),
    ("أوقفت الشرطة السائق وأغلقت الطريق", "وأغلقت", ["الشرطة"], ["الطريق"]),
    ("نددت المنظمة بالهجوم ودعت جميع الأطراف إلى الهدوء", "ودعت", ["المنظمة"], ["جميع الأطراف"]),
    ("عرضت المشروع الجديد أمس وزيرة العدل", "عرضت", ["وزيرة العدل"], ["المشروع الجديد"]),
    ("الإرهابيون يخططون لهجوم على السوق", "يخططون", ["الإرهابيون"], []),
    ("انتقد النائب رئيس الحكومة التي رفضت القانون", "رفضت", ["الحكومة"], ["القانون"]),
    ("أعلن العراق أنه استعاد القاعدة", "استعاد", ["العراق"], ["القاعدة"]),
    ("وصل الناشط إلى العاصمة بعد أن هاجم مسلحون بيته، واتهمتهم الوزارة بالإرهاب", "واتهمتهم", ["الوزارة"], ["مسلحون"]),
    ("غادر الوزراء القاعة وفتشت الشرطة المكاتب ثم استدعتهم المحكمة", "استدعتهم", ["المحكمة"], ["الوزراء"]),
    ("اعتقل الطبيب أمس واحتجز في قاعدة", "واحتجز", [], ["الطبيب"]),
    ("احتجاجات في الموانئ والجيش يحاصر القرية", "يحاصر", ["الجيش"], ["القرية"]),
    ("تعليقاً على القرار رفض الناطق الأسئلة", "رفض", ["الناطق"], ["الأسئلة"]),
    ("اعتقلت الشرطة شخصين أحدهما جريح", "اعتقلت", ["الشرطة"], ["شخصين"]),
    ("استقبل الرئيس الوفد وأرسل وزير خارجيته إلى كينيا", "وأرسل", ["الرئيس"], ["وزير خارجيته"]),
    ("دان الوزير القصف ووصف الهجوم بالجريمة", "ووصف", ["الوزير"], ["الهجوم"]),
    ("أعلنت الحركة موقفها وقالت إن الوسطاء غادروا. ثم استولوا على الميناء", "استولوا", ["الوسطاء"], []),
    ("هاجمت الميليشيات القرية ثم انسحبوا", "انسحبوا", ["الميليشيات"], []),
    ('انتقد الناطق "سياسة الحكومة التي أضرت بالمزارعين"', "انتقد", ["الناطق"], ["سياسة الحكومة"]),
    ("وصل جنود مجهزون بأسلحة حديثة يحتلون القرية", "يحتلون", ["جنود مجهزون"], ["القرية"]),
    ("استنكرت بقية الدول القرار", "استنكرت", ["بقية الدول"], ["القرار"]),
    ("اقتحم الجنود المبنى نفسه ثم أحرقوا الوثائق", "أحرقوا", ["الجنود"], ["الوثائق"]),
    ("هاجمت بوكو حرام أمس بلدة نائية واختطفت المئات من السكان", "واختطفت", ["بوكو حرام"], ["المئات من السكان"]),
    ("فجر انتحاري نفسه في السوق", "فجر", ["انتحاري"], ["نفسه"]),
    ("فجرت امرأة نفسها أمام المركز", "فجرت", ["امرأة"], ["نفسها"]),
    ("شكا المستشار، يوسي كوهين، من الإهمال", "شكا", ["المستشار، يوسي كوهين"], []),
]


@pytest.mark.parametrize(("text", "verb", "subject", "obj"), CASES)
def test_subject_and_object(text: str, verb: str, subject: list[str], obj: list[str]) -> None:
    assert roles(read_line(text), verb) == (subject, obj)


SPEAKERS = [
    ("قال الناطق باسم الحركة: «نرفض الاتفاق»", "نرفض", "الناطق باسم الحركة"),
    ("أعلنت الكتائب أنها قصفت الميناء، متوعدة بتصعيد الهجمات", "متوعدة", "الكتائب"),
]


@pytest.mark.parametrize(("text", "trigger", "actor"), SPEAKERS)
def test_whoever_speaks_does_what_the_word_of_speech_tells(text: str, trigger: str, actor: str) -> None:
    document = read_line(text)
    event = next(event for event in document.events if event.trigger.of(text) == trigger)
    assert [participant.span.of(text) for participant in event.actors] == [actor]


DOERS = [
    ("أسفر هجوم تبناه التنظيم عن سقوط قتلى", "هجوم", ["التنظيم"]),
    ("العمليات العسكرية التي تقوم بها القوات التركية مستمرة", "العمليات", ["القوات التركية"]),
    ("جرحت امرأة في غارات نسبت إلى الطيران الحربي", "غارات", ["الطيران الحربي"]),
    ("ألقت الشرطة القبض على السارق", "القبض", ["الشرطة"]),
    ("خلال زيارته إلى ألمانيا، بحث الأمير الأزمة", "زيارته", ["الأمير"]),
]


@pytest.mark.parametrize(("text", "trigger", "actors"), DOERS)
def test_a_verb_beside_the_noun_tells_who_did_it(text: str, trigger: str, actors: list[str]) -> None:
    event = next(event for event in read_line(text).events if event.trigger.of(text) == trigger)
    assert [participant.span.of(text) for participant in event.actors] == actors


def test_a_word_of_stress_names_nobody() -> None:
    text = "بحسب المصادر نفسها انفجرت سيارة في السوق ما أدى إلى جرح عشرة"
    document = read_line(text)
    assert document.events
    assert "نفسها" not in [actor.span.of(text) for event in document.events for actor in event.actors]
