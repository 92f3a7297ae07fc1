"""All persons, moods and classes of verbs, with clitics: each written form has the reading that its row tells."""

from __future__ import annotations

from functools import cache

import pytest

from riwaya.lexicon.morphology import Morphology, load_morphology

PERSONS = {"P": "perfect", "I": "imperfect", "C": "imperative"}
PARADIGMS = """
كتب
P كتب 3ms كتبت 3fs كتبت 1-s كتبا 3md كتبتا 3fd كتبوا 3mp كتبن 3fp كتبتم 2mp كتبنا 1-p
I يكتب 3ms تكتب 3fs أكتب 1-s نكتب 1-p يكتبان 3md تكتبان 3fd
I يكتبون 3mp يكتبوا 3mp يكتبن 3fp تكتبون 2mp تكتبين 2fs يكتبا 3md
C اكتب 2ms اكتبوا 2mp
قرأ
P قرأ 3ms قرأت 3fs قرؤوا 3mp قرأوا 3mp قرأنا 1-p
I يقرأ 3ms تقرأ 3fs يقرؤون 3mp يقرأون 3mp نقرأ 1-p
سأل
P سأل 3ms سألت 3fs سألوا 3mp سألنا 1-p
I يسأل 3ms يسألون 3mp
أخذ
P أخذ 3ms أخذت 3fs أخذوا 3mp
I يأخذ 3ms آخذ 1-s نأخذ 1-p يأخذون 3mp تأخذ 3fs
C خذ 2ms خذوا 2mp
مدّ
P مد 3ms مدت 3fs مددنا 1-p مدوا 3mp مددت 1-s
I يمد 3ms تمد 3fs يمدون 3mp يمددن 3fp نمد 1-p
وصل
P وصل 3ms وصلت 3fs وصلوا 3mp وصلنا 1-p وصلا 3md
I يصل 3ms تصل 3fs يصلون 3mp أصل 1-s نصل 1-p
وقف
P وقفت 3fs وقفوا 3mp
I يقف 3ms يقفون 3mp تقف 3fs
قال
P قال 3ms قالت 3fs قالوا 3mp قالا 3md قالتا 3fd قلت 1-s قلنا 1-p قلن 3fp
I يقول 3ms تقول 3fs أقول 1-s نقول 1-p يقولون 3mp يقولوا 3mp يقلن 3fp يقل 3ms تقل 3fs يقولان 3md
C قل 2ms قولوا 2mp
سار
P سار 3ms سارت 3fs ساروا 3mp سرنا 1-p
I يسير 3ms تسير 3fs يسيرون 3mp يسر 3ms
نام
P نام 3ms ناموا 3mp نمنا 1-p
I ينام 3ms تنام 3fs ينامون 3mp
دعا
P دعا 3ms دعت 3fs دعوا 3mp دعوت 1-s دعونا 1-p دعتا 3fd
I يدعو 3ms تدعو 3fs ندعو 1-p يدعون 3mp يدعوا 3mp يدع 3ms
رمى
P رمى 3ms رمت 3fs رموا 3mp رمينا 1-p
I يرمي 3ms ترمي 3fs يرمون 3mp نرمي 1-p
بقي
P بقي 3ms بقيت 3fs بقوا 3mp بقينا 1-p
I يبقى 3ms تبقى 3fs يبقون 3mp نبقى 1-p يبق 3ms
رأى
P رأى 3ms رأت 3fs رأوا 3mp رأينا 1-p
I يرى 3ms ترى 3fs يرون 3mp نرى 1-p
جاء
P جاء 3ms جاءت 3fs جاؤوا 3mp جاءوا 3mp جئنا 1-p
I يجيء 3ms
سلّم
P سلم 3ms سلمت 3fs سلموا 3mp سلّمنا 1-p
I يسلم 3ms يسلمون 3mp تسلم 3fs
هنّأ
P هنأ 3ms هنأت 3fs هنأوا 3mp
I يهنئ 3ms يهنئون 3mp
سمّى
P سمى 3ms سمت 3fs سموا 3mp
I يسمي 3ms يسمون 3mp
قاتل
P قاتل 3ms قاتلت 3fs قاتلوا 3mp
I يقاتل 3ms يقاتلون 3mp
نادى
P نادى 3ms نادت 3fs نادوا 3mp
I ينادي 3ms ينادون 3mp
أعلن
P أعلن 3ms أعلنت 3fs أعلنوا 3mp أعلنا 3md أعلنتا 3fd
I يعلن 3ms تعلن 3fs يعلنون 3mp نعلن 1-p
أعاد
P أعاد 3ms أعادت 3fs أعادوا 3mp أعدنا 1-p
I يعيد 3ms تعيد 3fs يعيدون 3mp
C أعيدوا 2mp
أعطى
P أعطى 3ms أعطت 3fs أعطوا 3mp أعطينا 1-p
I يعطي 3ms يعطون 3mp
آمن
P آمن 3ms آمنت 3fs آمنوا 3mp
I يؤمن 3ms يؤمنون 3mp
أوقف
P أوقف 3ms أوقفت 3fs أوقفوا 3mp
I يوقف 3ms توقف 3fs يوقفون 3mp
تحدّث
P تحدث 3ms تحدثت 3fs تحدثوا 3mp
I يتحدث 3ms تتحدث 3fs يتحدثون 3mp
تبنّى
P تبنى 3ms تبنت 3fs تبنوا 3mp
I يتبنى 3ms تتبنى 3fs يتبنون 3mp
تبادل
P تبادل 3ms تبادلت 3fs تبادلا 3md تبادلوا 3mp
I يتبادل 3ms تتبادل 3fs يتبادلان 3md
انسحب
P انسحب 3ms انسحبت 3fs انسحبوا 3mp
I ينسحب 3ms تنسحب 3fs ينسحبون 3mp
انضمّ
P انضم 3ms انضمت 3fs انضموا 3mp
I ينضم 3ms تنضم 3fs ينضمون 3mp
اختار
P اختار 3ms اختارت 3fs اختاروا 3mp اخترنا 1-p
I يختار 3ms تختار 3fs يختارون 3mp
اعتدى
P اعتدى 3ms اعتدت 3fs اعتدوا 3mp
I يعتدي 3ms تعتدي 3fs يعتدون 3mp
استولى
P استولى 3ms استولت 3fs استولوا 3mp
I يستولي 3ms تستولي 3fs يستولون 3mp
استعاد
P استعاد 3ms استعادت 3fs استعادوا 3mp استعدنا 1-p
I يستعيد 3ms يستعيدون 3mp
C استعيدوا 2mp
استمرّ
P استمر 3ms استمرت 3fs استمروا 3mp
I يستمر 3ms تستمر 3fs يستمرون 3mp
سيطر
P سيطر 3ms سيطرت 3fs سيطروا 3mp
I يسيطر 3ms تسيطر 3fs يسيطرون 3mp
"""
PASSIVES = """
قتل قُتل P قتل قُتلت P قتل يُقتل I قال قيل P قال يقال I
وصف يوصف I وجد يوجد I سأل سئل P أخذ يؤخذ I دعا دعي P دعا يدعى I
سلّم سُلّم P قاتل قوتل P أعاد أعيد P أعاد يعاد I أعلن أُعلن P آمن أومن P تبادل تبودل P اختار اختير P استولى استولي P
استعاد استعيد P استخدم استُخدم P أدان أدين P أدان يدان I أجرى أجري P أجرى يجرى I باع بيع P باع يباع I
"""
CLITICS = """
سيقتلونهم قتل - س هم | فقتلتهم قتل ف - هم | وسنعلنها أعلن و س ها
ليعيدها أعاد - ل ها | رماه رمى - - ه | رآه رأى - - ه
يراهم رأى - - هم | دعاه دعا - - ه | دعته دعا - - ه | دعوه دعا - - ه | سمّاها سمّى - - ها | يسميه سمّى - - ه
قتلوه قتل - - ه | اعتقلوها اعتقل - - ها | أعطاه أعطى - - ه | يهاجمهما هاجم - - هما | سأله سأل - - ه | قرأه قرأ - - ه
ولم لم و - - | وسيسلمها سلّم و س ها | استدعاه استدعى - - ه
تبناها تبنّى - - ها | يتبناها تبنّى - - ها | ألقاها ألقى - - ها
زيارته زيارة - - ه | مساعداتها مساعدة - - ها | أعضاؤه عضو - - ه
أعضائه عضو - - ه | أعضاءه عضو - - ه | للرئيس رئيس - ل -
وبالرئيس رئيس و ب - | كالحرب حرب - ك - | للجنة لجنة - ل -
بقواته قوّة - ب ه | لقائه لقاء - - ه | لقاؤهما لقاء - - هما
مستشفاها مستشفى - - ها | مسؤوليها مسؤول - - ها | مواطنيه مواطن - - ه
وزيراها وزير - - ها | إليه إلى - - ه | عليهم على - - هم
لديها لدى - - ها | منهم من - - هم | عنه عن - - ه | فيها في - - ها
له ل - - ه | بهم ب - - هم | بأنه أنّ - ب ه | ولأنها لأنّ و - ها
"""


