"""`sammetag export`: running programmes to a file."""

from __future__ import annotations

import argparse
from pathlib import Path

from sammetag.config.commands.grammar import Commands, word, words_under
from sammetag.config.reaching import as_the_app
from sammetag.config.terminal import say

# As the page asks (intake/models.py, which cannot be read before the settings are).
REASONS = ("review", "answer", "move")


def add(commands: Commands[argparse.ArgumentParser]) -> None:
    """Adds `export programmes`."""
    programmes = word(words_under(commands, "export", "programmes"), "programmes", programmes_to)
    programmes.add_argument("file", type=Path, metavar="OUT.xlsx|OUT.csv")
    programmes.add_argument("--as", dest="username", required=True, metavar="USERNAME")
    programmes.add_argument("--reason", choices=REASONS, required=True)
    programmes.add_argument("--with-cpr", action="store_true", help="with the CPR numbers")


def programmes_to(chosen: argparse.Namespace) -> int:
    """Writes the running programmes that a leader leads to a new file, which the import takes in again."""
    with as_the_app():
        from sammetag.config import exporting  # noqa: PLC0415 - models need the settings

        exporting.programmes(
            chosen.file, chosen.username, reason=chosen.reason, with_cpr=chosen.with_cpr, say=say
        )
    return 0
