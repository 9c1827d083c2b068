"""What a plan cannot say: days outside the programme, an achievement to come, a text too long."""

from __future__ import annotations

from datetime import date

from django.utils import timezone
from django.utils.translation import gettext as _

from sammetag.cases.models import Case, Programme
from sammetag.cases.queries import programme_of
from sammetag.design.wording import date_words
from sammetag.errors import RuleBroken
from sammetag.plan.models import LONGEST_LINE, Achievement
from sammetag.plan.texts import SubGoalText

LONGEST_REASON = 400


def end_of(programme: Programme) -> date:
    """The last day of a programme: the one on which it ended, or to which it was granted."""
    return programme.ended_on or programme.granted_until


def check_title(title: str) -> None:
    """Refuse a title that says nothing, or more than fits."""
    if not title.strip():
        raise RuleBroken(_("Skriv først, hvad det går ud på."), "empty title")
    check_length(title, LONGEST_LINE)


def check_length(text: str, limit: int) -> None:
    """Refuse a text that does not fit."""
    if len(text) > limit:
        sentence = _("Teksten er på %(length)s tegn. Der er plads til %(limit)s. Din tekst er ikke tabt.")
        raise RuleBroken(sentence % {"length": len(text), "limit": limit}, "text too long")


def check_sub_goal(case: Case, text: SubGoalText) -> None:
    """Refuse a sub-goal whose days or whose achievement cannot be."""
    check_title(text.title)
    check_length(text.reason, LONGEST_REASON)
    _check_days(case, text)
    _check_achievement(text)


def check_day_of_deed(case: Case, day: date) -> None:
    """Refuse a day on which something of the plan cannot have happened: before the grant, or to come."""
    if day > timezone.localdate():
        raise RuleBroken(_("Dagen ligger ude i fremtiden. Skriv en dag, der har været."), "day to come")
    programme = programme_of(case)
    if programme and day < programme.granted_on:
        sentence = _("Dagen ligger før bevillingen. Forløbet blev bevilget %(day)s.")
        raise RuleBroken(sentence % {"day": date_words(programme.granted_on)}, "day before the grant")


def _check_days(case: Case, text: SubGoalText) -> None:
    if text.begins_on and text.begins_on > text.due_on:
        raise RuleBroken(_("Delmålet kan ikke begynde, efter at det skal være nået."), "begins after due")
    programme = programme_of(case)
    if programme is None:
        return
    if text.due_on > end_of(programme):
        sentence = _("Delmålet ligger efter forløbets slutning. Forløbet slutter %(day)s. Vælg en dag før.")
        raise RuleBroken(sentence % {"day": date_words(end_of(programme))}, "due after the end")
    if (text.begins_on or text.due_on) < programme.granted_on:
        sentence = _("Delmålet kan ikke ligge før bevillingen. Forløbet blev bevilget %(day)s.")
        raise RuleBroken(sentence % {"day": date_words(programme.granted_on)}, "sub-goal before the grant")


def _check_achievement(text: SubGoalText) -> None:
    if text.achievement is Achievement.GIVEN_UP and not text.reason.strip():
        raise RuleBroken(_("Skriv, hvorfor delmålet er opgivet."), "given up without a reason")
    if text.achievement is Achievement.NOT_BEGUN:
        return
    if text.achieved_on is None:
        raise RuleBroken(_("Skriv, siden hvornår delmålet er så langt."), "achieved on no day")
    if text.achieved_on > timezone.localdate():
        sentence = _("Du kan ikke skrive, hvor langt delmålet er, på en dag i fremtiden.")
        raise RuleBroken(sentence, "achieved in the future")
