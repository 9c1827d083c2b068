"""With what one logs in: what there is, what is taken away, new recovery codes, the end of sessions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET, require_POST

from sammetag.access.factors import actions
from sammetag.access.factors.queries import factors_of
from sammetag.access.log_in import KEPT_THROUGH, LACKS_FACTOR
from sammetag.access.models import Factor, FactorKind
from sammetag.access.proof import proven_lately
from sammetag.access.resuming import carried
from sammetag.access.signed_in import open_without_factor, signed_in
from sammetag.errors import NotAllowed

KINDS: dict[str, Promise] = {FactorKind.APP: _("Koder fra en app"), FactorKind.PASSKEY: _("Adgangsnøgle")}


@dataclass(frozen=True)
class Line:
    """One factor as the page shows it."""

    factor: Factor
    kind: Promise
    can_go: bool


@require_GET
def security(request: HttpRequest) -> HttpResponse:
    """The page with one's own factors."""
    person = signed_in(request)
    held = factors_of(person.account_id)
    factors = [one for one in held if one.kind != FactorKind.RECOVERY]
    context: dict[str, Any] = {
        "lines": [Line(one, KINDS[one.kind], _may_go(factors)) for one in factors],
        "codes_left": len(held) - len(factors),
        "wanted": settings.SECOND_FACTOR,
    }
    return render(request, "access/security.html", context)


@open_without_factor
@require_GET
def first_factor(request: HttpRequest) -> HttpResponse:
    """The page for whoever needs a second factor and has none: nothing else opens."""
    signed_in(request)
    return render(request, "access/first_factor.html", carried(request))


@require_POST
@proven_lately
def remove_factor(request: HttpRequest) -> HttpResponse:
    """Takes one of one's own factors away."""
    person = signed_in(request)
    try:
        factor_id = UUID(request.POST.get("factor", ""))
    except ValueError as fault:
        raise NotAllowed("no factor was named") from fault
    actions.remove(by=person, factor_id=factor_id, keep_one=settings.SECOND_FACTOR)
    messages.success(request, gettext("Den er fjernet og kan ikke bruges mere."))
    return redirect("security")


@require_POST
@proven_lately
def recovery_codes(request: HttpRequest) -> HttpResponse:
    """Makes ten new recovery codes and shows them, this once."""
    codes = actions.renew_recovery_codes(by=signed_in(request))
    return shown_once(request, codes, {"next": reverse("security")})


@require_POST
@proven_lately
def end_sessions(request: HttpRequest) -> HttpResponse:
    """Logs one out everywhere but here."""
    at = actions.end_sessions(by=signed_in(request))
    request.session[KEPT_THROUGH] = at.isoformat()
    messages.success(request, gettext("Du er logget ud alle andre steder."))
    return redirect("security")


def after_adding(request: HttpRequest) -> HttpResponse:
    """The answer to a new factor: recovery codes with the first one, and then on to where one was going."""
    person = signed_in(request)
    request.session.pop(LACKS_FACTOR, None)
    messages.success(request, gettext("Den er lagt til. Næste gang du logger ind, kan du bruge den."))
    if factors_of(person.account_id, FactorKind.RECOVERY):
        return redirect("security")
    return shown_once(request, actions.renew_recovery_codes(by=person), carried(request))


def shown_once(request: HttpRequest, codes: Sequence[str], along: dict[str, str]) -> HttpResponse:
    """The page with ten recovery codes, and the way on from it."""
    return render(request, "access/recovery_codes.html", {"codes": codes, **along})


def _may_go(factors: Sequence[Factor]) -> bool:
    return len(factors) > 1 or not settings.SECOND_FACTOR
