"""A form of an intervention while it is being filled in, and what is shown when it changed meanwhile."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django import forms

from sammetag.cases.filling_in import FillingIn
from sammetag.interventions.models import Intervention
from sammetag.interventions.queries import intervention_in
from sammetag.interventions.record import record_of


@dataclass(eq=False)
class InterventionBeingFilledIn(FillingIn):
    """One person filling in a form about an intervention; there is no thing yet for a new one."""

    thing: Intervention | None = None

    def meanwhile(self, form: forms.Form) -> dict[str, Any]:
        """The intervention as it is now."""
        if self.thing is None:
            return {}
        now = intervention_in(self.opened.case, self.thing.id)
        told = record_of(self.opened, now)
        return {"meanwhile": told, "record": told, "version": now.version}
