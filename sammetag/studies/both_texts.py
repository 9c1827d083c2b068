"""A form of a study that keeps both texts: when two write, the second sees what the first has saved."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.http import HttpResponse, QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from sammetag.design.wording import date_words
from sammetag.studies.filling_in import FillingIn
from sammetag.studies.names import Named

NOTHING = "–"


@dataclass(frozen=True)
class Difference:
    """One field in which the two texts differ: what it is called, and what stands there now."""

    label: str
    theirs: str


@dataclass(eq=False)
class KeepingBoth(FillingIn):
    """One person filling in a form; `stands` gives what has been saved, by field, none for what is new."""

    stands: Callable[[], Mapping[str, Any]] | None = None

    def show(self, form: forms.Form, status: int = 200, **more: Any) -> HttpResponse:
        """The page with the form in it, and beside it what somebody else has saved meanwhile."""
        if more.get("meanwhile") and self.stands:
            more["differences"] = differences(form, self.stands())
        return super().show(form, status, **more)


class NamingNobody(forms.Form):
    """A form whose words may name nobody; a name that is somebody else's gets a tick."""

    not_them = forms.MultipleChoiceField(
        label=gettext_lazy("Er det en anden?"), required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, **how: Any) -> None:
        super().__init__(*args, **how)
        self.order_fields([name for name in self.fields if name != "not_them"])
        self.offer(self.data.getlist("not_them") if isinstance(self.data, QueryDict) else [])

    def offer(self, words: list[str]) -> None:
        """Put up the words that the writer can say are no name of somebody here."""
        field = self.fields["not_them"]
        if isinstance(field, forms.ChoiceField):
            said = _("»%(word)s« er ikke den person")
            field.choices = [(word, said % {"word": word}) for word in dict.fromkeys(words)]

    def asking(self, act: Callable[[], Any]) -> Callable[[], Any]:
        """The action; where it finds names, the form asks about them as well as about those ticked."""

        def asked() -> Any:
            try:
                return act()
            except Named as fault:
                self.offer([*self.cleaned_data["not_them"], *fault.words])
                raise

        return asked


def differences(form: forms.Form, stands: Mapping[str, Any]) -> list[Difference]:
    """Where what was typed differs from what stands, in the order of the form."""
    return [
        Difference(str(form.fields[name].label), words_of(form.fields[name], value))
        for name, value in stands.items()
        if name in form.fields and not _same(form.cleaned_data.get(name), value)
    ]


def words_of(field: forms.Field, value: Any) -> str:
    """What stands in a field, as it is read."""
    if isinstance(value, bool):
        return _("Ja") if value else _("Nej")
    if value in (None, "", [], ()):
        return NOTHING
    if isinstance(value, date):
        return date_words(value)
    choices = {str(key): str(label) for key, label in getattr(field, "choices", [])}
    if isinstance(value, list | tuple):
        return ", ".join(choices.get(str(one), str(one)) for one in value)
    return choices.get(str(value), str(value))


def _same(mine: Any, theirs: Any) -> bool:
    several = isinstance(theirs, list | tuple)
    return list(mine or []) == list(theirs) if several else (mine or "") == (theirs or "")
