"""The form in which a trial's protocol is written, and how it becomes one."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from sammetag.design.day_picker import DAY, YEARS
from sammetag.design.wording import heading
from sammetag.evaluation.trial.eligibility import Eligibility
from sammetag.evaluation.trial.outcomes import INDICATORS, Indicator
from sammetag.evaluation.trial.protocol import (
    Adjustment,
    Analysis,
    Arm,
    BlockBy,
    Covariate,
    Outcome,
    Protocol,
    Size,
)
from sammetag.law.schemes import SCHEMES
from sammetag.people.models import Unit
from sammetag.studies.per_cent import PerCentField, per_cent_of, share_of

LONGEST_LINE, LONGEST_TEXT = 200, 4000
TREATMENT, CONTROL = "treatment", "control"
CHOOSABLE: tuple[Indicator, ...] = tuple(one for one in INDICATORS if one.in_journal)
# A plan can be saved without these, and not be frozen.
NEEDED_TO_FREEZE = (
    *("question", "population", "primary", "until"),
    *("control_per_cent", "treatment_per_cent", "persons"),
)

Choices = list[tuple[str, str | Promise]]


def indicators() -> Choices:
    """The outcomes that can be chosen, by name."""
    return [(one.name, heading(one.title)) for one in CHOOSABLE]


def primaries() -> Choices:
    """The same, after a line that asks."""
    return [("", _("Vælg")), *indicators()]


def schemes() -> Choices:
    """The schemes, as people call them."""
    return [(name, words.in_language(get_language() or "da").capitalize()) for name, words in SCHEMES.items()]


class ProtocolForm(forms.Form):
    title = forms.CharField(label=_("Hvad hedder forsøget?"), max_length=120)
    question = forms.CharField(
        label=_("Hvad skal forsøget svare på?"),
        help_text=_("Ét spørgsmål, som en politiker ville stille det."),
        max_length=LONGEST_TEXT,
        widget=forms.Textarea(attrs={"rows": 2}),
        required=False,
    )
    population = forms.CharField(
        label=_("Hvem er forsøget for?"),
        max_length=LONGEST_TEXT,
        widget=forms.Textarea(attrs={"rows": 2}),
        required=False,
    )

    treatment_title = forms.CharField(
        label=_("Den nye indsats"), max_length=LONGEST_LINE, initial=_("Den nye indsats")
    )
    treatment_text = forms.CharField(
        label=_("Hvad får man i den?"),
        max_length=LONGEST_TEXT,
        widget=forms.Textarea(attrs={"rows": 2}),
        required=False,
    )
    treatment_share = forms.IntegerField(
        label=_("Pladser i den nye indsats"), min_value=1, max_value=9, initial=1
    )
    control_title = forms.CharField(
        label=_("Det, den sammenlignes med"), max_length=LONGEST_LINE, initial=_("Den sædvanlige indsats")
    )
    control_text = forms.CharField(
        label=_("Hvad får man der?"),
        max_length=LONGEST_TEXT,
        widget=forms.Textarea(attrs={"rows": 2}),
        required=False,
    )
    control_share = forms.IntegerField(
        label=_("Pladser i det, den sammenlignes med"),
        help_text=_(
            "Lige mange pladser: 1 og 1. Dobbelt så mange i den ene: 2 og 1. Ved ulige pladser kan"
            " evaluatoren regne ud, hvilken gruppe der er hvilken, før forsøget er lukket."
        ),
        min_value=1,
        max_value=9,
        initial=1,
    )

    least_age = forms.IntegerField(label=_("Mindst så gammel"), min_value=15, max_value=99, required=False)
    most_age = forms.IntegerField(label=_("Højst så gammel"), min_value=15, max_value=99, required=False)
    schemes = forms.MultipleChoiceField(
        label=_("I et af disse forløb"),
        choices=schemes,
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    granted_from = forms.DateField(
        label=_("Forløbet er bevilget fra"), widget=DAY, validators=YEARS, required=False
    )
    granted_until = forms.DateField(
        label=_("Forløbet er bevilget til og med"), widget=DAY, validators=YEARS, required=False
    )
    units = forms.MultipleChoiceField(
        label=_("Hører til en af disse enheder"), widget=forms.CheckboxSelectMultiple, required=False
    )
    vouched = forms.CharField(
        label=_("Det skal nogen bekræfte for hver borger"),
        help_text=_("Én betingelse på hver linje. For eksempel: Borgeren har fået forsøget forklaret."),
        max_length=LONGEST_TEXT,
        widget=forms.Textarea(attrs={"rows": 3}),
        required=False,
    )
    block_by = forms.ChoiceField(
        label=_("Der trækkes lod mellem dem, der"),
        choices=[
            (BlockBy.DRAW.value, _("står på listen samme dag")),
            (BlockBy.UNIT.value, _("står på listen samme dag og hører til samme enhed")),
        ],
        widget=forms.RadioSelect,
        initial=BlockBy.DRAW.value,
    )

    primary = forms.ChoiceField(
        label=_("Hovedmålet"),
        help_text=_("Det, som forsøget først og fremmest bedømmes på."),
        choices=primaries,
        required=False,
    )
    secondary = forms.MultipleChoiceField(
        label=_("Andre mål"),
        choices=indicators,
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    until = forms.DateField(
        label=_("Den sidste dag, nogen følges"), widget=DAY, validators=YEARS, required=False
    )

    control_per_cent = PerCentField(
        label=_("Af 100 i den sædvanlige indsats når så mange hovedmålet"),
        required=False,
    )
    treatment_per_cent = PerCentField(
        label=_("Af 100 i den nye skal så mange nå det, før det er besværet værd"),
        required=False,
    )
    persons = forms.IntegerField(
        label=_("Så mange skal med i alt"), min_value=2, max_value=100_000, required=False
    )

    covariates = forms.MultipleChoiceField(
        label=_("Der tages højde for"),
        choices=[
            (Covariate.AGE.value, _("alder")),
            (Covariate.SEX.value, _("køn")),
            (Covariate.DRAW_DATE.value, _("lodtrækningens dag")),
        ],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    within_blocks = forms.BooleanField(
        label=_("Sammenlign kun mennesker, der blev trukket sammen"), required=False, initial=True
    )
    ties = forms.ChoiceField(
        label=_("Når to hændelser falder på samme dag"),
        help_text=_("Efron er mest præcis. Breslow er det, SAS og mange ældre rapporter har brugt."),
        choices=[("efron", "Efron"), ("breslow", "Breslow")],
        widget=forms.RadioSelect,
        initial="efron",
    )
    several = forms.ChoiceField(
        label=_("Når flere mål prøves på én gang"),
        choices=[
            (Adjustment.HOLM.value, _("Holm: et eneste falsk fund er et for meget")),
            (Adjustment.FALSE_DISCOVERY.value, _("Benjamini-Hochberg: få af fundene må være falske")),
            (Adjustment.NONE.value, _("p justeres ikke")),
        ],
        widget=forms.RadioSelect,
        initial=Adjustment.HOLM.value,
    )

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        for name in NEEDED_TO_FREEZE:
            self.fields[name].needed_later = True  # type: ignore[attr-defined]

    def offer(self, units: Iterable[Unit]) -> None:
        """Put up the units of the municipality."""
        field = self.fields["units"]
        if not isinstance(field, forms.MultipleChoiceField):
            raise TypeError(f"{field!r} offers no choices")
        field.choices = [(str(one.id), one.name) for one in units]

    def clean(self) -> dict[str, Any]:
        """Refuse what contradicts itself; what is merely missing is asked for when the plan is frozen."""
        typed = super().clean() or self.cleaned_data
        if typed.get("primary") and typed["primary"] in typed.get("secondary", ()):
            typed["secondary"] = [one for one in typed["secondary"] if one != typed["primary"]]
        least, most = typed.get("least_age"), typed.get("most_age")
        if least is not None and most is not None and most < least:
            self.add_error("most_age", _("Den højeste alder er lavere end den laveste. Ret en af dem."))
        first, last = typed.get("granted_from"), typed.get("granted_until")
        if first and last and last < first:
            self.add_error("granted_until", _("Den sidste dag ligger før den første. Ret en af dem."))
        if str(typed.get("treatment_title", "")).casefold() == str(typed.get("control_title", "")).casefold():
            self.add_error("control_title", _("De to grupper skal have hver sit navn."))
        return typed

    def protocol(self) -> Protocol:
        """The protocol as it is written; only after is_valid."""
        typed = self.cleaned_data
        return Protocol(
            question=typed["question"].strip(),
            population=typed["population"].strip(),
            arms=(self._arm(TREATMENT), self._arm(CONTROL)),
            eligibility=self._eligibility(),
            outcomes=self._outcomes(),
            block_by=BlockBy(typed["block_by"]),
            size=self._size(),
            analysis=Analysis(
                covariates=tuple(Covariate(one) for one in typed["covariates"]),
                within_blocks=typed["within_blocks"],
                ties=typed["ties"],
                several=Adjustment(typed["several"]),
            ),
            until=typed["until"],
        )

    def _arm(self, name: str) -> Arm:
        typed = self.cleaned_data
        title, text = typed[f"{name}_title"].strip(), typed[f"{name}_text"].strip()
        return Arm(name, title, text, typed[f"{name}_share"])

    def _eligibility(self) -> Eligibility:
        typed = self.cleaned_data
        lines = (line.strip() for line in typed["vouched"].splitlines())
        return Eligibility(
            least_age=typed["least_age"],
            most_age=typed["most_age"],
            schemes=tuple(typed["schemes"]),
            granted_from=typed["granted_from"],
            granted_until=typed["granted_until"],
            units=tuple(typed["units"]),
            vouched=tuple(dict.fromkeys(line for line in lines if line)),
        )

    def _outcomes(self) -> tuple[Outcome, ...]:
        typed = self.cleaned_data
        hoped = {one.name: one.hoped for one in CHOOSABLE}
        primary = typed["primary"]
        first = (Outcome(primary, primary=True, hoped=hoped[primary]),) if primary else ()
        return (*first, *(Outcome(name, hoped=hoped[name]) for name in typed["secondary"]))

    def _size(self) -> Size | None:
        typed = self.cleaned_data
        parts = (typed["control_per_cent"], typed["treatment_per_cent"], typed["persons"])
        if any(part is None for part in parts):
            return None
        control, treatment, persons = parts
        return Size(share_of(control), share_of(treatment), persons=persons)


def as_written(title: str, protocol: Protocol) -> dict[str, Any]:
    """A protocol as the form is filled with it."""
    wanted, size, analysis = protocol.eligibility, protocol.size, protocol.analysis
    primary = protocol.primary
    arms = {
        f"{name}_{part}": value
        for name, arm in ((TREATMENT, protocol.treatment), (CONTROL, protocol.control))
        for part, value in (("title", arm.title), ("text", arm.description), ("share", arm.share))
    }
    sizes = (
        {
            "control_per_cent": per_cent_of(size.control),
            "treatment_per_cent": per_cent_of(size.treatment),
            "persons": size.persons,
        }
        if size
        else {}
    )
    return {
        "title": title,
        "question": protocol.question,
        "population": protocol.population,
        "least_age": wanted.least_age,
        "most_age": wanted.most_age,
        "schemes": list(wanted.schemes),
        "granted_from": wanted.granted_from,
        "granted_until": wanted.granted_until,
        "units": list(wanted.units),
        "vouched": "\n".join(wanted.vouched),
        "block_by": protocol.block_by.value,
        "primary": primary.indicator if primary else "",
        "secondary": [one.indicator for one in protocol.outcomes if not one.primary],
        "until": protocol.until,
        "covariates": [one.value for one in analysis.covariates],
        "within_blocks": analysis.within_blocks,
        "ties": analysis.ties,
        "several": analysis.several.value,
        **arms,
        **sizes,
    }
