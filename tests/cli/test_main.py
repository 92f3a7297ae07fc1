from __future__ import annotations

import json
import re
import shlex
import subprocess
import sys
from argparse import _SubParsersAction
from collections.abc import Callable
from pathlib import Path

import pytest

from riwaya import __version__
from riwaya.cli.main import build_parser, parse

Run = Callable[..., tuple[int, str, str]]


ROOT = Path(__file__).parents[2]
SHOWN = re.findall(
    r"^(?:cat \S+ \| )?riwaya ([^#>\n]+)", (ROOT / "README.md").read_text(encoding="utf-8"), re.MULTILINE
)


def test_version(run: Run) -> None:
    assert run("--version") == (0, f"riwaya {__version__}\n", "")


def test_schema_is_printed_as_shipped(run: Run) -> None:
    status, out, _ = run("schema")
    assert status == 0
    assert json.loads(out)["$schema"] == "https://json-schema.org/draft/2020-12/schema"


def test_help_names_every_option(run: Run) -> None:
    _, out, _ = run("read", "--help")
    for option in ("--records", "--published", "--outlet", "--json", "--explain", "--lang", "--no-color", "--quiet"):
        assert option in out


def test_a_reader_that_closes_the_pipe_ends_the_command_quietly() -> None:
    code = "import sys; from riwaya.cli.main import main; sys.exit(max(main(['schema']) for _ in range(40)))"
    command = f'"{sys.executable}" -c "{code}" | head -c 10; exit ${{PIPESTATUS[0]}}'
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=False)
    assert done.stderr == ""
    assert done.returncode in (1, 141)


@pytest.mark.parametrize("command", SHOWN)
def test_every_command_of_the_readme_can_be_given(command: str) -> None:
    assert callable(parse(build_parser(), shlex.split(command)).run)


def test_the_readme_shows_every_command() -> None:
    (commands,) = (action.choices for action in build_parser()._actions if isinstance(action, _SubParsersAction))
    assert {command.split()[0] for command in SHOWN} == set(commands)
