"""How months and kroner are typed, and rows of which there may be more."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from copy import copy
from datetime import date
from typing import Any, Generic, TypeVar

from django import forms
from django.core.exceptions import ValidationError
from django.forms.boundfield import BoundField
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from sammetag.design.day_picker import YEARS
from sammetag.lawbook.questions import Day
from sammetag.words import MONTHS

F = TypeVar("F", bound="Row")

# What a button is called that asks for one more line, and for no answer.
MORE = "more"
MOST_ROWS = 60
MOST_KRONER = 10_000_000
MONTH_FIRST = re.compile(r"(\d{1,2})\s*[./ -]\s*(\d{4})")
YEAR_FIRST = re.compile(r"(\d{4})\s*[./ -]\s*(\d{1,2})")
NAMED = re.compile(r"([a-zæøå]+)\.?\s+(\d{4})")
WHOLE_KRONER = re.compile(r"-?(?:\d+|\d{1,3}(?:[.,  ]\d{3})+)")


class MonthField(forms.CharField):
    """A month, as people write it: '03.2024', '2024-03' or 'marts 2024'; gives its first day."""

    def __init__(self, **how: Any) -> None:
        hint = {"autocomplete": "off", "class": "st-month"}
        super().__init__(widget=forms.TextInput(attrs=hint), max_length=40, **how)

    def prepare_value(self, value: Any) -> Any:
        return f"{value:%m.%Y}" if isinstance(value, date) else value

    def to_python(self, value: Any) -> date | None:  # type: ignore[override]
        text = super().to_python(value)
        return _month(text) if text else None

    def validate(self, value: Any) -> None:
        forms.Field.validate(self, value)

    def run_validators(self, value: Any) -> None:
        if value:
            for limit in YEARS:
                limit(value)


class KronerField(forms.CharField):
    """An amount in whole kroner, with or without points between the thousands."""

    def __init__(self, **how: Any) -> None:
        hint = {"autocomplete": "off", "inputmode": "numeric", "class": "st-kroner"}
        super().__init__(widget=forms.TextInput(attrs=hint), max_length=40, **how)

    def to_python(self, value: Any) -> int | None:  # type: ignore[override]
        text = (super().to_python(value) or "").lower().removesuffix("kr.").removesuffix("kr").strip()
        if not text:
            return None
        if not WHOLE_KRONER.fullmatch(text):
            raise ValidationError(
                _("»%(typed)s« er ikke et beløb i hele kroner.") % {"typed": str(value)[:40]}
            )
        amount = int(re.sub(r"[^\d-]", "", text))
        if amount < 0:
            raise ValidationError(_("Beløbet kan ikke være under 0."))
        if amount > MOST_KRONER:
            raise ValidationError(_("Er beløbet rigtigt? Det er over 10 millioner kroner."))
        return amount

    def validate(self, value: Any) -> None:
        forms.Field.validate(self, value)

    def run_validators(self, value: Any) -> None:
        """What an amount may be has been looked at already."""


class Row(forms.Form):
    """One line of several that are alike, with its `title`; a line in which nothing is typed is none."""

    title = ""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs |= {"empty_permitted": True, "use_required_attribute": False}
        super().__init__(*args, **kwargs)

    @property
    def is_told(self) -> bool:
        return self.has_changed()


class MonthsRow(Row):
    """A line about one month, or about each of several."""

    first = MonthField(
        label=gettext_lazy("Fra måned"), error_messages={"required": gettext_lazy("Skriv måneden.")}
    )
    last = MonthField(label=gettext_lazy("Til måned"), required=False)

    def clean_last(self) -> date | None:
        return _after(self.cleaned_data.get("first"), self.cleaned_data["last"])

    def months(self) -> tuple[date, date]:
        """The first and the last of its months; only after is_valid."""
        first = self.cleaned_data["first"]
        return first, self.cleaned_data["last"] or first


class DaysRow(Row):
    """A line about a time, both days included."""

    first = Day(
        label=gettext_lazy("Fra og med"), error_messages={"required": gettext_lazy("Vælg den første dag.")}
    )
    last = Day(
        label=gettext_lazy("Til og med"), error_messages={"required": gettext_lazy("Vælg den sidste dag.")}
    )

    def clean_last(self) -> date | None:
        return _after(self.cleaned_data.get("first"), self.cleaned_data["last"])


class Rows(Generic[F]):
    """All lines of one kind: those that were sent, and always one to write in.

    Where one more is wished for it is added, and the cursor stands in it.
    """

    def __init__(self, kind: type[F], name: str, title: str, data: Mapping[str, Any] | None) -> None:
        sent = data or {}
        self.name, self.title, self.is_grown = name, title, sent.get(MORE) == name
        stood = max(1, _last(name, sent))
        number = stood + 1 if self.is_grown else max(stood, _typed(name, sent) + 1)
        if data is None or MORE in sent:
            forms = (kind(prefix=f"{name}-{n}", initial=_of(f"{name}-{n}", sent)) for n in _first(number))
        else:
            forms = (kind(sent, prefix=f"{name}-{n}") for n in _first(number))
        self.forms = list(forms)
        for n, form in enumerate(self.forms, 1):
            form.title = f"{title} {n}"
        if self.is_grown:
            next(iter(self.forms[-1].fields.values())).widget.attrs["autofocus"] = True

    def __iter__(self) -> Iterator[F]:
        return iter(self.forms)

    @property
    def told(self) -> list[F]:
        """The lines in which something is typed."""
        return [form for form in self.forms if form.is_told]

    @property
    def is_open(self) -> bool:
        """Whether somebody has written here, or is about to."""
        return self.is_grown or bool(self.told)

    @property
    def is_full(self) -> bool:
        return len(self.forms) == MOST_ROWS

    def is_valid(self) -> bool:
        return not [form for form in self.forms if not form.is_valid()]


class AllTogether:
    """Several forms that are sent together, as the list of what must be put right looks at one.

    A field of a line is called there by the line too.
    """

    def __init__(self, *forms: forms.Form) -> None:
        self.forms = forms
        self.is_bound = any(form.is_bound for form in forms)

    def __iter__(self) -> Iterator[BoundField]:
        return (_in_full(field, form) for form in self.forms for field in form)

    @property
    def errors(self) -> list[Any]:
        return [form.errors for form in self.forms if form.is_bound and form.errors]

    def non_field_errors(self) -> list[str]:
        return [str(error) for form in self.forms for error in form.non_field_errors()]


def _after(first: date | None, last: date | None) -> date | None:
    if first and last and last < first:
        raise ValidationError(_("Det slutter, før det begynder. Byt dem om."))
    return last


def _month(text: str) -> date:
    typed = text.strip().lower()
    if found := MONTH_FIRST.fullmatch(typed):
        number, year = int(found[1]), int(found[2])
    elif found := YEAR_FIRST.fullmatch(typed):
        number, year = int(found[2]), int(found[1])
    elif found := NAMED.fullmatch(typed):
        number, year = _named(found[1]), int(found[2])
    else:
        number, year = 0, 0
    if not (1 <= number <= 12 and year):
        raise ValidationError(
            _("»%(typed)s« er ikke en måned. Skriv den som 03.2024.") % {"typed": text.strip()[:40]}
        )
    return date(year, number, 1)


def _named(name: str) -> int:
    """The number of the month that begins so, in either language; 0 for none."""
    if len(name) < 3:
        return 0
    spelled = ((words.da.lower(), words.en.lower()) for words in MONTHS)
    found = (n for n, both in enumerate(spelled, 1) if any(one.startswith(name) for one in both))
    return next(found, 0)


def _in_full(field: BoundField, form: forms.Form) -> BoundField:
    if not isinstance(form, Row):
        return field
    named = copy(field)
    named.label = f"{form.title}: {field.label}"
    return named


def _first(number: int) -> range:
    return range(min(MOST_ROWS, number))


def _typed(name: str, data: Mapping[str, Any]) -> int:
    """How many lines there are up to the last one in which something is typed."""
    return _last(name, [key for key, value in data.items() if value])


def _last(name: str, keys: Iterable[str]) -> int:
    """How many lines there are up to the last one of which something was sent."""
    found = (re.fullmatch(rf"{name}-(\d{{1,2}})-\w+", key) for key in keys)
    return max((int(one[1]) + 1 for one in found if one), default=0)


def _of(prefix: str, data: Mapping[str, Any]) -> dict[str, Any]:
    """What was typed in one line, by field."""
    return {
        key.removeprefix(f"{prefix}-"): value for key, value in data.items() if key.startswith(f"{prefix}-")
    }
