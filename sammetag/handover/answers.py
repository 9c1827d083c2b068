"""What a person is told once cases have changed hands, and where they go from there."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from sammetag.cases.models import HandOverState
from sammetag.cases.opening import OWN, Opened
from sammetag.cases.queries import is_within_reach
from sammetag.design.wording import clock_words, date_words
from sammetag.handover.actions import HandedOver
from sammetag.handover.sent_again import remember


def went(request: HttpRequest, opened: Opened, done: HandedOver) -> HttpResponse:
    """On to the case, or to my day where the case is out of reach now."""
    [row] = done.rows
    if row.state != HandOverState.AGREED:
        remember(request, row.case_id, row.id)
    if row.taker is None:
        told = _("Sagen har ingen koordinator nu. Det står øverst hos enheden, indtil nogen har fået den.")
    elif row.state == HandOverState.AGREED:
        told = _("Det er aftalt: %(name)s får sagen den %(day)s.")
    else:
        told = _("%(name)s er nu koordinator i sagen.")
    names = {"name": row.taker.name if row.taker else "", "day": date_words(row.planned_on)}
    messages.success(request, " ".join([told % names, *went_along(done)]))
    tell_of_clashes(request, done)
    # Whoever gave their own case away is through with it, and would be asked why they open it.
    is_given = row.state != HandOverState.AGREED and row.taker_id != opened.person.staff_id
    is_through = is_given and opened.purpose == OWN
    if is_through or not is_within_reach(row.case_id):
        return redirect("my-day")
    return redirect("case", case_id=row.case_id)


def all_went(request: HttpRequest, done: HandedOver) -> None:
    """Tell how many cases have changed hands, or will."""
    count = len(done.rows)
    if done.is_agreed:
        told = ngettext(
            "Det er aftalt: %(count)s sag skifter koordinator den %(day)s.",
            "Det er aftalt: %(count)s sager skifter koordinator den %(day)s.",
            count,
        )
    else:
        told = ngettext(
            "%(count)s sag har fået en ny koordinator.", "%(count)s sager har fået en ny koordinator.", count
        )
    words = told % {"count": count, "day": date_words(done.rows[0].planned_on)}
    messages.success(request, " ".join([words, *went_along(done)]))
    tell_of_clashes(request, done)


def went_along(done: HandedOver) -> list[str]:
    """How many agreed talks went along, where any did."""
    count = len(done.moved)
    if not count:
        return []
    told = ngettext("%(count)s aftalt samtale fulgte med.", "%(count)s aftalte samtaler fulgte med.", count)
    return [told % {"count": count}]


def tell_of_clashes(request: HttpRequest, done: HandedOver) -> None:
    """Name the agreed talks that could not go along, so that somebody moves them."""
    if done.clashing:
        times = ", ".join(
            f"{date_words(talk.starts_at, 'short')} {clock_words(talk.starts_at)}" for talk in done.clashing
        )
        told = _(
            "Den nye koordinator er optaget på disse tidspunkter: %(times)s."
            " Samtalerne er ikke flyttet. De står i sagen, til nogen finder en ny tid."
        )
        messages.warning(request, told % {"times": times})
