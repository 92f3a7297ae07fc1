"""People, bodies, groups and places in invented sentences."""

from __future__ import annotations

from itertools import pairwise
from types import SimpleNamespace
from typing import TYPE_CHECKING, cast

import pytest
from tests.stages.conftest import read_line

from riwaya.lexicon.morphology import load_morphology
from riwaya.lexicon.names import load_names
from riwaya.model import Article, Byline, Document, Mention, Published, Span
from riwaya.stages.mentions import find_mentions
from riwaya.stages.tokens import tokenize

if TYPE_CHECKING:
    from riwaya.lexicon.build import Lexicon


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return cast("Lexicon", SimpleNamespace(morphology=load_morphology(), names=load_names()))


def read(lexicon: Lexicon, *sentences: str) -> dict[str, Mention]:
    text = "\n".join(sentences)
    whole = Span(0, len(text))
    document = Document(Article(0, "full", None, None, None, Byline(), Published(), (whole,)), text)
    starts = [sum(len(s) + 1 for s in sentences[:at]) for at in range(len(sentences))]
    document.sentences = tuple(Span(start, start + len(s)) for start, s in zip(starts, sentences, strict=True))
    document.tokens = tokenize(document, lexicon)
    document.mentions = find_mentions(document, lexicon)
    return {mention.span.of(text): mention for mention in document.mentions}


@pytest.mark.parametrize(
    ("text", "wording", "kind", "name", "country", "sector"),
    [
        ("أوقفت وزارة الداخلية الكويتية سائقا",
         "وزارة الداخلية الكويتية", "ORG", "Kuwait Ministry of Interior", "KWT", "GOV"),
        ("تقدم الجيش السوري شمالا", "الجيش السوري", "ORG", "Syrian Army", "SYR", "MIL"),
        ("اجتمعت حكومة مالي أمس", "حكومة مالي", "ORG", "Government of Mali", "MLI", "GOV"),
        ("فرقت الشرطة في تونس الحشد", "الشرطة", "ORG", "Tunisian Police", "TUN", "COP"),
        ("تقدمت قوات حفتر جنوبا", "قوات حفتر", "ORG", "Khalifa Haftar forces", "LBY", "MIL"),
        ("هاجم تنظيم «داعش» القرية", "تنظيم «داعش»", "GROUP", "Islamic State", None, "REB"),
        ("انتقدت اللجنة القومية العربية القرار", "اللجنة القومية العربية", "ORG", "Arab Committee", None, None),
        ("طالب حزب الوفاء بالحوار", "حزب الوفاء", "ORG", "al-Wafa' Party", None, "PTY"),
        ("كتبت جريدة الفنار عن الندوة", "جريدة الفنار", "ORG", "al-Fanar newspaper", None, "JRN"),
        ("وللحوثيين وفد هناك", "للحوثيين", "GROUP", "Houthis", "YEM", "REB"),
        ("غضب الفرنسيون من القرار", "الفرنسيون", "GROUP", "French people", "FRA", "CVL"),
        ("وصل إلى الأراضي التركية ألف عامل", "الأراضي التركية", "GPE", "Turkey", "TUR", None),
        ("عاد إلى العاصمة الروسية مساء", "العاصمة الروسية", "GPE", "Moscow", "RUS", None),
        ("وصل وزير العدل الأردني إلى جنيف",
         "وزير العدل الأردني", "ROLE", "Jordanian Minister of Justice", "JOR", "GOV"),
        ("تحدث رئيس تشاد السابق حسين حبري", "رئيس تشاد السابق حسين حبري", "PER", "Hissene Habre", "TCD", "ELI"),
        ("قال المتحدث باسم الخارجية القطرية ماجد الأنصاري",
         "المتحدث باسم الخارجية القطرية ماجد الأنصاري",
         "PER", "Majed al-Ansari", "QAT", "GOV"),
    ],
)  # fmt: skip
def test_a_mention(
    lexicon: Lexicon, text: str, wording: str, kind: str, name: str, country: str | None, sector: str | None
) -> None:
    found = read(lexicon, text)
    assert wording in found, list(found)
    mention = found[wording]
    assert (mention.kind, mention.name, mention.country, mention.sector) == (kind, name, country, sector)


def test_title_and_name_are_one_mention_with_the_name_as_head(lexicon: Lexicon) -> None:
    mention = read(lexicon, "قال وزير الخارجية الروسي سيرغي لافروف ذلك")["وزير الخارجية الروسي سيرغي لافروف"]
    assert (mention.head, mention.entity, mention.rule) == ("سيرغي لافروف", "sergey-lavrov", "mentions.titled-table")


