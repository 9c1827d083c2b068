"""From a right password to a session: what is remembered half-way, what it begins with, how it ends."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

from django.conf import settings
from django.contrib.auth import login, logout
from django.contrib.auth.signals import user_logged_in
from django.dispatch import receiver
from django.http import HttpRequest
from django.utils import timezone
from django.utils.crypto import constant_time_compare

from sammetag.access import tries
from sammetag.access.factors.queries import ways_of
from sammetag.access.models import SessionsEnded
from sammetag.access.proving import know, prove_to_be
from sammetag.access.session_store import BEGUN_AT, SessionStore
from sammetag.any_of import Place
from sammetag.people.models import Account
from sammetag.written import Written

HALF_WAY, HALF_WAY_HOLDS = "half_way", timedelta(minutes=5)
PROVEN_AT = "proven_at"
# Set while an account that needs a second factor has none: nothing else opens.
LACKS_FACTOR = "lacks_factor"
# The moment at which all other sessions were ended, in the one that was kept.
KEPT_THROUGH = "kept_through"
_ENDED = Written(SessionsEnded.objects.scoped("self").filter(account_id=Place("account")))
BACKEND = "django.contrib.auth.backends.ModelBackend"


def come_half_way(request: HttpRequest, account: Account) -> None:
    """Remembers for five minutes that the password was right. It opens the second step alone."""
    if request.user.is_authenticated:
        logout(request)
    request.session.cycle_key()
    request.session[HALF_WAY] = {
        "account": str(account.pk),
        "at": timezone.now().timestamp(),
        "password": account.get_session_auth_hash(),
    }
    prove_to_be(account.pk)


def half_way(request: HttpRequest) -> UUID | None:
    """The account whose password was right in this session less than five minutes ago."""
    held = request.session.get(HALF_WAY)
    if not held or timezone.now().timestamp() - held["at"] > HALF_WAY_HOLDS.total_seconds():
        return None
    return UUID(held["account"])


def account_half_way(request: HttpRequest) -> Account | None:
    """The same as an account; none where it was closed meanwhile, or given another password."""
    account_id = half_way(request)
    account = Account.objects.filter(pk=account_id, is_active=True).first() if account_id else None
    if account is None:
        return None
    still = constant_time_compare(request.session[HALF_WAY]["password"], account.get_session_auth_hash())
    return account if still else None


def come_in(request: HttpRequest, account: Account, *, has_factor: bool) -> None:
    """Logs somebody in, under a new session key; without a factor where one is needed, to get one first."""
    login(request, account, backend=BACKEND)
    # Django keeps the key of somebody who was logged in already, and whoever has a copy of it.
    request.session.cycle_key()
    request.session.pop(HALF_WAY, None)
    request.session.pop(LACKS_FACTOR, None)
    if settings.SECOND_FACTOR and not has_factor:
        request.session[LACKS_FACTOR] = True
    tries.note_right(tries.trier(request, account.username))


def note_proof(request: HttpRequest) -> None:
    """Remembers in the session that somebody has just proven who they are."""
    request.session[PROVEN_AT] = timezone.now().timestamp()


def stays_logged_in(request: HttpRequest, account_id: UUID) -> bool:
    """Whether the session goes on; one that does not ends here, on its next page."""
    if not _is_over(request, account_id):
        return True
    logout(request)
    know(None)
    return False


def _is_over(request: HttpRequest, account_id: UUID) -> bool:
    """Whether a session began before a log-out everywhere, before the first factor, or nobody knows when."""
    begun_at = request.session.get(BEGUN_AT)
    if begun_at is None:
        return True
    if request.session.get(LACKS_FACTOR) and ways_of(account_id).has_factor:
        return True
    ended = next(iter(_ENDED.objects(account=account_id)), None)
    if ended is None or datetime.fromtimestamp(begun_at, tz=UTC) >= ended.at:
        return False
    return bool(request.session.get(KEPT_THROUGH) != ended.at.isoformat())


def note_use(request: HttpRequest) -> None:
    """Puts off the end of a session that is being used.

    After the transaction of the page: a long one would keep the others of the same session waiting.
    """
    if isinstance(request.session, SessionStore):
        request.session.touch()


@receiver(user_logged_in)
def _begin(request: HttpRequest, **told: Any) -> None:
    """Every log-in, by whichever door, is a proof and begins the eight hours."""
    request.session[BEGUN_AT] = timezone.now().timestamp()
    note_proof(request)
