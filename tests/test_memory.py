"""What one process keeps while it reads page after page, each full of words that it never met."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

_READ = """
import json, random
from riwaya.page.content import Content, Given
from riwaya.reader import Read, load_reader

def resident():
    with open("/proc/self/statm") as told:
        return int(told.read().split()[1]) * 4096 / 1e6

rng, reader = random.Random(7), load_reader()
sizes = [resident()]
for page in range(60):
    words = ("".join(rng.choices("ابتثجحخدذرزسشصضطظعغفقكلمنهوي", k=rng.randint(4, 8))) for _ in range(900))
    text = "".join(f"{word}.\\n" if at % 15 == 14 else f"{word} " for at, word in enumerate(words))
    assert isinstance(reader.read(Content("page.txt", text.encode()), Given({})), Read)
    sizes.append(resident())
print(json.dumps(sizes))
"""


@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="there is no /proc here")
def test_memory_stays_flat_however_many_words_were_met() -> None:
    told = subprocess.run([sys.executable, "-c", _READ], check=True, capture_output=True, text=True).stdout
    sizes = json.loads(told)
    start, middle, end = sizes[0], sizes[40], sizes[-1]
    assert end - start < 130, "MB more than the lexicon"
    assert end - middle < 10, "MB more for the last third"
