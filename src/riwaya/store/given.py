"""What was told beside a page, as it is kept with its readings."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from riwaya.page.content import Given


def pack_given(given: Given) -> dict[str, Any]:
    """``{"published": {"0": "2023-02-07"}, "outlet": null}``."""
    published = {str(index): day.isoformat() for index, day in sorted(given.published.items())}
    return {"published": published, "outlet": given.outlet}


def unpack_given(packed: Mapping[str, Any]) -> Given:
    """What ``pack_given`` was given."""
    published = {int(index): date.fromisoformat(day) for index, day in packed.get("published", {}).items()}
    return Given(published, packed.get("outlet"))
