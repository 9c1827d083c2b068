"""Who works for or with the invented municipalities, and how many citizens each of them has."""

from __future__ import annotations

from dataclasses import dataclass

from sammetag.access.roles import Role
from sammetag.cases.models import Part
from sammetag.demo.people import AASEN, HAVNEN, KILDEVANG, LAERKEOE, LARGE, SMALL, Place


@dataclass(frozen=True)
class Worker:
    """Somebody who works for or with a municipality; only those with a role have an account.

    `place` is the unit they belong to; staff of other fields have none and are known by `workplace`. `left`
    is the day, counted from today, on which they left: the account is closed and the role has ended. `load`
    is how many citizens they have today.
    """

    key: str
    name: str
    part: Part | None
    municipality: str
    workplace: str
    place: Place | None = None
    role: Role | None = None
    left: int | None = None
    load: int = 0

    @property
    def here(self) -> bool:
        return self.left is None


LETTERS = str.maketrans(dict(zip("æøåćü", ("ae", "oe", "aa", "c", "u"), strict=True)))


def key_of(name: str) -> str:
    """The user name of somebody: first and last name, without Danish letters."""
    words = name.lower().translate(LETTERS).split()
    return f"{words[0]}.{words[-1]}"


def _coordinator(name: str, place: Place, load: int = 0, *, left: int | None = None) -> Worker:
    role = Role.COORDINATOR
    return Worker(
        key_of(name), name, Part.COORDINATOR, place.municipality, place.name, place, role, left, load
    )


def _leader(name: str, place: Place) -> Worker:
    return Worker(key_of(name), name, None, place.municipality, place.name, place, Role.LEADER)


def _mentor(name: str, workplace: str, load: int, municipality: str = LARGE) -> Worker:
    return Worker(key_of(name), name, Part.MENTOR, municipality, workplace, None, Role.MENTOR, None, load)


def _evaluator(name: str, workplace: str, municipality: str = LARGE) -> Worker:
    return Worker(key_of(name), name, None, municipality, workplace, None, Role.EVALUATOR)


def _around(name: str, part: Part, workplace: str, municipality: str = LARGE, *, key: str = "") -> Worker:
    return Worker(key or key_of(name), name, part, municipality, workplace)


HOME, HEALTH = Part.HOME_SUPPORT_WORKER, Part.HEALTH_GUIDE
COMPANY, GUIDE = Part.COMPANY_CONSULTANT, Part.PERSONAL_GUIDE
BROEN, MEDVIND, FODFAESTE = "Mentorhuset Broen", "Foreningen Medvind", "Fodfæste"
BOSTOETTE, SUNDHED = "Åbyfjord Bostøtte", "Sundhedshuset Åbyfjord"

