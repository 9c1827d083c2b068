"""The areas of cases for which a municipality sets a time limit of its own, as far as they matter here.

A limit runs from an application to its decision. Which areas there are is the municipality's to say; this is
the list of those that Sammetag knows. Plain words, since citizens read the published list.
"""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from sammetag.law import FLEKSJOB, JOBAFKLARINGSFORLOEB, RESSOURCEFORLOEB


class Area(models.TextChoices):
    """What somebody applies for."""

    JOB_CLARIFICATION = "jobafklaringsforloeb", _("Jobafklaringsforløb")
    RESOURCE_PROGRAMME = "ressourceforloeb", _("Ressourceforløb")
    BENEFIT = "ressourceforloebsydelse", _("Ressourceforløbsydelse")
    FLEXI_JOB = "fleksjob", _("Fleksjob")
    OFFER = "tilbud", _("Praktik, løntilskud og kurser")
    MENTOR = "mentor", _("Mentor")


SCHEMES: dict[Area, str] = {Area.RESOURCE_PROGRAMME: RESSOURCEFORLOEB, Area.FLEXI_JOB: FLEKSJOB}


def scheme_of(area: Area) -> str:
    """The scheme whose rules answer for the area; where it is of several, the one that is open to all."""
    return SCHEMES.get(area, JOBAFKLARINGSFORLOEB)
