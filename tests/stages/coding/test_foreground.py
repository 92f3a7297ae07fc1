"""What a passage reports, and what it only refers to."""

from __future__ import annotations

import pytest
from tests.stages.conftest import read_line

REPORTED = [
    ("قتل مسلحون سبعة جنود قرب الحدود", "قتل"),
    ("وقع هجوم على المعسكر أوقع سبعة قتلى", "هجوم"),
    ("اعتقلت الشرطة الناشط أمام منزله", "اعتقلت"),
]
REFERRED = [
    ("ندد الوزير بالهجوم على القرية", "بالهجوم"),
    ("ستعتقل الشرطة الناشط أمام منزله", "ستعتقل"),
    ("لم تعتقل الشرطة الناشط", "تعتقل"),
    ("زار المدينة قبل يومين من اغتيال القاضي", "اغتيال"),
]


@pytest.mark.parametrize(
    ("text", "trigger", "reported"),
    [(*one, True) for one in REPORTED] + [(*one, False) for one in REFERRED],
)
def test_foreground(text: str, trigger: str, reported: bool) -> None:
    found = {event.trigger.of(text): event.foreground for event in read_line(text).events}
    assert found[trigger] is reported
