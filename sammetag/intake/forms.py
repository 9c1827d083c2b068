"""What the pages of the intake ask for: a file to take in, or what to take out and why."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from sammetag.intake.exports.kinds import Form, Reason

ACCEPTED = ".xlsx,.csv,.txt,.tsv,text/csv"


class FileForm(forms.Form):
    file = forms.FileField(
        label=_("Fil med forløb"),
        allow_empty_file=True,
        widget=forms.FileInput(attrs={"accept": ACCEPTED}),
        help_text=_("Excel eller CSV, højst 20.000 rækker. CPR-numre må kun stå i deres egen kolonne."),
        error_messages={"required": _("Vælg en fil først.")},
    )


class ExportForm(forms.Form):
    token = forms.UUIDField(widget=forms.HiddenInput)
    reason = forms.ChoiceField(
        label=_("Hvad skal du bruge filen til?"),
        choices=Reason.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Vælg, hvad filen skal bruges til.")},
    )
    form = forms.ChoiceField(
        label=_("Hvilken slags fil?"),
        choices=Form.choices,
        initial=Form.XLSX,
        widget=forms.RadioSelect,
    )
    with_cpr = forms.BooleanField(
        label=_("Med CPR-numre"),
        required=False,
        help_text=_("Kun hvis filen ikke kan bruges uden."),
    )
