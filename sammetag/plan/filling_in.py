"""A form of a plan while it is being filled in, and the two texts side by side when somebody came first."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Protocol

from django import forms
from django.forms.boundfield import BoundField
from django.http import QueryDict

from sammetag.cases.filling_in import FillingIn
from sammetag.plan.models import Wording
from sammetag.plan.queries import wordings_of
from sammetag.plan.telling import history, value_words
from sammetag.plan.texts import Text, Written, plain, text_of

TAKE, THEIRS = "take-", "theirs-"


class TextForm(Protocol):
    """A form that makes a text of what was typed."""

    def text(self) -> Text: ...


@dataclass(frozen=True)
class Clash:
    """One place in which two people wrote different things. `kept` says that mine was there before theirs."""

    bound: BoundField
    mine: str
    theirs: str
    theirs_raw: str
    kept: bool

    @property
    def name(self) -> str:
        return self.bound.name


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
            if name != key and sent.get(key) == "theirs" and THEIRS + name in sent:
                sent.setlist(name, sent.getlist(THEIRS + name))
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
        names = {clash.name for clash in clashes}
        return {"clashes": clashes, "clashing": names, "theirs": now, "version": now.version}

    def _clashes(self, form: Any, now: Written) -> list[Clash]:
        mine, theirs = plain(form.text()), plain(text_of(now))
        base = self._base(wordings_of(self.opened.case, now.pk))
        return [
            Clash(
                bound=form[name],
                mine=value_words(name, mine[name]),
                theirs=value_words(name, value),
                theirs_raw=value or "",
                kept=mine[name] == base.get(name, object()),
            )
            for name, value in theirs.items()
            if name in form.fields and mine[name] != value
        ]

    def _base(self, wordings: list[Wording]) -> dict[str, Any]:
        """What the thing said when the page was opened, where that is known."""
        said = [one.fields for one in wordings if one.fields.get("version", 0) <= self.version]
        return max(said, key=lambda one: one.get("version", 0), default={})
