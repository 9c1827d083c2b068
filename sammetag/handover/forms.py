"""The forms of a hand-over. Each turns what was typed into the frozen things that the actions take."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from sammetag.cases.models import LONGEST_NOTES
from sammetag.design.day_picker import DAY
from sammetag.handover.successors import Successor
from sammetag.handover.terms import Terms

NOBODY = "nobody"


class TermsForm(forms.Form):
    """When, and what is to be known: the part that one case and many share."""

    day = forms.DateField(
        label=_("Fra hvilken dag?"),
        widget=DAY,
        help_text=_(
            "I dag skifter sagen med det samme. En senere dag bliver aftalt nu og gennemført på dagen."
        ),
    )
    notes = forms.CharField(
        label=_("Til den nye koordinator"),
        required=False,
        max_length=LONGEST_NOTES,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_("Det vigtigste, og det I har lovet borgeren."),
    )

    def terms(self) -> Terms:
        """What was typed; only after is_valid."""
        typed = self.cleaned_data
        return Terms(
            on=typed["day"],
            notes=typed.get("notes", "").strip(),
            reason=typed.get("reason", "").strip(),
            citizen_told=typed.get("citizen_told", False),
        )


class HandOverForm(TermsForm):
    field_order = ("taker", "reason", "day", "notes", "citizen_told")
    taker = forms.ChoiceField(
        label=_("Hvem skal have sagen?"),
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Vælg, hvem der skal have sagen."),
            "invalid_choice": _("Den, du har valgt, er ikke koordinator i kommunen i dag. Vælg en anden."),
        },
    )
    reason = forms.CharField(
        label=_("Hvorfor har sagen ingen koordinator?"),
        max_length=400,
        error_messages={"required": _("Skriv, hvorfor sagen må stå uden koordinator.")},
    )
    citizen_told = forms.BooleanField(label=_("Borgeren ved, at koordinatoren skifter"), required=False)

    def offer(self, people: Sequence[Successor], *, nobody: bool) -> None:
        """Put up who can be chosen, and whether it can be nobody for now."""
        field: Any = self.fields["taker"]
        field.choices = [(one.key, one.name) for one in people] + ([(NOBODY, "")] if nobody else [])
        if not nobody:
            del self.fields["reason"]
        elif self.is_bound:
            self.fields["reason"].required = self.data.get("taker") == NOBODY

    def chosen(self) -> UUID | None:
        """Who was chosen, none for nobody; only after is_valid."""
        taker = self.cleaned_data["taker"]
        return None if taker == NOBODY else UUID(taker)


class DistributeForm(TermsForm):
    """The terms of many hand-overs at once; who gets which case is read from the rows of the page."""

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["day"].initial = today
        self.fields["notes"].label = _("Til de nye koordinatorer")
        self.fields["notes"].help_text = _("Det samme står ved alle sagerne. Skriv ikke om én borger her.")
