"""Bytes in every guise."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from riwaya.errors import UnreadableError
from riwaya.lexicon.page_rules import load_page_rules
from riwaya.page.decode import decode, without_surrogates

RULES = load_page_rules()
TEXT = "أعلن المجلس البلدي في المدينة أن الجسر الجديد سيفتح بعد أسبوع.\r\nوقال رئيس المجلس إن العمل انتهى.\n"


@pytest.mark.parametrize("encoding", ["utf-8", "cp1256", "iso8859_6", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_encoding_is_told_without_declaration(encoding: str) -> None:
    text = TEXT if encoding != "iso8859_6" else TEXT.replace("«", "")
    assert decode(text.encode(encoding), RULES) == text


def test_byte_order_mark_of_utf8_stays() -> None:
    assert decode(TEXT.encode("utf-8-sig"), RULES) == "\ufeff" + TEXT


def test_nul_and_broken_bytes_keep_their_place() -> None:
    assert decode(b"\0" + TEXT.encode(), RULES) == "\0" + TEXT
    broken = TEXT.encode()[:11] + b"\xff" + TEXT.encode()[11:]
    assert decode(broken, RULES).replace("\ufffd", "") == TEXT


def test_lone_surrogates_become_replacement_characters() -> None:
    text = decode(TEXT.encode() + b"\xed\xa0\x80", RULES)
    assert text.startswith(TEXT)
    text.encode("utf-8")
    assert without_surrogates("ا\ud800ب") == "ا\ufffdب"


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"", "empty"),
        (b" \r\n\0", "empty"),
        (b"%PDF-1.7\n...", "binary"),
        (b"\x89PNG\r\n\x1a\n", "binary"),
        (b"PK\x03\x04\x14\x00", "binary"),
        (bytes(range(256)) * 8, "binary"),
        (b"un caf\xe9 noir, s'il vous pla\xeet, et deux th\xe9s verts", "encoding"),
    ],
)
def test_what_is_no_text_is_turned_down(data: bytes, kind: str) -> None:
    with pytest.raises(UnreadableError) as caught:
        decode(data, RULES)
    assert caught.value.kind == kind
    assert caught.value.message


def test_limit() -> None:
    with pytest.raises(UnreadableError) as caught:
        decode(TEXT.encode(), RULES, limit=20)
    assert caught.value.kind == "too-large"
    assert "20" in caught.value.message


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_are_decoded_or_turned_down(data: bytes) -> None:
    with suppress(UnreadableError):
        decode(data, RULES).encode("utf-8")
