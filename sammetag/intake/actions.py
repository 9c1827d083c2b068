"""Takes in programmes that run already: all of them, or none."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from uuid import UUID, uuid4

from django.db import connection, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from sammetag.access.person import Person
from sammetag.access.roles import Right
from sammetag.cases import actions as cases
from sammetag.cases.models import Case, Programme, Responsibility
from sammetag.errors import NotAllowed
from sammetag.intake.checking import faults_in
from sammetag.intake.columns import BY_KEY, PROGRAMMES
from sammetag.intake.faults import Fault, ImportRefused
from sammetag.intake.programmes import ProgrammeIn, case_id_of, citizen_id_of
from sammetag.intake.queries import DONE, known_to
from sammetag.intake.reading import read
from sammetag.intake.rows import Row, Taking, case_row, cpr_row, rows_of
from sammetag.intake.understanding import understand
from sammetag.interventions.models import Intervention, Stretch
from sammetag.journal import actions as journal
from sammetag.people.models import Citizen, Cpr
from sammetag.plan.models import Goal, Plan, SubGoal

# In the order in which they lean on each other.
TABLES: tuple[type[Row], ...] = (
    Citizen,
    Programme,
    Responsibility,
    Plan,
    Goal,
    SubGoal,
    Intervention,
    Stretch,
)
ONE_AT_A_TIME = 5_312_047


@dataclass(frozen=True)
class TakenIn:
    """What was taken in, or would be: programmes and their interventions, and how many were here already."""

    programmes: int
    interventions: int
    already: int
    without_coordinator: int
    # With a CPR number, and with one that does not pass modulus 11.
    with_cpr: int = 0
    unusual_cpr: int = 0


def take_in(
    *, by: Person, programmes: Sequence[ProgrammeIn], dry_run: bool = False, fingerprint: str = ""
) -> TakenIn:
    """Take in all these programmes, or raise ImportRefused with every fault and take in none.

    A case that is here already is left as it is, and counted. A dry run goes the whole way, in the database
    too, and takes it back. `fingerprint` is the hash of the file they came from, for the journal. Call it
    behind the wall of `by`.
    """
    if not by.keys_with(Right.TAKE_IN):
        raise NotAllowed("take in without a unit")
    with transaction.atomic():
        _wait_for_others(by.municipality_id)
        now = timezone.now()
        known = known_to(by, programmes, timezone.localdate(now))
        if faults := faults_in(programmes, known):
            raise ImportRefused(faults, len(known.taken))
        new = [one for one in programmes if one.number not in known.cases]
        _write(new, Taking(by.municipality_id, known, now))
        taken = TakenIn(
            programmes=len(new),
            interventions=sum(len(one.interventions) for one in new),
            already=len(programmes) - len(new),
            without_coordinator=sum(not one.coordinator for one in new),
            with_cpr=sum(one.cpr is not None for one in new),
            unusual_cpr=sum(one.cpr is not None and not one.cpr.passes_the_check for one in new),
        )
        if new:
            _tell(by, new, {**asdict(taken), "fingerprint": fingerprint}, now)
        if dry_run:
            transaction.set_rollback(True)
    return taken


@dataclass(frozen=True)
class FromFile:
    """What a file told of, and what became of it."""

    programmes: tuple[ProgrammeIn, ...]
    rows: int
    fingerprint: str
    taken: TakenIn


def take_in_file(*, by: Person, data: bytes, dry_run: bool = False) -> FromFile:
    """Take in what a file of CSV or a workbook tells of, all or nothing.

    Raises Unreadable, or ImportRefused with every fault. Call it behind the wall of `by`.
    """
    if not by.keys_with(Right.TAKE_IN):
        raise NotAllowed("take in without a unit")
    table = read(data, PROGRAMMES)
    understood = understand(table)
    if understood.faults:
        # Whoever mends the file should have to do it once: what could be read is checked as well.
        known = known_to(by, understood.programmes, timezone.localdate())
        faults = [*understood.faults, *faults_in(understood.programmes, known)]
        raise ImportRefused(faults, len(known.taken))
    fingerprint = hashlib.sha256(data).hexdigest()
    taken = take_in(by=by, programmes=understood.programmes, dry_run=dry_run, fingerprint=fingerprint)
    return FromFile(understood.programmes, len(table.rows), fingerprint, taken)


def _wait_for_others(municipality_id: UUID) -> None:
    """Let one import at a time into a municipality: the second then finds what the first has made."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_advisory_xact_lock(%s, hashtext(%s))", [ONE_AT_A_TIME, str(municipality_id)]
        )


def _write(programmes: Sequence[ProgrammeIn], into: Taking) -> None:
    _write_cases(programmes, into)
    tables: dict[type[Row], list[Row]] = defaultdict(list)
    for one in programmes:
        for row in rows_of(one, into):
            tables[type(row)].append(row)
    for table in TABLES:
        cases.load(rows=tables[table])
    _write_cpr(programmes, into)


def _write_cases(programmes: Sequence[ProgrammeIn], into: Taking) -> None:
    """The cases, first of all: a number may be taken by a case behind a wall, which no query could tell."""
    rows = [case_row(one, into) for one in programmes]
    Case.objects.scoped("take in").bulk_create(rows, batch_size=2000, ignore_conflicts=True)
    found = Case.objects.scoped("take in").filter(pk__in=[row.id for row in rows])
    there = set(found.values_list("id", flat=True))
    taken = [one for one in programmes if case_id_of(into.municipality_id, one.number) not in there]
    _refuse(
        taken,
        "number",
        _("Sagsnummeret bruges af en sag, som du ikke har adgang til."),
        _("Ret sagsnummeret, eller slet sagens rækker."),
    )


def _write_cpr(programmes: Sequence[ProgrammeIn], into: Taking) -> None:
    """The sealed numbers; one that somebody has written elsewhere in this very moment is taken."""
    rows = [row for one in programmes if (row := cpr_row(one, into))]
    Cpr.objects.scoped("take in").bulk_create(rows, batch_size=2000, ignore_conflicts=True)
    found = Cpr.objects.scoped("take in").filter(pk__in=[row.pk for row in rows])
    there = set(found.values_list("citizen_id", flat=True))
    taken = [
        one for one in programmes if one.cpr and citizen_id_of(into.municipality_id, one.number) not in there
    ]
    _refuse(
        taken,
        "cpr",
        _("En anden borger i kommunen har CPR-nummeret."),
        _("Ret nummeret, eller lad feltet stå tomt."),
    )


def _refuse(programmes: Sequence[ProgrammeIn], key: str, what: str, remedy: str) -> None:
    """Raises ImportRefused with this fault in each of these programmes, if there are any."""
    if programmes:
        faults = [Fault(one.row, BY_KEY[key].name, what, remedy) for one in programmes]
        raise ImportRefused(faults, len(programmes) if key == "cpr" else 0)


def _tell(by: Person, programmes: Sequence[ProgrammeIn], data: Mapping[str, object], now: datetime) -> None:
    """One event for each case, and one for the whole, which names nobody."""
    whole = uuid4()
    events = [
        journal.as_event(
            by=by,
            kind="case.taken-in",
            case_id=case_id,
            subject="case",
            subject_id=case_id,
            occurred_at=now,
            data={"intake": str(whole)},
        )
        for case_id in (case_id_of(by.municipality_id, one.number) for one in programmes)
    ]
    journal.record_each(events=events)
    journal.record(
        by=by,
        kind=DONE,
        case_id=None,
        subject="intake",
        subject_id=whole,
        occurred_at=now,
        token=whole,
        data=data,
    )
