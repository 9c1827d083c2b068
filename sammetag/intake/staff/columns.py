"""The columns of a file of staff: their names, what they mean, and how a cell is read."""

from __future__ import annotations

import re

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from sammetag.access.roles import Role
from sammetag.intake.columns import FIELD
from sammetag.intake.headings import Column, Columns
from sammetag.intake.values import BadValue, day, one_of, shown, words

LONGEST_USERNAME = 80
USERNAME = re.compile(r"\w[\w.@+-]*")
ROLE = one_of(
    {
        "koordinator": Role.COORDINATOR,
        "leder": Role.LEADER,
        "mentor": Role.MENTOR,
        "evaluator": Role.EVALUATOR,
    },
    {role.value: role for role in Role},
)


def username(cell: str) -> str:
    """Reads what somebody logs in with: one word."""
    text: str = words(LONGEST_USERNAME)(cell)
    if not USERNAME.fullmatch(text):
        raise BadValue(
            gettext("%(cell)s kan ikke være et brugernavn.") % {"cell": shown(cell)},
            gettext("Skriv ét ord med bogstaver, tal, punktum, bindestreg eller @."),
        )
    return text


STAFF = Columns(
    (
        Column(
            *("username", "brugernavn", "user name", username),
            about=_("Det, man logger ind med. Tomt for dem, der ikke skal logge ind."),
            example="astrid.holm",
            also=("bruger", "user"),
        ),
        Column(
            *("name", "navn", "name", words(120)),
            about=_("Fornavn og efternavn"),
            example="Astrid Holm",
            also=("medarbejder", "staff"),
            required=True,
        ),
        Column(
            *("workplace", "arbejdssted", "workplace", words(120)),
            about=_("Hvor man arbejder. Tomt betyder enhedens navn."),
            example="Jobcenter Havnen",
            also=("arbejdsplads",),
        ),
        Column(
            *("unit", "enhed", "unit", words(80)),
            about=_("Enheden, som rollen gælder i. Den oprettes, hvis den er ny. Tomt for mentorer."),
            example="Jobcenter Havnen",
            also=("jobcenter", "jobcentre"),
        ),
        Column(
            *("field", "område", "field", FIELD),
            about=_("Enhedens område. Tomt betyder beskæftigelse."),
            example="beskæftigelse",
            also=("area",),
        ),
        Column(
            *("role", "rolle", "role", ROLE),
            about=_("koordinator, leder eller mentor. Tomt for dem, der ikke skal se nogen sager."),
            example="koordinator",
        ),
        Column(
            *("since", "fra", "since", day),
            about=_("Rollens første dag"),
            example="1.2.2026",
            also=("siden", "from"),
        ),
        Column(
            *("until", "til", "until", day),
            about=_("Rollens sidste dag. Tomt, når ingen er aftalt."),
            example="",
            also=("til og med",),
        ),
    ),
    in_every_row="name",
    instead_of_cpr=_("Slet CPR-numrene i filen. Medarbejdere kendes på brugernavn og navn."),
)
