"""One transaction in a study that somebody may write in, one writer at a time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from typing import Any, TypeVar
from uuid import UUID

from django.db import connection, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from sammetag.access.person import Person
from sammetag.errors import RuleBroken, Sentence, StalePage
from sammetag.journal.actions import record
from sammetag.scoped import ScopedQuerySet
from sammetag.studies.models import Duty, OfStudy, Study
from sammetag.studies.opening import OpenStudy, study_for

T = TypeVar("T", bound=OfStudy)
# Any number that nothing else in the database locks.
ONE_AT_A_TIME = 1751


class Refused(RuleBroken):
    """What was written cannot be; `about` is the field of its form that has to be mended, none: the whole."""

    def __init__(self, about: str | None, sentence: Sentence, technical: str) -> None:
        super().__init__(sentence, technical)
        self.about = about


@contextmanager
def in_study(by: Person, study_id: UUID, *duties: Duty, also_closed: bool = False) -> Iterator[OpenStudy]:
    """The study in a transaction of its own: the second writer finds what the first has written.

    Raises NotAllowed for whoever holds none of the duties, RuleBroken for a study that is closed,
    unless what is written goes on after that (`also_closed`).
    """
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s, hashtext(%s))", [ONE_AT_A_TIME, str(study_id)])
        opened = study_for(by, study_id, *duties)
        if opened.study.closed_at and not also_closed:
            raise RuleBroken(closed_sentence(), "study is closed")
        yield opened


def closed_sentence() -> str:
    """Why nothing can be written in a study that is closed."""
    return _("Forsøget er lukket, så der kan ikke skrives i det.")


def check_version(found: int, seen: int) -> None:
    """Raise StalePage where somebody else has saved since the page was opened."""
    if found != seen:
        raise StalePage(
            _("En anden har gemt her, siden du åbnede siden. Se, hvad der står nu, og gem igen."),
            f"version is {found}, seen {seen}",
        )


def sent_before(opened: OpenStudy, model: type[T], token: UUID) -> T | None:
    """What the form with this token has made already, None where it is sent for the first time."""
    rows: ScopedQuerySet[Any] = model.objects.scoped("token")
    made: T | None = rows.filter(pk=token, study_id=opened.study.id).first()
    return made


def tell(
    opened: OpenStudy,
    kind: str,
    subject_id: UUID,
    data: Mapping[str, object],
    *,
    at: datetime | None = None,
    case_id: UUID | None = None,
) -> None:
    """Write it down in the journal: of the municipality, or of a case where it is about one person in it."""
    record(
        by=opened.person,
        kind=kind,
        case_id=case_id,
        subject=kind.partition(".")[0],
        subject_id=subject_id,
        occurred_at=at or timezone.now(),
        data={"study": str(opened.study.id), **data},
    )


def signed(opened: OpenStudy) -> dict[str, object]:
    """Whose it is and who writes it when: the fields that everything of a study has."""
    return {
        "study_id": opened.study.id,
        "written_at": timezone.now(),
        "written_by_id": opened.person.staff_id,
    }


def study_named(study: Study) -> dict[str, object]:
    """What an event tells of a study itself."""
    return {"title": study.title, "version": study.version}
