from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from eval.annotation import Annotation, Timing
from eval.corpus import GoldPage
from eval.measure import measure, read_gold

from riwaya.errors import UnreadableError
from riwaya.lexicon.build import load_lexicon
from riwaya.model import Span

TEXT = "اعتقلت الشرطة التونسية أمس ثلاثة مهربين في صفاقس.\n"


def gold_page(text: str, published: date | None = date(2024, 5, 3)) -> GoldPage:
    return GoldPage("page", Path("page.txt"), text, {0: published} if published else {}, Annotation())


@pytest.mark.parametrize("records", [False, True])
def test_a_page_is_read_with_its_date(records: bool) -> None:
    found = read_gold(gold_page(TEXT), load_lexicon(), records=records)
    assert [(one.type, one.time) for one in found.happenings] == [("COERCE", "2024-05-02")]
    undated = read_gold(gold_page(TEXT, None), load_lexicon(), records=records)
    assert [time.value for time in undated.times] != ["2024-05-02"]


@pytest.mark.parametrize("records", [False, True])
def test_what_cannot_be_read_is_an_error(records: bool) -> None:
    with pytest.raises(UnreadableError):
        read_gold(gold_page("nothing Arabic here at all"), load_lexicon(), records=records)


def test_a_page_that_cannot_be_read_has_found_nothing() -> None:
    gold = Annotation((Timing(Span(0, 7), "2024"),))
    page = GoldPage("page", Path("page.txt"), "nothing Arabic here at all", {}, gold)
    (score,) = measure([page], processes=1)
    assert score.unread == ["page"]
    assert (score.tallies["time relaxed"].gold, score.tallies["time relaxed"].system) == (1, 0)


@pytest.mark.parametrize("processes", [1, 2])
def test_every_page_has_its_score_in_order(processes: int) -> None:
    pages = [gold_page(TEXT), gold_page("زار الوزير تونس أمس.\n"), gold_page(TEXT)]
    found = [score.tallies["event"].system for score in measure(pages, processes=processes)]
    assert found == [1, 1, 1]
    labels = [
        [fault.label for fault in score.faults if fault.layer == "event"] for score in measure(pages, processes=1)
    ]
    assert labels == [["COERCE"], ["CONSULT"], ["COERCE"]]
