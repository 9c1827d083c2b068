"""Citizens to draw between, and a draw as the drawer makes it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from uuid import UUID, uuid4

from django.utils import timezone

from sammetag.access.wall import behind_the_wall
from sammetag.cases.models import Case, Programme
from sammetag.people.cpr import Number
from sammetag.people.danish import search_key, sort_key
from sammetag.people.models import Citizen, Municipality, Staff, Unit
from sammetag.people.sealed_cpr import seal
from sammetag.studies.actions.draw import draw_lots
from sammetag.studies.models import Draw, Entry
from tests.studies.deeds import DRAWER, behind
from tests.town import Town, load_each

NOTHING: frozenset[str] = frozenset()
SCHEME = "jobafklaringsforloeb"


def citizens_in(
    town: Town,
    count: int,
    *,
    by: str = "astrid",
    born_on: date = date(1980, 5, 1),
    granted_days: int = 30,
    cpr: Sequence[str] = (),
    one_person: bool = False,
) -> list[UUID]:
    """So many citizens of the north with a running programme, some with CPR numbers: their cases.

    `one_person`: all the cases are those of one citizen.
    """
    place, made = town.units["north"], []
    granted = timezone.localdate() - timedelta(days=granted_days)
    people = [_citizen(place.municipality, f"Lund{number}", born_on) for number in range(count)]
    if one_person:
        people = people[:1] * count
    with behind_the_wall(town.account(by)):
        for place_in_list, citizen in enumerate(people):
            case = _case(place, town.staff[by], citizen, granted)
            first = place_in_list == 0 or not one_person
            load_each([*([citizen] if first else []), case, _programme(case, granted)])
            for digits in cpr[place_in_list : place_in_list + 1]:
                number = Number(digits, born_on)
                seal(number, citizen_id=citizen.id, municipality_id=place.municipality_id).save(
                    force_insert=True
                )
            made.append(case.id)
    return made


def _citizen(municipality: Municipality, family_name: str, born_on: date) -> Citizen:
    name = f"Bo {family_name}"
    return Citizen(
        municipality=municipality,
        given_name="Bo",
        family_name=family_name,
        sort_name=sort_key(name),
        search_name=search_key(name),
        born_on=born_on,
    )


def _case(unit: Unit, coordinator: Staff, citizen: Citizen, opened_on: date) -> Case:
    return Case(
        municipality=unit.municipality,
        unit=unit,
        acl=unit.key,
        number=f"T{uuid4().hex[:10]}",
        citizen=citizen,
        coordinator=coordinator,
        opened_on=opened_on,
    )


def _programme(case: Case, granted: date) -> Programme:
    until = granted + timedelta(days=700)
    return Programme(case=case, scheme=SCHEME, granted_on=granted, starts_on=granted, granted_until=until)


def drawn(
    town: Town,
    study_id: UUID,
    cases: Sequence[UUID],
    *,
    by: str = DRAWER,
    vouched: frozenset[str] = NOTHING,
    extra: bool = False,
    token: UUID | None = None,
    on: date | None = None,
) -> list[Draw]:
    """A draw between the citizens of these cases, today where no day is named."""
    with behind(town, by):
        return draw_lots(
            by=town.person(by),
            study_id=study_id,
            token=token or uuid4(),
            on=on or timezone.localdate(),
            cases=dict.fromkeys(cases, vouched),
            extra=extra,
        )


def entries_of(study_id: UUID) -> list[Entry]:
    """Everybody in a study, for whoever may read it."""
    return list(Entry.objects.scoped("test").filter(study_id=study_id).order_by("draw__number", "pseudonym"))


def drawn_long_ago(town: Town, study_id: UUID, cases: Sequence[UUID], days: int = 100) -> list[Entry]:
    """A draw of so many days ago, one for each arm in turn: rows as the action writes them."""
    day, arms = timezone.localdate() - timedelta(days=days), ("treatment", "control")
    with behind(town, DRAWER):
        signed = {
            "study_id": study_id,
            "written_at": timezone.now(),
            "written_by_id": town.staff[DRAWER].id,
        }
        draw = Draw(number=1, block=day.isoformat(), on=day, listed=len(cases), **signed)
        draw.save(force_insert=True)
        made = []
        for place, case_id in enumerate(cases):
            programme = Programme.objects.scoped("test").get(case_id=case_id)
            entry = Entry(
                draw=draw,
                case_id=case_id,
                programme=programme,
                pseudonym=f"P{place}",
                arm=arms[place % 2],
                entered_on=day,
                age=46,
                age_group="40-49",
                **signed,
            )
            entry.save(force_insert=True)
            made.append(entry)
    return made
