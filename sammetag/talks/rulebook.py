"""Whether a talk counts by the rules that held on its day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from sammetag.cases.models import Case, Programme
from sammetag.cases.queries import Granted
from sammetag.interventions.queries import interventions_of
from sammetag.interventions.running import chapters_on
from sammetag.law.answer import Version
from sammetag.law.errors import LawError
from sammetag.law.form import TALK_FORM, FormFacts, form_allowed, forms_allowed
from sammetag.law.period import Period
from sammetag.practice.telling import Asked, open_about
from sammetag.talks.models import Form, Outcome, Talk


@dataclass(frozen=True)
class Counting:
    """Whether a talk counts (none: not known), why, what the law leaves open about it, and the rule."""

    counts: bool | None
    sentences: list[str]
    open_questions: list[Asked]
    version: Version | None = None


def counting(case: Case, talk: Talk) -> Counting | None:
    """Whether a held talk counts, or a booked one will, by its form; none where nobody asks."""
    day = timezone.localtime(talk.starts_at).date()
    programme = Programme.objects.of(case).filter(granted_on__lte=day).order_by("-granted_on").first()
    if programme is None or talk.outcome not in (Outcome.BOOKED, Outcome.HELD):
        return None
    held = Talk.objects.of(case).filter(outcome=Outcome.HELD, starts_at__lt=talk.starts_at)
    first = not held.filter(starts_at__date__gte=programme.starts_on).exists()
    facts = form_facts(programme, first, chapters_on(interventions_of(case), day))
    language = get_language() or "da"
    unsettled = open_about(
        TALK_FORM.name, days=Period(day, day), municipality_id=case.municipality_id, scheme=programme.scheme
    )
    try:
        answer = form_allowed(facts, talk.form, day)
    except LawError as fault:
        return Counting(None, [fault.sentence.in_language(language)], unsettled)
    sentences = [one.text.in_language(language) for one in answer.reasons]
    return Counting(answer.value, sentences, unsettled, answer.version)


def forms_that_count(case: Case, day: date) -> str:
    """The forms in which a talk on this day would count, as a sentence; empty where the law does not say."""
    programme = Programme.objects.of(case).filter(granted_on__lte=day).order_by("-granted_on").first()
    if programme is None:
        return ""
    held = Talk.objects.of(case).filter(outcome=Outcome.HELD, starts_at__date__gte=programme.starts_on)
    facts = form_facts(programme, not held.exists(), chapters_on(interventions_of(case), day))
    try:
        allowed = forms_allowed(facts, day).value
    except LawError:
        return ""
    words = [str(form.label).lower() for form in Form if form.value in allowed]
    return _("Tæller med efter loven: %(forms)s.") % {"forms": ", ".join(words)}


def form_facts(programme: Granted, first_talk: bool, chapters: frozenset[int]) -> FormFacts:
    """What the law of forms asks about one talk of a programme."""
    return FormFacts(
        scheme=programme.scheme,
        granted_on=programme.granted_on,
        starts_on=programme.starts_on,
        first_talk=first_talk,
        in_offer_chapters=chapters,
    )
