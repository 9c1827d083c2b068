"""The line from draft to agreement, as the plan page shows it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from sammetag.design.wording import date_words
from sammetag.plan.models import Step
from sammetag.plan.picture import DRAFT, Standing

LINE = (DRAFT, Step.PROPOSED.value, Step.TAKEN_HOME.value, Step.AGREED.value)


@dataclass(frozen=True)
class StepShown:
    """One step on the line: done, now, or ahead, with its days; `late` where an answer is overdue."""

    label: str
    state: str
    lines: tuple[str, ...]
    late: bool = False


def steps_shown(standing: Standing, hidden: Collection[str], today: date) -> list[StepShown]:
    """The four steps, with where the plan is now and what was done on the way."""
    labels = {
        DRAFT: _("Kladde"),
        Step.PROPOSED.value: _("Foreslået"),
        Step.TAKEN_HOME.value: _("Taget med hjem"),
        Step.AGREED.value: _("Aftalt"),
    }
    now = standing.step(hidden)
    lines = _lines(standing, hidden)
    late = bool(standing.open and standing.open.answer_by and standing.open.answer_by < today)
    return [
        StepShown(
            label=labels[step],
            state=_state(standing, step, now),
            lines=lines.get(step, ()),
            late=late and step == Step.TAKEN_HOME.value,
        )
        for step in LINE
    ]


def _state(standing: Standing, step: str, now: str) -> str:
    if step == now:
        return "now"
    if LINE.index(step) > LINE.index(now):
        return "ahead"
    version = standing.open or standing.agreed
    was_home = bool(version and version.answer_by)
    return "skipped" if step == Step.TAKEN_HOME.value and not was_home else "done"


def _lines(standing: Standing, hidden: Collection[str]) -> dict[str, tuple[str, ...]]:
    """What is told below each step: its days, and on the draft what is new since the agreement."""
    lines: dict[str, tuple[str, ...]] = {}
    now, agreed = standing.step(hidden), standing.agreed
    version = standing.open or (agreed if now == Step.AGREED.value else None)
    if version:
        lines[Step.PROPOSED.value] = (date_words(version.proposed_on, "short"),)
        if version.answer_by:
            told = _("svar senest %(day)s") % {"day": date_words(version.answer_by, "short")}
            lines[Step.TAKEN_HOME.value] = (told,)
    if now == DRAFT and agreed:
        count = len(standing.rewritten(hidden))
        told = ngettext("%(n)s ændring siden aftalen", "%(n)s ændringer siden aftalen", count)
        lines[DRAFT] = (told % {"n": count},)
    if agreed and agreed.agreed_on and agreed.fixed_until:
        day = date_words(agreed.agreed_on, "short")
        last = day if now == Step.AGREED.value else _("sidst %(day)s") % {"day": day}
        until = _("gælder til %(day)s") % {"day": date_words(agreed.fixed_until, "short")}
        lines[Step.AGREED.value] = (last, until)
    return lines
