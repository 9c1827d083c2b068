"""`sammetag evaluate`: questions of statistics put to a file. It needs no database.

Each word has a module of its own, `evaluate_<word>.py`, which is loaded when the word is asked for: the
statistics take a second to load, and no other command should wait for them.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from sammetag.config.commands.grammar import Commands, word, words_under


def add(commands: Commands[argparse.ArgumentParser]) -> None:
    """Adds `evaluate published`."""
    kinds = words_under(commands, "evaluate", "published")
    asked = word(kinds, "published", published)
    asked.add_argument(
        "file", type=Path, nargs="?", metavar="FILE", help="figures as printed; else those of three reports"
    )
    asked.add_argument(
        "--relations", type=Path, metavar="FILE", help="how they hang together (docs/published-figures.md)"
    )
    asked.add_argument("--all", action="store_true", help="what adds up as well")
    asked.add_argument("--json", action="store_true", help="for another program")


def published(chosen: argparse.Namespace) -> int:
    """Checks whether the numbers of a printed report add up, and lists those that do not, with a sentence."""
    from sammetag.config.commands import evaluate_published  # noqa: PLC0415 - statistics load slowly

    return evaluate_published.answer(chosen)
