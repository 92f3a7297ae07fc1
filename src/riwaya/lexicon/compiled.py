"""The lexicon as one file in the user's cache: read when it fits the data, made anew when it does not."""

from __future__ import annotations

import copyreg
import gc
import hashlib
import os
import pickle
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from importlib.resources import files
from importlib.resources.abc import Traversable
from io import BytesIO
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeVar

from riwaya.lexicon.morphology import Morphology
from riwaya.lexicon.packed import pack_entries

T = TypeVar("T")
CODE = ("lexicon", "text", "data")
"""Folders of the package on which the compiled file depends."""


def cache_path() -> Path:
    """Where the compiled file lies: ``$XDG_CACHE_HOME/riwaya`` or ``~/.cache/riwaya``."""
    home = os.environ.get("XDG_CACHE_HOME", "")
    folder = Path(home) if Path(home).is_absolute() else Path.home() / ".cache"
    version = ".".join(map(str, sys.version_info[:2]))
    return folder / "riwaya" / f"lexicon-{version}.bin"


def fingerprint(parts: Sequence[str] = CODE) -> bytes:
    """32 bytes that change with every change of these folders and files of the package."""
    digest = hashlib.blake2b(digest_size=32)
    for part in parts:
        for name, content in _contents(files("riwaya") / part):
            digest.update(f"{part}/{name}\0{len(content)}\0".encode())
            digest.update(content)
    return digest.digest()


def load_compiled(make: Callable[[], T]) -> T:
    """What the compiled file holds if it fits; else what ``make`` gives, which is then written if the cache can be."""
    key = fingerprint()
    path = cache_path()
    with suppress(Exception), _collector_resting():  # whatever is wrong with the file, the data is there
        content = path.read_bytes()
        if content.startswith(key):
            known: T = pickle.loads(memoryview(content)[len(key) :])
            return known
    made = make()
    with suppress(OSError, pickle.PicklingError):
        write_compiled(key, made, path)
    return made


def write_compiled(key: bytes, made: object, path: Path) -> int:
    """Write the file in one step, so that nobody reads half of it; its size in bytes. Raises OSError."""
    content = key + _dump(made)
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=path.name)
    try:
        with os.fdopen(handle, "wb") as out:
            out.write(content)
        Path(name).replace(path)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise
    return len(content)


def _contents(folder: Traversable, prefix: str = "") -> Iterator[tuple[str, bytes]]:
    """Names and contents of the files of a folder, sorted; of a file its own, without a name."""
    if folder.is_file():
        yield prefix, folder.read_bytes()
        return
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        name = f"{prefix}{entry.name}"
        if entry.is_dir():
            if entry.name != "__pycache__":
                yield from _contents(entry, f"{name}/")
        elif not entry.name.startswith("."):
            yield name, entry.read_bytes()


@contextmanager
def _collector_resting() -> Iterator[None]:
    """No garbage collection while a hundred thousand objects are made, none of which is garbage."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


def _dump(made: object) -> bytes:
    out = BytesIO()
    pickler = pickle.Pickler(out, protocol=5)
    pickler.dispatch_table = {**copyreg.dispatch_table, Morphology: _take_apart, MappingProxyType: _unproxied}
    pickler.dump(made)
    return out.getvalue()


def _take_apart(morphology: Morphology) -> tuple[Callable[..., Morphology], tuple[Any, ...]]:
    """What makes the morphology again, without its caches."""
    return Morphology, (pack_entries(morphology._entries), morphology.governors, morphology.company)


def _unproxied(mapping: MappingProxyType[Any, Any]) -> tuple[Callable[..., Any], tuple[dict[Any, Any]]]:
    return _proxied, (dict(mapping),)


def _proxied(mapping: dict[Any, Any]) -> MappingProxyType[Any, Any]:
    return MappingProxyType(mapping)
