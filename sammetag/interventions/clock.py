"""The clock of the guarantee for one case, in plain words: until when, what stopped it, and what does not."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from sammetag.cases.models import Case, Programme
from sammetag.cases.queries import programme_of
from sammetag.design.wording import date_words
from sammetag.interventions.guarantee_facts import began_on, guarantee_facts
from sammetag.interventions.models import Exemption, GuaranteeAnswer, Intervention
from sammetag.interventions.queries import exemptions_of, guarantee_answer_of, interventions_of
from sammetag.law.answer import Answer, Reason, Version
from sammetag.law.errors import LawError
from sammetag.law.guarantee import Guarantee, GuaranteeFacts, GuaranteeState, guarantee

HEADINGS: dict[GuaranteeState, str | Promise] = {
    GuaranteeState.RUNNING: gettext_lazy("Senest %(day)s skal en indsats være begyndt"),
    GuaranteeState.STOPPED: gettext_lazy("En indsats begyndte i tide"),
    GuaranteeState.RELIEVED: gettext_lazy("Sagen skal ikke i teamet igen"),
    GuaranteeState.OWED: gettext_lazy("Sagen skal i rehabiliteringsteamet igen"),
    GuaranteeState.RESUBMITTED: gettext_lazy("Sagen har været i rehabiliteringsteamet igen"),
}


@dataclass(frozen=True)
class Counts:
    """One intervention that began, and whether it stopped the clock."""

    one: Intervention
    began: date
    stopped: bool
    why: list[str]


@dataclass(frozen=True)
class Clock:
    """What the guarantee is in one case `on` a day. Without an answer, `sentence` says why there is none."""

    programme: Programme
    sentence: str
    on: date
    exemptions: list[Exemption]
    answered: GuaranteeAnswer | None
    guarantee: Guarantee | None = None
    heading: str = ""
    reasons: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    version: Version | None = None
    counted: tuple[Counts, ...] = ()
    days_left: int = 0

    @property
    def is_owed(self) -> bool:
        return self.guarantee is not None and self.guarantee.state is GuaranteeState.OWED


def clock_of(case: Case, today: date) -> Clock | None:
    """The guarantee of the programme that the case is about now; none without a programme. Five queries."""
    programme = programme_of(case)
    if programme is None:
        return None
    interventions, exemptions = list(interventions_of(case)), exemptions_of(case)
    answered = guarantee_answer_of(programme, case)
    facts = guarantee_facts(programme, interventions, exemptions, answered)
    # After the end of a programme the clock stands where it stood on its last day.
    on = min(today, programme.ended_on or today)
    try:
        told = guarantee(facts, on)
    except LawError as fault:
        return Clock(programme, fault.sentence.in_language(_language()), on, exemptions, answered)
    bare = Clock(programme, "", on, exemptions, answered)
    return _told(bare, told, tuple(_counted(interventions, facts, programme, on)))


def _told(clock: Clock, told: Answer[Guarantee], counted: tuple[Counts, ...]) -> Clock:
    value = told.value
    heading = str(HEADINGS[value.state]) % {"day": date_words(value.last_day)}
    of_efforts = {sentence for one in counted for sentence in one.why}
    others = [one for one in told.reasons if one not in told.warnings and _words(one) not in of_efforts]
    return replace(
        clock,
        guarantee=value,
        heading=heading,
        reasons=tuple(_words(one) for one in others),
        warnings=tuple(_words(one) for one in told.warnings),
        version=told.version,
        counted=counted,
        days_left=(value.last_day - clock.on).days,
    )


def _counted(
    interventions: list[Intervention], facts: GuaranteeFacts, programme: Programme, on: date
) -> list[Counts]:
    """Each intervention that began, asked about alone: what the law says of it is what it adds."""
    bare = replace(facts, efforts=(), reliefs=())
    without = {_words(one) for one in guarantee(bare, on).reasons}
    found = []
    for one in interventions:
        began = began_on(one)
        if began is None or began > on:
            continue
        alone = guarantee_facts(programme, [one], [], None)
        asked = guarantee(replace(bare, efforts=alone.efforts, reliefs=alone.reliefs), on)
        why = [_words(reason) for reason in asked.reasons if _words(reason) not in without]
        stopped = asked.value.state in (GuaranteeState.STOPPED, GuaranteeState.RELIEVED)
        found.append(Counts(one, began, stopped, why or [_("Den tæller ikke i garantien.")]))
    return sorted(found, key=lambda counts: counts.began)


def _words(reason: Reason) -> str:
    return reason.text.in_language(_language())


def _language() -> str:
    return get_language() or "da"
