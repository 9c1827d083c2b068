"""Reading studies: those of a person, who does what in one, and how far its draws have come."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from sammetag.access.person import Person
from sammetag.people.models import Staff, Unit
from sammetag.studies.models import Amendment, Draw, Duty, FrozenExtract, Member, Study
from sammetag.studies.opening import members_of


@dataclass(frozen=True)
class Listed:
    """A study in a list: this person's duties in it, and how many have been drawn."""

    study: Study
    duties: tuple[str, ...]
    drawn: int
    planned: int


@dataclass(frozen=True)
class Colleague:
    """Somebody with their duties in a study."""

    staff: Staff
    members: tuple[Member, ...]


def studies_of(person: Person) -> list[Listed]:
    """The studies in which this person has a duty today, those still running first, the newest first."""
    rows = members_of(person).select_related("study").order_by("study__closed_at", "-study__made_at")
    duties: dict[UUID, set[Duty]] = {}
    studies: dict[UUID, Study] = {}
    for row in rows:
        studies[row.study_id] = row.study
        duties.setdefault(row.study_id, set()).add(Duty(row.duty))
    drawn = drawn_in(studies)
    running = sorted(studies.values(), key=lambda study: study.closed_at is not None)
    return [_listed(study, duties[study.id], drawn.get(study.id, 0)) for study in running]


def drawn_in(studies: Iterable[UUID]) -> dict[UUID, int]:
    """How many have been drawn in each of these studies."""
    draws = Draw.objects.scoped("study").filter(study_id__in=list(studies))
    found: dict[UUID, int] = {}
    for draw in draws.only("study_id", "listed", "refused"):
        found[draw.study_id] = found.get(draw.study_id, 0) + draw.listed - sum(draw.refused.values())
    return found


def draws_of(study: Study) -> list[Draw]:
    """The draws of a study that its reader was let into, in their order."""
    return list(Draw.objects.scoped("study").filter(study=study).order_by("number"))


def members_in(study: Study) -> list[Colleague]:
    """Who does what in a study today, by name."""
    rows = Member.objects.scoped("study").filter(study=study, until__isnull=True).select_related("staff")
    by_staff: dict[UUID, list[Member]] = {}
    for row in rows.order_by("staff__name", "duty"):
        by_staff.setdefault(row.staff_id, []).append(row)
    return [Colleague(held[0].staff, tuple(held)) for held in by_staff.values()]


def amendments_of(study: Study) -> list[Amendment]:
    """What was changed of the plan after it was frozen, oldest first."""
    found = Amendment.objects.scoped("study").filter(study=study).select_related("written_by")
    return list(found.order_by("written_at"))


def extracts_of(study: Study) -> list[FrozenExtract]:
    """The extracts of a study that its reader may see, the newest first; their texts are not read along."""
    found = FrozenExtract.objects.scoped("study").filter(study=study).select_related("written_by")
    return list(found.defer("text").order_by("-written_at"))


def extract_in(study: Study, extract_id: UUID) -> FrozenExtract | None:
    """One extract of a study with its text, None where its reader has none of that id."""
    return FrozenExtract.objects.scoped("study").filter(study=study, pk=extract_id).first()


def colleagues_to_name(person: Person) -> list[Staff]:
    """Everybody in the municipality who can log in, by name."""
    found = Staff.objects.scoped("colleagues").filter(municipality_id=person.municipality_id)
    return list(found.filter(account__isnull=False).order_by("name"))


def units_of(person: Person) -> list[Unit]:
    """The units of the municipality, by name."""
    return list(Unit.objects.filter(municipality_id=person.municipality_id).order_by("name"))


def _listed(study: Study, duties: set[Duty], drawn: int) -> Listed:
    named = tuple(str(duty.label) for duty in Duty if duty in duties)
    size = study.protocol.get("size") or {}
    return Listed(study, named, drawn, size.get("persons", 0))
