from __future__ import annotations

import io
import json
from dataclasses import replace
from datetime import date

import pytest
from rich.console import Console

from riwaya.cli.explain import explain_event, find_event
from riwaya.cli.labels import LANGUAGES, Labels, load_labels
from riwaya.cli.schema import read_schema
from riwaya.cli.view import show_page
from riwaya.lexicon.tables import read_rules
from riwaya.model import Document, EventMention, Page, Published

ISOLATES = str.maketrans("", "", "\u2066\u2067\u2068\u2069")


def seen(page: Page, documents: tuple[Document, ...], language: str) -> str:
    out = io.StringIO()
    show_page(page, documents, load_labels(language), Console(file=out, width=200))
    return out.getvalue()


def event_line(shown: str, name: str) -> str:
    return next(line for line in shown.translate(ISOLATES).splitlines() if line.strip().startswith(name))


def test_an_event_is_told_in_english(page: Page, documents: tuple[Document, ...]) -> None:
    line = event_line(seen(page, documents, "en"), "e1")
    assert "Russia → Mali: AID «طائرات» · 30 Jan–5 Feb 2023 («الأسبوع الماضي») · Salem al-Haddad said" in line
    assert "happened" not in line
    second = event_line(seen(page, documents, "en"), "e2")
    assert "ASSAULT (targeted killing) [possible] · killed: 7 · Bamako · in the paper's own voice" in second


def test_an_event_is_told_in_arabic(page: Page, documents: tuple[Document, ...]) -> None:
    shown = seen(page, documents, "ar")
    assert "موسكو ← باماكو: مساعدة «طائرات» · 30 يناير–5 فبراير 2023" in event_line(shown, "e1")
    assert "قول الوزير سالم الحداد" in event_line(shown, "e1")
    assert "بصوت الصحيفة" in event_line(shown, "e2")
    assert all(line.startswith("\u2067") for line in shown.splitlines() if line.strip())


def test_the_head_of_an_article(page: Page, documents: tuple[Document, ...]) -> None:
    shown = seen(page, documents, "en").translate(ISOLATES)
    assert "0  موسكو تسلم باماكو أسلحة" in shown
    assert "full article · وكالة النهر · تونس · Tuesday 7 Feb 2023 (given)" in shown
    bare = replace(documents[0].article, headline=None, published=Published())
    shown = seen(page, (replace(documents[0], article=bare),), "en").translate(ISOLATES)
    assert "(no headline)" in shown
    assert "undated" in shown


@pytest.mark.parametrize("language", LANGUAGES)
def test_isolates_are_balanced_in_every_line(page: Page, documents: tuple[Document, ...], language: str) -> None:
    for line in seen(page, documents, language).splitlines():
        depth = 0
        for character in line:
            depth += (character in "\u2066\u2067\u2068") - (character == "\u2069")
            assert depth >= 0
        assert depth == 0


def test_what_a_page_holds_cannot_steer_the_terminal() -> None:
    labels = load_labels("en")
    assert labels.isolate("عن\x1b[31m\u202eوان\n") == "\u2068عن [31m وان \u2069"


@pytest.mark.parametrize(
    ("earliest", "latest", "told"),
    [
        (date(2023, 2, 7), date(2023, 2, 7), "7 Feb 2023"),
        (date(2023, 2, 1), date(2023, 2, 28), "Feb 2023"),
        (date(2023, 12, 1), date(2023, 12, 31), "Dec 2023"),
        (date(2023, 1, 1), date(2023, 12, 31), "2023"),
        (date(2010, 1, 1), date(2019, 12, 31), "2010–2019"),
        (date(2024, 11, 18), date(2024, 11, 24), "18–24 Nov 2024"),
        (date(2022, 12, 26), date(2023, 1, 1), "26 Dec 2022–1 Jan 2023"),
        (date(9999, 12, 31), date.max, "31 Dec 9999"),
    ],
)
def test_days_are_told_shortly(earliest: date, latest: date, told: str) -> None:
    assert load_labels("en").days(earliest, latest) == told


def test_every_code_of_the_schema_has_a_label_in_both_languages() -> None:
    english, arabic = (read_rules("labels.toml")[language] for language in LANGUAGES)
    assert {name: set(table) for name, table in english.items()} == {name: set(table) for name, table in arabic.items()}
    tables = {"type": ("event", "type"), "act": ("statement", "act"), "reality": ("event", "reality"),
              "count": ("count", "what"), "kind": ("article", "kind"), "quad": ("event", "quad"),
              "basis": ("published", "basis"), "standing": ("event", "standing"), "link": ("link", "kind"),
              "certainty": ("event", "certainty"), "polarity": ("event", "polarity")}  # fmt: skip
    schema = json.loads(read_schema())["$defs"]
    for table, (kind, key) in tables.items():
        assert set(schema[kind]["properties"][key]["enum"]) == set(english[table])


def explained(documents: tuple[Document, ...], found: tuple[Document, EventMention]) -> str:
    out = io.StringIO()
    labels: Labels = load_labels("en")
    explain_event(*found, labels, Console(file=out, width=200))
    return out.getvalue().translate(ISOLATES)


def test_an_explanation_names_every_part_and_the_rule_that_made_it(documents: tuple[Document, ...]) -> None:
    (found,) = find_event(documents, "0:e1")
    shown = explained(documents, found)
    for part in (
        "trigger: «سلمت» AID · material cooperation · score 10  ← events.arms-delivery",
        "actor: «موسكو» Russia RUS RUS GOV",
        "time: «الأسبوع الماضي» 2023-W05 (relative)  ← times.last-unit",
        "account: «قال» Salem al-Haddad said  ← statements.say",
        "reality: happened",
    ):
        assert part in shown
    assert documents[0].text[documents[0].sentences[1].start : documents[0].sentences[1].end] in shown


def test_events_are_found_by_id_and_by_article(documents: tuple[Document, ...]) -> None:
    assert [event.id for _, event in find_event(documents, "e2")] == ["e2"]
    assert find_event(documents, "1:e2") == []
    assert find_event(documents, "e9") == []
