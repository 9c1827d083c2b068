"""Sessions that end by themselves: an hour after the last request, and at most eight hours after the log-in.

When a session ends stands in its row, beside what it holds. Being used only moves that moment, and at most
once a minute: writing the whole session on each request would undo what another has just written into it.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from django.conf import settings
from django.contrib.sessions.backends import db
from django.contrib.sessions.backends.base import UpdateError
from django.contrib.sessions.models import Session
from django.db import OperationalError
from django.utils import timezone

from sammetag.access.using.actions import put_off_end
from sammetag.any_of import Place
from sammetag.written import Written

BEGUN_AT = "begun_at"
SELDOM = timedelta(minutes=1)
_STORED = Written(Session.objects.filter(session_key=Place("key"), expire_date__gt=Place("now")))


class SessionStore(db.SessionStore):
    """A session in the database that knows when it ends."""

    ends_at: datetime | None = None

    def touch(self) -> None:
        """Puts off the end of a session that is being used."""
        ends_at = _end_of(self.get(BEGUN_AT))
        if self.session_key and self.ends_at and ends_at - self.ends_at > SELDOM:
            put_off_end(session_key=self.session_key, ends_at=ends_at)
            self.ends_at = ends_at

    def save(self, must_create: bool = False) -> None:
        """Writes the session; a database that is away is told as that.

        Django would call it a session that somebody deleted meanwhile, and the page a faulty request.
        """
        try:
            super().save(must_create)
        except UpdateError as fault:
            if isinstance(fault.__context__, OperationalError):
                raise fault.__context__ from None
            raise

    def create_model_instance(self, data: dict[str, Any]) -> Session:
        row: Session = super().create_model_instance(data)  # type: ignore[assignment]
        row.expire_date = _end_of(data.get(BEGUN_AT))
        return row

    def _get_session_from_db(self) -> Session | None:
        row = next(iter(_STORED.objects(key=self.session_key, now=timezone.now())), None)
        if row is None:
            self._session_key = None
        self.ends_at = row.expire_date if row else None
        return row

    @classmethod
    def get_model_class(cls) -> type[Session]:
        return Session


def _end_of(begun_at: float | None) -> datetime:
    idle = timezone.now() + timedelta(minutes=settings.SESSION_IDLE_MINUTES)
    if begun_at is None:
        return idle
    begun = datetime.fromtimestamp(begun_at, tz=UTC)
    return min(idle, begun + timedelta(seconds=settings.SESSION_COOKIE_AGE))
