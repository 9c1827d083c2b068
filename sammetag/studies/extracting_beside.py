"""What stands beside the persons in an extract: the context, the programme theory, and the interviews."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.utils import timezone

from sammetag.evaluation.trial import extract as parts
from sammetag.studies.models import ContextChange, Element, Interview, Quotation, Round, Study
from sammetag.studies.opening import OpenStudy


def hidden_in(opened: OpenStudy, cut_on: date) -> parts.Hidden:
    """How much of it tells one arm from the other, and is left out for whoever is blind."""
    if not opened.blind:
        return parts.NOTHING_HIDDEN
    study = opened.study
    return parts.Hidden(
        context=sum(bool(one.arms) for one in context_of(study, cut_on, blind=False)),
        rounds=sum(len(one.rounds) for one in theory_of(study, cut_on, blind=False)),
        interviews=sum(bool(one.arm) for one in _interviews(study, cut_on)),
        quotations=sum(bool(one.arm) for one in quotations_of(study, cut_on, blind=False)),
        shares=len({arm.share for arm in opened.protocol.arms}) > 1,
    )


def context_of(study: Study, cut_on: date, *, blind: bool) -> tuple[parts.ContextChange, ...]:
    """What else changed. Whoever is blind is told of what touched all alike only."""
    rows = ContextChange.objects.scoped("study").filter(
        study=study, removed_at__isnull=True, since__lte=cut_on
    )
    return tuple(
        parts.ContextChange(one.since, one.until, one.words, tuple(one.arms))
        for one in rows.order_by("since", "written_at")
        if not (blind and one.arms)
    )


def theory_of(study: Study, cut_on: date, *, blind: bool) -> tuple[parts.ElementSeen, ...]:
    """The elements of the theory; of each round in an arm the row that was written last."""
    elements = Element.objects.scoped("study").filter(study=study, removed_at__isnull=True)
    rows = Round.objects.scoped("study").filter(study=study, on__lte=cut_on).order_by("on", "written_at")
    latest = {} if blind else {(one.element_id, one.name, one.arm): one for one in rows}
    return tuple(
        parts.ElementSeen(
            one.title,
            one.assumption,
            one.side,
            one.indicator or None,
            tuple(
                parts.RoundSeen(seen.name, seen.arm, seen.state, seen.words)
                for seen in latest.values()
                if seen.element_id == one.id
            ),
        )
        for one in elements.order_by("-side", "position", "written_at")
    )


def interviews_of(study: Study, cut_on: date, *, blind: bool) -> tuple[parts.Interviewed, ...]:
    """How many were asked and came, by role, round and arm, and who chose and held."""
    found: dict[tuple[str, str, str], list[Interview]] = {}
    for one in _interviews(study, cut_on):
        found.setdefault((one.role, one.round, "" if blind else one.arm), []).append(one)
    return tuple(
        parts.Interviewed(
            role=role,
            round=round_,
            arm=arm or None,
            agreed=sum(one.persons for one in some),
            held=sum(one.came or 0 for one in some),
            chosen_by=_each(one.chosen_by for one in some),
            held_by=_each(one.held_by for one in some),
        )
        for (role, round_, arm), some in sorted(found.items())
    )


def quotations_of(study: Study, cut_on: date, *, blind: bool) -> tuple[parts.Quotation, ...]:
    """What was said, without who said it."""
    rows = Quotation.objects.scoped("study").filter(study=study, removed_at__isnull=True)
    return tuple(
        parts.Quotation(
            one.interview.role,
            one.interview.round,
            None if blind else one.interview.arm or None,
            one.theme,
            one.words,
        )
        for one in rows.select_related("interview").order_by("theme", "written_at")
        if timezone.localtime(one.written_at).date() <= cut_on
    )


def _interviews(study: Study, cut_on: date) -> list[Interview]:
    rows = Interview.objects.scoped("study").filter(study=study).order_by("written_at")
    return [one for one in rows if (one.held_on or one.agreed_on or cut_on) <= cut_on]


def _each(names: Iterable[str]) -> str:
    return ", ".join(sorted({name for name in names if name}))
