"""How many of 100, as it is typed in a form: with a comma or a point, and one decimal."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django import forms

HUNDRED = Decimal(100)


class PerCentField(forms.DecimalField):
    """A number of 100 between two others."""

    def __init__(self, *, least: Decimal = Decimal(0), most: Decimal = HUNDRED, **how: Any) -> None:
        widget = forms.TextInput(attrs={"inputmode": "decimal", "class": "st-input-short"})
        super().__init__(min_value=least, max_value=most, decimal_places=1, widget=widget, **how)

    def to_python(self, value: Any) -> Any:
        """A comma is what Danes type, whatever language the page is in."""
        return super().to_python(value.replace(",", ".") if isinstance(value, str) else value)

    def prepare_value(self, value: Any) -> Any:
        """As people write it; what was typed stays as it was typed."""
        return str(value.normalize() + 0).replace(".", ",") if isinstance(value, Decimal) else value


def share_of(per_cent: Decimal) -> float:
    """Give 25 of 100 as 0.25."""
    return float(per_cent / HUNDRED)


def per_cent_of(share: float) -> Decimal:
    """Give 0.25 as 25 of 100."""
    return round(Decimal(str(share)) * HUNDRED, 1).normalize() + 0
