"""Reads who answers for many cases: whether somebody does, and which hand-over is on its way."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from uuid import UUID

from sammetag.access.person import Person
from sammetag.access.queries import RoleAsCoordinator, holders_on, left_on
from sammetag.cases.models import Case, HandOverState
from sammetag.cases.queries import HandOverSeen, coordinator_spans, hand_overs_in
from sammetag.duties.whose import HandedOver, Whose
from sammetag.people.models import Staff

ONE_DAY = timedelta(days=1)


def whose_of(
    person: Person, cases: Sequence[Case], roles: Iterable[RoleAsCoordinator], today: date
) -> dict[UUID, Whose]:
    """Who answers for each of these cases, which must come with their coordinators. Three queries at most.

    `roles` are all roles as coordinator in the municipality (access.queries.coordinator_roles).
    """
    known = list(roles)
    at_work = holders_on(today, known)
    without = [case for case in cases if case.coordinator_id is None]
    spans = coordinator_spans([case.id for case in without]) if without else {}
    under_way = _nearest(hand_overs_in([case for case in cases if person.opens(case)]))
    names = _names(under_way.values())
    found: dict[UUID, Whose] = {}
    for case in cases:
        agreed = under_way.get(case.id)
        hand_over = _handed_over(agreed, names) if agreed else None
        if case.coordinator is None:
            since = _since(case, [until for _, until in spans.get(case.id, [])])
            found[case.id] = Whose(case.id, True, since, hand_over=hand_over)
        elif case.coordinator_id not in at_work:
            last = left_on(case.coordinator.id, known)
            gone = last + ONE_DAY if last and last < today else None
            found[case.id] = Whose(case.id, True, gone, case.coordinator.name, hand_over)
        else:
            found[case.id] = Whose(case.id, hand_over=hand_over)
    return found


def _since(case: Case, ends: list[date | None]) -> date:
    """The first day without a coordinator: after the last one's last day, or from the beginning."""
    last = max((end for end in ends if end), default=None)
    return max(last + ONE_DAY, case.opened_on) if last else case.opened_on


def _nearest(found: Iterable[HandOverSeen]) -> dict[UUID, HandOverSeen]:
    """One hand-over of each case: the agreed one before one that is carried out, otherwise the latest."""
    by_case: dict[UUID, HandOverSeen] = {}
    for one in sorted(found, key=lambda seen: (seen.state == HandOverState.AGREED, seen.planned_on)):
        by_case[one.case_id] = one
    return by_case


def _names(found: Iterable[HandOverSeen]) -> dict[UUID, str]:
    people = {staff for one in found for staff in (one.giver_id, one.taker_id) if staff}
    if not people:
        return {}
    return dict(Staff.objects.scoped("names").filter(id__in=people).values_list("id", "name"))


def _handed_over(one: HandOverSeen, names: dict[UUID, str]) -> HandedOver:
    return HandedOver(
        on=one.planned_on,
        giver=names.get(one.giver_id, "") if one.giver_id else "",
        taker=names.get(one.taker_id, ""),
        taker_id=one.taker_id,
        done=one.state == HandOverState.CARRIED_OUT,
    )
