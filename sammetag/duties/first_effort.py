"""The intervention guarantee: something that counts must have begun, or the team has the case again."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from sammetag.duties.duty import Band, Duty
from sammetag.duties.facts import CaseFacts
from sammetag.duties.sentences import day_words, law_words, reason_words
from sammetag.law.answer import Answer, ReasonKind
from sammetag.law.errors import LawError
from sammetag.law.guarantee import Guarantee, GuaranteeState, guarantee

TOLD_AHEAD = 60
MOST_REASONS = 3


def guaranteed(facts: CaseFacts, today: date) -> Answer[Guarantee] | None:
    """What the law of the guarantee says of a case today; none where it does not say or need not be asked."""
    if facts.guarantee is None or not facts.under_way(today):
        return None
    try:
        return guarantee(facts.guarantee, today)
    except LawError:
        return None


def begin_in_time(facts: CaseFacts, answer: Answer[Guarantee] | None, today: date) -> Iterator[Duty]:
    """The last day on which something that counts must have begun, and what is owed once it has passed."""
    if answer is None or answer.value.state not in (GuaranteeState.RUNNING, GuaranteeState.OWED):
        return
    late = answer.value.state is GuaranteeState.OWED
    yield Duty(
        case_id=facts.case_id,
        name="answer-guarantee" if late else "begin-in-time",
        band=Band.LAW_MISSED if late else Band.COMING,
        due=answer.value.last_day,
        what=_("Sagen skal for rehabiliteringsteamet igen")
        if late
        else _("Få noget i gang, der opfylder indsatsgarantien"),
        why=(*_passed(answer.value, late, today), *_not_counted(answer)),
        version=answer.version,
        details=law_words(answer),
        ahead=TOLD_AHEAD,
    )


def time_left(answer: Answer[Guarantee] | None, today: date) -> Iterator[str]:
    """Until when there is time, for a case in which the clock still runs."""
    if answer is not None and answer.value.state is GuaranteeState.RUNNING:
        yield _("Indsatsgarantien udløber %(day)s.") % {"day": day_words(answer.value.last_day, today)}


def _passed(value: Guarantee, late: bool, today: date) -> Iterator[str]:
    if late:
        told = _("Intet, der opfylder indsatsgarantien, var begyndt %(day)s.")
        yield told % {"day": day_words(value.last_day, today)}


def _not_counted(answer: Answer[Guarantee]) -> Iterator[str]:
    """What the law says of this very case: what moved the day, and what did not count and why."""
    told = reason_words(one for one in answer.reasons if one.kind is ReasonKind.FACT)
    yield from told[:MOST_REASONS]
    if (more := len(told) - MOST_REASONS) and more > 0:
        yield ngettext(
            "Og %(count)s ting mere om det i sagen.", "Og %(count)s ting mere om det i sagen.", more
        ) % {"count": more}
