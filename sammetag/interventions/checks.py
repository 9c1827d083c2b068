"""The days and hours that an intervention can have, and the plain sentence for those that it cannot."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from django.db.models import Min
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from sammetag.cases.models import Case, Programme
from sammetag.cases.queries import programme_of
from sammetag.design.wording import date_words
from sammetag.errors import RuleBroken
from sammetag.interventions.day_by_day import TOWARDS_WORK
from sammetag.interventions.life import Step, earliest
from sammetag.interventions.models import Intervention
from sammetag.law.errors import LawError
from sammetag.law.mentor_period import MentorFacts, mentor_period

FULL_TIME = Decimal(37)
FARTHEST = timedelta(days=2 * 365)
# What is said of a day to come, where there is more to say than that it has not come.
AHEAD: dict[Step | None, Promise] = {
    Step.WAIT: gettext_lazy("Datoen ligger ude i fremtiden. Ventetid kan skrives ind, når den er begyndt."),
    Step.START: gettext_lazy(
        "Datoen ligger ude i fremtiden. Er det kun aftalt, så skriv det som aftalt, og skriv begyndelsen "
        "ind, når den er sket."
    ),
    Step.PAUSE: gettext_lazy("Datoen ligger ude i fremtiden. En pause kan skrives ind, når den er begyndt."),
    Step.RESUME: gettext_lazy(
        "Datoen ligger ude i fremtiden. Skriv ind, at den er i gang igen, når den er det."
    ),
    Step.END: gettext_lazy("Datoen ligger ude i fremtiden. En slutning kan skrives ind, når den er sket."),
}


def check_within_case(case: Case, day: date) -> None:
    """Refuse a day before the first programme was granted, or after the last one ends."""
    first = Programme.objects.of(case).aggregate(first=Min("granted_on"))["first"]
    if first and day < first:
        sentence = _("Datoen kan ikke ligge før bevillingen. Forløbet blev bevilget %(day)s.")
        raise RuleBroken(sentence % {"day": date_words(first)}, "before the grant")
    programme = programme_of(case)
    last = programme and (programme.ended_on or programme.granted_until)
    if last and day > last:
        sentence = _("Datoen ligger efter forløbets slutning %(day)s. Vælg en tidligere dato.")
        raise RuleBroken(sentence % {"day": date_words(last)}, "after the programme")


def check_agreed_end(case: Case, field: str, until: date | None) -> None:
    """Refuse an agreed end after the programme's, or so far after it that the year must be a slip.

    What leads towards work is given in the programme; support and treatment may go on when it has ended.
    """
    programme = programme_of(case)
    if until is None or programme is None:
        return
    end = programme.ended_on or programme.granted_until
    if field in TOWARDS_WORK and until > end:
        sentence = _("Den aftalte slutning ligger efter forløbets slutning %(day)s. Vælg en tidligere dato.")
        raise RuleBroken(sentence % {"day": date_words(end)}, "agreed past the programme")
    if until > end + FARTHEST:
        raise RuleBroken(
            _("Den aftalte slutning ligger over to år efter forløbets. Er årstallet rigtigt?"),
            "too far ahead",
        )


def check_not_ahead(day: date, step: Step | None = None) -> None:
    """Refuse to write that something happened on a day that has not come."""
    if day > timezone.localdate():
        sentence = AHEAD.get(step) or _("Dagen ligger ude i fremtiden. Skriv en dag, der har været.")
        raise RuleBroken(str(sentence), "in the future")


def check_order(since: date, until: date | None) -> None:
    """Refuse what ends before it begins."""
    if until is not None and until < since:
        sentence = _("Slutningen ligger før begyndelsen. Begyndelsen er %(day)s.")
        raise RuleBroken(sentence % {"day": date_words(since)}, "ends before it begins")


def check_hours(hours: Decimal) -> None:
    """Refuse more hours a week than there are."""
    if not 0 <= hours <= FULL_TIME:
        raise RuleBroken(_("Timerne om ugen skal ligge mellem 0 og 37."), "hours out of range")


def check_after_last_step(one: Intervention, day: date) -> None:
    """Refuse a step that lies before what happened last."""
    first = earliest(one, timezone.localdate())
    if first and day < first:
        sentence = _(
            "Det seneste skridt er fra %(day)s, og det næste kan ikke ligge før det. Er datoen forkert, så "
            "ret det seneste skridt."
        )
        raise RuleBroken(sentence % {"day": date_words(first)}, "before the last step")


def check_mentor_period(case: Case, since: date, until: date, language: str) -> None:
    """Refuse a period with a mentor that is longer than the law allows; what it does not say is allowed."""
    check_order(since, until)
    programme = programme_of(case)
    if programme is None:
        return
    facts = MentorFacts(programme.scheme, programme.granted_on, since, until)
    try:
        answer = mentor_period(facts, timezone.localdate())
    except LawError:
        return
    if answer.value.fits is False:
        why = " ".join(one.text.in_language(language) for one in answer.reasons[:2])
        raise RuleBroken(why, "mentor period too long")
