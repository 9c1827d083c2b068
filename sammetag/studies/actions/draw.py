"""Takes in a list and draws lots: everybody is checked first, and no arm is known before it is written."""

from __future__ import annotations

import secrets
from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from uuid import UUID, uuid5

from django.db import connection
from django.utils import timezone
from django.utils.translation import gettext as _

from sammetag.access.person import Person
from sammetag.access.roles import Right
from sammetag.cases.models import Case
from sammetag.design.wording import date_words
from sammetag.errors import NotAllowed
from sammetag.evaluation import allocation
from sammetag.evaluation.trial.protocol import BlockBy
from sammetag.keyring.installed import ring
from sammetag.people.models import Cpr
from sammetag.people.sealed_cpr import reveal
from sammetag.studies.actions.study import PURPOSE
from sammetag.studies.listing import Listed, cases_by_id, listed
from sammetag.studies.models import Draw, Duty, Entry, Study
from sammetag.studies.opening import OpenStudy
from sammetag.studies.queries import draws_of
from sammetag.studies.writing import Refused, in_study, signed, tell

# Any number that nothing else in the database locks: a person is not drawn in two trials at once.
ONE_TRIAL_AT_A_TIME = 1752
# No letter or digit that is taken for another.
LETTERS, LENGTH = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789", 8
DECADE = 10


def draw_lots(
    *, by: Person, study_id: UUID, token: UUID, on: date, cases: Mapping[UUID, frozenset[str]], extra: bool
) -> list[Draw]:
    """Draw between those on the list who can be drawn: one draw, or one for each unit.

    `cases` holds, in the order of the list, the conditions that somebody has confirmed of each person.
    `extra` marks a further draw on a day that had one. The same form sent twice draws once. Raises NotAllowed
    for a case that is not theirs to see, Refused where nothing can be drawn, or was drawn meanwhile.
    """
    with in_study(by, study_id, Duty.DRAWS) as opened:
        drawn_already = [one for one in draws_of(opened.study) if one.id == uuid5(token, one.block)]
        if drawn_already:
            return drawn_already
        _check_day(opened, on)
        people = _checked(opened, cases, on)
        blocks = _blocks(opened, people, on, extra)
        refused = [one for one in people if not one.can_be_drawn]
        return _Drawing(opened, token, on, extra).all(blocks, refused)


def check_list(opened: OpenStudy, people: list[Listed], on: date, *, extra: bool) -> None:
    """Raise Refused where no lots can be drawn between these that day; who cannot be drawn is left out."""
    _check_day(opened, on)
    _blocks(opened, people, on, extra)


class _Drawing:
    """One list being drawn, in one transaction."""

    def __init__(self, opened: OpenStudy, token: UUID, on: date, extra: bool) -> None:
        self.opened, self.token, self.on, self.extra = opened, token, on, extra
        self.signed = signed(opened)
        self.sexes: dict[UUID, str] = {}

    def all(self, blocks: Mapping[str, list[Listed]], refused: list[Listed]) -> list[Draw]:
        """Every block is drawn; those refused are counted where their unit was, else in the first."""
        by_block = _refused_in(blocks, refused)
        drawn = [one.case for people in blocks.values() for one in people]
        self.sexes = _sexes(case for case in drawn if self.opened.person.may(Right.SEE_CPR, case))
        return [self._one(block, people, by_block[block]) for block, people in blocks.items()]

    def _one(self, block: str, people: list[Listed], refused: list[Listed]) -> Draw:
        study = self.opened.study
        made = Draw(
            id=uuid5(self.token, block),
            number=len(draws_of(study)) + 1,
            block=block,
            on=self.on,
            listed=len(people) + len(refused),
            refused=dict(Counter(one.refusals[0].condition.key for one in refused)),
            extra=self.extra,
            **self.signed,
        )
        made.save(force_insert=True)
        told = {"number": made.number, "block": block, "on": self.on.isoformat(), "drawn": len(people)}
        more = {"listed": made.listed, "refused": made.refused, "extra": self.extra}
        tell(self.opened, "study.drawn", made.id, told | more)
        pseudonyms = _pseudonyms(study, len(people))
        arms = _arms(self.opened, block, pseudonyms)
        for one, pseudonym, arm in zip(people, pseudonyms, arms, strict=True):
            self._enter(made, one, pseudonym, arm)
        return made

    def _enter(self, made: Draw, one: Listed, pseudonym: str, arm: str) -> None:
        entry = Entry(
            draw=made,
            case=one.case,
            programme_id=one.programme.id if one.programme else None,
            pseudonym=pseudonym,
            arm=arm,
            entered_on=self.on,
            age=one.age,
            age_group=age_group(one.age),
            sex=self.sexes.get(one.case.citizen_id, ""),
            **self.signed,
        )
        entry.save(force_insert=True)
        told = {"draw": str(made.id), "pseudonym": pseudonym, "arm": arm, "on": self.on.isoformat()}
        tell(self.opened, "trial.entered", entry.id, told, case_id=one.case.id)


