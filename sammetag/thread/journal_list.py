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
from sammetag.plan.models import Achievement
from sammetag.plan.queries import titles_of

KINDS: dict[str, Promise] = {
    "case.opened": _("Sagen blev oprettet"),
    "case.taken-in": _("Sagen blev indlæst fra en fil"),
    "case.closed": _("Sagen blev lukket"),
    "case.restricted": _("Sagen blev beskyttet"),
    "case.hand-over-agreed": _("Overdragelse aftalt"),
    "case.hand-over-changed": _("Aftalen om overdragelse ændret"),
    "case.hand-over-called-off": _("Aftalen om overdragelse aflyst"),
    "case.handed-over": _("Sagen skiftede koordinator"),
    "case.hand-over-taken-up": _("Den nye koordinator har læst overdragelsen"),
    "case.left-without-coordinator": _("Sagen stod uden koordinator"),
    "cpr.written": _("CPR-nummeret blev skrevet ind"),
    "cpr.corrected": _("CPR-nummeret blev rettet"),
    "cpr.seen": _("Hele CPR-nummeret blev vist"),
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
    "intervention.not-begun": _("Begyndte ikke"),
    "intervention.prolonged": _("Ny slutdato aftalt"),
    "intervention.granted": _("Mentor bevilget"),
    "intervention.hours-changed": _("Timer ændret"),
    "intervention.changed": _("Ændret"),
    "intervention.corrected": _("Rettet"),
    "exemption.begun": _("Fritaget for at stå til rådighed"),
    "exemption.ended": _("Ikke længere fritaget"),
    "guarantee.resubmitted": _("Sagen var i rehabiliteringsteamet igen"),
    "guarantee.special-reasons": _("Særlige grunde talte imod teamet igen"),
    "talk.booked": _("Samtale aftalt"),
    "talk.moved": _("Samtale flyttet"),
    "talk.held": _("Samtale holdt"),
    "talk.cancelled": _("Samtale aflyst"),
    "talk.no-show": _("Udeblivelse fra samtale"),
    "talk.passed-on": _("Samtale overtaget af den nye koordinator"),
    "talk.corrected": _("Samtale rettet"),
    "plan.job-goal-written": _("Jobmål skrevet"),
    "plan.goal-written": _("Mål skrevet"),
    "plan.goal-taken-out": _("Mål taget ud"),
    "plan.goal-put-back": _("Mål sat tilbage"),
    "plan.sub-goal-written": _("Delmål skrevet"),
    "plan.sub-goal-achieved": _("Delmål"),
    "plan.sub-goal-taken-out": _("Delmål taget ud"),
    "plan.sub-goal-put-back": _("Delmål sat tilbage"),
    "plan.proposed": _("Plan foreslået"),
    "plan.taken-home": _("Plan taget med hjem"),
    "plan.agreed": _("Plan aftalt"),
    "plan.withdrawn": _("Plan trukket tilbage"),
    "plan.rated": _("Plan vurderet"),
    "trial.entered": _("Kom med i et forsøg"),
    "trial.deviated": _("Noget i forsøget gik anderledes"),
    "insight.given": _("Borgeren fik alt, hvad der er skrevet i sagen"),
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
    of_plan = [event.subject_id for event in shown if event.kind.startswith("plan.") and event.subject_id]
    titles |= titles_of(case, of_plan) if of_plan else {}
    titles |= _hands(shown)
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
        what=_what(event),
        about=_talk_time(event) if is_talk else titles.get(event.subject_id, "") if event.subject_id else "",
        who=names.get(event.by, ""),
        url=_door(event, titles),
        corrected=event.id in corrected,
    )


def _what(event: Event) -> str:
    """What happened, in a word or two; of a sub-goal, how far it had come."""
    what = str(KINDS.get(event.kind, event.kind))
    came_to = event.data.get("achievement") if event.kind == "plan.sub-goal-achieved" else None
    return f"{what} {Achievement(came_to).label}" if came_to in Achievement.values else what


def _door(event: Event, titles: dict[UUID, str]) -> str:
    """The page of what an event is about, where it has one that this reader finds."""
    if event.subject == "talk" and event.subject_id:
        return reverse("talk", args=[event.case_id, event.subject_id])
    if event.subject in ("exemption", "guarantee"):
        return reverse("guarantee", args=[event.case_id])
    if event.subject == "intervention" and event.subject_id in titles:
        return reverse("intervention", args=[event.case_id, event.subject_id])
    return ""


def _hands(events: Sequence[Event]) -> dict[UUID, str]:
    """Whose hands each hand-over went from and to, by its id; no question where there is none."""
    turns = {
        one.subject_id: [one.data.get(side) or None for side in ("from", "to")]
        for one in events
        if one.subject == "hand-over" and one.subject_id
    }
    if not turns:
        return {}
    people = {staff for turn in turns.values() for staff in turn if staff}
    found = Staff.objects.scoped("journal").filter(pk__in=people).values_list("id", "name")
    names = {str(staff): name for staff, name in found}
    return {
        one: " → ".join(names.get(staff, "") if staff else str(_("Ingen")) for staff in turn)
        for one, turn in turns.items()
    }


def _talk_time(event: Event) -> str:
    """When the talk of an event is or was."""
    try:
        moment = datetime.fromisoformat(event.data["starts_at"])
    except (KeyError, ValueError):
        return ""
    when = {"day": date_words(moment, "short"), "clock": clock_words(moment)}
    return _talk_at % when
