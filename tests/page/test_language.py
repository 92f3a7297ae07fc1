"""Arabic is told from its neighbours."""

from __future__ import annotations

import pytest

from riwaya.errors import UnreadableError
from riwaya.lexicon.page_rules import load_page_rules
from riwaya.page.language import check_arabic

RULES = load_page_rules()


@pytest.mark.parametrize(
    "text",
    [
        "أعلن الوزير تأجيل الجلسة",
        "قتيلان بانفجار قرب تشابهار",
        "عقد الوفد لقاء فی موسکو مع مسؤولین من الخارجیة",  # Persian keyboard
        "أعلنت شركة Example Holding Limited في دبي عن صفقة جديدة مع Another Company Incorporated",
        "(د) في الفقرات الفرعية (أ) و (ب) و (ج)",
    ],
)
def test_arabic_passes(text: str) -> None:
    check_arabic(text, RULES)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The council said on Monday that the bridge would open next week.", "hardly any Arabic"),
        ("نخست وزیر گفت که این قانون باید در مجلس بررسی شود", "Persian"),
        ("وزير خارجه گفت كه اين مذاكرات براي منطقه مهم است", "Persian"),
        ("وزیر اعلیٰ نے کہا ہے کہ سڑک کی تعمیر اگلے ماہ شروع ہو گی اور اس میں تاخیر نہیں ہو گی", "Urdu"),
        ("شاندێکی حکومەت لەگەڵ سەرۆکی پەرلەمان کۆدەبێتەوە و باسی بودجە دەکەن", "another language"),
        ("12345 --- 678", "hardly any Arabic"),
    ],
)
def test_other_languages_are_turned_down(text: str, told: str) -> None:
    with pytest.raises(UnreadableError, match=told) as caught:
        check_arabic(text, RULES)
    assert caught.value.kind == "not-arabic"
