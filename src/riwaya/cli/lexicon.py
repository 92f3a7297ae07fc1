"""``riwaya lexicon``: the data files checked, compiled, and asked about a word."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from riwaya.errors import UsageError
from riwaya.lexicon.build import Lexicon, build_lexicon, load_lexicon
from riwaya.lexicon.check import check_data
from riwaya.lexicon.compiled import cache_path, fingerprint, write_compiled
from riwaya.lexicon.name_types import Entry
from riwaya.lexicon.tables import DATA
from riwaya.model import Analysis
from riwaya.text.fold import fold

ANALYSIS = ("conjunction", "preposition", "aspect", "voice", "person", "gender", "number", "enclitic", "verb")


def run_check(arguments: Namespace) -> int:
    """Print every fault as file:line: what is wrong; 1 if there is one."""
    folder = Path(arguments.folder or str(DATA))
    if not folder.is_dir():
        raise UsageError(f"no such folder: {folder}")
    faults = check_data(folder)
    for fault in faults:
        print(fault)
    files = sum(1 for path in folder.rglob("*") if path.is_file())
    print(f"{len(faults)} faults in {files} files of {folder}")
    return 1 if faults else 0


def run_build(arguments: Namespace) -> int:
    """Compile the data into the user's cache, so that the next reading starts at once."""
    path = cache_path()
    try:
        size = write_compiled(fingerprint(), build_lexicon(), path)
    except OSError as error:
        raise UsageError(f"the compiled lexicon cannot be written to {path}: {error}") from error
    print(f"{path}: {size / 1e6:.1f} MB")
    return 0


def run_look(arguments: Namespace) -> int:
    """Print every analysis of a word and every name so called; 1 if the lexicon knows neither."""
    words, lexicon = " ".join(arguments.word), load_lexicon()
    analyses = [] if " " in words else [a for a in lexicon.morphology.analyze(words) if not a.guess]
    names = _names(words, lexicon)
    for line in (*map(_analysis_line, analyses), *map(_name_line, names)):
        print(line)
    if not analyses and not names:
        print("not in the lexicon")
    return 0 if analyses or names else 1


def _names(words: str, lexicon: Lexicon) -> list[Entry]:
    """The entries of a name, also behind proclitics, greater places first."""
    folds = fold(words).replace("-", " ").split()
    found = lexicon.names.longest(folds, 0) if folds else None
    whole = found is not None and found.length == len(folds)
    return sorted(found.value, key=lambda entry: -entry.weight) if found and whole else []


def _analysis_line(analysis: Analysis) -> str:
    told = (f"{name}={value}" for name in ANALYSIS if (value := getattr(analysis, name)) not in ("", None))
    article = ("definite",) if analysis.definite else ()
    return "\t".join((analysis.lemma, analysis.pos, " ".join((*article, *told))))


def _name_line(entry: Entry) -> str:
    cells = (entry.name, entry.kind, entry.id, entry.country or "-", entry.sector or entry.precision or "-")
    return "\t".join(cells)
