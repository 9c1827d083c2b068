"""What went otherwise with a draw, a person or the whole study: its kind, its day, and in words."""

from __future__ import annotations

from uuid import UUID

from django import forms
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from sammetag.design.day_picker import DAY, YEARS
from sammetag.errors import NotAllowed
from sammetag.studies.actions.deviation import Happening, about_of, kinds_about, record_deviation
from sammetag.studies.both_texts import NamingNobody
from sammetag.studies.filling_in import FillingIn
from sammetag.studies.looking import named
from sammetag.studies.models import LONGEST_WORDS, DeviationKind, Draw, Duty, Entry
from sammetag.studies.opening import OpenStudy, open_study


class DeviationForm(NamingNobody):
    kind = forms.TypedChoiceField(
        coerce=DeviationKind,
        label=gettext_lazy("Hvad gik anderledes?"),
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Vælg, hvad der gik anderledes.")},
    )
    received = forms.ChoiceField(
        label=gettext_lazy("Hvilken gruppes indsats fik borgeren?"), widget=forms.RadioSelect, required=False
    )
    on = forms.DateField(
        label=gettext_lazy("Hvilken dag?"), widget=DAY, validators=YEARS, initial=timezone.localdate
    )
    words = forms.CharField(
        label=gettext_lazy("Hvad skete der?"),
        help_text=gettext_lazy("Skriv det, som det var. Nævn ingen ved navn: det kommer med i rapporten."),
        max_length=LONGEST_WORDS,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": gettext_lazy("Skriv, hvad der skete.")},
    )

    def offer_kinds(self, opened: OpenStudy, about: Draw | Entry | None) -> None:
        """Put up what can go otherwise with what it is about, and the arms where there are several others."""
        kinds = [(one.value, str(one.label)) for one in kinds_about(opened, about)]
        self._choices("kind", kinds)
        if len(kinds) == 1:
            self.fields["kind"].initial = kinds[0][0]
        arms = opened.protocol.arms
        if isinstance(about, Entry) and len(arms) > 2:
            self._choices("received", [(arm.name, arm.title) for arm in arms if arm.name != about.arm])
        else:
            del self.fields["received"]

    def happening(self) -> Happening:
        """What was typed; only after is_valid."""
        typed = self.cleaned_data
        return Happening(typed["kind"], typed["on"], typed["words"], typed.get("received", ""))

    def _choices(self, name: str, choices: list[tuple[str, str]]) -> None:
        field = self.fields[name]
        if not isinstance(field, forms.ChoiceField):
            raise TypeError(f"{field!r} offers no choices")
        field.choices = choices


@require_http_methods(["GET", "POST"])
def deviation_page(request: HttpRequest, study_id: UUID) -> HttpResponseBase:
    """The form; the address names the draw or the person, or neither."""
    opened = open_study(request, study_id, Duty.RESPONSIBLE, Duty.DRAWS)
    draw_id, entry_id = _asked(request, "draw"), _asked(request, "entry")
    about = about_of(opened, draw_id, entry_id)
    context = {"opened": opened, "study": opened.study, "about": about, "is_person": isinstance(about, Entry)}
    if isinstance(about, Entry):
        cases = named(request, opened.person, [about], "study-deviation")
        context["case"] = cases.get(about.case_id) if about.case_id else None
    page = FillingIn(request, opened.person, "studies/deviation.html", context)
    form = DeviationForm(request.POST if request.method == "POST" else None)
    form.offer_kinds(opened, about)
    if request.method == "GET":
        return page.show(form)
    act = form.asking(
        lambda: record_deviation(
            by=opened.person,
            study_id=study_id,
            token=page.token,
            happening=form.happening(),
            draw_id=draw_id,
            entry_id=entry_id,
            not_them=form.cleaned_data["not_them"],
        )
    )
    return page.save(
        form,
        act,
        _("Det er skrevet ind. Lodtrækningen står, som den blev trukket."),
        lambda made: redirect("study-log", study_id=study_id),
    )


def _asked(request: HttpRequest, name: str) -> UUID | None:
    text = request.GET.get(name, "")
    if not text:
        return None
    try:
        return UUID(text)
    except ValueError as fault:
        raise NotAllowed("id is no uuid") from fault
