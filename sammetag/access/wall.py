"""One transaction around each request, in which the database knows who is asking."""

from __future__ import annotations

import logging
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from uuid import UUID

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from sammetag.access.log_in import half_way, note_use, stays_logged_in
from sammetag.access.person import Person
from sammetag.access.proving import know
from sammetag.access.queries import person_of
from sammetag.errors import NotAllowed
from sammetag.journal.actions import look

log = logging.getLogger(__name__)


class Request(HttpRequest):
    """A request that came through the wall; `person` is none for whoever has not logged in."""

    person: Person | None
    request_id: UUID
    denied: NotAllowed | None
    failed: bool


@contextmanager
def behind_the_wall(account_id: UUID | None, *, proving: UUID | None = None) -> Iterator[None]:
    """A transaction in which row security answers for this account, and forgets it at the end."""
    with transaction.atomic():
        know(account_id, proving=proving)
        yield


class Wall:
    """The only middleware that opens the database for a person.

    ATOMIC_REQUESTS would open its transaction after all middleware, so the setting would be gone before the
    page began. A denial is written in a transaction of its own, since that of the request is rolled back.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: Request) -> HttpResponse:
        request.request_id = uuid.uuid4()
        request.failed, request.denied, request.person = False, None, None
        account_id: UUID | None = request.user.pk if request.user.is_authenticated else None
        with behind_the_wall(account_id, proving=None if account_id else half_way(request)):
            if account_id and stays_logged_in(request, account_id):
                request.person = person_of(account_id, timezone.localdate())
            response = self.get_response(request)
            if request.failed:
                transaction.set_rollback(True)
        if request.user.is_authenticated:
            note_use(request)
        if request.denied and request.person:
            self._write_denial(request, request.person)
        return response

    def process_exception(self, request: Request, exception: Exception) -> None:
        request.failed = True
        if isinstance(exception, NotAllowed):
            request.denied = exception

    def _write_denial(self, request: Request, person: Person) -> None:
        page = request.resolver_match.view_name if request.resolver_match else ""
        asked = request.resolver_match.kwargs.get("case_id") if request.resolver_match else None
        with behind_the_wall(person.account_id):
            look(
                by=person,
                page=page or "unknown",
                purpose="denied",
                cases=[asked] if asked else [],
                request_id=request.request_id,
                allowed=False,
            )
