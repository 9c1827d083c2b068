"""The one field of the import: a file."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _


class FileForm(forms.Form):
    file = forms.FileField(
        label=_("Fil med forløb"),
        allow_empty_file=True,
        widget=forms.FileInput(attrs={"accept": ".csv,.txt,.tsv,text/csv"}),
        help_text=_("CSV, højst 20.000 rækker. Der må ikke stå CPR-numre i filen."),
        error_messages={"required": _("Vælg en fil først.")},
    )
