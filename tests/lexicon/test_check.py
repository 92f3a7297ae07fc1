from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from riwaya.cli.main import main
from riwaya.lexicon.check import check_data
from riwaya.lexicon.tables import DATA

VERBS = """# lemma: 3rd person perfect. Own.
id\tlemma\troot\tform\timperfect\ttransitive\tmasdars
qtl\tقتل\tقتل\tI\tيقتل\ty\tقتل
slm\tسلّم\tسلم\tII\tيسلّم\ty\t
"""
NOUNS = """# lemma: singular. Own.
id\tlemma\tclass
hujum\tهجوم\tattack
"""
FRAMES = """[[frame]]
id = "killing"
type = "ASSAULT"
mode = "targeted"
verbs = ["قتل"]
nouns = ["هجوم", "تسليم"]
kinds = ["finite"]
genitive = "recipient"
counts = { recipient = "killed" }
when = { object = ["@attack", "جندي"] }
examples = [
  { text = "قُتل سبعة جنود قرب تل الورد", trigger = "قُتل", recipient = "سبعة جنود" },
]
counterexamples = ["قتل الوقت"]
"""
ONTOLOGY = """contexts = ["military"]
[type.ASSAULT]
quad = "material conflict"
score = -9
modes = { targeted = -9.5 }
"""

Write = Callable[[str, str | bytes], list[str]]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Writes one file of a small sound data folder and tells the folder's faults."""
    files = {"words/verbs.tsv": VERBS, "words/nouns.tsv": NOUNS, "frames/a.toml": FRAMES, "ontology.toml": ONTOLOGY}
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")

    def change(name: str, content: str | bytes) -> list[str]:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(content if isinstance(content, bytes) else content.encode())
        return [str(fault) for fault in check_data(tmp_path)]

    return change


def test_a_sound_folder_has_no_faults(write: Write) -> None:
    assert write("words/verbs.tsv", VERBS) == []


@pytest.mark.parametrize(
    ("name", "old", "new", "fault"),
    [
        ("words/nouns.tsv", "هجوم", "هجـوم", "data/words/nouns.tsv:3: tatweel in 'هجـوم'"),
        ("words/nouns.tsv", "هجوم", "هُجوم", "data/words/nouns.tsv:3: vowel mark in 'هُجوم'"),
        ("words/nouns.tsv", "هجوم", "هجو\ufee1", "data/words/nouns.tsv:3: presentation form U+FEE1"),
        ("words/nouns.tsv", "هجوم", "\u202bهجوم", "data/words/nouns.tsv:3: bidi control U+202B"),
        ("words/nouns.tsv", "هجوم", "هج\u200cوم", "data/words/nouns.tsv:3: invisible character U+200C"),
        ("words/nouns.tsv", "هجوم", "ا\u0654هجوم", "data/words/nouns.tsv:3: not in normal form NFC"),
        ("words/nouns.tsv", "# lemma", "lemma", "data/words/nouns.tsv:1: does not begin with # lines"),
        ("words/nouns.tsv", "id\tlemma", "lemma\tid", "data/words/nouns.tsv:2: the first line must name the columns"),
        ("words/nouns.tsv", "hujum", "هجوم", "data/words/nouns.tsv:3: the id 'هجوم' is not ASCII"),
        ("words/nouns.tsv", "\tattack", "\tattack\t\t", "data/words/nouns.tsv:3: 5 cells for 3 columns"),
        ("words/nouns.tsv", "\tattack", "\tattack ", "data/words/nouns.tsv:3: a cell begins or ends with a blank"),
        ("words/verbs.tsv", "slm\t", "qtl\t", "data/words/verbs.tsv:4: the id qtl stands in line 3 already"),
        ("words/verbs.tsv", "slm\t", "alm\t", "data/words/verbs.tsv:4: the id alm must stand before qtl"),
        ("words/verbs.tsv", "سلّم", "سلم", "data/frames/a.toml:6: frame killing: no lemma «تسليم» in words/"),
        ("frames/a.toml", 'verbs = ["قتل"', 'verbs = ["قتل", "سلم"', "no lemma «سلم» in words/; did you mean سلّم?"),
        ("frames/a.toml", "@attack", "@weapon", "data/frames/a.toml:10: frame killing: no word class @weapon"),
        ("frames/a.toml", 'type = "ASSAULT"', 'type = "MURDER"', "a.toml:3: frame killing: type: no event type MURDER"),
        ("frames/a.toml", 'mode = "targeted"', 'mode = "drone"', "a.toml:4: frame killing: ASSAULT has no mode drone"),
        ("frames/a.toml", '"finite"', '"verb"', "frame killing: kinds: verb is none of"),
        ("frames/a.toml", 'genitive = "recipient"', 'genitive = "doer"', "frame killing: genitive: doer is none of"),
        ("frames/a.toml", "{ recipient =", "{ actor =", "frame killing: counts: actor is none of recipient"),
        ("frames/a.toml", 'verbs = ["قتل"]', 'verb = ["قتل"]', "frame killing: the key verb is unknown"),
        ("frames/a.toml", 'verbs = ["قتل"]', 'verbs = "قتل"', "frame killing: the key verbs is unknown or has a value"),
        ("frames/a.toml", '"سبعة جنود" }', '"ستة" }', "a.toml:12: frame killing: example: recipient «ستة» does not"),
        ("frames/a.toml", "trigger =", "triger =", "example: unknown key triger"),
        ("frames/a.toml", "kinds = [", "kinds = ", "data/frames/a.toml:0: no TOML"),
        ("ontology.toml", "military", "militaryـة", "data/ontology.toml:1: tatweel"),
    ],
)  # fmt: skip
def test_a_fault_is_told_with_file_and_line(write: Write, name: str, old: str, new: str, fault: str) -> None:
    content = {"words/verbs.tsv": VERBS, "words/nouns.tsv": NOUNS, "frames/a.toml": FRAMES, "ontology.toml": ONTOLOGY}
    assert old in content[name]
    faults = write(name, content[name].replace(old, new, 1))
    assert any(fault in one for one in faults), faults


