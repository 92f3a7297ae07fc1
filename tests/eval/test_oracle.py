from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from eval.annotation import Annotation, Filler, Happening, Utterance
from eval.corpus import GoldPage
from eval.measure import load_as_record, read_gold
from eval.noise import disturb
from eval.oracle import oracle

from riwaya.lexicon.build import load_lexicon
from riwaya.model import Document, Span
from riwaya.pipeline import read_page
from riwaya.proposals import Proposals

TEXT = "تململت حامية الثكنة قرب النهر، وتغنى الضابط سمير حداد بأن الطريق مفتوح."


def at(wording: str) -> Span:
    start = TEXT.index(wording)
    return Span(start, start + len(wording))


def somebody(wording: str, sector: str | None = None) -> Filler:
    return Filler(at(wording), wording, sector=sector)


ANNOTATION = Annotation(
    utterances=(Utterance(at("وتغنى"), "opine", "indirect", somebody("الضابط سمير حداد", "MIL"), (), False),),
    happenings=(
        Happening(
            at("تململت"), "PROTEST", "riot", "possible", (somebody("حامية الثكنة", "MIL"),), (), None, None, (), ()
        ),
    ),
)
GOLD = GoldPage("page", Path("page.txt"), TEXT, {}, ANNOTATION)


def proposed() -> tuple[Document, Proposals]:
    """What the oracle proposes, and for what."""
    kept: list[tuple[Document, Proposals]] = []
    propose = oracle(GOLD)

    def keep(document: Document) -> Proposals:
        told = propose(document)
        kept.append((replace(document), told))
        return told

    lexicon = load_lexicon()
    read_page(load_as_record(GOLD, lexicon), lexicon, keep)
    return kept[0]


def test_what_the_annotation_holds_is_read_by_its_proposals() -> None:
    lexicon = load_lexicon()
    assert at("تململت") not in {one.trigger for one in read_gold(GOLD, lexicon, records=True).happenings}
    found = read_gold(GOLD, lexicon, records=True, propose=oracle(GOLD))
    (event,), (said,) = found.happenings, found.utterances
    assert (event.trigger, event.type, event.mode, event.reality) == (at("تململت"), "PROTEST", "riot", "possible")
    assert [(one.text, one.sector) for one in event.actors] == [("حامية الثكنة", "MIL")]
    assert (said.cue, said.act) == (at("وتغنى"), "opine")
    assert said.speaker is not None
    assert (said.speaker.text, said.speaker.sector) == ("الضابط سمير حداد", "MIL")


def test_noise_is_the_same_for_the_same_seed_and_spares_nothing() -> None:
    document, told = proposed()
    assert disturb(told, document, 0.5, "a") == disturb(told, document, 0.5, "a")
    everything = disturb(told, document, 1.0, "a")
    assert all(everything.triggers[word].probability < 0.5 for word in told.triggers)
    nothing = disturb(told, document, 0.0, "a")
    assert [nothing.triggers[word].label for word in told.triggers] == ["PROTEST"]
    assert {word: len(ones) for word, ones in nothing.fillers.items()} == {w: len(f) for w, f in told.fillers.items()}
