"""A talk that was not held: who did not come, or who cancelled it."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from sammetag.access.roles import Right
from sammetag.cases.opening import open_case
from sammetag.talks.actions import miss
from sammetag.talks.filling_in import TalkBeingFilledIn
from sammetag.talks.forms import MissForm
from sammetag.talks.models import Talk
from sammetag.talks.queries import talk_in


@require_http_methods(["GET", "POST"])
def miss_page(request: HttpRequest, case_id: UUID, talk_id: UUID) -> HttpResponse:
    """The form that says why a booked talk came to nothing."""
    opened = open_case(request, case_id, page="miss", right=Right.KEEP_TALKS)
    talk = talk_in(opened.case, talk_id)
    page, posted = (
        TalkBeingFilledIn(request, opened, f"miss-{talk.id}", "talks/miss.html", talk),
        request.method == "POST",
    )
    form = MissForm(request.POST if posted else None, initial=None if posted else page.initial(MissForm, {}))
    if not posted:
        return page.show(form)
    return page.save(
        form,
        lambda: miss(
            by=opened.person,
            case_id=case_id,
            talk_id=talk_id,
            version=page.version,
            token=page.token,
            result=form.result(),
        ),
        lambda missed: _done(request, missed),
    )


def _done(request: HttpRequest, talk: Talk) -> HttpResponse:
    messages.success(
        request, _("Det er skrevet ind, at samtalen ikke blev holdt. Aftal gerne en ny med det samme.")
    )
    return redirect(reverse("book-talk", args=[talk.case_id]))
