"""How a day is picked in every form, and between which years it can lie."""

from __future__ import annotations

from datetime import date

from django import forms
from django.core.validators import MaxValueValidator, MinValueValidator
from django.utils.translation import gettext_lazy as _

# Wider than any programme, and narrow enough for every calendar.
YEARS = [
    MinValueValidator(date(2000, 1, 1), _("Er årstallet rigtigt?")),
    MaxValueValidator(date(2100, 12, 31), _("Er årstallet rigtigt?")),
]
DAY = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
