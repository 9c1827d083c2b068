"""A small town that every test knows: two municipalities, three units, and a case of each kind.

Astrid coordinates in the north; Birk is her colleague there, and Lis leads them; Dorte coordinates in the
south; Esther in the other municipality; Mads is a mentor who was let into Astrid's case; Eva evaluates and
opens no case; Nora has an account and no role.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db import connection, models
from django.utils import timezone

from sammetag.access.models import Grant, RoleHeld
from sammetag.access.person import Person
from sammetag.access.queries import person_of
from sammetag.access.roles import Role
from sammetag.access.wall import behind_the_wall
from sammetag.cases.actions import load, restrict
from sammetag.cases.models import Case, Part, Programme, Responsibility
from sammetag.config.database import OWNER
from sammetag.config.roles import as_role
from sammetag.interventions.models import Intervention, State, Stretch
from sammetag.people.danish import search_key, sort_key
from sammetag.people.models import Account, Citizen, Field, Municipality, Staff, Unit
from sammetag.talks.models import Form, Talk

PASSWORD = "en-lang-adgangskode"  # noqa: S105 - the password of an invented person
SINCE = date(2020, 1, 1)


@dataclass
class Town:
    """The ids of everybody and everything, by name."""

    staff: dict[str, Staff] = field(default_factory=dict)
    units: dict[str, Unit] = field(default_factory=dict)
    cases: dict[str, UUID] = field(default_factory=dict)
    talks: dict[str, UUID] = field(default_factory=dict)
    interventions: dict[str, UUID] = field(default_factory=dict)

    def account(self, name: str) -> UUID:
        """The account of somebody."""
        found = self.staff[name].account_id
        if found is None:
            raise LookupError(name)
        return found

    def person(self, name: str) -> Person:
        """Somebody with the keys they hold today; call it behind the wall of the same person."""
        found = person_of(self.account(name), timezone.localdate())
        if found is None:
            raise LookupError(name)
        return found


def build() -> Town:
    """Fills an empty database with the town."""
    town = Town()
    with as_role(OWNER):
        _people(town)
    _case(town, "own", "north", "astrid")
    _case(town, "closed", "north", "astrid")
    # Dorte has it now; what has happened in it so far is Astrid's.
    _case(town, "restricted", "north", "astrid", coordinator="dorte")
    _case(town, "other-unit", "south", "dorte")
    _case(town, "other-municipality", "away", "esther")
    with as_role(OWNER):
        Grant(case_id=town.cases["own"], staff=town.staff["mads"], role=Role.MENTOR, since=SINCE).save()
        Grant(
            case_id=town.cases["restricted"], staff=town.staff["dorte"], role=Role.COORDINATOR, since=SINCE
        ).save()
    with behind_the_wall(town.account("dorte")):
        # By the key of its own, nobody's unit opens it: only Dorte, by her grant.
        restrict(by=town.person("dorte"), case_id=town.cases["restricted"])
    return town


def _people(town: Town) -> None:
    here, away = Municipality(name="Ådal"), Municipality(name="Østerby")
    here.save()
    away.save()
    for key, municipality in (("north", here), ("south", here), ("away", away)):
        unit = Unit(municipality=municipality, name=key, field=Field.EMPLOYMENT, key=_next_key())
        unit.save()
        town.units[key] = unit
    homes = {
        "astrid": "north",
        "birk": "north",
        "dorte": "south",
        "esther": "away",
        "lis": "north",
        "eva": None,
        "mads": None,
        "nora": None,
    }
    roles = {"lis": Role.LEADER}
    for name, home in homes.items():
        account = Account(username=name)
        account.set_password(PASSWORD)
        account.save()
        owner = town.units[home].municipality if home else here
        staff = Staff(
            account=account, municipality=owner, unit=None, name=name.title(), workplace="Jobcenter"
        )
        staff.save()
        town.staff[name] = staff
        if home:
            role = roles.get(name, Role.COORDINATOR)
            RoleHeld(staff=staff, role=role, unit=town.units[home], since=SINCE).save()
    RoleHeld(staff=town.staff["mads"], role=Role.MENTOR, since=SINCE).save()
    RoleHeld(staff=town.staff["eva"], role=Role.EVALUATOR, since=SINCE).save()


def _case(town: Town, name: str, unit: str, by: str, *, coordinator: str = "") -> None:
    today = timezone.localdate()
    place, staff = town.units[unit], town.staff[by]
    citizen = Citizen(
        municipality=place.municipality,
        given_name="Åse",
        family_name=f"Ærø {name}",
        sort_name=sort_key(f"Ærø {name} Åse"),
        search_name=search_key(f"Åse Ærø {name}"),
        born_on=date(1980, 5, 1),
    )
    granted = today - timedelta(days=120)
    case = Case(
        municipality=place.municipality,
        unit=place,
        acl=place.key,
        number=f"2026-{len(town.cases) + 1:04}",
        citizen=citizen,
        coordinator=town.staff[coordinator or by],
        opened_on=granted,
        closed_on=today - timedelta(days=1) if name == "closed" else None,
    )
    rows = [citizen, case, *_life(case, staff, granted)]
    with behind_the_wall(town.account(by)):
        load_each(rows)
    town.cases[name] = case.id
    town.talks[name] = next(row.id for row in rows if isinstance(row, Talk))
    town.interventions[name] = next(row.id for row in rows if isinstance(row, Intervention))


def _life(case: Case, staff: Staff, granted: date) -> Iterable[models.Model]:
    # Job clarification, since the law has closed the other scheme to new citizens.
    yield Programme(
        case=case,
        scheme="jobafklaringsforloeb",
        granted_on=granted,
        starts_on=granted,
        granted_until=granted + timedelta(days=700),
    )
    yield Responsibility(case=case, staff=staff, part=Part.COORDINATOR, since=granted)
    training = Intervention(
        case=case, field=Field.EMPLOYMENT, title="Intern træning", hours_per_week=4, recommended_on=granted
    )
    yield training
    yield Stretch(case=case, intervention=training, state=State.RUNNING, since=granted + timedelta(days=30))
    start = timezone.make_aware(
        datetime.combine(timezone.localdate() + timedelta(days=7), datetime.min.time())
    )
    yield Talk(
        case=case,
        leader=staff,
        starts_at=start + timedelta(hours=9 + int(case.number[-1])),
        ends_at=start + timedelta(hours=9 + int(case.number[-1]), minutes=45),
        form=Form.IN_PERSON,
    )


def load_each(rows: Iterable[models.Model]) -> None:
    """Loads rows of several tables, in the order in which they lean on each other."""
    for row in rows:
        load(rows=[row])


def _next_key() -> int:
    with connection.cursor() as cursor:
        cursor.execute("SELECT nextval('access_key_seq')")
        return int(cursor.fetchone()[0])
