"""The forms of an intervention. Each turns what was typed into the frozen things that the actions take."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from sammetag.design.day_picker import DAY, YEARS
from sammetag.interventions.actions.begin import Beginning, Description
from sammetag.interventions.actions.change import Change
from sammetag.interventions.actions.making_room import Fate
from sammetag.interventions.checks import FULL_TIME
from sammetag.interventions.models import Intervention, Kind, State
from sammetag.people.models import Field
from sammetag.plan.models import Goal
from sammetag.plan.telling import FIELD_WORDS

LONGEST_REASON = 400
FIRST_STATES = [
    (State.RUNNING.value, _("Den er i gang")),
    (State.PLANNED.value, _("Den er aftalt og begynder senere")),
    (State.WAITING.value, _("Borgeren står på venteliste")),
    (State.RECOMMENDED.value, _("Den er anbefalet")),
]
CHAPTERS = [
    ("", _("Intet af dem")),
    ("11", _("Virksomhedspraktik (kapitel 11)")),
    ("12", _("Løntilskud (kapitel 12)")),
    ("13", _("Nytteindsats (kapitel 13)")),
    ("14", _("Vejledning og opkvalificering (kapitel 14)")),
]
BESIDE = "beside-"


class DayField(forms.DateField):
    """A day in a calendar, today where nothing else is said."""

    def __init__(self, **how: Any) -> None:
        super().__init__(widget=DAY, validators=YEARS, **how)


class HoursField(forms.DecimalField):
    """Hours a week, in halves or finer; a week of work has 37."""

    def __init__(self, **how: Any) -> None:
        told = {
            "min_value": _("Timerne om ugen kan ikke være under %(limit_value)s."),
            "max_value": _("Skriv højst %(limit_value)s timer om ugen."),
            "max_decimal_places": _("Skriv timerne med højst én decimal, for eksempel 2,5."),
        }
        super().__init__(min_value=0, max_value=FULL_TIME, decimal_places=1, error_messages=told, **how)
        self.widget.attrs |= {"step": "0.5", "inputmode": "decimal"}


class SubGoalField(forms.ChoiceField):
    """A sub-goal of the plan; none where it leads to none yet."""

    def __init__(self) -> None:
        super().__init__(
            label=_("Delmål i planen"),
            required=False,
            help_text=_("Kun en indsats med et delmål står i planen og tæller i indsatsgarantien."),
        )


class RoomMixin(forms.Form):
    """Asks what becomes of what already runs, when an internship begins."""

    def ask_about(self, others: Iterable[Intervention]) -> None:
        """Put up one question for each that runs."""
        for one in others:
            self.fields[f"{BESIDE}{one.id}"] = forms.ChoiceField(
                label=one.title,
                choices=Fate.choices,
                widget=forms.RadioSelect,
                error_messages={"required": _("Vælg, hvad der skal ske med den.")},
            )

    @property
    def beside(self) -> list[Any]:
        """The questions that were put up."""
        return [self[name] for name in self.fields if name.startswith(BESIDE)]

    def fates(self) -> dict[UUID, Fate]:
        """What becomes of each; only after is_valid."""
        typed = self.cleaned_data
        return {
            UUID(name.removeprefix(BESIDE)): Fate(typed[name])
            for name in self.fields
            if name.startswith(BESIDE)
        }


class NewForm(RoomMixin):
    title = forms.CharField(label=_("Hvad er det?"), max_length=120)
    field = forms.ChoiceField(label=_("Område"), choices=[("", _("Vælg")), *FIELD_WORDS.items()])
    provider = forms.CharField(label=_("Hvem giver den?"), max_length=120, required=False)
    hours = HoursField(label=_("Timer om ugen"))
    sub_goal = SubGoalField()
    state = forms.ChoiceField(
        label=_("Hvor langt er den?"), choices=FIRST_STATES, widget=forms.RadioSelect, initial=State.RUNNING
    )
    since = DayField(label=_("Fra hvilken dag?"))
    until = DayField(label=_("Aftalt slutning"), required=False)
    company_based = forms.BooleanField(label=_("Den foregår i en virksomhed"), required=False)
    mentor = forms.BooleanField(label=_("Den er støtte fra en mentor"), required=False)
    granted_until = DayField(label=_("Mentoren er bevilget til"), required=False)
    kind = forms.ChoiceField(label=_("Slags"), choices=Kind.choices, initial=Kind.OFFER)
    chapter = forms.ChoiceField(
        label=_("Tilbud efter beskæftigelsesloven"),
        choices=CHAPTERS,
        required=False,
        help_text=_("Kun for beskæftigelse og uddannelse"),
    )

    def clean(self) -> dict[str, Any]:
        typed = super().clean() or self.cleaned_data
        if typed.get("granted_until") and not typed.get("mentor"):
            self.add_error("mentor", _("Sæt kryds her, hvis det er en mentor, der er bevilget."))
        return typed

    @property
    def begins_in_company(self) -> bool:
        """Whether what was typed is an internship or the like that runs from now."""
        return bool(self.data.get("company_based")) and self.data.get("state") == State.RUNNING

    def description(self) -> Description:
        """What it is; only after is_valid."""
        typed = self.cleaned_data
        return Description(
            title=typed["title"],
            field=Field(typed["field"]),
            kind=Kind(typed["kind"]),
            chapter=int(typed["chapter"]) if typed["chapter"] else None,
            provider=typed["provider"],
            company_based=typed["company_based"],
            mentor=typed["mentor"],
            sub_goal=_chosen(typed["sub_goal"]),
        )

    def beginning(self) -> Beginning:
        """How it begins; only after is_valid."""
        typed = self.cleaned_data
        return Beginning(
            state=State(typed["state"]),
            since=typed["since"],
            hours=typed["hours"],
            until=typed["until"],
            granted_until=typed["granted_until"],
            beside=self.fates(),
        )


class ChangeForm(forms.Form):
    title = forms.CharField(label=_("Hvad er det?"), max_length=120)
    provider = forms.CharField(label=_("Hvem giver den?"), max_length=120, required=False)
    hours = HoursField(label=_("Timer om ugen"))
    hours_from = DayField(label=_("Timerne gælder fra"), help_text=_("Kun hvis du ændrer timerne"))
    sub_goal = SubGoalField()
    company_based = forms.BooleanField(label=_("Den foregår i en virksomhed"), required=False)

    def change(self) -> Change:
        """What it is to be; only after is_valid."""
        typed = self.cleaned_data
        return Change(
            title=typed["title"],
            provider=typed["provider"],
            company_based=typed["company_based"],
            sub_goal=_chosen(typed["sub_goal"]),
            hours=typed["hours"],
            hours_from=typed["hours_from"],
        )


class ExemptionForm(forms.Form):
    since = DayField(label=_("Første dag"))
    until = DayField(label=_("Sidste dag"), required=False, help_text=_("Tom, hvis den ikke kendes"))
    reason = forms.CharField(
        label=_("Hvorfor?"),
        max_length=LONGEST_REASON,
        required=False,
        help_text=_("For eksempel længere sygdom eller barsel. Skriv ingen diagnose."),
    )


class CloseForm(forms.Form):
    until = DayField(label=_("Sidste dag"))


class AnswerForm(forms.Form):
    what = forms.ChoiceField(
        label=_("Hvad er der gjort?"),
        choices=[
            ("resubmitted", _("Sagen har været i rehabiliteringsteamet igen")),
            ("special", _("Særlige grunde taler imod")),
        ],
        widget=forms.RadioSelect,
    )
    day = DayField(label=_("Dato"))
    reason = forms.CharField(
        label=_("Hvilke særlige grunde?"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": _("Skriv, hvilke særlige grunde der er.")},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["reason"].required = self.data.get("what") != "resubmitted"


def offer_sub_goals(form: forms.Form, goals: Sequence[Goal], stands: UUID | None = None) -> None:
    """Put up the sub-goals of the plan, goal by goal; the one that is chosen stays, even when taken out."""
    field = form.fields["sub_goal"]
    if not isinstance(field, forms.ChoiceField):
        raise TypeError(f"{field!r} offers no choices")
    groups = []
    for goal in goals:
        shown = [
            (str(one.id), one.title)
            for one in goal.sub_goals.all()
            if one.id == stands or not (one.removed_on or goal.removed_on)
        ]
        if shown:
            groups.append((goal.title, shown))
    field.choices = [("", _("Intet delmål endnu")), *groups]


def today_is(name: str) -> dict[str, date]:
    """Today as the day that a form proposes."""
    return {name: timezone.localdate()}


def _chosen(text: str) -> UUID | None:
    return UUID(text) if text else None
