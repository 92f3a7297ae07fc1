from __future__ import annotations

import json

import pytest

from riwaya.lexicon.build import Lexicon, load_lexicon
from riwaya.model import Document, Page
from riwaya.page.records import load_records
from riwaya.pipeline import read_page

TEXT = (
    "قال وزير الدفاع سالم الحارثي أمس إن قواته قتلت سبعة مسلحين في بلدة الزعفران. "
    "وأضاف أن الهجوم وقع فجراً، مؤكداً أن «المعركة مستمرة».\n"
    "من جهته نفى المتحدث باسم الجماعة مقتل أي من عناصرها، واتهم الجيش بقصف مدنيين."
)


@pytest.fixture(scope="session")
def lexicon() -> Lexicon:
    return load_lexicon()


@pytest.fixture(scope="session")
def document(lexicon: Lexicon) -> Document:
    (page,) = load_records([json.dumps({"id": "one", "text": TEXT}).encode()], lexicon.pages)
    assert isinstance(page, Page)
    return read_page(page, lexicon)[0]
