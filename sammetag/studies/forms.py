"""The small forms around a study: who does what, what has become different, and being sure."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from sammetag.people.models import Staff
from sammetag.studies.models import Duty
from sammetag.studies.protocol_form import LONGEST_TEXT


class AmendForm(forms.Form):
    what = forms.CharField(
        label=_("Hvad er blevet anderledes?"),
        max_length=LONGEST_TEXT,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    why = forms.CharField(
        label=_("Hvorfor?"), max_length=LONGEST_TEXT, widget=forms.Textarea(attrs={"rows": 3})
    )


class MemberForm(forms.Form):
    staff = forms.ChoiceField(label=_("Hvem?"))
    duty = forms.ChoiceField(label=_("Hvad skal de gøre?"), choices=Duty.choices, widget=forms.RadioSelect)

    def offer(self, colleagues: Iterable[Staff]) -> None:
        """Put up the colleagues."""
        field = self.fields["staff"]
        if not isinstance(field, forms.ChoiceField):
            raise TypeError(f"{field!r} offers no choices")
        named = [(str(one.id), f"{one.name}, {one.workplace}") for one in colleagues]
        field.choices = [("", _("Vælg")), *named]

    @property
    def staff_id(self) -> UUID:
        """Who was chosen; only after is_valid."""
        return UUID(self.cleaned_data["staff"])

    @property
    def chosen(self) -> Duty:
        """What they are to do; only after is_valid."""
        return Duty(self.cleaned_data["duty"])


class SureForm(forms.Form):
    """Nothing to fill in: the page asks whether one is sure."""
