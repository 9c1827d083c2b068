"""The one table from a duty to the page that fulfils it."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass

from django.db.models import TextChoices
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from sammetag.access.roles import Right
from sammetag.design.addresses import address
from sammetag.duties.duty import Duty


class Subject(TextChoices):
    """What duties are about, in the order in which one may choose among them."""

    TALKS = "talks", _("Samtaler")
    INTERVENTIONS = "interventions", _("Indsatser")
    PLAN = "plan", _("Plan")
    MENTOR = "mentor", _("Mentor")
    END = "end", _("Forløbets slutning")
    COORDINATOR = "coordinator", _("Koordinator")


@dataclass(frozen=True)
class Door:
    """Where a duty is fulfilled, what the button says, and the right that the page asks for.

    `of_it` where the page is of one thing: the talk or intervention that the duty is about.
    """

    subject: Subject
    url_name: str
    label: Promise
    right: Right
    of_it: bool = False


SEE = _("Se sagen")
BOOK = _("Book samtale")

DOORS: dict[str, Door] = {
    "hold-talks": Door(Subject.TALKS, "book-talk", BOOK, Right.KEEP_TALKS),
    "hold-what-is-booked": Door(Subject.TALKS, "case", SEE, Right.SEE_CASE),
    "agree-talk": Door(Subject.TALKS, "book-talk", BOOK, Right.KEEP_TALKS),
    "rebook-talk": Door(Subject.TALKS, "book-talk", BOOK, Right.KEEP_TALKS),
    "write-in-talk": Door(Subject.TALKS, "talk", _("Skriv ind"), Right.KEEP_TALKS, of_it=True),
    "hold-booked-talk": Door(Subject.TALKS, "talk", _("Åbn samtalen"), Right.SEE_CASE, of_it=True),
    "start-something": Door(Subject.INTERVENTIONS, "new-intervention", _("Ny indsats"), Right.KEEP_PLAN),
    "start-what-waits": Door(
        Subject.INTERVENTIONS, "intervention", _("Åbn indsatsen"), Right.KEEP_PLAN, of_it=True
    ),
    "begin-in-time": Door(Subject.INTERVENTIONS, "guarantee", _("Se garantien"), Right.SEE_HEALTH),
    "answer-guarantee": Door(Subject.INTERVENTIONS, "guarantee", _("Se garantien"), Right.SEE_HEALTH),
    "decide-on-mentor": Door(Subject.MENTOR, "intervention", _("Tag stilling"), Right.KEEP_PLAN, of_it=True),
    "make-plan": Door(Subject.PLAN, "plan", _("Åbn planen"), Right.KEEP_PLAN),
    "fetch-answer": Door(Subject.PLAN, "plan-step", _("Skriv svaret"), Right.KEEP_PLAN),
    "fix-plan-anew": Door(Subject.PLAN, "plan", _("Åbn planen"), Right.KEEP_PLAN),
    "follow-up-sub-goals": Door(Subject.PLAN, "plan", _("Åbn planen"), Right.KEEP_PLAN),
    "decide-what-follows": Door(Subject.END, "case", SEE, Right.SEE_CASE),
    "name-coordinator": Door(Subject.COORDINATOR, "hand-over", _("Find koordinator"), Right.HAND_OVER),
    "carry-out-hand-over": Door(Subject.COORDINATOR, "hand-over", _("Overdragelse"), Right.HAND_OVER),
    "read-hand-over": Door(Subject.COORDINATOR, "hand-over", _("Læs den"), Right.HAND_OVER),
}


def door_of(duty: Duty, rights: Set[Right]) -> tuple[str, Promise]:
    """The address of the page that fulfils the duty, and what its button says.

    Whoever may not do it themselves, as a leader may not hold talks, is led to the case.
    """
    door = DOORS[duty.name]
    if door.right not in rights:
        return address("case", duty.case_id), SEE
    about = [duty.about] if door.of_it and duty.about else []
    return address(door.url_name, duty.case_id, *about), door.label


def subject_of(duty: Duty) -> Subject:
    """What the duty is about."""
    return DOORS[duty.name].subject
