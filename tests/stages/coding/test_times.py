"""The time of an event: its clause's, its sentence's, the story's."""

from __future__ import annotations

from datetime import date

import pytest

from riwaya.lexicon.build import load_lexicon
from riwaya.model import NO_ARGUMENTS, Article, Byline, Clause, Document, Published, Span
from riwaya.stages.coding.times import EventTimes
from riwaya.stages.sentences import split_sentences
from riwaya.stages.times import find_times
from riwaya.stages.tokens import tokenize

DAY = date(2023, 5, 17)


def story(text: str, day: date | None = DAY) -> Document:
    """The layers below clauses, one paragraph a line."""
    starts = [0, *(at + 1 for at, letter in enumerate(text) if letter == "\n")]
    reading = tuple(Span(at, at + len(text[at:].split("\n")[0])) for at in starts)
    document = Document(Article(0, "full", None, None, None, Byline(), Published(day), reading), text)
    document.sentences = split_sentences(document, load_lexicon())
    document.tokens = tokenize(document, load_lexicon())
    document.times = find_times(document, load_lexicon())
    return document


def add(document: Document, told: str, parent: int | None = None, link: str = "main", **other: str) -> Clause:
    """A clause with this wording; its predicate is the first word, or ``predicate``."""
    start = document.text.index(told)
    word = document.text.index(other.get("predicate", told.split()[0]), start)
    at = next(k for k, token in enumerate(document.tokens) if token.span.end > word)
    verb = other.get("verb", other.get("predicate", told.split()[0]))
    sentence = document.tokens[at].sentence
    extent = Span(start, start + len(told))
    clause = Clause(
        at, verb, verb, other.get("kind", "finite"), "active", other.get("tense", "past"), False, None, NO_ARGUMENTS,
        extent, sentence, parent, link,
    )  # fmt: skip
    document.clauses = (*document.clauses, clause)
    return clause


def time_of(document: Document, clause: Clause, reality: str = "happened") -> tuple[str, str] | None:
    found = EventTimes(document).time_of(clause, reality)
    return (found.value, found.basis) if found else None


def test_the_clauses_own_date_goes_first() -> None:
    document = story("هاجموا القرية السبت ثم أحرقوا السوق الأحد")
    first, second = add(document, "هاجموا القرية السبت"), add(document, "أحرقوا السوق الأحد", link="coordinate")
    assert time_of(document, first) == ("2023-05-13", "relative")
    assert time_of(document, second) == ("2023-05-14", "relative")


def test_the_date_of_the_clause_around_holds_for_what_is_joined_to_it() -> None:
    document = story("شن الجيش السبت غارة على القرية")
    add(document, document.text, predicate="شن")
    inner = add(document, "غارة على القرية", 0, "complement", kind="masdar")
    assert time_of(document, inner) == ("2023-05-13", "relative")


@pytest.mark.parametrize("link", ["content", "relative", "time"])
def test_a_date_outside_a_fence_does_not_hold_inside(link: str) -> None:
    document = story("قال الشهر الماضي إنهم باعوا المصنع")
    add(document, document.text, predicate="قال")
    inner = add(document, "باعوا المصنع", 0, link)
    assert time_of(document, document.clauses[0]) == ("2023-04", "relative")
    assert time_of(document, inner) is None


@pytest.mark.parametrize("link", ["relative", "time"])
def test_nor_does_a_date_inside_hold_outside(link: str) -> None:
    document = story("باع المصنع الذي بناه عام 2012")
    add(document, document.text, predicate="باع")
    inner = add(document, "بناه عام 2012", 0, link)
    assert time_of(document, document.clauses[0]) is None
    assert time_of(document, inner) == ("2012", "absolute")


def test_an_event_over_several_days_takes_its_first() -> None:
    document = story("بين 3 و7 يونيو 2022 تظاهر العمال")
    assert time_of(document, add(document, document.text, predicate="تظاهر")) == ("2022-06-03", "relative")


def test_what_a_relative_clause_tells_more_of_has_its_date() -> None:
    document = story("باع المتجر بعد تفجير وقع السبت")
    add(document, document.text, predicate="باع")
    noun = add(document, "تفجير", 0, "complement", kind="masdar")
    add(document, "وقع السبت", 1, "relative")
    assert time_of(document, noun) == ("2023-05-13", "relative")


def test_a_clause_alone_takes_its_sentences_date() -> None:
    document = story("في عام 2012، هاجموا القرية")
    assert time_of(document, add(document, "هاجموا القرية")) == ("2012", "absolute")


def test_the_story_goes_on_from_the_day_it_has_reached() -> None:
    document = story("هاجموا القرية السبت.\nوأحرقوا السوق.\nوكانوا قد خطفوا الطبيب عام 2012.\nونهبوا المتجر.")
    add(document, "هاجموا القرية السبت")
    assert time_of(document, add(document, "وأحرقوا السوق")) == ("2023-05-13", "narrative")
    assert time_of(document, add(document, "ونهبوا المتجر")) is None


def test_the_headline_tells_of_the_day_named_most_often() -> None:
    document = story("مسلحون ينهبون متجراً\nقال شهود الأحد إن مسلحين وصلوا السبت إلى القرية.\nواحترق المتجر السبت.")
    assert time_of(document, add(document, "ينهبون متجراً")) == ("2023-05-13", "narrative")


def test_a_day_does_not_hold_for_ever() -> None:
    document = story("وصلوا السبت.\n" + "لا ماء في القرية.\n" * 8 + "ونهبوا المتجر.")
    assert time_of(document, add(document, "ونهبوا المتجر")) is None


def test_a_happening_told_again_keeps_its_date() -> None:
    document = story("نهبوا المتجر السبت.\nوعاد التجار الثلاثاء.\nنهبوا كل شيء.")
    add(document, "نهبوا المتجر السبت")
    add(document, "وعاد التجار الثلاثاء")
    assert time_of(document, add(document, "نهبوا كل شيء")) == ("2023-05-13", "narrative")


@pytest.mark.parametrize("reality", ["planned", "requested", "possible", "negated"])
def test_what_did_not_happen_takes_no_date_of_the_story(reality: str) -> None:
    document = story("هاجموا القرية السبت.\nوأحرقوا السوق.")
    assert time_of(document, add(document, "وأحرقوا السوق"), reality) is None


def test_the_pages_date_is_no_date_of_an_event() -> None:
    document = story("هاجموا القرية وأحرقوا السوق.")
    assert time_of(document, add(document, "هاجموا القرية")) is None


def test_what_the_day_after_follows_was_a_day_before() -> None:
    document = story("عاد الهدوء السبت.\nوزار الوزير القرية غداة الهجوم عليها.", None)
    add(document, "وزار الوزير القرية غداة الهجوم عليها", predicate="وزار")
    inner = add(document, "الهجوم عليها", 0, "complement", kind="masdar")
    assert time_of(document, document.clauses[0]) == ("XXXX-WXX-6", "relative")
    assert time_of(document, inner) == ("XXXX-WXX-5", "relative")


def test_of_two_dates_the_one_with_less_between_counts() -> None:
    document = story("عادوا السبت، مواجهات الثلاثاء.")
    clause = add(document, "عادوا السبت، مواجهات الثلاثاء", predicate="مواجهات")
    assert time_of(document, clause) == ("2023-05-16", "relative")
