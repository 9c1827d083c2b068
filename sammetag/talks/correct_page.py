"""Set right what was written about a talk; what stood there before stays."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from sammetag.access.roles import Right
from sammetag.cases.opening import open_case
from sammetag.talks.actions import correct
from sammetag.talks.filling_in import TalkBeingFilledIn
from sammetag.talks.forms import CorrectForm, time_of
from sammetag.talks.models import Talk
from sammetag.talks.queries import talk_in


@require_http_methods(["GET", "POST"])
def correct_page(request: HttpRequest, case_id: UUID, talk_id: UUID) -> HttpResponse:
    """The form that corrects a talk which has been written in."""
    opened = open_case(request, case_id, page="correct", right=Right.KEEP_TALKS)
    talk = talk_in(opened.case, talk_id)
    page = TalkBeingFilledIn(request, opened, f"correct-{talk.id}", "talks/correct.html", talk)
    posted = request.method == "POST"
    stands = time_of(talk) | {"outcome": talk.outcome, "by_whom": talk.by_whom}
    stands |= {"notes": talk.notes, "reason": talk.reason}
    form = CorrectForm(
        request.POST if posted else None, initial=None if posted else page.initial(CorrectForm, stands)
    )
    if not posted:
        return page.show(form)
    return page.save(
        form,
        lambda: correct(
            by=opened.person,
            case_id=case_id,
            talk_id=talk_id,
            version=page.version,
            token=page.token,
            appointment=form.appointment(),
            result=form.result(),
        ),
        lambda corrected: _done(request, corrected),
    )


def _done(request: HttpRequest, talk: Talk) -> HttpResponse:
    messages.success(request, _("Samtalen er rettet. Det, der stod før, er stadig i journalen."))
    return redirect("talk", case_id=talk.case_id, talk_id=talk.id)
