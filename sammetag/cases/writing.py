"""One transaction in a case that somebody may write in, one writer at a time."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from sammetag.access.person import Person
from sammetag.access.roles import Right
from sammetag.cases.models import Case
from sammetag.cases.queries import case_for
from sammetag.errors import RuleBroken


@contextmanager
def writing(by: Person, case_id: UUID, right: Right) -> Iterator[Case]:
    """The case, locked, in a transaction of its own: the second writer finds what the first has written.

    Raises NotAllowed for a case that is not theirs to change, RuleBroken for one that is closed.
    """
    with transaction.atomic():
        # Locked before it is fetched: rights and coordinator are those of now, not of before the wait.
        Case.objects.scoped("lock").select_for_update(no_key=True).filter(pk=case_id).values("pk").first()
        case = case_for(by, case_id, right)
        if case.closed_on:
            raise RuleBroken(_("Sagen er lukket, så der kan ikke skrives i den."), f"closed {case.id}")
        yield case
