"""Packages that only some formats need."""

from __future__ import annotations

from importlib.util import find_spec

from riwaya.errors import UsageError


def needed(package: str, extra: str) -> None:
    """Raises UsageError, which says what to install, if the package is not there."""
    if find_spec(package) is None:
        raise UsageError(f"this needs {package}, which is not installed: pip install 'riwaya[{extra}]'")
