"""The forms of what the municipality decides itself."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from sammetag.design.day_picker import DAY, YEARS
from sammetag.law import LimitUnit, OpenQuestion
from sammetag.practice.actions import Terms

LONGEST_REASON = 2000
LONGEST_LIMIT = 400
UNITS = [
    (LimitUnit.DAYS.value, _("dage")),
    (LimitUnit.WEEKS.value, _("uger")),
    (LimitUnit.MONTHS.value, _("måneder")),
]


class DayField(forms.DateField):
    """A day in a calendar; today where it must be filled in and nothing else is said."""

    def __init__(self, **how: Any) -> None:
        if how.get("required", True):
            how.setdefault("initial", timezone.localdate)
        super().__init__(widget=DAY, validators=YEARS, **how)


class ReasonField(forms.CharField):
    """Why it is decided so, in words of one's own. Others read it for years."""

    def __init__(self, **how: Any) -> None:
        super().__init__(
            max_length=LONGEST_REASON,
            widget=forms.Textarea(attrs={"rows": 4}),
            error_messages={"required": _("Skriv, hvorfor det er besluttet.")},
            **how,
        )


class ReadingForm(forms.Form):
    reading = forms.ChoiceField(
        label=_("Hvordan læser I det?"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Vælg, hvordan I læser loven her.")},
    )
    day = DayField(label=_("Besluttet den"))
    reason = ReasonField(
        label=_("Hvorfor?"),
        help_text=_("For eksempel hvem der har besluttet det, og hvad I lagde vægt på. Nævn ingen borgere."),
    )

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
            "min_value": _("Fristen skal være på mindst 1."),
            "max_value": _("Skriv højst %(limit_value)s."),
        },
    )
    unit = forms.ChoiceField(label=_("Talt i"), choices=UNITS, initial=LimitUnit.WEEKS.value)
    since = DayField(label=_("Gælder ansøgninger fra"))
    published_on = DayField(
        label=_("Offentliggjort den"),
        required=False,
        help_text=_("Tom, hvis den ikke er offentliggjort endnu. Loven kræver, at den bliver det."),
    )
    reason = ReasonField(
        label=_("Hvorfor?"), help_text=_("For eksempel hvem der har besluttet fristen, og hvornår.")
    )

    def terms(self) -> Terms:
        """The limit; only after is_valid."""
        typed = self.cleaned_data
        return Terms(
            length=typed["length"],
            unit=LimitUnit(typed["unit"]),
            since=typed["since"],
            published_on=typed["published_on"],
        )


class WithdrawForm(forms.Form):
    day = DayField(label=_("Fra hvilken dag?"))
    reason = ReasonField(label=_("Hvorfor?"))
