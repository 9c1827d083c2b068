"""How a word of the command is tied to what it does."""

from __future__ import annotations

import argparse
from collections.abc import Callable

Action = Callable[[argparse.Namespace], int]
Commands = argparse._SubParsersAction  # the type that argparse gives no public name


def word(
    commands: Commands[argparse.ArgumentParser], name: str, action: Action, sentence: str = ""
) -> argparse.ArgumentParser:
    """The parser of one more word; its sentence of help is the action's own, unless another is given."""
    sentence = sentence or (action.__doc__ or "").splitlines()[0]
    parser = commands.add_parser(name, help=sentence, description=sentence)
    parser.set_defaults(action=action)
    return parser


def words_under(
    commands: Commands[argparse.ArgumentParser], name: str, sentence: str
) -> Commands[argparse.ArgumentParser]:
    """The place for the words that follow a noun, such as `sammetag database`."""
    return commands.add_parser(name, help=sentence).add_subparsers(required=True)
