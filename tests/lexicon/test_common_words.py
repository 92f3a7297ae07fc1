from __future__ import annotations

from riwaya.lexicon.common_words import load_common_words


def test_common_words_are_folded_and_hold_no_rare_ones() -> None:
    common = load_common_words()
    assert {"الي", "رئيس", "اعلن"} <= common
    assert common.isdisjoint({"إلى", "نارا", "مدحلة"})
