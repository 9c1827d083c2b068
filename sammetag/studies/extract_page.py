"""The extracts of a study: made on a day, kept as they were, and fetched as a file with a fingerprint."""

from __future__ import annotations

from collections import Counter
from uuid import UUID

from django import forms
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods

from sammetag.design.day_picker import DAY, YEARS
from sammetag.errors import NotAllowed
from sammetag.studies.actions.extract import freeze_extract
from sammetag.studies.filling_in import FillingIn
from sammetag.studies.models import Duty, FrozenExtract
from sammetag.studies.opening import OpenStudy, open_study
from sammetag.studies.queries import extract_in, extracts_of

WORKERS = (Duty.RESPONSIBLE, Duty.EVALUATES)


class ExtractForm(forms.Form):
    cut_on = forms.DateField(
        label=gettext_lazy("Til og med hvilken dag?"),
        help_text=gettext_lazy("Det, der skete senere, kommer ikke med."),
        widget=DAY,
        validators=YEARS,
        initial=timezone.localdate,
    )


def extract_for(opened: OpenStudy, extract_id: UUID) -> FrozenExtract:
    """The extract, for a member who may read it; raises NotAllowed for another, or one that is not blind."""
    found = extract_in(opened.study, extract_id)
    if found is None or (opened.blind and not found.blind):
        raise NotAllowed("no such extract")
    return found


@require_http_methods(["GET", "POST"])
def extracts_page(request: HttpRequest, study_id: UUID) -> HttpResponseBase:
    """The extracts that this member may see, and the form for another one."""
    opened = open_study(request, study_id, *WORKERS)
    extracts = extracts_of(opened.study)
    days = Counter(one.cut_on for one in extracts)
    several = [day for day, count in days.items() if count > 1]
    context = {"opened": opened, "study": opened.study, "extracts": extracts, "several": several}
    page = FillingIn(request, opened.person, "studies/extracts.html", context, also_closed=True)
    form = ExtractForm(request.POST if request.method == "POST" else None)
    if request.method == "GET":
        return page.show(form)
    return page.save(
        form,
        lambda: freeze_extract(
            by=opened.person, study_id=study_id, token=page.token, cut_on=form.cleaned_data["cut_on"]
        ),
        _("Udtrækket er taget ud og ændres ikke mere."),
        lambda made: redirect("study-extracts", study_id=study_id),
    )


@require_GET
def extract_file(request: HttpRequest, study_id: UUID, extract_id: UUID) -> HttpResponse:
    """One extract as a file: the very text that its fingerprint was taken of."""
    opened = open_study(request, study_id, *WORKERS)
    found = extract_for(opened, extract_id)
    response = HttpResponse(found.text, content_type="application/json; charset=utf-8")
    name = f"{found.cut_on.isoformat()}-{found.sha256[:8]}.json"
    response["Content-Disposition"] = f'attachment; filename="sammetag-{name}"'
    return response
