"""How many persons a trial takes, or what it can find with those there are."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from math import log1p
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET

from sammetag.access.signed_in import signed_in
from sammetag.design.wording import number_words, told
from sammetag.evaluation.errors import InputRefused
from sammetag.evaluation.power import (
    detectable_share,
    events_for_hazards,
    persons_for_shares,
    power_of_shares,
)
from sammetag.evaluation.result import Undefined
from sammetag.evaluation.trial.protocol import Protocol
from sammetag.studies.per_cent import PerCentField, per_cent_of, share_of

LEAST, MOST = Decimal("0.1"), Decimal("99.9")


class PowerForm(forms.Form):
    control = PerCentField(
        label=gettext_lazy("Af 100 i den sædvanlige indsats når så mange målet"),
        least=LEAST,
        most=MOST,
    )
    treatment = PerCentField(
        label=gettext_lazy("Af 100 i den nye når så mange målet"),
        least=LEAST,
        most=MOST,
    )
    power = forms.IntegerField(
        label=gettext_lazy("Forskellen skal findes i så mange af 100 forsøg"),
        min_value=50,
        max_value=99,
        initial=80,
    )
    persons = forms.IntegerField(
        label=gettext_lazy("Så mange kan vi få med i alt"),
        min_value=4,
        max_value=100_000,
        required=False,
    )

    def clean_treatment(self) -> Decimal:
        """Two equal shares leave no difference to find."""
        treatment: Decimal = self.cleaned_data["treatment"]
        if treatment == self.cleaned_data.get("control"):
            raise forms.ValidationError(_("De to tal skal være forskellige: ellers er der intet at finde."))
        return treatment


@dataclass(frozen=True)
class Line:
    """One answer: its figure, and what it says."""

    figure: str
    sentence: str


@require_GET
def power_page(request: HttpRequest) -> HttpResponse:
    """Answers by itself for one in ten against one in four, as the Copenhagen trial was planned."""
    signed_in(request)
    form = PowerForm(request.GET or {"control": "10", "treatment": "25", "power": "80", "persons": "200"})
    context: dict[str, object] = {"form": form}
    if form.is_valid():
        try:
            context["lines"] = _lines(form.cleaned_data)
        except InputRefused as refused:
            form.add_error(None, told(refused.sentence))
    status = 200 if form.is_valid() else 422
    return render(request, "studies/power.html", context, status=status)


def _lines(typed: dict[str, Any]) -> list[Line]:
    """How many it takes; with a number of persons, what they can find; and in events, for times."""
    control, treatment = share_of(typed["control"]), share_of(typed["treatment"])
    power = typed["power"] / 100
    needed = persons_for_shares(treatment, control, power=power)
    takes = Line(
        number_words(sum(needed.persons)),
        _("borgere i alt skal der til, for at forskellen findes i %(n)s af 100 forsøg.")
        % {"n": typed["power"]},
    )
    # The hazard ratio that parts the two shares when both hazards stay as they are throughout.
    events = events_for_hazards(log1p(-treatment) / log1p(-control), power=power)
    timed = Line(
        number_words(events.events),
        _("hændelser i alt skal der til, hvis tiden til hændelsen sammenlignes i stedet."),
    )
    persons = typed["persons"]
    if not persons:
        return [takes, timed]
    apart = _told_apart(persons, control, (treatment > control, power))
    return [takes, _found(persons, control, treatment), apart, timed]


def power_of(protocol: Protocol) -> Line | None:
    """How often a trial as large as planned would find the difference; None where no size is planned."""
    size = protocol.size
    if size is None or not 0 < size.control < 1 or not 0 < size.treatment < 1 or size.persons < 2:
        return None
    return None if size.control == size.treatment else _found(size.persons, size.control, size.treatment)


def _found(persons: int, control: float, treatment: float) -> Line:
    power = power_of_shares(treatment, control, _halves(persons)).power
    sentence = _("af 100 forsøg med %(n)s borgere finder forskellen.")
    return Line(number_words(round(power * 100)), sentence % {"n": number_words(persons)})


def _told_apart(persons: int, control: float, wanted: tuple[bool, float]) -> Line:
    higher, power = wanted
    least = detectable_share(control, _halves(persons), power=power, higher=higher)
    if isinstance(least, Undefined):
        return Line("–", told(least.why))
    sentence = _("af 100 i den nye indsats skal nå målet, før %(n)s borgere er nok.")
    shown = number_words(per_cent_of(least.treated))
    return Line(shown, sentence % {"n": number_words(persons)})


def _halves(persons: int) -> tuple[int, int]:
    return persons - persons // 2, persons // 2
