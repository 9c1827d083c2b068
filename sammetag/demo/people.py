"""The invented municipalities, who works there, and the five persons one can be on the log-in page."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from sammetag.access.roles import Role
from sammetag.cases.models import Part
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
LAERKEOE = Place("laerkeoe", SMALL, "Jobcenter Lærkeø", "henning.baek")
PLACES = (HAVNEN, AASEN, LAERKEOE)
UNIT_FIELD = Field.EMPLOYMENT


@dataclass(frozen=True)
class Worker:
    """Somebody who works for or with a municipality; only those with a role have an account.

    `place` is the unit they belong to; staff of other fields have none and are known by `workplace`.
    `here` is false for whoever has left: the account is closed and the role has ended.
    """

    key: str
    name: str
    part: Part
    municipality: str
    workplace: str
    place: Place | None = None
    role: Role | None = None
    here: bool = True


def _coordinator(key: str, name: str, place: Place, *, here: bool = True) -> Worker:
    return Worker(key, name, Part.COORDINATOR, place.municipality, place.name, place, Role.COORDINATOR, here)


WORKERS: tuple[Worker, ...] = (
    _coordinator("astrid.holm", "Astrid Holm", HAVNEN),
    _coordinator("bjoern.krogh", "Bjørn Krogh", HAVNEN),
    _coordinator("nadia.rahimi", "Nadia Rahimi", HAVNEN),
    _coordinator("inge.soerensen", "Inge Sørensen", HAVNEN, here=False),
    _coordinator("laerke.thygesen", "Lærke Thygesen", AASEN),
    _coordinator("ole.broendum", "Ole Brøndum", AASEN),
    _coordinator("henning.baek", "Henning Bæk", LAERKEOE),
    Worker("mette.aagaard", "Mette Aagaard", Part.MENTOR, LARGE, "Mentorhuset Broen", role=Role.MENTOR),
    Worker("yusuf.demir", "Yusuf Demir", Part.MENTOR, LARGE, "Mentorhuset Broen", role=Role.MENTOR),
    Worker("rikke.falk", "Rikke Falk", Part.MENTOR, SMALL, "Lærkeø Frivilligcenter", role=Role.MENTOR),
    Worker("trine.abild", "Trine Abildtoft", Part.HOME_SUPPORT_WORKER, LARGE, "Åbyfjord Bostøtte"),
    Worker("karim.haddad", "Karim Haddad", Part.HOME_SUPPORT_WORKER, LARGE, "Åbyfjord Bostøtte"),
    Worker("jens.moegelvang", "Jens Møgelvang", Part.HEALTH_GUIDE, LARGE, "Sundhedshuset Åbyfjord"),
    Worker("sofie.raun", "Sofie Raun", Part.COMPANY_CONSULTANT, LARGE, "Virksomhedsteamet"),
    Worker("peter.oestergren", "Peter Østergren", Part.COMPANY_CONSULTANT, LARGE, "Virksomhedsteamet"),
    Worker("gitte.noerre", "Gitte Nørrelund", Part.PERSONAL_GUIDE, LARGE, "Socialcenter Åbyfjord"),
    Worker("lis.hoeg", "Lis Høegh", Part.HEALTH_GUIDE, SMALL, "Lærkeø Sundhed"),
    Worker("aksel.baad", "Aksel Baadsgaard", Part.COMPANY_CONSULTANT, SMALL, "Jobcenter Lærkeø"),
)
STAFF: dict[str, Worker] = {worker.key: worker for worker in WORKERS}
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
        _("Koordinator i Jobcenter Havnen: 3 borgere; ser også kollegernes sager, men ikke de beskyttede"),
    ),
    Pick(
        "laerke.thygesen",
        "Lærke Thygesen",
        _("Koordinator i et andet jobcenter"),
        _("Koordinator i Jobcenter Åsen: 3 borgere; ser intet fra Jobcenter Havnen"),
    ),
    Pick(
        "henning.baek",
        "Henning Bæk",
        _("Koordinator i en anden kommune"),
        _("Eneste koordinator i Lærkeø Kommune: 3 borgere"),
    ),
    Pick(
        "mette.aagaard",
        "Mette Aagaard",
        _("Mentor"),
        _("Mentor for 3 borgere fra Jobcenter Havnen; ser tråden, men ikke sundhed og noter"),
    ),
)
