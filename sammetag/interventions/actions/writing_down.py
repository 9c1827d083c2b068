"""What all actions on interventions share: the case, the thing as it was opened, its days and its event."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime, time
from uuid import UUID

from django.db import IntegrityError
from django.utils import timezone
from django.utils.translation import gettext as _

from sammetag.access.person import Person
from sammetag.access.roles import Right
from sammetag.cases.models import Case
from sammetag.cases.writing import writing
from sammetag.errors import RuleBroken, StalePage
from sammetag.interventions.life import Piece
from sammetag.interventions.models import Intervention, Stretch
from sammetag.interventions.queries import intervention_in
from sammetag.interventions.telling import facts
from sammetag.journal.actions import record
from sammetag.journal.models import Precision
from sammetag.journal.queries import is_written

NOON = time(12)


@contextmanager
def keeping(by: Person, case_id: UUID) -> Iterator[Case]:
    """One transaction in a case whose interventions the person keeps; a token used twice is told plainly."""
    try:
        with writing(by, case_id, Right.KEEP_PLAN) as case:
            yield case
    except IntegrityError as clash:
        if "_pkey" in str(clash):
            sentence = _("Siden er sendt en gang før. Åbn den igen. Din tekst er ikke tabt.")
            raise RuleBroken(sentence, "token used twice") from clash
        raise


def as_opened(case: Case, intervention_id: UUID, version: int, token: UUID) -> Intervention | None:
    """The intervention as it was when the page was opened; none when this very form was saved already.

    The case is locked by whoever writes, so that nobody changes the intervention in between.
    """
    one = intervention_in(case, intervention_id)
    if is_written(token, intervention_id):
        return None
    if one.version != version:
        raise StalePage(
            _("Indsatsen er ændret, siden du åbnede siden. Det, du skrev, er ikke gemt, men står herunder."),
            f"intervention {intervention_id} is {one.version}, page had {version}",
        )
    return one


def save(case: Case, one: Intervention, pieces: Sequence[Piece] | None = None) -> None:
    """Save the intervention one version on, and its days where they are given."""
    is_new = one.version == 0
    one.version += 1
    one.save(force_insert=is_new, force_update=not is_new)
    if pieces is not None:
        save_days(case, one, pieces)


def save_days(case: Case, one: Intervention, pieces: Sequence[Piece]) -> None:
    """Write the days on the rows that are there and on new ones; no row is ever taken away."""
    rows = list(Stretch.objects.of(case).filter(intervention=one).order_by("since"))
    # First every row gives up the days that it loses, since no two may hold the same day even for a moment.
    for row, piece in zip(rows, pieces, strict=False):
        first = max(row.since, piece.since)
        ends = [end for end in (row.until, piece.until) if end is not None]
        if not ends or first <= min(ends):
            row.since, row.until = first, min(ends, default=None)
            row.save(force_update=True)
    pairs = list(zip(rows, pieces, strict=False))
    # Then each takes its new days: those that move to later days from the last on, the others from the first.
    later = [pair for pair in pairs if pair[1].since > pair[0].since]
    others = [pair for pair in pairs if pair not in later]
    added = [(Stretch(case=case, intervention=one), piece) for piece in pieces[len(rows) :]]
    for row, piece in [*reversed(later), *others, *added]:
        row.state, row.since, row.until = piece.state, piece.since, piece.until
        row.hours_per_week, row.reason = piece.hours, piece.reason
        row.save()


def tell(
    by: Person,
    one: Intervention,
    kind: str,
    on: date,
    *,
    token: UUID | None = None,
    corrects: UUID | None = None,
    **more: object,
) -> None:
    """Write in the journal what was done with an intervention, on the day it happened."""
    record(
        by=by,
        kind=f"intervention.{kind}",
        case_id=one.case_id,
        subject="intervention",
        subject_id=one.id,
        occurred_at=moment_of(on),
        precision=Precision.DAY,
        data=facts(one) | more,
        corrects=corrects,
        token=token,
    )


def moment_of(day: date) -> datetime:
    """When something happened of which only the day is known: at noon, yet never ahead of now."""
    return min(timezone.make_aware(datetime.combine(day, NOON)), timezone.now())
