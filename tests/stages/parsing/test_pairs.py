"""The second side of «بين», however far behind the first it stands."""

from __future__ import annotations

import pytest
from tests.stages.conftest import read_line

PAIRS = [
    ("قتل جنديان في اشتباكات بين قوات الحكومة التي يوجد مقرها في الشرق ومقاتلين إسلاميين", "مقاتلين إسلاميين"),
    ("تستمر المعارك بين القوات الموالية للحكومة في السعودية والحوثيين", "الحوثيين"),
]


@pytest.mark.parametrize(("text", "second"), PAIRS)
def test_between_has_two_sides(text: str, second: str) -> None:
    document = read_line(text)
    found = [phrase for phrase in document.phrases if phrase.preposition == "بين"]
    assert found[-1].span.of(text) == second
