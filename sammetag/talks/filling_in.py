"""A form of a talk while it is being filled in, and what is shown of a talk that changed meanwhile."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django import forms
from django.http import HttpResponse

from sammetag.cases.actions import keep_draft
from sammetag.cases.filling_in import FillingIn
from sammetag.talks.models import Outcome, Talk
from sammetag.talks.queries import talk_in


@dataclass(eq=False)
class TalkBeingFilledIn(FillingIn):
    """One person filling in a form about a talk; there is no thing yet for a talk not yet agreed."""

    thing: Talk | None = None

    def show(self, form: forms.Form, status: int = 200, **more: Any) -> HttpResponse:
        """The page with the form in it, and the talk that it is about."""
        return super().show(form, status, **({"talk": self.thing} | more))

    def meanwhile(self, form: forms.Form) -> dict[str, Any]:
        """The talk as it is now."""
        now = talk_in(self.opened.case, self.thing.id) if self.thing else None
        self._carry_to_correction(now, form.cleaned_data.get("notes", ""))
        return {"meanwhile": now, "version": now.version if now else 0}

    def _carry_to_correction(self, now: Talk | None, notes: str) -> None:
        """Where somebody has written the talk in meanwhile: both notes wait as a draft of its correction."""
        if now is None or now.outcome == Outcome.BOOKED or not notes:
            return
        correction = f"correct-{now.id}"
        if self.name == correction:
            return
        both = [part for part in (now.notes, notes) if part]
        keep_draft(
            by=self.opened.person,
            case=self.opened.case,
            form=correction,
            fields={"notes": ["\n\n".join(both)]},
        )