def test_what_is_not_utf8_is_told_with_its_line(write: Write) -> None:
    faults = write("words/nouns.tsv", NOUNS.encode() + "غارة".encode("cp1256"))
    assert "data/words/nouns.tsv:4: not UTF-8" in faults[0]


def test_an_id_of_a_frame_is_unique_over_all_files(write: Write) -> None:
    assert write("frames/b.toml", FRAMES) == ["data/frames/b.toml:2: the id killing stands in frames/a.toml:2 already"]


def test_verbs_of_other_rules_must_be_lemmas_too(write: Write) -> None:
    cue = '[[cue]]\nid = "say"\nverbs = ["قتل", "قال"]\n'
    assert write("rules/statements.toml", cue) == ["data/rules/statements.toml:3: no lemma «قال» in words/"]


@pytest.mark.parametrize(
    "line", ['words = ["شكراً", "شكرًا", "مساءً"]', 'words = ["لـ", "هـ", "الـ"]', "# «كِتاب» «هجـوم»"]
)
def test_good_spelling_is_left_alone(write: Write, line: str) -> None:
    assert write("rules/times.toml", line + "\n") == []


def test_the_shipped_data_is_well_formed() -> None:
    """Form only: whether every lemma exists is for ``make check``."""
    faults = check_data(Path(str(DATA)))
    assert [fault for fault in faults if "no TOML" in fault.message or "UTF-8" in fault.message] == []


def test_the_command_tells_faults_and_fails(tmp_path: Path, capsys: pytest.CaptureFixture[str], write: Write) -> None:
    write("words/nouns.tsv", NOUNS)
    assert main(["lexicon", "check", str(tmp_path)]) == 0
    assert "0 faults in 4 files" in capsys.readouterr().out
    write("words/nouns.tsv", NOUNS.replace("هجوم", "هجـوم"))
    assert main(["lexicon", "check", str(tmp_path)]) == 1
    assert "nouns.tsv:3: tatweel" in capsys.readouterr().out


def test_contexts_name_what_exists(write: Write) -> None:
    entry = """[[context]]
id = "{id}"
strong = ["{strong}"]
weak = ["{weak}"]
types = ["{type}"]
examples = ["قتل مسلحون سبعة جنود"]
counterexamples = ["قتل الوقت"]
"""
    assert not write("rules/contexts.toml", entry.format(id="military", strong="هجوم", weak="قتل", type="ASSAULT"))
    faults = "\n".join(write("rules/contexts.toml", entry.format(id="marine", strong="غريب", weak="غريب", type="RAID")))
    for told in (
        "no context of the ontology: marine",
        "no lemma: غريب",
        "strong and weak: غريب",
        "no event type: RAID",
    ):
        assert told in faults
