"""Which role may do what. The one table of rights; everything else asks here."""

from __future__ import annotations

from enum import StrEnum

from django.db import models
from django.utils.translation import gettext_lazy as _


class Role(models.TextChoices):
    COORDINATOR = "coordinator", _("Koordinator")
    MENTOR = "mentor", _("Mentor")


class Right(StrEnum):
    """What one may do with a case that one is let into."""

    SEE_CASE = "see-case"
    SEE_HEALTH = "see-health"
    SEE_NOTES = "see-notes"
    SEE_JOURNAL = "see-journal"
    KEEP_TALKS = "keep-talks"


RIGHTS: dict[Role, frozenset[Right]] = {
    Role.COORDINATOR: frozenset(Right),
    # A mentor sees the thread, without health and treatment, notes and journal: not needed to be a mentor.
    Role.MENTOR: frozenset({Right.SEE_CASE}),
}
