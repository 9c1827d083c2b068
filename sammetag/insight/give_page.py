"""Gives a citizen everything that is kept about them: to be read and printed, or as data."""

from __future__ import annotations

import json
from uuid import UUID

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from sammetag.access.proof import proven_lately
from sammetag.access.roles import Right
from sammetag.cases.opening import Opened, open_case
from sammetag.insight.actions import give
from sammetag.insight.answer import answer_about, as_json_value

TO_READ, AS_DATA = "read", "data"


class GiveForm(forms.Form):
    form = forms.ChoiceField(
        label=gettext_lazy("Hvordan skal borgeren have det?"),
        choices=[
            (TO_READ, gettext_lazy("Til at læse og skrive ud")),
            (AS_DATA, gettext_lazy("Som en fil til en anden maskine (JSON)")),
        ],
        widget=forms.RadioSelect,
        initial=TO_READ,
        error_messages={"required": gettext_lazy("Vælg, hvordan borgeren skal have det.")},
    )


@never_cache
@proven_lately
@require_http_methods(["GET", "POST"])
def give_page(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """The page that says what is given out, and then everything about the citizen of the case."""
    opened = open_case(request, case_id, page="give-insight", right=Right.GIVE_INSIGHT)
    form = GiveForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        return _given(request, opened, form.cleaned_data["form"])
    status = 422 if form.is_bound else 200
    return render(request, "insight/give.html", {"case": opened.case, "form": form}, status=status)


def _given(request: HttpRequest, opened: Opened, form: str) -> HttpResponse:
    answer = answer_about(opened.case)
    give(by=opened.person, case=opened.case, form=form)
    if form == TO_READ:
        context = {"case": opened.case, "answer": answer, "today": timezone.localdate()}
        return render(request, "insight/answer.html", context)
    text = json.dumps(answer.data, default=as_json_value, ensure_ascii=False, indent=2)
    # A file lands in a folder that others may see: its name tells nothing of the citizen.
    name = _("indsigt")
    headers = {"Content-Disposition": f'attachment; filename="{name}.json"'}
    return HttpResponse(text, "application/json; charset=utf-8", headers=headers)
