"""Which role may do what. The one table of rights; everything else asks here."""

from __future__ import annotations

from enum import StrEnum

from django.db import models
from django.utils.translation import gettext_lazy as _


class Role(models.TextChoices):
    COORDINATOR = "coordinator", _("Koordinator")
    MENTOR = "mentor", _("Mentor")
    LEADER = "leader", _("Leder")
    EVALUATOR = "evaluator", _("Evaluator")


class Right(StrEnum):
    """What one may do with a case that one is let into."""

    SEE_CASE = "see-case"
    SEE_HEALTH = "see-health"
    SEE_NOTES = "see-notes"
    SEE_JOURNAL = "see-journal"
    KEEP_TALKS = "keep-talks"
    KEEP_PLAN = "keep-plan"
    RATE_PLAN = "rate-plan"
    KEEP_DRAFTS = "keep-drafts"
    HAND_OVER = "hand-over"
    DISTRIBUTE = "distribute"
    TAKE_IN = "take-in"
    EXPORT = "export"
    SEE_CPR = "see-cpr"
    KEEP_CPR = "keep-cpr"
    GIVE_INSIGHT = "give-insight"
    # Judging somebody against the target group: nothing is written, so it holds in closed cases too.
    ASSESS = "assess"
    SET_PRACTICE = "set-practice"
    SET_UP_STUDY = "set-up-study"


# The rights to change something in a case: none of them holds in a case that is closed.
WRITING = frozenset(
    {
        Right.KEEP_TALKS,
        Right.KEEP_PLAN,
        Right.RATE_PLAN,
        Right.KEEP_DRAFTS,
        Right.HAND_OVER,
        Right.KEEP_CPR,
    }
)

RIGHTS: dict[Role, frozenset[Right]] = {
    Role.COORDINATOR: frozenset(Right)
    - {Right.TAKE_IN, Right.EXPORT, Right.DISTRIBUTE, Right.SET_PRACTICE, Right.SET_UP_STUDY},
    # A mentor sees the thread, without health and treatment, notes, journal and CPR number: not needed to be
    # a mentor.
    Role.MENTOR: frozenset({Right.SEE_CASE, Right.RATE_PLAN}),
    # A leader sees where citizens wait and puts a coordinator on each case; what was said stays with those
    # who were there.
    Role.LEADER: frozenset(
        {
            Right.SEE_CASE,
            Right.SEE_HEALTH,
            Right.SEE_JOURNAL,
            Right.KEEP_DRAFTS,
            Right.HAND_OVER,
            # All cases of a colleague at once, when somebody leaves or is away.
            Right.DISTRIBUTE,
            Right.TAKE_IN,
            Right.EXPORT,
            Right.SEE_CPR,
            Right.KEEP_CPR,
            # What the municipality itself decides where the law leaves it to it.
            Right.SET_PRACTICE,
            Right.SET_UP_STUDY,
        }
    ),
    # An evaluator opens no case: a study tells its members what it holds, by pseudonyms.
    Role.EVALUATOR: frozenset(),
}
