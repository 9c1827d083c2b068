"""What an export can be: for which reason, of which kind, and how far it has come."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class Reason(models.TextChoices):
    """Why somebody takes programmes out. The citizens can be told."""

    REVIEW = "review", _("Vi gennemgår forløbene i enheden")
    ANSWER = "answer", _("Vi skal svare en myndighed eller ledelsen")
    MOVE = "move", _("Vi flytter forløbene til et andet system")


class Form(models.TextChoices):
    XLSX = "xlsx", _("Excel (.xlsx)")
    CSV = "csv", _("CSV")


class Stage(models.TextChoices):
    """How far an export has come."""

    ASKED = "asked", _("venter")
    MADE = "made", _("klar")
    REMOVED = "removed", _("slettet")