def age_group(age: int) -> str:
    """The ten years in which an age lies: 30-39."""
    first = age // DECADE * DECADE
    return f"{first}-{first + DECADE - 1}"


def _check_day(opened: OpenStudy, on: date) -> None:
    study = opened.study
    if study.frozen_at is None or study.seed is None:
        raise Refused(None, _("Planen er ikke låst endnu. Lås den, før der trækkes lod."), "not frozen")
    if on > timezone.localdate():
        raise Refused("on", _("Der kan ikke trækkes lod på en dag, der ikke er kommet."), "day ahead")
    frozen_on = timezone.localtime(study.frozen_at).date()
    if on < frozen_on:
        sentence = _("Planen blev låst %(day)s. Vælg den dag eller en senere.")
        raise Refused("on", sentence % {"day": date_words(frozen_on, "short")}, "day before the plan")
    until = opened.protocol.until
    if until is not None and on >= until:
        sentence = _("Forsøget følger kun nogen til %(day)s. Der kan ikke komme flere med.")
        raise Refused("on", sentence % {"day": date_words(until, "short")}, "day after the end")


def _checked(opened: OpenStudy, cases: Mapping[UUID, frozenset[str]], on: date) -> list[Listed]:
    """Everybody on the list with what keeps them out; they stay out of other trials until this is written."""
    _lock(cases)
    found = cases_by_id(opened.person, list(cases))
    if len(found) < len(cases):
        raise NotAllowed("a case on the list is not theirs")
    people = listed(opened, found, on, cases)
    if not any(one.can_be_drawn for one in people):
        raise Refused(None, _("Ingen på listen kan trækkes. Der er ikke trukket lod."), "nobody to draw")
    return people


def _lock(cases: Iterable[UUID]) -> None:
    with connection.cursor() as cursor:
        for case in sorted(cases):
            cursor.execute("SELECT pg_advisory_xact_lock(%s, hashtext(%s))", [ONE_TRIAL_AT_A_TIME, str(case)])


def _blocks(opened: OpenStudy, people: list[Listed], on: date, extra: bool) -> dict[str, list[Listed]]:
    """Those who can be drawn, by the name of their block: the day, and the unit where the plan says so."""
    by_unit = opened.protocol.block_by is BlockBy.UNIT
    blocks: dict[str, list[Listed]] = {}
    for one in people:
        if one.can_be_drawn:
            name = f"{on.isoformat()} {one.case.unit.name}" if by_unit else on.isoformat()
            blocks.setdefault(name, []).append(one)
    taken = {one.block for one in draws_of(opened.study)}
    if not extra and taken & blocks.keys():
        raise Refused(
            "extra",
            _("Der er allerede trukket lod den dag. Skal der trækkes en gang til, så sæt kryds i ekstra."),
            "block drawn already",
        )
    return {_free(name, taken): some for name, some in blocks.items()}


def _free(name: str, taken: set[str]) -> str:
    """The name itself, or with the first number that no earlier extra draw has."""
    if name not in taken:
        return name
    number = 2
    while f"{name} extra {number}" in taken:
        number += 1
    return f"{name} extra {number}"


def _refused_in(blocks: Mapping[str, list[Listed]], refused: list[Listed]) -> dict[str, list[Listed]]:
    of_unit = {one.case.unit_id: name for name, people in blocks.items() for one in people}
    first = next(iter(blocks))
    found: dict[str, list[Listed]] = {name: [] for name in blocks}
    for one in refused:
        found[of_unit.get(one.case.unit_id, first)].append(one)
    return found


def _arms(opened: OpenStudy, block: str, pseudonyms: list[str]) -> tuple[str, ...]:
    """Who gets which arm. The seed is open nowhere but here."""
    study, arms = opened.study, opened.protocol.arms
    seed = ring().open(bytes(study.seed or b""), purpose=PURPOSE, about=str(study.id))
    trial = allocation.Trial(str(study.id), tuple(one.name for one in arms), tuple(one.share for one in arms))
    return allocation.draw(seed, trial, block, pseudonyms)


def _pseudonyms(study: Study, count: int) -> list[str]:
    """New names, by chance alone, that nobody in the study has."""
    taken = set(Entry.objects.scoped("study").filter(study=study).values_list("pseudonym", flat=True))
    found: list[str] = []
    while len(found) < count:
        name = "".join(secrets.choice(LETTERS) for _place in range(LENGTH))
        if name not in taken:
            taken.add(name)
            found.append(name)
    return found


def _sexes(cases: Iterable[Case]) -> dict[UUID, str]:
    """F or M by the last digit of each citizen's CPR number; a replacement number does not tell."""
    citizens = [case.citizen_id for case in cases]
    rows = Cpr.objects.scoped("trial").filter(citizen_id__any=citizens)
    numbers = {row.citizen_id: reveal(row) for row in rows}
    return {
        citizen: "M" if int(number.digits[-1]) % 2 else "F"
        for citizen, number in numbers.items()
        if not number.is_replacement
    }
