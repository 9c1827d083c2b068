"""The questions that the law book can be asked, as forms whose answers stand in their own address."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from sammetag.design.day_picker import DAY, YEARS
from sammetag.design.wording import heading, told
from sammetag.law import RESSOURCEFORLOEB, SCHEMES

NO_DAY = "no-day"


class Day(forms.DateField):
    """A day of the calendar; what is none is said back."""

    widget = DAY
    default_validators: list[Callable[[Any], None]] = [*YEARS]

    def to_python(self, value: Any) -> date | None:
        try:
            return super().to_python(value)
        except forms.ValidationError:
            raise forms.ValidationError(
                _("»%(typed)s« er ikke en dag i kalenderen. Vælg en dag, eller skriv den som 31.01.2026.")
                % {"typed": str(value)[:40]},
                code=NO_DAY,
            ) from None


def _schemes() -> list[tuple[str, str]]:
    return [(key, heading(name)) for key, name in SCHEMES.items()]


class DayForm(forms.Form):
    """A form of days. What is no day stays in its field, which a browser's own picker would empty."""

    def full_clean(self) -> None:
        super().full_clean()
        for name, faults in self.errors.as_data().items():
            if any(fault.code == NO_DAY for fault in faults):
                self.fields[name].widget = forms.TextInput()


class HeldForm(DayForm):
    """What held on a day, for a person granted then, in a scheme."""

    on = Day(
        label=gettext_lazy("Dag, du spørger om"),
        error_messages={"required": gettext_lazy("Vælg den dag, du spørger om.")},
    )
    granted = Day(
        label=gettext_lazy("Dag for bevillingen"),
        required=False,
        help_text=gettext_lazy("Nogle regler følger den."),
    )
    scheme = forms.ChoiceField(
        label=gettext_lazy("Ordning"),
        choices=_schemes,
        initial=RESSOURCEFORLOEB,
        error_messages={"required": gettext_lazy("Vælg en ordning.")},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        known = ", ".join(told(name) for name in SCHEMES.values())
        self.fields["scheme"].error_messages["invalid_choice"] = _(
            "Ordningen »%(value)s« findes ikke her. Vælg en af disse: %(known)s."
        ).replace("%(known)s", known)

    def clean_granted(self) -> date | None:
        granted: date | None = self.cleaned_data["granted"]
        on = self.cleaned_data.get("on")
        if granted and on and granted > on:
            raise forms.ValidationError(
                _("Bevillingen ligger efter den dag, du spørger om. Ret en af de to datoer.")
            )
        return granted


class BetweenForm(DayForm):
    """What changed from one day to another."""

    first = Day(
        label=gettext_lazy("Fra og med"), error_messages={"required": gettext_lazy("Vælg den første dag.")}
    )
    last = Day(
        label=gettext_lazy("Til og med"), error_messages={"required": gettext_lazy("Vælg den sidste dag.")}
    )

    def clean_last(self) -> date:
        last: date = self.cleaned_data["last"]
        first = self.cleaned_data.get("first")
        if first and last < first:
            raise forms.ValidationError(_("Den sidste dag ligger før den første. Byt dem om."))
        return last


class MarkForm(DayForm):
    """Which version of one rule held on a day."""

    on = Day(
        label=gettext_lazy("Hvad gjaldt den dag?"),
        error_messages={"required": gettext_lazy("Vælg en dag.")},
    )
