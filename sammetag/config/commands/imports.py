"""`sammetag import`: staff and programmes from files."""

from __future__ import annotations

import argparse
from pathlib import Path

import django

from sammetag.config.commands.grammar import Commands, word, words_under
from sammetag.config.reaching import as_the_app, owning_the_tables
from sammetag.config.terminal import say


def add(commands: Commands[argparse.ArgumentParser]) -> None:
    """Adds `import staff`, `import programmes` and `import staff-template`."""
    kinds = words_under(commands, "import", "staff, programmes")
    programmes = word(kinds, "programmes", programmes_from)
    programmes.add_argument("file", type=Path, metavar="FILE")
    programmes.add_argument("--as", dest="username", required=True, metavar="USERNAME")
    staff = word(kinds, "staff", staff_from)
    staff.add_argument("file", type=Path, metavar="FILE")
    staff.add_argument("--municipality", required=True, metavar="NAME")
    staff.add_argument("--new-municipality", action="store_true", help="beside those that are there already")
    for parser in (programmes, staff):
        parser.add_argument("--dry-run", action="store_true")
        parser.add_argument("--faults", type=Path, metavar="OUT.csv")
    template = word(kinds, "staff-template", template_of_staff)
    template.add_argument("file", type=Path, metavar="OUT.xlsx|OUT.csv")


def programmes_from(chosen: argparse.Namespace) -> int:
    """Takes in running programmes from an Excel or CSV file, all or nothing, as one of their leaders."""
    with as_the_app():
        from sammetag.config import importing  # noqa: PLC0415 - models need the settings

        importing.programmes(
            chosen.file, chosen.username, dry_run=chosen.dry_run, faults=chosen.faults, say=say
        )
    return 0


def staff_from(chosen: argparse.Namespace) -> int:
    """Takes in units, staff, accounts and roles from an Excel or CSV file, all or nothing."""
    with owning_the_tables():
        from sammetag.config import importing_staff  # noqa: PLC0415 - models need the settings

        importing_staff.staff(
            chosen.file,
            chosen.municipality,
            one_more=chosen.new_municipality,
            dry_run=chosen.dry_run,
            faults=chosen.faults,
            say=say,
        )
    return 0


def template_of_staff(chosen: argparse.Namespace) -> int:
    """Writes the template of a file of staff."""
    django.setup()
    from sammetag.config import importing_staff  # noqa: PLC0415 - models need the settings

    importing_staff.template(chosen.file, say=say)
    return 0
