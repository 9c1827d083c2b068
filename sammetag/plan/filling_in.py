"""A form of a plan while it is being filled in, and the two texts side by side when somebody came first."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

from django import forms
from django.forms.boundfield import BoundField
from django.http import QueryDict

from sammetag.cases.filling_in import FillingIn
from sammetag.plan.models import Wording
from sammetag.plan.queries import wordings_of, wrote_since
from sammetag.plan.telling import history, value_words
from sammetag.plan.texts import Text, Written, plain, text_of

TAKE, THEIRS = "take-", "theirs-"
# Why a sub-goal was given up is no reason for its being on the way: one person's answer stays whole.
TOGETHER = (("achievement", "achieved_on", "reason"),)
NOWHERE = object()


class TextForm(Protocol):
    """A form that makes a text of what was typed."""

    def text(self) -> Text: ...


@dataclass(frozen=True)
class Place:
    """One field of a form, and what the other wrote there."""

    bound: BoundField
    theirs: str
    theirs_raw: str


@dataclass(frozen=True)
class Clash:
    """What two people wrote differently, chosen as one. `kept` says that mine was there before theirs."""

    places: tuple[Place, ...]
    kept: bool

    @property
    def name(self) -> str:
        return self.places[0].bound.name

    @property
    def names(self) -> set[str]:
        return {place.bound.name for place in self.places}


@dataclass(eq=False)
class TextBeingFilledIn(FillingIn):
    """One person writing a job goal, a goal or a sub-goal; there is no thing yet for what is new."""

    thing: Written | None = None
    fetch: Callable[[], Written | None] = field(default=lambda: None)

    @property
    def typed(self) -> QueryDict:
        """What was sent, with the other's text wherever the person chose it."""
        sent = self.request.POST.copy()
        for key in self.request.POST:
            name = key.removeprefix(TAKE)
            if name != key and sent.get(key) == "theirs":
                for one in _with(name):
                    if THEIRS + one in sent:
                        sent.setlist(one, sent.getlist(THEIRS + one))
        return sent

    def tell_history(self) -> None:
        """Put up who has written what, and what it is compared with."""
        if self.thing and self.thing.version:
            self.context["thing"] = self.thing
            wordings = wordings_of(self.opened.case, self.thing.pk)
            self.context["history"] = history(self.thing, wordings, with_reasons=self.opened.sees_notes)

    def meanwhile(self, form: forms.Form) -> dict[str, Any]:
        """The two texts, place by place, and the version with which the next save goes through."""
        now = self.fetch()
        if now is None:
            return {}
        clashes = self._clashes(form, now)
        return {
            "clashes": clashes,
            "clashing": set().union(*(clash.names for clash in clashes)),
            "theirs": now,
            "is_own": wrote_since(self.opened.person, self.opened.case, now.pk, self.version),
            "version": now.version,
        }

    def _clashes(self, form: Any, now: Written) -> list[Clash]:
        theirs = plain(text_of(now))
        base = self._base(wordings_of(self.opened.case, now.pk))
        mine = self._mine(form, base)
        groups = dict.fromkeys(_with(name) for name in theirs if name in form.fields)
        return [
            Clash(
                places=tuple(
                    Place(form[name], value_words(name, theirs[name]), theirs[name] or "") for name in names
                ),
                kept=all(mine[name] == base.get(name, NOWHERE) for name in names),
            )
            for names in groups
            if any(mine[name] != theirs[name] for name in names)
        ]

    def _mine(self, form: Any, base: Mapping[str, Any]) -> dict[str, str | None]:
        """What I wrote; a day that I left alone is still that of the state that I left alone with it."""
        mine, day = plain(form.text()), "achieved_on"
        if day in mine and not form.cleaned_data[day] and mine["achievement"] == base.get("achievement"):
            mine[day] = base.get(day)
            # The page that compares holds the day too: when it is sent, nobody knows what stood here before.
            form.data[day] = mine[day] or ""
        return mine

    def _base(self, wordings: list[Wording]) -> dict[str, Any]:
        """What the thing said when the page was opened, where that is known."""
        said = [one.fields for one in wordings if one.fields.get("version", 0) <= self.version]
        return max(said, key=lambda one: one.get("version", 0), default={})


def _with(name: str) -> tuple[str, ...]:
    """The fields that are chosen together with this one."""
    return next((names for names in TOGETHER if name in names), (name,))
