"""What is asked about a citizen to judge the target group: a day, and each fact as yes, no or not known."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import combinations
from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from sammetag.design.wording import heading
from sammetag.law import (
    BOOK,
    SCHEMES,
    ConditionName,
    LawError,
    Period,
    TargetFacts,
    target_group,
)
from sammetag.law.target_group import TARGET_GROUP
from sammetag.lawbook.questions import Day

YES, NO, NOT_KNOWN = "yes", "no", "unknown"
KNOWN = {YES: True, NO: False, NOT_KNOWN: None}
PERIODS = (1, 2, 3)
OLDEST = date(1900, 1, 1)

# The conditions that each judgement decides; what decides none on a day is without meaning that day.
JUDGED = {
    "complex_problems": ConditionName.COMPLEX_PROBLEMS,
    "unsolved": ConditionName.UNSOLVED,
    "combined_effort": ConditionName.COMBINED_EFFORT,
    "long_support": ConditionName.GROUND,
    "tried_in_vain": ConditionName.GROUND,
    "long_effort": ConditionName.GROUND,
    "pointless": ConditionName.NOT_POINTLESS,
    "can_develop": ConditionName.CAN_DEVELOP,
    "ruled_out": ConditionName.NOT_RULED_OUT,
}
GROUNDS = ("long_support", "tried_in_vain", "long_effort")


class Judged(forms.ChoiceField):
    """Yes, no or not known; nothing said is not known."""

    def __init__(self, label: Any, help_text: Any = "") -> None:
        choices = [
            (YES, gettext_lazy("Ja")),
            (NO, gettext_lazy("Nej")),
            (NOT_KNOWN, gettext_lazy("Ved vi ikke")),
        ]
        super().__init__(
            label=label, help_text=help_text, choices=choices, widget=forms.RadioSelect, initial=NOT_KNOWN
        )

    def clean(self, value: Any) -> bool | None:
        return KNOWN[super().clean(value or NOT_KNOWN)]


class BirthDay(Day):
    """The day of a birth: not ahead of us, and not longer ago than people live."""

    default_validators = list[Any]()

    def validate(self, value: date | None) -> None:
        super().validate(value)
        if value and value > timezone.localdate():
            raise forms.ValidationError(_("Fødselsdagen ligger efter i dag. Ret den."))
        if value and value < OLDEST:
            raise forms.ValidationError(_("Er årstallet rigtigt?"))


def judged_schemes() -> list[tuple[str, str]]:
    """The schemes of which the rulebook says, or once said, whom they are for."""
    return [(key, heading(name)) for key, name in SCHEMES.items() if BOOK.periods(TARGET_GROUP, key)]


class AssessForm(forms.Form):
    on = Day(
        label=gettext_lazy("Dag, du spørger om"),
        help_text=gettext_lazy("Dagen afgør, hvilke regler der gælder, og alderen regnes til den."),
        error_messages={"required": gettext_lazy("Vælg den dag, du spørger om.")},
    )
    scheme = forms.ChoiceField(label=gettext_lazy("Ordning"), choices=judged_schemes)
    born_on = BirthDay(label=gettext_lazy("Borgerens fødselsdag"), required=False)
    complex_problems = Judged(gettext_lazy("Har borgeren komplekse problemer ud over ledighed?"))
    unsolved = Judged(
        gettext_lazy("Står problemerne uløst trods indsatser efter LAB eller lov om aktiv socialpolitik?")
    )
    combined_effort = Judged(
        gettext_lazy(
            "Er der brug for en indsats efter LAB sammen med en social indsats eller en sundhedsindsats?"
        )
    )
    long_support = Judged(gettext_lazy("Har borgeren fået offentlig forsørgelse i lang tid?"))
    tried_in_vain = Judged(
        gettext_lazy("Har borgeren deltaget i tilbud eller revalidering uden at komme tættere på arbejde?")
    )
    long_effort = Judged(
        gettext_lazy("Er der brug for en længere indsats, før der kan sættes et konkret jobmål?")
    )
    pointless = Judged(
        gettext_lazy("Er et forløb åbenbart formålsløst på grund af sygdom eller stort funktionstab?")
    )
    can_develop = Judged(gettext_lazy("Har arbejdsevnen et udviklingsperspektiv?"))
    ruled_out = Judged(
        gettext_lazy("Er det dokumenteret eller helt åbenbart, at et forløb ikke kan forbedre arbejdsevnen?")
    )
    had_earlier = Judged(gettext_lazy("Har borgeren haft et forløb i ordningen før?"))
    own_wish = Judged(gettext_lazy("Ønsker borgeren selv forløbet?"))
    disability_pension = Judged(gettext_lazy("Får borgeren førtidspension?"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for number in PERIODS:
            told = {"n": number}
            self.fields[f"from_{number}"] = Day(label=_("Forløb %(n)s fra") % told, required=False)
            self.fields[f"until_{number}"] = Day(label=_("Forløb %(n)s til og med") % told, required=False)

    def clean(self) -> dict[str, Any]:
        typed = super().clean() or self.cleaned_data
        born, on = typed.get("born_on"), typed.get("on")
        if born and on and on < born:
            self.add_error("born_on", _("Borgeren var ikke født den dag, du spørger om. Ret en af datoerne."))
        periods = [(number, period) for number in PERIODS if (period := self._period(number))]
        self._refuse_contradictions(periods)
        typed["periods"] = tuple(period for _number, period in periods)
        return typed

    def facts(self) -> TargetFacts:
        """What is known of the citizen, as the law asks for it; only after is_valid."""
        typed = self.cleaned_data
        names = (*JUDGED, "own_wish", "disability_pension")
        return TargetFacts(
            scheme=typed["scheme"],
            born_on=typed["born_on"],
            earlier=None if typed["had_earlier"] is None and not typed["periods"] else typed["periods"],
            **{name: typed[name] for name in names},
        )

    @property
    def without_meaning(self) -> tuple[str, ...]:
        """The judgements that decide nothing on the day that the form holds; none where no rule holds."""
        on, scheme = self._held("on"), self._held("scheme")
        if not isinstance(on, date) or not scheme:
            return ()
        try:
            assessment = target_group(TargetFacts(scheme=scheme), on).value
        except LawError:
            return ()
        asked = {condition.name for condition in assessment.conditions}
        return tuple(name for name, condition in JUDGED.items() if condition not in asked)

    @property
    def grounds(self) -> list[BoundField]:
        return [self[name] for name in GROUNDS]

    @property
    def perspective(self) -> list[BoundField]:
        """The questions about what a programme can do that count on the day."""
        apart = self.without_meaning
        return [self[name] for name in ("pointless", "can_develop", "ruled_out") if name not in apart]

    @property
    def apart(self) -> list[BoundField]:
        """The questions that do not count on the day."""
        return [self[name] for name in self.without_meaning]

    @property
    def periods(self) -> Iterator[tuple[BoundField, BoundField]]:
        for number in PERIODS:
            yield self[f"from_{number}"], self[f"until_{number}"]

    def _held(self, name: str) -> Any:
        if not self.is_bound:
            return self.get_initial_for_field(self.fields[name], name)
        self.is_valid()
        return self.cleaned_data.get(name)

    def _period(self, number: int) -> Period | None:
        names = (f"from_{number}", f"until_{number}")
        first, last = (self.cleaned_data.get(name) for name in names)
        if self.errors.keys() & set(names) or not (first or last):
            return None
        if not first:
            self.add_error(names[0], _("Skriv også, hvornår forløbet begyndte."))
        elif not last:
            self.add_error(
                names[1], _("Skriv også, hvornår forløbet sluttede, eller hvornår det skal slutte.")
            )
        elif last < first:
            self.add_error(names[1], _("Forløbet slutter, før det begynder. Byt datoerne om."))
        else:
            return Period(first, last)
        return None

    def _refuse_contradictions(self, periods: list[tuple[int, Period]]) -> None:
        """Say of each earlier programme what cannot be true of it."""
        typed = self.cleaned_data
        known, born = typed.get("had_earlier"), typed.get("born_on")
        has_dates = any(self.data.get(f"{part}_{n}") for part in ("from", "until") for n in PERIODS)
        if known is True and not has_dates:
            self.add_error("had_earlier", _("Skriv, hvornår forløbet var, eller vælg »ved vi ikke«."))
        if known is False and has_dates:
            self.add_error("had_earlier", _("Du har svaret nej, men skrevet et forløb ind. Ret det ene."))
        for number, period in periods:
            if born and period.first < born:
                self.add_error(f"from_{number}", _("Forløbet begyndte, før borgeren blev født. Ret datoen."))
        for (_one, one), (number, other) in combinations(periods, 2):
            if one.overlaps(other) and not self.has_error(f"from_{number}"):
                self.add_error(
                    f"from_{number}", _("Forløbet ligger oven i et af de andre. Ret en af datoerne.")
                )
