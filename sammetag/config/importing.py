"""`sammetag import programmes`: the import of the page, from a terminal."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from django.utils import timezone
from django.utils.translation import override

from sammetag.access.person import Person
from sammetag.access.queries import person_of
from sammetag.access.wall import behind_the_wall
from sammetag.config.refusal import Refused
from sammetag.errors import NotAllowed, RuleBroken
from sammetag.intake import sheets
from sammetag.intake.actions import FromFile, TakenIn, take_in_file
from sammetag.intake.faults import Fault, ImportRefused
from sammetag.intake.table import MOST_BYTES, too_large
from sammetag.people.models import Account

MOST_TOLD = 20


def programmes(
    file: Path, username: str, *, dry_run: bool, faults: Path | None, say: Callable[[str], None]
) -> None:
    """Take in a file as somebody; raises Refused, with sentences, where that is refused."""
    with override("da"):
        data = contents(file)
        with told_of_faults(faults):
            outcome = _taken_in(data, username, dry_run)
        say(_summary(outcome, dry_run))


@contextmanager
def told_of_faults(faults: Path | None) -> Iterator[None]:
    """Says why a file was refused, and writes its faults to a file where one was asked for."""
    try:
        yield
    except ImportRefused as refusal:
        _write(faults, refusal.faults)
        raise Refused(_told(refusal.faults, faults)) from refusal
    except RuleBroken as refusal:
        raise Refused(str(refusal.sentence)) from refusal
    # An empty list where there are none, not an old one.
    _write(faults, [])


def contents(file: Path) -> bytes:
    """The bytes of a file that is not too large to be taken in."""
    try:
        if file.stat().st_size > MOST_BYTES:
            raise Refused(str(too_large().sentence))
        return file.read_bytes()
    except OSError as fault:
        raise Refused(f"Filen {file} kan ikke læses: {fault.strerror}.") from fault


def _taken_in(data: bytes, username: str, dry_run: bool) -> FromFile:
    with acting_as(username) as person:
        try:
            return take_in_file(by=person, data=data, dry_run=dry_run)
        except NotAllowed as refusal:
            raise Refused(f"Brugeren {username} leder ingen enhed, og kan ikke indlæse.") from refusal


@contextmanager
def acting_as(username: str) -> Iterator[Person]:
    """The person behind a user name, in a transaction behind their walls; raises Refused for none."""
    account = Account.objects.filter(username=username, is_active=True).first()
    if account is None:
        raise Refused(f"Der er ingen åben bruger med navnet {username}.")
    with behind_the_wall(account.pk):
        person = person_of(account.pk, timezone.localdate())
        if person is None:
            raise Refused(f"Brugeren {username} har ingen rolle i dag.")
        yield person


def _write(path: Path | None, faults: Iterable[Fault]) -> None:
    if path is None:
        return
    try:
        path.write_bytes(sheets.faults(faults))
    except OSError as fault:
        raise Refused(f"Fejlene kan ikke skrives til {path}: {fault.strerror}.") from fault


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
        *_numbers(taken),
    ]
    return "\n".join(lines) + "\n"


def _numbers(taken: TakenIn) -> list[str]:
    if not taken.with_cpr:
        return []
    return [f"  Med CPR-nummer: {taken.with_cpr}, heraf uden gammelt kontrolciffer: {taken.unusual_cpr}"]
