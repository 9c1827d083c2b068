"""The forms of what the municipality decides itself."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.forms.models import model_to_dict
from django.utils import timezone
from django.utils.text import format_lazy
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from sammetag.design.day_picker import DAY, YEARS
from sammetag.design.wording import unit_words
from sammetag.errors import Sentence
from sammetag.law import LimitUnit, OpenQuestion
from sammetag.practice.actions import DECIDED_AHEAD, NO_LENGTH, NO_REASON, PUBLISHED_AHEAD, Terms
from sammetag.practice.models import DecidedLimit

LONGEST_REASON = 2000
LONGEST_LIMIT = 400
SEVERAL = 2
NAME_NOBODY = _("Nævn ingen borgere.")


def units() -> list[tuple[str, str]]:
    """What a limit can be counted in."""
    return [(one.value, unit_words(one.value, SEVERAL)) for one in LimitUnit]


class DayField(forms.DateField):
    """A day in a calendar, today where it must be filled in; with `ahead`, what it says to a day to come."""

    def __init__(self, *, ahead: Sentence | None = None, **how: Any) -> None:
        if how.get("required", True):
            how.setdefault("initial", timezone.localdate)
        self.ahead = ahead
        super().__init__(widget=DAY, validators=YEARS, **how)

    def validate(self, value: date | None) -> None:
        super().validate(value)
        if self.ahead and value and value > timezone.localdate():
            raise forms.ValidationError(str(self.ahead))


class ReasonField(forms.CharField):
    """Why it is decided so, in words of one's own. Others read it for years, so it names nobody."""

    def __init__(self, example: Sentence = "") -> None:
        super().__init__(
            label=_("Hvorfor?"),
            help_text=format_lazy("{} {}", example, NAME_NOBODY) if example else NAME_NOBODY,
            max_length=LONGEST_REASON,
            widget=forms.Textarea(attrs={"rows": 4}),
            error_messages={"required": NO_REASON},
        )


class ReadingForm(forms.Form):
    reading = forms.ChoiceField(
        label=_("Hvordan læser I det?"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Vælg, hvordan I læser loven her.")},
    )
    day = DayField(label=_("Besluttet den"), ahead=DECIDED_AHEAD)
    reason = ReasonField(_("For eksempel hvem der har besluttet det, og hvad I lagde vægt på."))

    def ask(self, question: OpenQuestion) -> None:
        """Put up the readings of the question."""
        field = self.fields["reading"]
        if not isinstance(field, forms.ChoiceField):
            raise TypeError(f"{field!r} offers no choices")
        language = get_language() or "da"
        field.choices = [(one.name, one.text.in_language(language)) for one in question.readings]


class LimitForm(forms.Form):
    length = forms.IntegerField(
        label=_("Hvor længe må det tage?"),
        help_text=_("Fra ansøgningen kommer, til den er afgjort."),
        min_value=1,
        max_value=LONGEST_LIMIT,
        error_messages={
            "min_value": NO_LENGTH,
            "max_value": _("Skriv højst %(limit_value)s."),
        },
    )
    unit = forms.ChoiceField(label=_("Talt i"), choices=units, initial=LimitUnit.WEEKS.value)
    since = DayField(label=_("Gælder ansøgninger fra"))
    published_on = DayField(
        label=_("Offentliggjort den"),
        required=False,
        ahead=PUBLISHED_AHEAD,
        help_text=_("Tom, hvis den ikke er offentliggjort endnu. Loven kræver, at den bliver det."),
    )
    reason = ReasonField(_("For eksempel hvem der har besluttet fristen, og hvornår."))

    def terms(self) -> Terms:
        """The limit; only after is_valid."""
        typed = self.cleaned_data
        return Terms(
            length=typed["length"],
            unit=LimitUnit(typed["unit"]),
            since=typed["since"],
            published_on=typed["published_on"],
        )


def as_it_holds(limit: DecidedLimit | None) -> dict[str, Any]:
    """The limit that holds, to write on: one that was published since needs its day and a reason only."""
    return model_to_dict(limit, ["length", "unit", "since", "published_on"]) if limit else {}


class WithdrawReadingForm(forms.Form):
    day = DayField(label=_("Fra hvilken dag?"), ahead=DECIDED_AHEAD)
    reason = ReasonField()


class WithdrawLimitForm(forms.Form):
    day = DayField(label=_("Fra hvilken dag?"))
    reason = ReasonField()
