"""Clauses: predicates with their arguments, voice, negation, modality and place among each other."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.stages.conftest import read_line

from riwaya.model import Clause, Document

Read = Callable[..., Document]


def clause_of(document: Document, word: str) -> Clause:
    """The clause whose predicate is this written word."""
    found = [c for c in document.clauses if document.tokens[c.predicate].span.of(document.text) == word]
    assert found, f"no clause on {word}"
    return found[0]


def fillers(document: Document, clause: Clause, role: str) -> list[str]:
    return [argument.span.of(document.text) for argument in clause.arguments.get(role, ())]


SUBJECT_OBJECT = [
    ("زار وزير الخارجية العاصمة", "زار", ["وزير الخارجية"], ["العاصمة"]),
    ("اعتقلت الشرطة ثلاثة متظاهرين قرب البرلمان", "اعتقلت", ["الشرطة"], ["ثلاثة متظاهرين"]),
    ("إن الجيش قصف المدينة", "قصف", ["الجيش"], ["المدينة"]),
    ("قال الوزير إن القوات تحاصر البلدة", "تحاصر", ["القوات"], ["البلدة"]),
    ("سلمت الحكومة المنظمة مساعدات غذائية", "سلمت", ["الحكومة"], ["المنظمة"]),
    ("انتقد الرئيس الذي زار العاصمة القرار", "زار", ["الرئيس"], ["العاصمة"]),
]


@pytest.mark.parametrize(("text", "verb", "subject", "obj"), SUBJECT_OBJECT)
def test_subject_and_object(text: str, verb: str, subject: list[str], obj: list[str]) -> None:
    document = read_line(text)
    clause = clause_of(document, verb)
    assert fillers(document, clause, "subject") == subject
    assert fillers(document, clause, "object")[:1] == obj


def test_joined_phrases_fill_one_role() -> None:
    document = read_line("اعتقلت الشرطة صحافياً وناشطاً في العاصمة")
    assert fillers(document, clause_of(document, "اعتقلت"), "object") == ["صحافياً", "ناشطاً"]


def test_dropped_subject_is_the_last_one_told() -> None:
    document = read_line("اقتحمت الشرطة المبنى واعتقلت عشرة أشخاص")
    clause = clause_of(document, "واعتقلت")
    assert fillers(document, clause, "subject") == ["الشرطة"]
    assert clause.arguments["subject"][0].implied


def test_pronoun_object_means_the_noun_that_a_relative_clause_describes() -> None:
    document = read_line("دان المجلس الهجوم الذي نفذه مسلحون")
    clause = clause_of(document, "نفذه")
    assert fillers(document, clause, "subject") == ["مسلحون"]
    assert fillers(document, clause, "object") == ["الهجوم"]


def test_resumed_antecedent_is_not_the_subject() -> None:
    document = read_line("رحب الحزب بالحوار الذي دعا إليه الرئيس")
    assert fillers(document, clause_of(document, "دعا"), "subject") == ["الرئيس"]


def test_unvowelled_passive_by_valency() -> None:
    document = read_line("وقتل سبعة جنود في المواجهات")
    clause = clause_of(document, "وقتل")
    assert clause.voice == "passive"
    assert fillers(document, clause, "object") == ["سبعة جنود"]


def test_active_with_two_noun_phrases() -> None:
    document = read_line("وقتل مسلحون سبعة جنود")
    clause = clause_of(document, "وقتل")
    assert (clause.voice, fillers(document, clause, "object")) == ("active", ["سبعة جنود"])


def test_agent_of_a_passive() -> None:
    document = read_line("قُتل القاضي على يد مسلحين مجهولين")
    assert fillers(document, clause_of(document, "قُتل"), "agent") == ["يد مسلحين مجهولين"] or fillers(
        document, clause_of(document, "قُتل"), "agent"
    ) == ["مسلحين مجهولين"]


NOUNS = [
    ("دان المجلس مقتل ثلاثة صحافيين في العاصمة", "مقتل", "genitive", ["ثلاثة صحافيين"]),
    ("أثار قصف الطيران الروسي المدينة غضباً", "قصف", "genitive", ["الطيران الروسي"]),
    ("أثار قصف الطيران الروسي المدينة غضباً", "قصف", "object", ["المدينة"]),
    ("أدى القصف الروسي إلى نزوح السكان", "القصف", "nisba", ["الروسي"]),
    ("وقع هجوم على حاجز للجيش", "هجوم", "علي", ["حاجز"]),
]


@pytest.mark.parametrize(("text", "noun", "role", "expected"), NOUNS)
def test_arguments_of_verbal_nouns(text: str, noun: str, role: str, expected: list[str]) -> None:
    document = read_line(text)
    assert fillers(document, clause_of(document, noun), role) == expected


def test_light_verb_lends_its_subject() -> None:
    document = read_line("شن الجيش هجوماً على مواقع المتمردين")
    clause = clause_of(document, "هجوماً")
    assert document.tokens[clause.light or 0].span.of(document.text) == "شن"
    assert fillers(document, clause, "subject") == ["الجيش"]


def test_undergoing_verb_makes_its_subject_the_object() -> None:
    document = read_line("تعرضت القافلة لهجوم مسلح")
    clause = clause_of(document, "لهجوم")
    assert fillers(document, clause, "object") == ["القافلة"]
    assert "subject" not in clause.arguments


def test_verbal_noun_takes_the_doer_of_the_verb_above() -> None:
    document = read_line("قررت الحكومة سحب القوات من الحدود")
    assert fillers(document, clause_of(document, "سحب"), "controller") == ["الحكومة"]


def test_verb_of_request_gives_its_object_as_doer() -> None:
    document = read_line("دعا المجلس الحكومة إلى سحب القوات")
    assert fillers(document, clause_of(document, "سحب"), "controller") == ["الحكومة"]


NEGATED = [
    ("لم تشن القوات أي هجوم", "تشن", True),
    ("لن يوقع الوفد الاتفاق", "يوقع", True),
    ("ما زالت القوات تحاصر البلدة", "تحاصر", False),
    ("دعا إلى عدم استخدام القوة", "استخدام", True),
    ("شنت القوات هجوماً لا سيما في الشمال", "شنت", False),
]


@pytest.mark.parametrize(("text", "word", "negated"), NEGATED)
def test_negation(text: str, word: str, negated: bool) -> None:
    assert clause_of(read_line(text), word).negated is negated


def test_qad_before_the_imperfect_is_possibility_and_before_the_perfect_is_not() -> None:
    assert clause_of(read_line("قد تطلب الحكومة المساعدة"), "تطلب").modality == "possible"
    assert clause_of(read_line("وقد طلبت الحكومة المساعدة"), "طلبت").modality is None


def test_future_and_past() -> None:
    assert clause_of(read_line("ستوقع الحكومة الاتفاق غداً"), "ستوقع").tense == "future"
    assert clause_of(read_line("سوف يزور الوفد العاصمة"), "يزور").tense == "future"
    assert clause_of(read_line("وقعت الحكومة الاتفاق"), "وقعت").tense == "past"


def test_content_clause_hangs_on_its_verb() -> None:
    document = read_line("قال الوزير إن الجيش قصف المدينة")
    inner = clause_of(document, "قصف")
    assert inner.link == "content"
    assert document.clauses[inner.parent or 0] is clause_of(document, "قال")


def test_name_of_a_ministry_holds_no_predicate() -> None:
    document = read_line("أعلنت وزارة الدفاع السورية ذلك")
    assert not [c for c in document.clauses if document.tokens[c.predicate].span.of(document.text) == "الدفاع"]


WORDS = st.sampled_from(
    [
        "قال",
        "الوزير",
        "إن",
        "أن",
        "الذي",
        "شن",
        "هجوماً",
        "على",
        "في",
        "من",
        "وقتل",
        "سبعة",
        "جنود",
        "«داعش»",
        ":",
        "،",
        ".",
        "و",
        "لم",
        "لن",
        "قد",
        "سوف",
        "هذه",
        "التي",
        "بعد",
        "ما",
        "تم",
        "توقيع",
        "اتفاق",
    ]
)


@settings(max_examples=60, deadline=None)
@given(st.lists(WORDS, max_size=25).map(" ".join))
def test_never_raises_and_parents_are_acyclic(text: str) -> None:
    document = read_line(text) if text.strip() else read_line(".")
    for number, clause in enumerate(document.clauses):
        assert document.sentences[clause.sentence].contains(clause.extent)
        seen, at = set(), number
        while at is not None and at not in seen:
            seen.add(at)
            parent = document.clauses[at].parent
            at = parent if parent is not None else -1
            if at == -1:
                break
        else:
            pytest.fail(f"cycle among the parents of {text!r}")


def test_a_plural_of_things_is_no_masculine_pronoun() -> None:
    document = read_line("قال إن بلاده ستسلم القائمة. وطردت الحكومة القنصل بعدما اتهمته بالتجسس.")
    assert fillers(document, clause_of(document, "اتهمته"), "object") == ["القنصل"]


@pytest.mark.parametrize(
    "text",
    [
        "سيطر التنظيم على مدينة تدمر أمس",
        "وقع الهجوم في المدينة، فجر الجمعة الماضي",
    ],
)
def test_names_and_times_hold_no_verb(text: str) -> None:
    document = read_line(text)
    assert [clause.kind for clause in document.clauses].count("finite") == 1
