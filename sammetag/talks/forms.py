"""The forms of a talk. Each turns what was typed into the frozen things that the actions take."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Any
from uuid import UUID

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from sammetag.access.person import Person
from sammetag.cases.models import Responsibility
from sammetag.design.day_picker import DAY, YEARS
from sammetag.people.models import Staff
from sammetag.talks.actions import Appointment, Guests, Result
from sammetag.talks.models import LONGEST_TEXT, Form, Outcome, Participant, Side, Talk

SIDES = [
    (Side.CITIZEN.value, _("Borgeren")),
    (Side.MUNICIPALITY.value, _("Os i kommunen")),
    (Side.OTHER.value, _("En anden deltager")),
]
CLOCK = forms.TimeInput(attrs={"type": "time"}, format="%H:%M")


class TimeForm(forms.Form):
    """When, for how long and how: the part that booking, moving, holding and correcting share."""

    day = forms.DateField(label=_("Dato"), widget=DAY, validators=YEARS)
    clock = forms.TimeField(label=_("Klokken"), widget=CLOCK)
    minutes = forms.IntegerField(
        label=_("Varighed i minutter"),
        min_value=5,
        max_value=480,
        initial=45,
        widget=forms.NumberInput(attrs={"step": "5"}),
        error_messages={
            "min_value": _("Skriv mindst %(limit_value)s minutter."),
            "max_value": _("Skriv højst %(limit_value)s minutter."),
        },
    )
    form = forms.ChoiceField(label=_("Form"), choices=Form.choices, initial=Form.IN_PERSON)
    place = forms.CharField(label=_("Sted eller telefonnummer"), max_length=120, required=False)

    def appointment(self) -> Appointment:
        """What was agreed; only after is_valid."""
        typed = self.cleaned_data
        return Appointment(
            starts_at=at(typed["day"], typed["clock"]),
            minutes=typed["minutes"],
            form=Form(typed["form"]),
            place=typed.get("place", ""),
        )


class GuestsMixin(forms.Form):
    """Who takes part: the people around the citizen as boxes, and somebody else by a word."""

    guests = forms.MultipleChoiceField(
        label=_("Deltagere"), required=False, widget=forms.CheckboxSelectMultiple
    )
    other = forms.CharField(
        label=_("Andre"), max_length=80, required=False, help_text=_("For eksempel bisidder eller tolk")
    )

    def offer(self, around: list[Responsibility], asked: list[Participant], leader: UUID) -> None:
        """Put up the people to choose from: those around the citizen today, and those already asked."""
        people = {one.staff_id: f"{one.staff.name}, {one.get_part_display().lower()}" for one in around}
        for one in asked:
            if one.staff:
                people.setdefault(one.staff.id, one.staff.name)
        people.pop(leader, None)
        field = self.fields["guests"]
        set_choices(field, [(str(key), label) for key, label in people.items()])
        if not people:
            del self.fields["guests"]

    def chosen(self) -> Guests:
        """Who was chosen; only after is_valid."""
        staff = frozenset(UUID(one) for one in self.cleaned_data.get("guests", []))
        return Guests(staff, self.cleaned_data.get("other", ""))


class BookForm(GuestsMixin, TimeForm):
    field_order = ("day", "clock", "minutes", "form", "place", "other", "guests", "agenda")
    agenda = forms.CharField(
        label=_("Dagsorden"),
        required=False,
        max_length=LONGEST_TEXT,
        widget=forms.Textarea(attrs={"rows": 4}),
    )


class MoveForm(TimeForm):
    pass


class HoldForm(GuestsMixin, TimeForm):
    notes = forms.CharField(
        label=_("Notat"),
        required=False,
        max_length=LONGEST_TEXT,
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text=_("Det vigtigste, og det I aftalte. Borgeren har ret til at læse det."),
    )
    held_by = forms.ChoiceField(label=_("Hvem holdt samtalen?"), required=False, choices=[])
    next_day = forms.DateField(label=_("Dato"), required=False, widget=DAY, validators=YEARS)
    next_clock = forms.TimeField(label=_("Klokken"), required=False, widget=CLOCK)

    def clean(self) -> dict[str, Any]:
        typed = super().clean() or self.cleaned_data
        if typed.get("next_day") and not typed.get("next_clock") and "next_clock" not in self.errors:
            self.add_error("next_clock", _("Skriv også klokken for den næste samtale."))
        if typed.get("next_clock") and not typed.get("next_day") and "next_day" not in self.errors:
            self.add_error("next_day", _("Skriv også datoen for den næste samtale."))
        return typed

    def offer_holders(self, leader: Staff | None, person: Person) -> None:
        """Put up who may have held it: whoever it was booked with, and whoever writes it in."""
        holders = {str(person.staff_id): person.name}
        if leader:
            holders = {str(leader.id): leader.name} | holders
        set_choices(self.fields["held_by"], list(holders.items()))
        self.fields["held_by"].initial = next(iter(holders))

    def holder(self) -> UUID | None:
        """Who held it, where that was said; only after is_valid."""
        held_by = self.cleaned_data.get("held_by")
        return UUID(held_by) if held_by else None

    def following(self) -> Appointment | None:
        """The next talk, of the same length and form, if one was agreed; only after is_valid."""
        typed = self.cleaned_data
        if not typed.get("next_day"):
            return None
        starts_at = at(typed["next_day"], typed["next_clock"])
        return Appointment(starts_at, typed["minutes"], Form(typed["form"]), typed.get("place", ""))


class MissForm(forms.Form):
    outcome = forms.ChoiceField(
        label=_("Hvad skete der?"),
        choices=[
            (Outcome.NO_SHOW.value, _("Nogen kom ikke")),
            (Outcome.CANCELLED.value, _("Samtalen blev aflyst")),
        ],
        widget=forms.RadioSelect,
    )
    by_whom = forms.ChoiceField(label=_("Hvem?"), choices=SIDES, widget=forms.RadioSelect)
    reason = forms.CharField(label=_("Hvorfor?"), required=False, max_length=400)

    def result(self) -> Result:
        """What became of the talk; only after is_valid."""
        typed = self.cleaned_data
        return Result(Outcome(typed["outcome"]), Side(typed["by_whom"]), typed["reason"])


class CorrectForm(TimeForm):
    outcome = forms.ChoiceField(
        label=_("Hvad blev der af samtalen?"),
        choices=[
            (Outcome.HELD.value, _("Den blev holdt")),
            (Outcome.NO_SHOW.value, _("Nogen kom ikke")),
            (Outcome.CANCELLED.value, _("Den blev aflyst")),
        ],
    )
    by_whom = forms.ChoiceField(
        label=_("Hvem aflyste eller blev væk?"),
        required=False,
        choices=[("", _("Ikke nogen")), *SIDES],
    )
    reason = forms.CharField(label=_("Hvorfor blev den ikke holdt?"), required=False, max_length=400)
    correction = forms.CharField(label=_("Hvad var forkert?"), max_length=400)
    notes = forms.CharField(
        label=_("Notat"), required=False, max_length=LONGEST_TEXT, widget=forms.Textarea(attrs={"rows": 8})
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        del self.fields["place"]

    def clean(self) -> dict[str, Any]:
        typed = super().clean() or self.cleaned_data
        if typed.get("outcome") in (Outcome.NO_SHOW, Outcome.CANCELLED) and not typed.get("by_whom"):
            self.add_error("by_whom", _("Vælg, hvem der aflyste eller blev væk."))
        return typed

    def result(self) -> Result:
        """What the talk is corrected to; only after is_valid."""
        typed = self.cleaned_data
        by_whom = Side(typed["by_whom"]) if typed.get("by_whom") else None
        return Result(
            Outcome(typed["outcome"]), by_whom, typed["reason"], typed["notes"], typed["correction"]
        )


def at(day: date, clock: time) -> datetime:
    """A day and a clock in Copenhagen as a moment."""
    return timezone.make_aware(datetime.combine(day, clock))


def time_of(talk: Talk) -> dict[str, Any]:
    """The time of a talk as a form shows it."""
    start = timezone.localtime(talk.starts_at)
    return {
        "day": start.date(),
        "clock": start.time(),
        "minutes": int((talk.ends_at - talk.starts_at).total_seconds() // 60),
        "form": talk.form,
        "place": talk.place,
    }


def set_choices(field: forms.Field, choices: list[Any]) -> None:
    """Give a choice field its choices; its type is only known to be a field."""
    if not isinstance(field, forms.ChoiceField):
        raise TypeError(f"{field!r} offers no choices")
    field.choices = choices
