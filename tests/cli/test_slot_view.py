"""Slots as people see them."""

from __future__ import annotations

from typing import Any

import pytest

from riwaya.cli.slot_view import tell_value

NUMBER = {"of": None, "parts": (), "words": (), "state": "current"}


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ({"low": 7, "high": 7} | NUMBER, "7"),
        ({"low": 20, "high": 99} | NUMBER, "20–99"),
        ({"low": 7, "high": None} | NUMBER | {"of": "soldiers"}, "7+ soldiers"),
        ({"low": 4, "high": 4} | NUMBER | {"of": "soldiers", "parts": (
            {"low": 1, "high": 1, "of": "name:salim"}, {"low": 3, "high": 3, "of": "soldiers"})},
         "4 soldiers (1 salim, 3 soldiers)"),
        ({"earliest": "2023-04-18", "latest": "2023-04-18", "value": "2023-04-18"}, "2023-04-18"),
        ({"earliest": "2023-04-17", "latest": "2023-04-23", "value": "2023-W16"}, "2023-04-17 to 2023-04-23"),
        ({"earliest": None, "latest": None, "value": "XXXX-WXX-2"}, "XXXX-WXX-2"),
        ({"reality": "happened"}, "happened"),
        ({"entity": None, "name": None, "text": "مسلحون"}, "مسلحون"),
        ({"name": "Nara", "country": "MLI"}, "Nara"),
    ],
)  # fmt: skip
def test_values(value: dict[str, Any], words: str) -> None:
    assert tell_value(value) == words
