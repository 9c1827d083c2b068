"""The journal of a case as its readers meet it: sentences, newest first, the corrected marked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from sammetag.cases.models import Case
from sammetag.design.wording import clock_words, date_words
from sammetag.interventions.models import Intervention
from sammetag.journal.models import Event
from sammetag.journal.queries import corrected_among, of_case
from sammetag.people.models import Staff

KINDS: dict[str, Promise] = {
    "case.opened": _("Sagen blev oprettet"),
    "case.closed": _("Sagen blev lukket"),
    "case.restricted": _("Sagen blev beskyttet"),
    "team.met": _("Rehabiliteringsteamet mødtes"),
    "programme.granted": _("Forløbet blev bevilget"),
    "programme.ended": _("Forløbet sluttede"),
    "coordinator.assigned": _("Ny koordinator"),
    "mentor.assigned": _("Ny mentor"),
    "intervention.recommended": _("Anbefalet"),
    "intervention.planned": _("Aftalt"),
    "intervention.waiting": _("Venter"),
    "intervention.started": _("Begyndt"),
    "intervention.paused": _("Sat på pause"),
    "intervention.resumed": _("Genoptaget"),
    "intervention.ended": _("Sluttet"),
    "talk.booked": _("Samtale aftalt"),
    "talk.moved": _("Samtale flyttet"),
    "talk.held": _("Samtale holdt"),
    "talk.cancelled": _("Samtale aflyst"),
    "talk.no-show": _("Udeblivelse fra samtale"),
    "talk.corrected": _("Samtale rettet"),
}


_talk_at = _("%(day)s kl. %(clock)s")


@dataclass(frozen=True)
class Entry:
    """One line of the journal. `corrected` says that a later entry sets it right."""

    occurred_at: datetime
    recorded_at: datetime
    by_day: bool
    what: str
    about: str
    who: str
    url: str
    corrected: bool

    @property
    def written_later(self) -> bool:
        """Whether it was written down on another day than it happened."""
        return timezone.localtime(self.occurred_at).date() != timezone.localtime(self.recorded_at).date()


def entries(case: Case, interventions: Sequence[Intervention], limit: int) -> dict[str, Any]:
    """The newest entries of a case and whether there are more. Three queries."""
    events = list(of_case(case.id)[: limit + 1])
    shown = events[:limit]
    titles = {one.id: one.title for one in interventions}
    accounts = {event.by for event in shown if event.by}
    names = dict(
        Staff.objects.scoped("journal").filter(account_id__in=accounts).values_list("account_id", "name")
    )
    corrected = set(corrected_among([event.id for event in shown]))
    return {
        "journal": [_entry(event, titles, names, corrected) for event in shown],
        "journal_has_more": len(events) > limit,
    }


def _entry(event: Event, titles: dict[UUID, str], names: dict[Any, str], corrected: set[UUID]) -> Entry:
    is_talk = event.subject == "talk" and event.subject_id is not None
    return Entry(
        occurred_at=event.occurred_at,
        recorded_at=event.recorded_at,
        by_day=event.precision == "day",
        what=str(KINDS.get(event.kind, event.kind)),
        about=_talk_time(event) if is_talk else titles.get(event.subject_id, "") if event.subject_id else "",
        who=names.get(event.by, ""),
        url=reverse("talk", args=[event.case_id, event.subject_id]) if is_talk else "",
        corrected=event.id in corrected,
    )


def _talk_time(event: Event) -> str:
    """When the talk of an event is or was."""
    try:
        moment = datetime.fromisoformat(event.data["starts_at"])
    except (KeyError, ValueError):
        return ""
    when = {"day": date_words(moment, "short"), "clock": clock_words(moment)}
    return _talk_at % when