COORDINATORS = (
    _coordinator("Astrid Holm", HAVNEN, 14),
    _coordinator("Bjørn Krogh", HAVNEN, 24),
    _coordinator("Nadia Rahimi", HAVNEN, 8),
    _coordinator("Hanne Friis", HAVNEN, 31),
    _coordinator("Thomas Vadsager", HAVNEN, 13),
    _coordinator("Selma Bektić", HAVNEN, 43),
    _coordinator("Kirsten Munkholm", HAVNEN, 17),
    _coordinator("Lærke Thygesen", AASEN, 22),
    _coordinator("Ole Brøndum", AASEN, 60),
    _coordinator("Maria Nørskov", AASEN, 11),
    _coordinator("Jakob Ravnkilde", AASEN, 26),
    _coordinator("Dorthe Egelund", AASEN, 15),
    _coordinator("Mehmet Aksoy", AASEN, 9),
    _coordinator("Pernille Trans", AASEN, 40),
    _coordinator("Sara Lindhardt", KILDEVANG, 20),
    _coordinator("Anders Bruun", KILDEVANG, 52),
    _coordinator("Gudrun Joensen", KILDEVANG, 12),
    _coordinator("Camilla Stauning", KILDEVANG, 28),
    _coordinator("Rasmus Hedelund", KILDEVANG, 14),
    _coordinator("Fadime Kaya", KILDEVANG, 7),
    _coordinator("Henning Bæk", LAERKEOE, 12),
    _coordinator("Else Strandby", LAERKEOE, 9),
    _coordinator("Jonas Færch", LAERKEOE, 6),
)
GONE = (
    _coordinator("Inge Sørensen", HAVNEN, left=-407),
    _coordinator("Ulla Hesselbjerg", HAVNEN, left=-1630),
    _coordinator("Vagn Tolstrup", AASEN, left=-820),
    _coordinator("Kaja Winther", AASEN, left=-2010),
    _coordinator("Preben Aalykke", KILDEVANG, left=-240),
    _coordinator("Merete Søgaard", KILDEVANG, left=-1180),
    _coordinator("Ruth Kabel", LAERKEOE, left=-960),
)
LEADERS = (
    _leader("Erik Bundgaard", HAVNEN),
    _leader("Susanne Kvist", AASEN),
    _leader("Anne Storgaard", KILDEVANG),
    _leader("Lykke Mortensen", LAERKEOE),
)
EVALUATORS = (_evaluator("Ellen Thorsager", "Center for Velfærdsviden"),)
# Seven in ten mentors have one to nine citizens, and one in seven more than nineteen.
MENTORS = (
    _mentor("Mette Aagaard", BROEN, 3),
    _mentor("Yusuf Demir", BROEN, 8),
    _mentor("Karoline Fjord", BROEN, 22),
    _mentor("Per Brogaard", BROEN, 6),
    _mentor("Ayan Warsame", BROEN, 12),
    _mentor("Lone Vestergren", BROEN, 5),
    _mentor("Michael Kold", MEDVIND, 9),
    _mentor("Gitte Hav", MEDVIND, 4),
    _mentor("Dragan Ilić", MEDVIND, 14),
    _mentor("Tine Solbjerg", MEDVIND, 7),
    _mentor("Jens Erik Pram", MEDVIND, 3),
    _mentor("Rikke Halling", FODFAESTE, 24),
    _mentor("Samir Nouri", FODFAESTE, 6),
    _mentor("Helle Ravnsø", FODFAESTE, 2),
    _mentor("Ejnar Kvols", FODFAESTE, 10),
    _mentor("Sif Ellegård", "Åbyfjord Frivilligcenter", 5),
    _mentor("Torkil Rugbjerg", "Åbyfjord Frivilligcenter", 4),
    _mentor("Nanna Bjerre-Lund", "Åbyfjord Frivilligcenter", 20),
    _mentor("Hüseyin Polat", "Åbyfjord Frivilligcenter", 6),
    _mentor("Birgit Lomholt", "Åbyfjord Frivilligcenter", 3),
    _mentor("Casper Dyre", BROEN, 16),
    _mentor("Oda Klinge", MEDVIND, 1),
    _mentor("Rikke Falk", "Lærkeø Frivilligcenter", 7, SMALL),
    _mentor("Frode Strøm", "Lærkeø Frivilligcenter", 3, SMALL),
)
AROUND = (
    _around("Trine Abildtoft", HOME, BOSTOETTE, key="trine.abild"),
    _around("Karim Haddad", HOME, BOSTOETTE),
    _around("Birthe Sivkær", HOME, BOSTOETTE),
    _around("Jonna Marker", HOME, BOSTOETTE),
    _around("Lars-Ole Tang", HOME, BOSTOETTE),
    _around("Suada Mujkić", HOME, BOSTOETTE),
    _around("Allan Frost", HOME, BOSTOETTE),
    _around("Marie-Louise Ege", HOME, BOSTOETTE),
    _around("Jens Møgelvang", HEALTH, SUNDHED, key="jens.moegelvang"),
    _around("Anja Præstgaard", HEALTH, SUNDHED),
    _around("Leif Bakkegård", HEALTH, SUNDHED),
    _around("Tuva Lind-Hansson", HEALTH, SUNDHED),
    _around("Naja Olsvig", HEALTH, SUNDHED),
    _around("Sofie Raun", COMPANY, "Virksomhedsteamet"),
    _around("Peter Østergren", COMPANY, "Virksomhedsteamet"),
    _around("Dorte Langelund", COMPANY, "Virksomhedsteamet"),
    _around("Kim Norup", COMPANY, "Virksomhedsteamet"),
    _around("Amal Barakat", COMPANY, "Virksomhedsteamet"),
    _around("Steen Hvidkjær", COMPANY, "Virksomhedsteamet"),
    _around("Gitte Nørrelund", GUIDE, "Socialcenter Åbyfjord", key="gitte.noerre"),
    _around("Poul Ankerstjerne", GUIDE, "Socialcenter Åbyfjord"),
    _around("Zahra Rostami", GUIDE, "Socialcenter Åbyfjord"),
    _around("Ida-Marie Krat", GUIDE, "Socialcenter Åbyfjord"),
    _around("Lis Høegh", HEALTH, "Lærkeø Sundhed", SMALL, key="lis.hoeg"),
    _around("Aksel Baadsgaard", COMPANY, "Jobcenter Lærkeø", SMALL, key="aksel.baad"),
    _around("Ninna Strandgård", HOME, "Lærkeø Hjemmestøtte", SMALL),
    _around("Svend Åge Rev", GUIDE, "Lærkeø Socialkontor", SMALL),
)
WORKERS: tuple[Worker, ...] = (*COORDINATORS, *GONE, *LEADERS, *MENTORS, *AROUND, *EVALUATORS)
STAFF: dict[str, Worker] = {worker.key: worker for worker in WORKERS}


def staff_of(part: Part, municipality: str) -> tuple[Worker, ...]:
    """Who plays that part in a municipality."""
    return tuple(one for one in AROUND if one.part is part and one.municipality == municipality)
