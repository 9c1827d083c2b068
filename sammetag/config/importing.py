"""`sammetag import programmes`: the import of the page, from a terminal."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from django.utils import timezone
from django.utils.translation import override

from sammetag.access.queries import person_of
from sammetag.access.wall import behind_the_wall
from sammetag.errors import NotAllowed
from sammetag.intake import sheets
from sammetag.intake.actions import FromFile, take_in_file
from sammetag.intake.faults import Fault, ImportRefused, Unreadable
from sammetag.intake.reading import MOST_BYTES, too_large
from sammetag.people.models import Account

MOST_TOLD = 20


class NotTakenIn(RuntimeError):
    """The file was refused, and nothing was taken in."""


def programmes(
    file: Path, username: str, *, dry_run: bool, faults: Path | None, say: Callable[[str], None]
) -> None:
    """Take in a file as somebody; raises NotTakenIn, with sentences, where that is refused."""
    with override("da"):
        data = _contents(file)
        try:
            outcome = _taken_in(data, username, dry_run)
        except Unreadable as refusal:
            raise NotTakenIn(str(refusal.sentence)) from refusal
        except ImportRefused as refusal:
            _write(faults, refusal.faults)
            raise NotTakenIn(_told(refusal.faults, faults)) from refusal
        _write(faults, [])
        say(_summary(outcome, dry_run))


def _contents(file: Path) -> bytes:
    try:
        if file.stat().st_size > MOST_BYTES:
            raise NotTakenIn(str(too_large().sentence))
        return file.read_bytes()
    except OSError as fault:
        raise NotTakenIn(f"Filen {file} kan ikke læses: {fault.strerror}.") from fault


def _taken_in(data: bytes, username: str, dry_run: bool) -> FromFile:
    account = Account.objects.filter(username=username, is_active=True).first()
    if account is None:
        raise NotTakenIn(f"Der er ingen åben bruger med navnet {username}.")
    with behind_the_wall(account.pk):
        person = person_of(account.pk, timezone.localdate())
        if person is None:
            raise NotTakenIn(f"Brugeren {username} har ingen rolle i dag.")
        try:
            return take_in_file(by=person, data=data, dry_run=dry_run)
        except NotAllowed as refusal:
            raise NotTakenIn(f"Brugeren {username} leder ingen enhed, og kan ikke indlæse.") from refusal


def _write(path: Path | None, faults: Iterable[Fault]) -> None:
    """The faults as a file, where one was asked for; an empty list when there are none, not an old one."""
    if path is None:
        return
    try:
        path.write_bytes(sheets.faults(faults))
    except OSError as fault:
        raise NotTakenIn(f"Fejlene kan ikke skrives til {path}: {fault.strerror}.") from fault


def _told(faults: list[Fault], path: Path | None) -> str:
    lines = [f"Intet er indlæst. Fejl i filen: {len(faults)}"]
    for fault in faults[:MOST_TOLD]:
        where = ", ".join(filter(None, (f"række {fault.row}" if fault.row else "", fault.column)))
        lines.append(f"  {where}: {fault.what} {fault.remedy}")
    left = len(faults) - MOST_TOLD
    if left > 0:
        hint = f"Alle står i {path}." if path else "Brug --faults FIL for at få dem alle som en fil."
        lines.append(f"  … og {left} mere. {hint}")
    return "\n".join(lines)


def _summary(outcome: FromFile, dry_run: bool) -> str:
    taken = outcome.taken
    head = "Prøvet, og filen er i orden. Intet er indlæst." if dry_run else "Indlæst."
    lines = [
        head,
        f"  Nye forløb: {taken.programmes}",
        f"  Indsatser: {taken.interventions}",
        f"  Her allerede, ikke rørt: {taken.already}",
        f"  Uden koordinator: {taken.without_coordinator}",
    ]
    return "\n".join(lines) + "\n"
