"""What is asked for when a case is to change hands, and what the house refuses."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _

from sammetag.access.person import Person
from sammetag.access.queries import RoleAsCoordinator, at_work_on
from sammetag.cases.models import LONGEST_NOTES, Case, HandOver, HandOverState, Manner
from sammetag.design.wording import date_words
from sammetag.errors import RuleBroken, StalePage

FARTHEST = timedelta(days=366)


@dataclass(frozen=True)
class Wish:
    """One case and who is to have it; none for nobody. `seen` is the coordinator whom the page showed.

    `id` becomes that of the hand-over: the same form sent twice is one hand-over.
    """

    id: UUID
    case_id: UUID
    seen: UUID | None
    taker: UUID | None


@dataclass(frozen=True)
class AsShown:
    """An agreed hand-over as a page showed it: somebody may have agreed something else meanwhile."""

    case_id: UUID
    id: UUID
    version: int


@dataclass(frozen=True)
class Terms:
    """When, and what the giver wants the taker to know."""

    on: date
    notes: str = ""
    reason: str = ""
    citizen_told: bool = False


@dataclass(frozen=True)
class Scene:
    """What holds while cases change hands: who does it, on which day, and who is at work."""

    by: Person
    today: date
    roles: Sequence[RoleAsCoordinator]
    cases: Mapping[UUID, Case]

    def is_at_work(self, staff_id: UUID | None, day: date | None = None) -> bool:
        """Whether somebody coordinates on the day, in some unit; today, unless another is given."""
        held = at_work_on(day or self.today, self.roles).get(staff_id) if staff_id else None
        return bool(held and held.unit_ids)


def check_terms(terms: Terms, today: date) -> None:
    """Refuse a day that has passed or is far away, and notes too long to keep."""
    if terms.on < today:
        raise RuleBroken(_("Dagen er passeret. Vælg i dag eller en senere dag."), "in the past")
    if terms.on > today + FARTHEST:
        raise RuleBroken(_("Dagen ligger over et år ude i fremtiden. Er årstallet rigtigt?"), "too far ahead")
    if len(terms.notes) > LONGEST_NOTES:
        told = _("Teksten er på %(length)s tegn. Der er plads til %(limit)s. Din tekst er ikke tabt.")
        raise RuleBroken(told % {"length": len(terms.notes), "limit": LONGEST_NOTES}, "text too long")


def check_nothing_under_way(wishes: Sequence[Wish]) -> None:
    """Refuse a second successor while one is agreed; the database refuses it too."""
    agreed = HandOver.objects.scoped("hand-over").filter(
        case_id__in=[wish.case_id for wish in wishes], state=HandOverState.AGREED
    )
    first = agreed.select_related("taker").first()
    if first and first.taker:
        told = _(
            "Det er allerede aftalt, at %(name)s får sagen den %(day)s. Ret eller aflys den aftale først."
            " Intet er ændret."
        )
        when = {"name": first.taker.name, "day": date_words(first.planned_on)}
        raise RuleBroken(told % when, f"case {first.case_id} has a hand-over under way")


def check_agreed(row: HandOver) -> None:
    """Refuse to go on with an agreement that was carried out or called off."""
    if row.state != HandOverState.AGREED:
        raise RuleBroken(
            _("Aftalen gælder ikke længere: den er gennemført eller aflyst. Åbn siden igen."), "not agreed"
        )


def check_as_shown(row: HandOver, version: int) -> None:
    """Refuse a step in an agreement that is another one than the page showed."""
    if row.version != version:
        told = _("Aftalen er ændret, siden du åbnede siden. Intet er gjort. Se, hvad der gælder nu.")
        raise StalePage(told, f"hand-over {row.id} is {row.version}, page had {version}")


def check_due(scene: Scene, row: HandOver) -> None:
    """Refuse to carry out what is called off, before its day, or to somebody who has left."""
    check_agreed(row)
    if row.planned_on > scene.today:
        told = _(
            "Overdragelsen er aftalt til den %(day)s og kan først gennemføres den dag."
            " Ret dagen, hvis den skal ske før."
        )
        raise RuleBroken(told % {"day": date_words(row.planned_on)}, "before its day")
    if row.taker and not scene.is_at_work(row.taker_id):
        told = _("%(name)s er ikke koordinator i dag. Ret aftalen, så sagen får en anden. Intet er ændret.")
        raise RuleBroken(told % {"name": row.taker.name}, "successor not at work")


def check_taker(scene: Scene, taker: UUID | None, *, on: date, giver: UUID | None = None) -> None:
    """Refuse a successor who does not coordinate today and on the day, or who has the case already."""
    if not scene.is_at_work(taker):
        told = _("Den, du har valgt, er ikke koordinator i kommunen i dag. Vælg en anden.")
        raise RuleBroken(told, "successor not at work")
    if not scene.is_at_work(taker, on):
        told = _("Den, du har valgt, er ikke længere koordinator den %(day)s. Vælg en anden.")
        raise RuleBroken(told % {"day": date_words(on)}, "successor gone by then")
    if taker == giver:
        raise RuleBroken(_("Sagen har allerede den koordinator. Vælg en anden."), "same coordinator")


def as_wished(scene: Scene, wish: Wish, terms: Terms) -> HandOver:
    """The hand-over that was wished for, not yet saved, if the case still is as the page showed it."""
    case = scene.cases[wish.case_id]
    if case.coordinator_id != wish.seen:
        told = _(
            "En sag har skiftet koordinator, siden du åbnede siden. Intet er ændret. Se siden igennem igen."
        )
        raise StalePage(told, f"case {case.id} has another coordinator")
    if wish.taker is None:
        _check_may_be_left(case, terms, scene.today)
    else:
        check_taker(scene, wish.taker, on=terms.on, giver=case.coordinator_id)
    return HandOver(
        id=wish.id,
        case=case,
        giver_id=case.coordinator_id,
        taker_id=wish.taker,
        manner=_manner(scene, wish, terms),
        state=HandOverState.AGREED,
        planned_on=terms.on,
        citizen_told=terms.citizen_told,
        notes=terms.notes,
        notes_by_id=scene.by.staff_id if terms.notes else None,
        reason=terms.reason if wish.taker is None else "",
        agreed_by_id=scene.by.staff_id,
        agreed_at=timezone.now(),
    )


def _check_may_be_left(case: Case, terms: Terms, today: date) -> None:
    if case.coordinator_id is None:
        raise RuleBroken(_("Sagen har ingen koordinator i forvejen. Vælg, hvem der skal have den."), "nobody")
    if case.restricted:
        told = _("Sagen er beskyttet. Uden koordinator kunne ingen åbne den. Vælg, hvem der skal have den.")
        raise RuleBroken(told, "restricted case without coordinator")
    if terms.on > today:
        raise RuleBroken(_("Der er tid til at finde en efterfølger inden da. Vælg en."), "nobody, later")
    if not terms.reason.strip():
        raise RuleBroken(_("Skriv, hvorfor sagen må stå uden koordinator."), "no reason")


def _manner(scene: Scene, wish: Wish, terms: Terms) -> Manner:
    if wish.taker is None:
        return Manner.LEFT
    if terms.on > scene.today:
        return Manner.PLANNED
    return Manner.SUDDEN if wish.seen in at_work_on(scene.today, scene.roles) else Manner.NAMED
