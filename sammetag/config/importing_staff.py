"""`sammetag import staff`: a municipality's people, units and roles, from a terminal and a file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from django.utils.translation import override

from sammetag.config.importing import contents, told_of_faults
from sammetag.config.refusal import Refused
from sammetag.intake import sheets
from sammetag.intake.staff.actions import Outcome, take_in_staff
from sammetag.intake.staff.columns import STAFF
from sammetag.intake.workbooks.writing import template_of

MOST_NAMED = 10


def staff(
    file: Path,
    municipality: str,
    *,
    one_more: bool,
    dry_run: bool,
    faults: Path | None,
    say: Callable[[str], None],
) -> None:
    """Take in a file of staff; raises Refused, with sentences, where that is refused."""
    with override("da"):
        data = contents(file)
        with told_of_faults(faults):
            outcome = take_in_staff(data=data, municipality=municipality, one_more=one_more, dry_run=dry_run)
        say(_summary(outcome, dry_run))


def template(file: Path, *, say: Callable[[str], None]) -> None:
    """Write the template of a file of staff, as a workbook or as CSV; a file that is there is left alone."""
    with override("da"):
        is_book = file.suffix.lower() == ".xlsx"
        content = template_of(STAFF, title="Medarbejdere") if is_book else sheets.template(STAFF)
        try:
            with file.open("xb") as opened:
                opened.write(content)
        except FileExistsError as fault:
            raise Refused(f"Filen {file} er der allerede. Vælg et andet navn.") from fault
        except OSError as fault:
            raise Refused(f"Skabelonen kan ikke skrives til {file}: {fault.strerror}.") from fault
        say(f"Skabelonen står i {file}.\n")


def _summary(outcome: Outcome, dry_run: bool) -> str:
    taken = outcome.taken
    lines = [
        "Prøvet, og filen er i orden. Intet er indlæst." if dry_run else "Indlæst.",
        f"  Kommune: {outcome.municipality}{' (ny)' if taken.municipalities else ''}",
        f"  Nye enheder: {taken.units}",
        f"  Nye medarbejdere: {taken.staff}",
        f"  Nye konti: {taken.accounts}",
        f"  Nye roller: {taken.roles}",
        f"  Roller, der har fået en sidste dag: {taken.last_days}",
        f"  Her allerede, ikke rørt: {taken.already}",
    ]
    if outcome.without_password and not dry_run:
        lines += ["", *_next_step(outcome.without_password)]
    return "\n".join(lines) + "\n"


def _next_step(usernames: tuple[str, ...]) -> list[str]:
    """Nobody can log in without a password: who has none, and how they get one."""
    left = len(usernames) - MOST_NAMED
    more = [f"  … og {left} mere."] if left > 0 else []
    return [
        f"Uden adgangskode, så de ikke kan logge ind endnu: {len(usernames)}",
        *(f"  {name}" for name in usernames[:MOST_NAMED]),
        *more,
        "Giv dem én med: sammetag account password BRUGERNAVN",
    ]
