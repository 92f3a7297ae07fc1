from __future__ import annotations

from collections.abc import Callable

from riwaya.model import Document
from riwaya.pipeline import Propose
from riwaya.proposals import Name, Proposals

Read = Callable[..., Document]
LINE = "وصل الوفد إلى زغبورة، وبقي في حلب."


def naming(*names: tuple[str, str, str, float]) -> Propose:
    """A learned reader of names: first word, last word, kind, probability."""

    def propose(document: Document) -> Proposals:
        words = [token.span.of(document.text) for token in document.tokens]
        found = (Name(words.index(first), words.index(last), kind, sure) for first, last, kind, sure in names)
        return Proposals(names=tuple(found))

    return propose


def test_a_name_that_no_table_holds_becomes_a_mention(read_text: Read) -> None:
    assert [mention.span.of(LINE) for mention in read_text(LINE).mentions] == ["حلب"]
    unknown, known = read_text(LINE, propose=naming(("زغبورة", "زغبورة", "GPE", 0.8))).mentions
    assert (unknown.span.of(LINE), unknown.kind, unknown.rule) == ("زغبورة", "GPE", "learned.name")
    assert (unknown.id, known.id, unknown.entity) == ("m1", "m2", None)
    assert unknown.name


def test_an_unlikely_name_and_one_that_crosses_a_mention_are_left(read_text: Read) -> None:
    told = read_text(LINE).mentions
    assert read_text(LINE, propose=naming(("زغبورة", "زغبورة", "GPE", 0.4))).mentions == told
    assert read_text(LINE, propose=naming(("وبقي", "حلب", "PER", 0.9))).mentions == told
    assert read_text(LINE, propose=naming(("حلب", "وصل", "PER", 0.9))).mentions == told


def test_of_two_that_overlap_the_likelier_is_taken_and_proclitics_are_left_out(read_text: Read) -> None:
    line = "استمع إلى شرحٍ وبزغبور الكطامي."
    names = (("وبزغبور", "الكطامي", "PER", 0.9), ("الكطامي", "الكطامي", "GPE", 0.7))
    (mention,) = [one for one in read_text(line, propose=naming(*names)).mentions if one.rule == "learned.name"]
    assert mention.kind == "PER"
    assert mention.span.of(line).endswith("الكطامي")
    assert mention.entity