def test_a_last_name_leads_back_to_the_full_one(lexicon: Lexicon) -> None:
    found = read(lexicon, "حضر الباحث رامي زهدي الندوة", "وأضاف زهدي أن القرار متأخر")
    assert found["زهدي"].entity == found["الباحث رامي زهدي"].entity
    assert found["زهدي"].rule == "mentions.short-name"


def test_a_bare_body_is_the_one_named_before(lexicon: Lexicon) -> None:
    found = read(lexicon, "تقدم الجيش السوري شمالا", "وقال الجيش إن القرية آمنة")
    assert found["الجيش"].entity == found["الجيش السوري"].entity


def test_a_bare_body_alone_has_no_country(lexicon: Lexicon) -> None:
    assert read(lexicon, "وقال الجيش إن القرية آمنة")["الجيش"].country is None


def test_places_are_told_apart_by_the_country_of_the_document(lexicon: Lexicon) -> None:
    libya = read(lexicon, "قالت ليبيا إن سفينة عادت إلى طرابلس")
    lebanon = read(lexicon, "قال لبنان إن بيروت وصيدا آمنتان وإن لبنان سيرسل وفدا إلى طرابلس")
    assert (libya["طرابلس"].country, lebanon["طرابلس"].country) == ("LBY", "LBN")


def test_an_unknown_place_is_announced_by_its_noun(lexicon: Lexicon) -> None:
    found = read(lexicon, "وقع الهجوم قرب بلدة غرنبوكا")
    assert (found["غرنبوكا"].kind, found["غرنبوكا"].rule) == ("GPE", "mentions.announced-place")


@pytest.mark.parametrize(
    "text",
    [
        "صدر بيان صادق عن ولاية الأمر",
        "نظر إلى المدينة",
        "قدم دعم مالي كبير",
        "عقدت الندوة بواسطة الهاتف",
        "عاد إلى البلد مساء",
        "وقع في كمين محكم",
        "اشترى الخبز من السوق",
    ],
)
def test_ordinary_words_name_nothing(lexicon: Lexicon, text: str) -> None:
    assert read(lexicon, text) == {}


def test_spans_leave_out_proclitics_and_keep_the_fused_article(lexicon: Lexicon) -> None:
    found = read(lexicon, "وبباماكو مطار وللأمم المتحدة مكتب")
    assert set(found) == {"باماكو", "للأمم المتحدة"}


def test_mentions_stand_in_text_order_and_apart(lexicon: Lexicon) -> None:
    found = read(
        lexicon,
        "التقى الرئيس الفرنسي إيمانويل ماكرون العاهل الأردني الملك عبد الله الثاني في باريس، ثم زار برلين ولندن",
    )
    spans = [mention.span for mention in found.values()]
    assert spans == sorted(spans)
    assert not any(left.overlaps(right) for left, right in pairwise(spans))
    assert len(spans) == 5


def test_a_verbal_noun_with_its_object_is_no_party(lexicon: Lexicon) -> None:
    assert "فتح" not in read(lexicon, "اتفق الطرفان على فتح طريق إلى المدينة")
    assert "فتح" not in read(lexicon, "طالب النائب بفتح تحقيق")
    assert read(lexicon, "التقى وفد من فتح وحماس في القاهرة")["فتح"].name == "Fatah"


def test_the_noun_of_a_place_is_no_place(lexicon: Lexicon) -> None:
    assert "مدينة" not in read(lexicon, "سقطت قذيفة على مشارف مدينة صغيرة")


def test_a_particle_is_no_valley(lexicon: Lexicon) -> None:
    assert "إلى" not in read(lexicon, "وقع الهجوم، وأدى إلى مقتل جندي")


def test_a_name_that_is_a_word_gives_way_to_the_word() -> None:
    base = read_line("هاجم مسلحون قاعدة للجيش. نفى الناطق سقوط القاعدة")
    assert "al-Qaeda" not in [mention.name for mention in base.mentions]
    group = read_line("تبنى تنظيم القاعدة هجوما على قاعدة للجيش. ونشرت القاعدة بيانا")
    assert [mention.name for mention in group.mentions].count("al-Qaeda") == 2
    assert "al-Qaeda" in [mention.name for mention in read_line("نشرت القاعدة بيانا").mentions]


def test_an_office_takes_no_town_that_is_a_word() -> None:
    document = read_line("قال رئيس الوزراء في كلمة بثها التلفزيون إن حكومته ستبقى")
    assert document.mentions
    assert "IRN" not in [mention.country for mention in document.mentions]
