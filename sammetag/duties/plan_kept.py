"""The plan: that there is one, that the citizen's answer is fetched, that it reaches far enough."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from sammetag.duties.duty import Band, Duty
from sammetag.duties.facts import CaseFacts, OpenVersion, SubGoalSeen
from sammetag.duties.sentences import day_words, law_words, why_silent
from sammetag.law.answer import Answer
from sammetag.law.errors import LawError
from sammetag.law.plan_ahead import PlanAhead, PlanFacts, plan_ahead

TOLD_AHEAD = 30
# Within two weeks of a sub-goal's date we have written how far the citizen has come: a promise of ours.
FOLLOWED_UP_WITHIN = timedelta(days=14)
MOST_TITLES = 3


def keep_the_plan(facts: CaseFacts, today: date) -> Iterator[Duty]:
    """What the plan asks for today. While a version is open, only its answer is asked for."""
    if not facts.under_way(today):
        return
    if facts.plan.open:
        yield _answer(facts, facts.plan.open, today)
    elif facts.plan.fixed_until is None or facts.plan.fixed_until < facts.starts_on:
        yield _make(facts, today)
    else:
        yield from _fix_anew(facts, facts.plan.fixed_until, today)
    yield from _follow_up([one for one in facts.plan.past_due if one.due_on < today], facts, today)


def _make(facts: CaseFacts, today: date) -> Duty:
    return Duty(
        case_id=facts.case_id,
        name="make-plan",
        band=Band.COMING,
        due=today,
        what=_("Foreslå planen for borgeren") if facts.plan.begun else _("Læg en plan sammen med borgeren"),
        why=(_("Der er ingen aftalt plan. Vi kender ingen frist i loven for den første."),),
        timed=False,
    )


def _answer(facts: CaseFacts, version: OpenVersion, today: date) -> Duty:
    late = version.answer_by is not None and version.answer_by < today
    told = _("Taget med hjem %(day)s.") if version.taken_home else _("Foreslået %(day)s.")
    return Duty(
        case_id=facts.case_id,
        name="fetch-answer",
        band=Band.PROMISE_MISSED if late else Band.COMING,
        due=version.answer_by or today,
        what=_("Hent borgerens svar på planen"),
        why=(told % {"day": day_words(version.proposed_on, today)}, *_answer_by(version, today)),
        timed=version.answer_by is not None,
    )


def _answer_by(version: OpenVersion, today: date) -> Iterator[str]:
    if version.answer_by:
        yield _("Vi aftalte, at borgeren svarer senest %(day)s.") % {
            "day": day_words(version.answer_by, today)
        }


def _fix_anew(facts: CaseFacts, fixed_until: date, today: date) -> Iterator[Duty]:
    """The next months, once those that are fixed run out; up to the end of the programme nothing follows."""
    if fixed_until >= facts.granted_until or (fixed_until - today).days > TOLD_AHEAD:
        return
    late = fixed_until < today
    answer, silent = _law(facts, fixed_until, today)
    yield Duty(
        case_id=facts.case_id,
        name="fix-plan-anew",
        band=(Band.LAW_MISSED if answer else Band.PROMISE_MISSED) if late else Band.COMING,
        due=fixed_until,
        what=_("Planen er løbet ud: aftal de næste måneder") if late else _("Aftal planens næste måneder"),
        why=(
            _("Planen er lagt fast til og med %(day)s.") % {"day": day_words(fixed_until, today)},
            *_promise(answer),
        ),
        version=answer.version if answer else None,
        details=law_words(answer) if answer else silent,
        ahead=TOLD_AHEAD,
    )


def _promise(answer: Answer[PlanAhead] | None) -> Iterator[str]:
    if answer is None:
        yield _("Et halvt år frem er vores løfte. Lovens regel for i dag er ikke læst.")


def _law(
    facts: CaseFacts, fixed_until: date, today: date
) -> tuple[Answer[PlanAhead] | None, tuple[str, ...]]:
    """What the law says of how far the plan reaches, or why it says nothing."""
    fixed_on = min(facts.plan.agreed_on or facts.starts_on, fixed_until)
    asked = PlanFacts(facts.scheme, facts.granted_on, fixed_on, fixed_until, facts.granted_until)
    try:
        return plan_ahead(asked, today), ()
    except LawError as fault:
        return None, (why_silent(fault),)


def _follow_up(passed: list[SubGoalSeen], facts: CaseFacts, today: date) -> Iterator[Duty]:
    """The sub-goals whose day has passed: one duty, however many."""
    if not passed:
        return
    by = min(one.due_on for one in passed) + FOLLOWED_UP_WITHIN
    what = ngettext(
        "Skriv, hvor langt delmålet er kommet", "Skriv, hvor langt %(count)s delmål er kommet", len(passed)
    )
    yield Duty(
        case_id=facts.case_id,
        name="follow-up-sub-goals",
        band=Band.PROMISE_MISSED if by < today else Band.COMING,
        due=by,
        what=what % {"count": len(passed)},
        why=(*_titles(passed, today), _("Vi følger op senest to uger efter delmålets dato.")),
    )


def _titles(passed: list[SubGoalSeen], today: date) -> Iterator[str]:
    for one in passed[:MOST_TITLES]:
        yield _("%(title)s, %(day)s") % {"title": one.title, "day": day_words(one.due_on, today)}