@cache
def morphology() -> Morphology:
    return load_morphology()


def conjugated() -> list[tuple[str, str, str, str]]:
    """(lemma, written, aspect letter, person gender number) of every form in the paradigms."""
    facts, lemma = [], ""
    for line in PARADIGMS.split("\n"):
        aspect, *forms = line.split() or [""]
        if not forms:
            lemma = aspect
        facts += [(lemma, form, aspect, told) for form, told in zip(forms[::2], forms[1::2], strict=True)]
    return facts


@pytest.mark.parametrize(("lemma", "written", "aspect", "told"), conjugated())
def test_form(lemma: str, written: str, aspect: str, told: str) -> None:
    wanted = (PERSONS[aspect], int(told[0]), None if told[1] == "-" else told[1], told[2])
    found = [a for a in morphology().analyze(written) if a.lemma == lemma and a.pos == "verb" and not a.enclitic]
    assert wanted in [(a.aspect, a.person, a.gender, a.number) for a in found]


@pytest.mark.parametrize(
    ("lemma", "written", "aspect"),
    [tuple(PASSIVES.split()[at : at + 3]) for at in range(0, len(PASSIVES.split()), 3)],
)
def test_passive(lemma: str, written: str, aspect: str) -> None:
    found = [a for a in morphology().analyze(written) if a.lemma == lemma and a.pos == "verb"]
    assert "passive" in [a.voice for a in found if a.aspect == PERSONS[aspect]]


@pytest.mark.parametrize("fact", [part.split() for line in CLITICS.strip().split("\n") for part in line.split("|")])
def test_clitics(fact: list[str]) -> None:
    written, lemma, conjunction, attached, enclitic = (cell.removesuffix("-") for cell in fact)
    found = [a for a in morphology().analyze(written) if a.lemma == lemma]
    assert (conjunction, attached, enclitic) in [
        (a.conjunction, a.preposition or "س" * a.future, a.enclitic) for a in found
    ]


def test_there_are_enough_facts() -> None:
    assert len(conjugated()) >= 250
