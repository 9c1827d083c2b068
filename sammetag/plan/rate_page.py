"""Rating the plan: by coordinator, by mentor, and by the citizen in the coordinator's pen."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from sammetag.access.roles import Right
from sammetag.cases.filling_in import FillingIn
from sammetag.cases.opening import open_case
from sammetag.plan.actions.ratings import rate, voices_of
from sammetag.plan.forms import RateForm
from sammetag.plan.models import Voice
from sammetag.plan.queries import plan_of

ON_BEHALF = {
    Voice.CITIZEN: gettext_lazy("Borgeren (du skriver borgerens svar)"),
    Voice.COORDINATOR: gettext_lazy("Dig selv som koordinator"),
    Voice.MENTOR: gettext_lazy("Dig selv som mentor"),
}


@dataclass(eq=False)
class RatingBeingFilledIn(FillingIn):
    """One person rating a plan. There is nothing to write, so nothing waits as a draft."""

    def _keep_what_was_typed(self) -> None:
        """A handful of clicks is not kept; a mentor keeps no drafts."""


@require_http_methods(["GET", "POST"])
def rate_page(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """The form with which a rating is added."""
    opened, posted = (
        open_case(request, case_id, page="rate-plan", right=Right.RATE_PLAN),
        request.method == "POST",
    )
    page = RatingBeingFilledIn(request, opened, "rate-plan", "plan/rate.html")
    voices = voices_of(opened.person, opened.case)
    page.context |= {"plan": plan_of(opened.case), "voices": voices}
    form = RateForm(request.POST if posted else None, initial={"rated_on": timezone.localdate()})
    form.offer({voice.value: ON_BEHALF[voice] for voice in voices})
    if not posted:
        return page.show(form)
    return page.save(
        form,
        lambda: rate(
            by=opened.person,
            case_id=case_id,
            token=page.token,
            voice=form.rater(),
            rated_on=form.cleaned_data["rated_on"],
            values=form.values(),
        ),
        lambda made: _done(request, case_id),
    )


def _done(request: HttpRequest, case_id: UUID) -> HttpResponse:
    messages.success(request, _("Vurderingen er gemt. De tidligere er der stadig."))
    return redirect("plan", case_id=case_id)
