"""How far contents reach in running text: to the end of their phrase or clause, past a source between commas."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from riwaya.model import Document

Read = Callable[[str], Document]


def told(document: Document, cue: str) -> list[str]:
    (found,) = [one for one in document.statements if one.cue.of(document.text) == cue]
    return [span.of(document.text) for span in found.content]


@pytest.mark.parametrize(
    ("text", "cue", "content"),
    [
        ("هددت النقابة بالإضراب كما رفعت دعوى على الشركة.", "هددت", ["بالإضراب"]),
        ("بينما تبنى التنظيم تفجير الجسر، كثفت الدولة دورياتها.", "تبنى", ["تفجير الجسر"]),
        ("حوكم تاجر بتهمة الغش بعد أن فتشت الشرطة متجره.", "بتهمة", ["الغش"]),
        ("نددت الحكومة بالقرار وقطعت الماء عن المصنع.", "نددت", ["بالقرار"]),
        ("أشار المدير إلى أن الباب قديم وأن القفل مكسور.", "أشار", ["إلى أن الباب قديم وأن القفل مكسور"]),
        ("غرق المركب، بحسب الصيادين، قرب الميناء القديم.", "بحسب", ["غرق المركب", "قرب الميناء القديم"]),
        ("قال المدير إن الباب قديم. وأن القفل مكسور.", "قال", ["إن الباب قديم. وأن القفل مكسور"]),
        ("وصل القطار متأخراً. ذكر ذلك مراسل الصحيفة.", "ذكر", ["وصل القطار متأخراً."]),
        ("توقف القتال في المدينة، وبحسب الشهود فإن الجسر مغلق.", "وبحسب", ["فإن الجسر مغلق"]),
        ("غادر الوفد بعد الهدنة التي أعلنها الوسيط أمس.", "أعلنها", ["الهدنة"]),
        ('وأضاف "بنقل المصنع كسرت الشركة وعدها القديم"، ثم غادر.', "وأضاف", ['"بنقل المصنع كسرت الشركة وعدها القديم"']),
        (
            'نشرت صحيفة "الميناء خبراً. وقال: "الطريق طويل جداً هذا المساء".',
            "وقال",
            ['"الطريق طويل جداً هذا المساء"'],
        ),
    ],
)
def test_contents(text: str, cue: str, content: list[str], read_text: Read) -> None:
    assert told(read_text(text), cue) == content


def test_who_is_quoted_by_a_speaker_lies_inside(read_text: Read) -> None:
    text = "قال المبعوث نقلاً عن صيادين إن المركب غرق."
    outer, inner = read_text(text).statements
    assert (outer.cue.of(text), inner.cue.of(text), inner.parent) == ("قال", "نقلاً", outer.id)


def test_who_carries_words_lies_outside(read_text: Read) -> None:
    text = "وقال المدرب في تصريحات نقلتها الوكالة إن الفريق جاهز."
    spoken, carried = read_text(text).statements
    assert (carried.cue.of(text), spoken.parent, carried.parent) == ("نقلتها", carried.id, None)


def test_chain_of_three(read_text: Read) -> None:
    text = "نقلت الصحيفة عن الأمين العام قوله إن المسؤولين اعترفوا بأن مسلحين قتلوا سبعة جنود."
    document = read_text(text)
    acts = {one.id: one.cue.of(text) for one in document.statements}
    (killing,) = [one for one in document.events if one.trigger.of(text) == "قتلوا"]
    assert [acts[name] for name in killing.chain] == ["اعترفوا", "قوله", "نقلت"]


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("أعرب الحزب عن رفضه للقرار.", "رفضه"),
        ("وقع أمس هجوم على السوق تبناه التنظيم.", "هجوم"),
    ],
)
def test_an_act_is_not_told_inside_itself(text: str, trigger: str, read_text: Read) -> None:
    found = {one.trigger.of(text): one.chain for one in read_text(text).events}
    assert found[trigger] == ()
