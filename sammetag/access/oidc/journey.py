"""One way to the provider and back: what the session remembers of it, for ten minutes and one answer."""

from __future__ import annotations

import base64
import json
import secrets
from dataclasses import asdict, dataclass
from time import time
from typing import Any

from django.contrib.auth.signals import user_logged_in
from django.dispatch import receiver
from django.http import HttpRequest

from sammetag.access.oidc.errors import NotBegun
from sammetag.keyring import installed

KEPT_IN = "oidc"
LASTS = 600
# As many windows as somebody may have opened the log-in in.
MOST = 5
PURPOSE = "log-in through a provider"


@dataclass(frozen=True)
class Journey:
    """What was sent along, and what the answer must fit.

    `proving` is the account that shows again who it is; empty for a log-in. `along` is sealed: what somebody
    had typed does not lie open in the table of sessions.
    """

    state: str
    nonce: str
    verifier: str
    back_to: str
    begun: int
    proving: str
    along: str

    def brought(self) -> dict[str, str]:
        """What was carried along from the page before."""
        if not self.along:
            return {}
        opened = installed.ring().open(base64.b64decode(self.along), purpose=PURPOSE, about=self.state)
        return {str(name): str(value) for name, value in json.loads(opened).items()}


def set_out(request: HttpRequest, *, back_to: str, along: dict[str, str], proving: str = "") -> Journey:
    """Remembers a new journey in the session of this browser, which alone may bring its answer."""
    state = secrets.token_urlsafe(32)
    journey = Journey(
        state=state,
        nonce=secrets.token_urlsafe(32),
        verifier=secrets.token_urlsafe(48),
        back_to=back_to,
        begun=int(time()),
        proving=proving,
        along=_sealed(along, state),
    )
    others = [one for one in _under_way(request) if time() - one["begun"] <= LASTS]
    request.session[KEPT_IN] = [*others, asdict(journey)][-MOST:]
    return journey


def come_back(request: HttpRequest, state: str) -> Journey:
    """The journey that an answer belongs to, which is over with this; raises NotBegun."""
    under_way = _under_way(request)
    fitting = [one for one in under_way if one["state"] == state]
    if not fitting:
        raise NotBegun("unknown state")
    request.session[KEPT_IN] = [one for one in under_way if one not in fitting]
    journey = Journey(**fitting[0])
    if time() - journey.begun > LASTS:
        raise NotBegun("too old")
    return journey


@receiver(user_logged_in)
def _arrived(request: HttpRequest, **told: Any) -> None:
    """Forgets every journey of this browser: somebody is logged in."""
    request.session.pop(KEPT_IN, None)


def _under_way(request: HttpRequest) -> list[dict[str, Any]]:
    found = request.session.get(KEPT_IN, [])
    return found if isinstance(found, list) else []


def _sealed(along: dict[str, str], state: str) -> str:
    if not any(along.values()):
        return ""
    sealed = installed.ring().seal(json.dumps(along).encode(), purpose=PURPOSE, about=state)
    return base64.b64encode(sealed).decode()
