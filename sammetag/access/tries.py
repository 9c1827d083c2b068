"""How long somebody must wait before they try again: counted in the database, for all workers.

Three limits, each with some tries that are free and a wait that doubles. For a user name from one address:
the one that people meet. For a user name from anywhere: against many addresses at once. For an address,
whatever the user name: loose, since a municipality shares one. An address from which the account has logged
in before meets only the first, so nobody can be kept out of their own workplace from elsewhere.

A try during the wait is not looked at and not counted, whatever its password. User names and addresses are
held as keyed hashes only.
"""

from __future__ import annotations

import ipaddress
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.db.models import Count, Max
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext

from sammetag.access.models import LogInTry, Try
from sammetag.access.proving import try_as
from sammetag.access.using.actions import forget_tries, note_try
from sammetag.keyring.installed import ring

PURPOSE = "log-in"
NOW = timedelta()


@dataclass(frozen=True)
class Limit:
    """So many wrong tries are free within a time; then the wait doubles each time, up to the longest."""

    free: int
    within: timedelta
    first: timedelta
    longest: timedelta

    def wait(self, wrong: Iterable[datetime], now: datetime) -> timedelta:
        """How long is left to wait after these wrong tries."""
        counted = [at for at in wrong if at > now - self.within]
        return self.wait_after(len(counted), max(counted, default=now), now)

    def wait_after(self, count: int, last: datetime, now: datetime) -> timedelta:
        """How long is left to wait after so many wrong tries, of which one was the last."""
        if count < self.free:
            return NOW
        doubled: timedelta = self.first * 2 ** min(count - self.free, 12)
        return max(last + min(doubled, self.longest) - now, NOW)


A_MINUTE, A_QUARTER, A_DAY = timedelta(minutes=1), timedelta(minutes=15), timedelta(days=1)
HERE = Limit(free=5, within=A_DAY, first=timedelta(seconds=5), longest=A_QUARTER)
ANYWHERE = Limit(free=30, within=A_DAY, first=timedelta(seconds=5), longest=A_QUARTER)
ADDRESS = Limit(free=200, within=timedelta(hours=1), first=timedelta(seconds=1), longest=A_MINUTE)
KNOWN_FOR = timedelta(days=30)


@dataclass(frozen=True)
class Trier:
    """Somebody who tries to log in: their user name and address as keyed hashes, the newest key first."""

    names: tuple[bytes, ...]
    addresses: tuple[bytes, ...]


def trier(request: HttpRequest, username: str) -> Trier:
    """Whoever tries this user name from where the request comes. Call it in the transaction that counts."""
    names = ring().marks(username.strip().casefold(), purpose=PURPOSE, about="name")
    addresses = ring().marks(address_of(request), purpose=PURPOSE, about="address")
    try_as([*names, *addresses], one_at_a_time=names[0])
    return Trier(tuple(names), tuple(addresses))


def address_of(request: HttpRequest) -> str:
    """Where a request comes from: the last address that our own proxy wrote, or the one at the other end.

    Of the long kind of address, one household or office has as many as it likes: the network counts.
    """
    told = request.META.get("HTTP_X_FORWARDED_FOR", "").rpartition(",")[2].strip()
    here = _without_port(told) if settings.BEHIND_PROXY and told else request.META.get("REMOTE_ADDR", "")
    try:
        address = ipaddress.ip_address(here)
    except ValueError:
        return str(here)
    if isinstance(address, ipaddress.IPv6Address) and not address.ipv4_mapped:
        return str(ipaddress.ip_network((address, 64), strict=False))
    return str(getattr(address, "ipv4_mapped", None) or address)


def _without_port(told: str) -> str:
    """The address alone: a proxy may write the caller's port too, which is another one each time."""
    if told.startswith("["):
        return told[1:].partition("]")[0]
    return told.partition(":")[0] if told.count(":") == 1 else told


def wait_before(who: Trier, kind: Try) -> timedelta:
    """How long somebody must wait before they may try a password, or a code; nothing when they may."""
    now = timezone.now()
    under_the_name = [
        (how, bytes(address) in who.addresses, at)
        for how, address, at in LogInTry.objects.scoped("try")
        .filter(name_mark__in=who.names, kind__in=[kind, Try.RIGHT], at__gt=now - KNOWN_FOR)
        .values_list("kind", "address_mark", "at")
    ]
    last_right = max((at for how, here, at in under_the_name if here and how == Try.RIGHT), default=None)
    wrong = [(here, at) for how, here, at in under_the_name if how == kind]
    wait = HERE.wait([at for here, at in wrong if here and (not last_right or at > last_right)], now)
    if last_right:
        return wait
    return max(wait, ANYWHERE.wait([at for _, at in wrong], now), _wait_at_address(who, kind, now))


def _wait_at_address(who: Trier, kind: Try, now: datetime) -> timedelta:
    counted = (
        LogInTry.objects.scoped("try")
        .filter(address_mark__in=who.addresses, kind=kind, at__gt=now - ADDRESS.within)
        .aggregate(count=Count("id"), last=Max("at"))
    )
    return ADDRESS.wait_after(counted["count"], counted["last"] or now, now)


def note_wrong(who: Trier, kind: Try) -> None:
    """Counts a wrong password, or a wrong code."""
    _note(who, kind)


def note_right(who: Trier) -> None:
    """Remembers that somebody got in from here, and lets them begin anew."""
    _note(who, Try.RIGHT)


def _note(who: Trier, kind: Try) -> None:
    note_try(name_mark=who.names[0], address_mark=who.addresses[0], kind=kind)


def seconds(wait: timedelta) -> int:
    """The wait in whole seconds, rounded up, as a browser is told."""
    return -(-int(wait.total_seconds() * 1000) // 1000)


def sentence_about(wait: timedelta) -> str:
    """Tells somebody that they must wait, and how long."""
    if wait <= A_MINUTE:
        return gettext(
            "Der er prøvet for mange gange. Vent et minut, og prøv igen. Der er ikke gået noget tabt."
        )
    minutes = -(-seconds(wait) // 60)
    sentence = gettext(
        "Der er prøvet for mange gange. Vent %(minutes)s minutter, og prøv igen. Der er ikke gået noget tabt."
    )
    return sentence % {"minutes": minutes}


def forget_old_tries() -> None:
    """Throws away the tries that no limit counts any more. The wall lets go of those, and of no others."""
    forget_tries()
