from __future__ import annotations

from riwaya.lexicon.media import load_media
from riwaya.lexicon.page_rules import compact


def test_agencies_are_known_by_every_spelling() -> None:
    media = load_media()
    assert media[compact("د.ب.أ")] == media[compact("وكالة الأنباء الألمانية")] == "dpa"
    assert media[compact("واس")] == "saudi-press-agency"
    assert compact("وكالات") not in media


def test_outlets_are_known_by_their_ids() -> None:
    assert load_media()["okaz"] == "okaz"
