"""The invented municipalities with their units, and the persons one can be on the log-in page."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from sammetag.people.models import Field

# Everybody in the demo has this password, written here and in the README: it opens invented lives only.
DEMO_PASSWORD = "alle-under-samme-tag"  # noqa: S105  # a demo's password is no secret

LARGE, SMALL = "Åbyfjord Kommune", "Lærkeø Kommune"


@dataclass(frozen=True)
class Place:
    """A unit, the municipality it belongs to, and the coordinator behind whose wall its cases are loaded."""

    key: str
    municipality: str
    name: str
    loader: str


HAVNEN = Place("havnen", LARGE, "Jobcenter Havnen", "astrid.holm")
AASEN = Place("aasen", LARGE, "Jobcenter Åsen", "laerke.thygesen")
KILDEVANG = Place("kildevang", LARGE, "Jobcenter Kildevang", "sara.lindhardt")
LAERKEOE = Place("laerkeoe", SMALL, "Jobcenter Lærkeø", "henning.baek")
PLACES = (HAVNEN, AASEN, KILDEVANG, LAERKEOE)
UNIT_FIELD = Field.EMPLOYMENT
# The last act of loading opens the mentors' accounts, so an open one tells that the demo is whole.
WHOLE_WHEN_OPEN = "mette.aagaard"


@dataclass(frozen=True)
class Pick:
    """One person of the log-in page, told without the database."""

    username: str
    name: str
    role: Promise
    line: Promise


PICK: tuple[Pick, ...] = (
    Pick(
        "astrid.holm",
        "Astrid Holm",
        _("Koordinator"),
        _("Koordinator i Jobcenter Havnen: 14 borgere og to samtaler i dag"),
    ),
    Pick(
        "bjoern.krogh",
        "Bjørn Krogh",
        _("Kollega i samme jobcenter"),
        _("Koordinator i Jobcenter Havnen: 24 borgere; ser også kollegernes sager, men ikke de beskyttede"),
    ),
    Pick(
        "laerke.thygesen",
        "Lærke Thygesen",
        _("Koordinator i et andet jobcenter"),
        _("Koordinator i Jobcenter Åsen: 22 borgere; ser intet fra Jobcenter Havnen"),
    ),
    Pick(
        "susanne.kvist",
        "Susanne Kvist",
        _("Leder af et jobcenter"),
        _("Leder af Jobcenter Åsen: 184 borgere, syv koordinatorer; ser, hvor der ventes, men ikke noter"),
    ),
    Pick(
        "henning.baek",
        "Henning Bæk",
        _("Koordinator i en anden kommune"),
        _("En af tre koordinatorer i Lærkeø Kommune: 12 borgere"),
    ),
    Pick(
        "mette.aagaard",
        "Mette Aagaard",
        _("Mentor"),
        _("Mentor for 3 borgere fra Jobcenter Havnen; ser tråden, men ikke sundhed og noter"),
    ),
    Pick(
        "ellen.thorsager",
        "Ellen Thorsager",
        _("Evaluator"),
        _("Evaluerer to forsøg; ser tal og pseudonymer, men ingen sag"),
    ),
)
