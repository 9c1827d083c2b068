"""`sammetag journal`: sealing what was written, and checking that it stands."""

from __future__ import annotations

import argparse
from pathlib import Path

from sammetag.config import sealing
from sammetag.config.commands.grammar import Commands, word, words_under
from sammetag.config.reaching import named_or_embedded
from sammetag.config.terminal import say, stopped_by_signals
from sammetag.journal.sealing import keys


def add(commands: Commands[argparse.ArgumentParser]) -> None:
    """Adds `journal seal`, `verify` and `new-key`."""
    kinds = words_under(commands, "journal", "seal, verify, new-key")
    word(kinds, "seal", seal).add_argument(
        "--after-restore",
        action="store_true",
        help="leave behind the seals that the copy alone knows: the database was restored",
    )
    word(kinds, "verify", verify)
    word(kinds, "new-key", new_key).add_argument("file", type=Path, metavar="FILE")


def seal(chosen: argparse.Namespace) -> int:
    """Seals what is settled and sends it to the second place; the worker does the same each minute."""
    with stopped_by_signals(), named_or_embedded():
        made = sealing.seal_now(after_restore=chosen.after_restore)
    if made.seal is None:
        say("Intet nyt at forsegle. / Nothing new to seal.\n")
    else:
        number, events, looks = made.seal.number, made.seal.events, made.seal.looks
        say(
            f"Segl {number}: {events} hændelser og {looks} opslag. / "
            f"Seal {number}: {events} events and {looks} looks.\n"
        )
    if made.shipped:
        say(f"Sendt til kopien: {made.shipped} segl. / Sent to the copy: {made.shipped} seals.\n")
    return 0


def verify(chosen: argparse.Namespace) -> int:
    """Names what was altered, removed or put in since it was sealed; 1 when there is anything."""
    with stopped_by_signals(), named_or_embedded():
        return 0 if sealing.verify_now(say) else 1


def new_key(chosen: argparse.Namespace) -> int:
    """Makes a key for sealing in a file, and shows its public half."""
    made = keys.new_key(chosen.file)
    say(
        f"Nøglen {made.fingerprint} ligger i {chosen.file}. Gem en kopi et sikkert sted uden for databasen.\n"
        f"The key {made.fingerprint} lies in {chosen.file}. Keep a copy of it safe, outside the database.\n\n"
        f"{made.public}\n"
    )
    return 0
