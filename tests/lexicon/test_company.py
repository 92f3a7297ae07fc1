"""Signs that speak for readings."""

from __future__ import annotations

from riwaya.lexicon.company import Company, load_company
from riwaya.lexicon.forms import load_entries
from riwaya.model import Analysis


def test_the_strongest_sign_counts() -> None:
    company = Company({("حمّل", "verb"): {"مسءولية": 3.0, "ذنب": 1.0}})
    burden, carry = Analysis("حمّل", "verb"), Analysis("حمل", "verb")
    assert company.signs([burden, carry]) == {"مسءولية", "ذنب"}
    assert company.favour(burden, frozenset({"مسءولية", "ذنب"})) == 3.0
    assert company.favour(burden, frozenset({"بيان"})) == 0.0
    assert company.favour(carry, frozenset({"ذنب"})) == 0.0


def test_every_row_names_a_reading_of_the_lexicon() -> None:
    known = {(entry.word.lemma, entry.word.pos) for found in load_entries({}).values() for entry in found}
    assert set(load_company().weights) <= known
