"""Writes about a case: drafts, and history in bulk."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from uuid import UUID

from django.db import IntegrityError, connection, models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from sammetag.access.person import Person
from sammetag.access.roles import Right
from sammetag.cases.cpr_queries import cpr_of, taken_among
from sammetag.cases.models import Case, Draft
from sammetag.cases.queries import case_for
from sammetag.cases.writing import writing
from sammetag.errors import NotAllowed, RuleBroken, StalePage
from sammetag.journal.actions import record
from sammetag.people.cpr import Number
from sammetag.people.models import Cpr
from sammetag.people.sealed_cpr import marks_of, reveal, seal

LONGEST_DRAFT = 100_000
# What a form carries besides what a person types. The version is kept with the draft: whoever takes it up
# again later must be told of what others have written since.
MACHINERY = {"csrfmiddlewaretoken", "token", "writer"}
LONGEST_NAME = 80


@transaction.atomic
def keep_draft(*, by: Person, case: Case, form: str, fields: Mapping[str, list[str]]) -> None:
    """Keep what is being typed, so that neither a lost session nor a stale page loses it."""
    if not by.may(Right.KEEP_DRAFTS, case):
        raise NotAllowed(f"draft on case {case.id}")
    if sum(len(text) for texts in fields.values() for text in texts) > LONGEST_DRAFT:
        raise RuleBroken(_("Kladden er for lang til at blive gemt. Del teksten op."), "draft too long")
    if len(form) > LONGEST_NAME:
        raise NotAllowed("draft of a form that we do not have")
    kept = {_storable(name): [_storable(text) for text in texts] for name, texts in fields.items()}
    draft = Draft(account_id=by.account_id, case=case, form=form, fields=kept, updated_at=timezone.now())
    # Two windows may keep the same draft in the same moment: the database lets the later one stand.
    Draft.objects.of(case).bulk_create(
        [draft],
        update_conflicts=True,
        unique_fields=["account", "case", "form"],
        update_fields=["fields", "updated_at"],
    )


@transaction.atomic
def drop_draft(*, by: Person, case: Case, form: str) -> None:
    """Forget a draft whose form has been saved."""
    Draft.objects.of(case).filter(account_id=by.account_id, form=form).delete()


@transaction.atomic
def restrict(*, by: Person, case_id: UUID) -> None:
    """Take a case out from under its unit's key: from now on only a grant opens it.

    Whoever does it must hold such a grant, or they would lose the case themselves. The database changes the
    key, since the app may write none.
    """
    case = case_for(by, case_id, Right.KEEP_TALKS)
    if case.id not in by.grants:
        raise RuleBroken(_("Sagen skal først åbnes for dig ved navn, ellers mister du den selv."), "no grant")
    with connection.cursor() as cursor:
        cursor.execute("SELECT cases_restrict(%s)", [case_id])
    record(
        by=by,
        kind="case.restricted",
        case_id=case_id,
        subject="case",
        subject_id=case_id,
        occurred_at=timezone.now(),
        data={},
    )


class NumberTaken(RuleBroken):
    """Another citizen of the municipality has the number. Whose it is, and where, is not told."""

    def __init__(self, case: Case) -> None:
        super().__init__(
            _(
                "Nummeret kan ikke bruges her, for en anden borger i kommunen har det. Intet er gemt. "
                "Se, om det er skrevet rigtigt, og spørg ellers din leder."
            ),
            f"number taken, case {case.id}",
        )


def keep_cpr(*, by: Person, case_id: UUID, number: Number, version: int) -> Cpr:
    """Write down the CPR number of a citizen, or correct it; the number that stood before is forgotten.

    `version` is that of the row when its page was opened, 0 where there was none. A number that was wrong is
    somebody else's, so nothing of it is kept: the journal says that it was corrected, and no numbers.
    """
    with writing(by, case_id, Right.KEEP_CPR) as case:
        there = cpr_of(case)
        if there and bytes(there.mark) in marks_of(number.digits, there.municipality_id):
            return there
        if (there.version if there else 0) != version:
            raise _written_meanwhile(case)
        if taken_among(case.municipality_id, {case.citizen_id: number}):
            raise NumberTaken(case)
        row = seal(number, citizen_id=case.citizen_id, municipality_id=case.municipality_id)
        _write_cpr(row, case, version)
        _tell_of_cpr(by, case, "cpr.corrected" if there else "cpr.written")
    return row


@transaction.atomic
def show_cpr(*, by: Person, case: Case) -> Number | None:
    """The whole number of a citizen, with the journal's word that somebody saw it; or none."""
    case = case_for(by, case.id, Right.SEE_CPR)
    row = cpr_of(case)
    if row is None:
        return None
    number = reveal(row)
    _tell_of_cpr(by, case, "cpr.seen")
    return number


def _write_cpr(row: Cpr, case: Case, version: int) -> None:
    """Writes the row where its version is the one that was seen: a citizen may have two cases."""
    try:
        with transaction.atomic():
            if version == 0:
                row.save(force_insert=True)
                return
            seen = Cpr.objects.scoped("case").filter(citizen_id=case.citizen_id, version=version)
            changed = seen.update(
                sealed=row.sealed, mark=row.mark, date_part=row.date_part, version=version + 1
            )
    except IntegrityError as fault:
        # Somebody wrote in the very same moment: this number elsewhere, or a number here.
        if "cpr_once" in str(fault):
            raise NumberTaken(case) from fault
        if "people_cpr_pkey" in str(fault):
            raise _written_meanwhile(case) from fault
        raise
    if not changed:
        raise _written_meanwhile(case)


def _written_meanwhile(case: Case) -> StalePage:
    return StalePage(
        _("En anden har skrevet CPR-nummeret ind imens. Intet er gemt. Se, om det er rigtigt."),
        f"cpr of case {case.id}",
    )


def _tell_of_cpr(by: Person, case: Case, kind: str) -> None:
    record(
        by=by,
        kind=kind,
        case_id=case.id,
        subject="citizen",
        subject_id=case.citizen_id,
        occurred_at=timezone.now(),
        data={},
    )


def _storable(text: str) -> str:
    """The text without the one character that a database cannot hold."""
    return text.replace("\x00", "")


def load(*, rows: Iterable[models.Model], size: int = 2000) -> None:
    """Take in rows of one table in bulk, such as history; the journal is loaded beside it."""
    ready = list(rows)
    if ready:
        type(ready[0])._default_manager.all().scoped("load").bulk_create(ready, batch_size=size)  # type: ignore[attr-defined]
