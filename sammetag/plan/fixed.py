"""How far ahead offers and follow-up are to be fixed: by the rule where it is known, else as we promise."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from sammetag.cases.models import Programme
from sammetag.design.wording import date_words
from sammetag.errors import RuleBroken
from sammetag.law.answer import Version
from sammetag.law.errors import LawError
from sammetag.law.period import DAY, Period, day_after_months
from sammetag.law.plan_ahead import PLAN_AHEAD, PlanFacts, plan_ahead
from sammetag.plan.limits import end_of
from sammetag.practice.telling import Asked, open_about

PROMISED_MONTHS = 6


@dataclass(frozen=True)
class Ahead:
    """The first day a plan may be fixed until, why, and the rule; without a rule it is our promise.

    `is_over` says that the programme has ended, so that nothing can be fixed in it any more.
    """

    earliest: date
    sentences: tuple[str, ...]
    version: Version | None = None
    is_over: bool = False

    @property
    def by_law(self) -> bool:
        return self.version is not None


def ahead(programme: Programme | None, on: date, until: date | None = None) -> Ahead:
    """How far a plan that is agreed on this day is to reach."""
    end = end_of(programme) if programme else None
    promised = min(filter(None, (day_after_months(on, PROMISED_MONTHS) - DAY, end)))
    if programme is None or (end and end < on):
        return Ahead(promised, (), is_over=programme is not None)
    language = get_language() or "da"
    facts = PlanFacts(programme.scheme, programme.granted_on, on, until, end)
    try:
        answer = plan_ahead(facts, on)
    except LawError as fault:
        return Ahead(promised, (fault.sentence.in_language(language),))
    sentences = tuple(one.text.in_language(language) for one in answer.reasons)
    return Ahead(answer.value.earliest_until, sentences, answer.version)


def open_about_ahead(programme: Programme | None, municipality_id: UUID, on: date) -> list[Asked]:
    """What the law leaves open about how far a plan is to reach; nothing without a programme under way."""
    if programme is None or end_of(programme) < on:
        return []
    days = Period(on, on)
    return open_about(PLAN_AHEAD.name, days=days, municipality_id=municipality_id, scheme=programme.scheme)


def check_fixed(programme: Programme | None, on: date, until: date) -> Ahead:
    """Refuse a plan that is fixed for too short a time by the rule, or past the end of the programme."""
    if until <= on:
        raise RuleBroken(_("Vælg en dag efter den, hvor planen er aftalt."), "fixed until before agreed")
    end = end_of(programme) if programme else None
    if end and end < on:
        sentence = _("Forløbet sluttede %(day)s, så der kan ikke aftales en plan i det.")
        raise RuleBroken(sentence % {"day": date_words(end)}, "agreed after the end")
    if end and until > end:
        sentence = _("Forløbet slutter %(day)s. Planen kan ikke række længere.")
        raise RuleBroken(sentence % {"day": date_words(end)}, "fixed past the end")
    found = ahead(programme, on, until)
    if found.version and until < found.earliest:
        sentence = _("Planen skal række mindst til %(day)s efter reglen: %(source)s. Din tekst er ikke tabt.")
        told = {"day": date_words(found.earliest), "source": str(found.version.source)}
        raise RuleBroken(sentence % told, "fixed for too short")
    return found
