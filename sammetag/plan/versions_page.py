"""The versions of a plan: what changed from one to the next, and what was proposed but agreed otherwise."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import cast
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from sammetag.cases.opening import open_case
from sammetag.plan.changes import PlanPicture, changes
from sammetag.plan.models import PlanVersion, Step
from sammetag.plan.picture import is_blank, without
from sammetag.plan.queries import standing_of
from sammetag.plan.telling import ChangeTold, told


@dataclass(frozen=True)
class VersionTold:
    """One version as it is read, compared with what was agreed before it, or else with what was proposed."""

    version: PlanVersion
    is_first: bool
    changes: list[ChangeTold]
    otherwise: list[ChangeTold]


@require_GET
def versions_page(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """Every version of a plan, newest first, as far as its reader may know of it."""
    opened = open_case(request, case_id, page="plan-versions")
    standing = standing_of(opened.case)
    hidden = () if opened.sees_health else standing.of_health
    context = {
        "opened": opened,
        "case": opened.case,
        "versions": _told(standing.versions, hidden, with_reasons=opened.sees_notes),
        "since": told(standing.since_agreed(hidden), with_reasons=opened.sees_notes),
        "agreed": standing.agreed,
    }
    return render(request, "plan/versions.html", context)


def _told(
    versions: Collection[PlanVersion], hidden: Collection[str], *, with_reasons: bool
) -> list[VersionTold]:
    found: list[VersionTold] = []
    before: PlanPicture | None = None
    is_agreed = False
    for one in sorted(versions, key=lambda version: version.number):
        proposed = without(cast(PlanPicture, one.proposed_content), hidden)
        agreed = without(cast(PlanPicture, one.agreed_content), hidden) if one.agreed_content else None
        if is_blank(agreed or proposed):
            # All of it is about health: to this reader there is no such version.
            continue
        new = told(changes(before, agreed or proposed), with_reasons=with_reasons)
        otherwise = told(changes(proposed, agreed), with_reasons=with_reasons) if agreed else []
        found.append(VersionTold(one, before is None, new, otherwise))
        is_agreed = is_agreed or one.step == Step.AGREED
        if one.step == Step.AGREED or not is_agreed:
            # Until something is agreed, a proposal that was taken back is what there is to compare with.
            before = agreed or proposed
    return found[::-1]
