"""Draws Django's forms as the design system's: label, hint and error above the field, and said aloud.

Used as `FORM_RENDERER = "sammetag.design.form_renderer.FormRenderer"`.
"""

import copy
from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.forms.renderers import DjangoTemplates
from django.http import HttpRequest

# A native picker wants ISO dates whatever the reader's language; Django's fields accept them in any language.
_NATIVE = (
    (forms.SplitDateTimeWidget, "", ""),
    (forms.DateTimeInput, "datetime-local", "%Y-%m-%dT%H:%M"),
    (forms.DateInput, "date", "%Y-%m-%d"),
    (forms.TimeInput, "time", "%H:%M"),
)
_CLASSES = (
    (forms.CheckboxInput, "form-checkbox"),
    (forms.RadioSelect, ""),
    (forms.CheckboxSelectMultiple, ""),
    (forms.Select, "form-select"),
    (forms.Textarea, "form-input st-textarea"),
    (forms.FileInput, "st-file"),
    (forms.MultiWidget, ""),
    (forms.Widget, "form-input"),
)
_OWN_TEMPLATES = {
    "django/forms/widgets/radio.html": "design/forms/choices.html",
    "django/forms/widgets/checkbox_select.html": "design/forms/choices.html",
    "django/forms/widgets/multiple_input.html": "design/forms/choices.html",
    "django/forms/errors/list/ul.html": "design/forms/errors.html",
    "django/forms/errors/list/default.html": "design/forms/errors.html",
}


class DesignField(BoundField):
    """A field that knows the design system's classes and the browser's own date and time inputs."""

    def as_widget(
        self,
        widget: forms.Widget | None = None,
        attrs: dict[str, Any] | None = None,
        only_initial: bool = False,
    ) -> Any:
        shown = native(widget or self.field.widget)
        if not shown.is_hidden:
            attrs = {**(attrs or {}), "class": self._classes(shown)}
        return super().as_widget(shown, attrs, only_initial)

    def _classes(self, widget: forms.Widget) -> str:
        own = next(name for kind, name in _CLASSES if isinstance(widget, kind))
        narrow = " st-input-short" if getattr(widget, "input_type", "") in ("date", "time", "number") else ""
        return " ".join(filter(None, (own + narrow, widget.attrs.get("class", ""))))

    @property
    def is_single_checkbox(self) -> bool:
        """Whether the label belongs beside the field instead of above it."""
        return isinstance(self.field.widget, forms.CheckboxInput)

    @property
    def characters(self) -> int | None:
        """How many letters a long text may hold, for the line that counts them down."""
        limit = getattr(self.field, "max_length", None)
        return int(limit) if limit and isinstance(self.field.widget, forms.Textarea) else None

    @property
    def is_optional(self) -> bool:
        """Whether the label says that the field may be left empty: not where it is only asked for later."""
        later = getattr(self.field, "needed_later", False)
        return not (self.field.required or later or self.is_single_checkbox)

    @property
    def describes_itself(self) -> str:
        """The ids a fieldset names, since its inputs do not."""
        return self.aria_describedby or ""


def native(widget: forms.Widget) -> forms.Widget:
    """The widget, with the browser's own picker where it asks for a date or a time."""
    kind = next((item for item in _NATIVE if isinstance(widget, item[0])), None)
    if kind is None or not kind[1] or widget.is_hidden:
        return widget
    changed = copy.copy(widget)
    changed.input_type = kind[1]  # type: ignore[attr-defined]
    changed.format = kind[2]  # type: ignore[attr-defined]
    return changed


class FormRenderer(DjangoTemplates):
    """Sends whole forms, fields, choices and errors to the templates of this room."""

    form_template_name = "design/forms/form.html"
    field_template_name = "design/forms/field.html"
    bound_field_class = DesignField

    def render(self, template_name: str, context: dict[str, Any], request: HttpRequest | None = None) -> Any:
        return super().render(_OWN_TEMPLATES.get(template_name, template_name), context, request)
