"""What one can do to hand cases over. Each action is one transaction: access, rule, change, journal.

One case or sixty go the same way, in the same number of questions, and all of them or none.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from django.db import connection, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from sammetag.access.person import Person
from sammetag.access.queries import at_work_on, coordinator_roles, left_on
from sammetag.access.roles import Right
from sammetag.cases.actions import drop_draft
from sammetag.cases.continuity import days_without_before
from sammetag.cases.models import Case, Draft, HandOver, HandOverState, Part, Responsibility
from sammetag.errors import NotAllowed, RuleBroken, StalePage
from sammetag.handover.telling import event_of, handed_over
from sammetag.handover.terms import (
    AsShown,
    Scene,
    Terms,
    Wish,
    as_wished,
    check_agreed,
    check_as_shown,
    check_due,
    check_nothing_under_way,
    check_taker,
    check_terms,
)
from sammetag.handover.turns import change_hands
from sammetag.journal.actions import record_each
from sammetag.talks.actions import pass_on
from sammetag.talks.models import Talk
from sammetag.talks.passing import Turn

DRAFT = "hand-over"
DONE = (HandOverState.CARRIED_OUT, HandOverState.TAKEN_UP)


@dataclass(frozen=True)
class HandedOver:
    """What was agreed or carried out, and the agreed talks that went along or could not."""

    rows: list[HandOver]
    moved: list[Talk] = field(default_factory=list)
    clashing: list[Talk] = field(default_factory=list)

    @property
    def is_agreed(self) -> bool:
        """Whether it waits for its day."""
        return any(row.state == HandOverState.AGREED for row in self.rows)


@transaction.atomic
def hand_over(*, by: Person, wishes: Sequence[Wish], terms: Terms, right: Right) -> HandedOver:
    """Give cases to other coordinators: today at once, or on a later day as agreed. All or none."""
    scene = _scene(by, [wish.case_id for wish in wishes], right)
    sent_before = HandOver.objects.scoped("token").filter(
        case_id__in=list(scene.cases), pk__in=[wish.id for wish in wishes]
    )
    known = {row.id: row for row in sent_before}
    wishes = [wish for wish in wishes if wish.id not in known]
    if not wishes:
        return HandedOver(list(known.values()))
    check_terms(terms, scene.today)
    check_nothing_under_way(wishes)
    rows = [as_wished(scene, wish, terms) for wish in wishes]
    written = Draft.objects.scoped("own").filter(case_id__in=list(scene.cases), form=DRAFT)
    written.filter(account_id=by.account_id).delete()
    if terms.on > scene.today:
        HandOver.objects.scoped("hand-over").bulk_create(rows)
        record_each(events=[event_of(by, row, "case.hand-over-agreed") for row in rows])
        return HandedOver(rows)
    for row in rows:
        _close(row, by, HandOverState.CARRIED_OUT)
    HandOver.objects.scoped("hand-over").bulk_create(rows)
    return _change_hands(scene, rows)


@transaction.atomic
def carry_out(*, by: Person, shown: Sequence[AsShown], right: Right) -> HandedOver:
    """Do what was agreed, on its day or later. All or none; what is done already is not done again."""
    scene = _scene(by, [one.case_id for one in shown], right)
    found = _agreements(shown)
    waiting = [(row, one) for row, one in zip(found, shown, strict=True) if row.state not in DONE]
    if not waiting:
        return HandedOver(found)
    for row, one in waiting:
        check_as_shown(row, one.version)
        check_due(scene, row)
        _close(row, by, HandOverState.CARRIED_OUT)
    rows = [row for row, _one in waiting]
    HandOver.objects.scoped("hand-over").bulk_update(rows, ["state", "closed_by", "closed_at", "version"])
    return _change_hands(scene, rows)


@transaction.atomic
def change(
    *, by: Person, case_id: UUID, hand_over_id: UUID, version: int, taker: UUID, terms: Terms
) -> HandOver:
    """Agree something else: another successor, another day, or more in the notes."""
    scene = _scene(by, [case_id], Right.HAND_OVER)
    case = scene.cases[case_id]
    row = _row(case, hand_over_id)
    check_agreed(row)
    if row.version != version:
        told = _("Aftalen er ændret, siden du åbnede siden. Din tekst er endnu ikke gemt. Den står herunder.")
        raise StalePage(told, f"hand-over {row.id} is {row.version}, page had {version}")
    check_terms(terms, scene.today)
    check_taker(scene, taker, on=terms.on, giver=row.giver_id)
    if terms.notes != row.notes:
        row.notes, row.notes_by_id = terms.notes, by.staff_id
    row.taker_id, row.planned_on, row.citizen_told = taker, terms.on, terms.citizen_told
    row.version += 1
    row.save(force_update=True)
    record_each(events=[event_of(by, row, "case.hand-over-changed")])
    drop_draft(by=by, case=case, form=DRAFT)
    return row


@transaction.atomic
def call_off(*, by: Person, shown: AsShown) -> HandOver:
    """Let the case stay with its coordinator after all."""
    scene = _scene(by, [shown.case_id], Right.HAND_OVER)
    row = _row(scene.cases[shown.case_id], shown.id)
    if row.state == HandOverState.CALLED_OFF:
        return row
    if row.state != HandOverState.AGREED:
        raise RuleBroken(_("Sagen er allerede overdraget, så der er ingen aftale at aflyse."), "carried out")
    check_as_shown(row, shown.version)
    _close(row, by, HandOverState.CALLED_OFF)
    row.save(force_update=True)
    record_each(events=[event_of(by, row, "case.hand-over-called-off")])
    return row


@transaction.atomic
def take_up(*, by: Person, case_id: UUID, hand_over_id: UUID) -> HandOver:
    """Say, as the successor, that one has read what came along with the case."""
    scene = _scene(by, [case_id], Right.HAND_OVER)
    row = _row(scene.cases[case_id], hand_over_id)
    if row.taker_id != by.staff_id or row.state not in DONE:
        raise NotAllowed(f"hand-over {row.id} is not theirs to take up")
    if row.state == HandOverState.CARRIED_OUT:
        row.state, row.taken_up_at = HandOverState.TAKEN_UP, timezone.now()
        row.version += 1
        row.save(force_update=True)
        record_each(events=[event_of(by, row, "case.hand-over-taken-up")])
    return row


def _scene(by: Person, case_ids: Sequence[UUID], right: Right) -> Scene:
    """The cases, locked in one order for everybody, as they are now; NotAllowed if one is not theirs."""
    rows = Case.objects.seen_by(by).select_for_update(of=("self",), no_key=True)
    # Asked in one order, so that two who hand over the same cases wait for each other instead of for ever.
    cases = {case.id: case for case in rows.filter(pk__in=case_ids).order_by("pk")}
    for case_id in case_ids:
        if case_id not in cases or not by.may(right, cases[case_id]):
            raise NotAllowed(f"{right} on case {case_id}")
        if cases[case_id].closed_on:
            raise RuleBroken(_("Sagen er lukket, så der kan ikke skrives i den."), f"closed {case_id}")
    return Scene(by, timezone.localdate(), coordinator_roles(by), cases)


def _row(case: Case, hand_over_id: UUID) -> HandOver:
    row = HandOver.objects.of(case).filter(pk=hand_over_id).first()
    if row is None:
        raise NotAllowed(f"hand-over {hand_over_id} of case {case.id}")
    return row


def _agreements(shown: Sequence[AsShown]) -> list[HandOver]:
    """The hand-overs that a page showed, as they are now and in the same order. One question."""
    rows = HandOver.objects.scoped("hand-over").filter(pk__in=[one.id for one in shown])
    known = {(row.id, row.case_id): row for row in rows.select_related("taker")}
    for one in shown:
        if (one.id, one.case_id) not in known:
            raise NotAllowed(f"hand-over {one.id} of case {one.case_id}")
    return [known[one.id, one.case_id] for one in shown]


def _close(row: HandOver, by: Person, state: HandOverState) -> None:
    row.state, row.closed_by_id, row.closed_at = state, by.staff_id, timezone.now()
    row.version += 1


def _change_hands(scene: Scene, rows: Sequence[HandOver]) -> HandedOver:
    """Responsibility, talks, journal, and at last the case itself: after that it may be out of reach."""
    held = Responsibility.objects.scoped("hand-over").filter(
        case_id__in=[row.case_id for row in rows], part=Part.COORDINATOR
    )
    by_case: dict[UUID, list[Responsibility]] = {row.case_id: [] for row in rows}
    for one in held.order_by("since"):
        by_case[one.case_id].append(one)
    earlier = {case_id: frozenset(one.staff_id for one in spans) for case_id, spans in by_case.items()}
    waited = _change_responsibility(scene, rows, by_case)
    turns = {
        row.case_id: Turn(earlier[row.case_id] | ({row.giver_id} if row.giver_id else set()), row.taker_id)
        for row in rows
        if row.taker_id
    }
    passed = pass_on(by=scene.by, turns=turns)
    record_each(events=[handed_over(scene.by, row, waited[row.case_id], passed) for row in rows])
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT cases_hand_over(w.one, w.taker) FROM unnest(%s::uuid[], %s::uuid[]) AS w (one, taker)",
            [[row.case_id for row in rows], [row.taker_id for row in rows]],
        )
    return HandedOver(list(rows), passed.moved, passed.clashing)


def _change_responsibility(
    scene: Scene, rows: Sequence[HandOver], by_case: Mapping[UUID, list[Responsibility]]
) -> dict[UUID, int]:
    """Close and open the intervals; the answer is the days that each case has just been without anybody."""
    changed, new, waited = [], [], {}
    at_work = at_work_on(scene.today, scene.roles)
    for row in rows:
        case, spans = scene.cases[row.case_id], by_case[row.case_id]
        gone = row.giver_id is not None and row.giver_id not in at_work
        last_day = left_on(row.giver_id, scene.roles) if gone and row.giver_id else None
        changes = change_hands(case, spans, taker_id=row.taker_id, day=scene.today, left_on=last_day)
        taken = {id(one) for one in changes.changed if one.staff_id == row.taker_id}
        before = [(one.since, one.until) for one in spans if id(one) not in taken]
        waited[row.case_id] = days_without_before(before, case.opened_on, scene.today)
        changed += changes.changed
        new += changes.new
    Responsibility.objects.scoped("hand-over").bulk_update(changed, ["staff", "since", "until"])
    Responsibility.objects.scoped("hand-over").bulk_create(new)
    return waited
