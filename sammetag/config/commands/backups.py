"""`sammetag backup` and `sammetag restore`."""

from __future__ import annotations

import argparse
from pathlib import Path

import django

from sammetag.config import database
from sammetag.config.commands.grammar import Commands, word
from sammetag.config.reaching import let_go
from sammetag.config.terminal import say, stopped_by_signals


def add(commands: Commands[argparse.ArgumentParser]) -> None:
    """Adds `backup` and `restore`."""
    word(commands, "backup", backup).add_argument("folder", type=Path, metavar="FOLDER")
    word(commands, "restore", restore).add_argument("backup", type=Path, metavar="BACKUP")


def backup(chosen: argparse.Namespace) -> int:
    """Makes a backup in a folder of its own below FOLDER, as the role that may only read."""
    with stopped_by_signals():
        server = database.server()
        django.setup()
        from sammetag.config.backups import making  # noqa: PLC0415 - models need the settings

        making.backup(server, chosen.folder, say=say)
    return 0


def restore(chosen: argparse.Namespace) -> int:
    """Restores a backup into a database that is empty or not there yet, and checks all of it."""
    with stopped_by_signals():
        server = database.server()
        django.setup()
        from sammetag.config.backups import restoring  # noqa: PLC0415 - models need the settings

        try:
            restoring.restore(server, chosen.backup, say=say)
        finally:
            let_go()
    return 0
