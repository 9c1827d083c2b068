"""The law as dated rules with sources: plain Python, no web framework, no database.

Every question takes its dates from the caller; nothing here knows what day it is.

Questions
    talks_due(TalkFacts, on)            -> Answer[TalksDue]    how many talks, how many missing, by when
    forms_allowed(FormFacts, on)        -> Answer[Forms]       the forms a talk may have that day
    form_allowed(FormFacts, form, on)   -> Answer[bool]        whether one form is allowed, and so counts
    length_allowed(LengthFacts)         -> Answer[Length]      earliest and latest end of a programme
    guarantee(GuaranteeFacts, on)       -> Answer[Guarantee]   by when something must begin, and what counts
    mentor_period(MentorFacts, on)      -> Answer[MentorPeriod]  the latest end of a period with a mentor
    plan_ahead(PlanFacts, on)           -> Answer[PlanAhead]   how far ahead the plan must reach
    number(name, scheme=..., on=...)    -> Number              one dated number with its unit and source

Answers
    Answer       value, reasons, version; `warnings` are the reasons to read before relying on the value
    Reason       text (Words), kind (ReasonKind), source
    Version      topic, schemes, period, source, confidence, note
    Words        da, en; `in_language('da')`, `filled(...)`; `day_in_words`, `period_in_words`, `counted`,
                 `together` make them
    CONFIDENCE_WORDS   what each `Confidence` is called

No answer
    LawError     has `.sentence` (Words) for the person; its kinds are NotInForce, OutsideProgramme
                 (a NotInForce), NotKnown and UnknownScheme.
    RulebookError means that the rulebook itself is wrong, and stops the program when it starts.

Schemes and the rulebook
    SCHEMES, scheme_name(scheme), RESSOURCEFORLOEB, JOBAFKLARINGSFORLOEB
    change_dates()     every date on which a rule or a number changes
    BOOK               all versions: BOOK.versions(), BOOK.topics()

Changing a rule touches three files, for talks: `talks.py` (a new dated version beside the old one),
`talks.yaml` (its number) and `tests/law/talks_examples.yaml` (examples on, inside and outside its dates).
"""

from datetime import date

from sammetag.law.answer import (
    CONFIDENCE_WORDS,
    Answer,
    ChosenBy,
    Confidence,
    Reason,
    ReasonKind,
    Source,
    Topic,
    Version,
)
from sammetag.law.duration import Length, LengthFacts, length_allowed
from sammetag.law.errors import (
    LawError,
    NotInForce,
    NotKnown,
    OutsideProgramme,
    RulebookError,
    UnknownScheme,
)
from sammetag.law.form import Form, FormFacts, Forms, form_allowed, forms_allowed
from sammetag.law.guarantee import Guarantee, GuaranteeState, guarantee
from sammetag.law.guarantee_facts import Effort, EffortKind, GuaranteeFacts, Relief, ReliefKind
from sammetag.law.mentor_period import MentorFacts, MentorPeriod, mentor_period
from sammetag.law.numbers import Number, all_numbers, number
from sammetag.law.period import DAY, Period, add_months, months_from
from sammetag.law.plan_ahead import PlanAhead, PlanFacts, plan_ahead
from sammetag.law.registry import BOOK
from sammetag.law.schemes import JOBAFKLARINGSFORLOEB, RESSOURCEFORLOEB, SCHEMES, scheme_name
from sammetag.law.talks import TalkFacts, TalksDue, talks_due
from sammetag.law.words import Words, counted, day_in_words, period_in_words, together

__all__ = [
    "BOOK",
    "CONFIDENCE_WORDS",
    "DAY",
    "JOBAFKLARINGSFORLOEB",
    "RESSOURCEFORLOEB",
    "SCHEMES",
    "Answer",
    "ChosenBy",
    "Confidence",
    "Effort",
    "EffortKind",
    "Form",
    "FormFacts",
    "Forms",
    "Guarantee",
    "GuaranteeFacts",
    "GuaranteeState",
    "LawError",
    "Length",
    "LengthFacts",
    "MentorFacts",
    "MentorPeriod",
    "NotInForce",
    "NotKnown",
    "Number",
    "OutsideProgramme",
    "Period",
    "PlanAhead",
    "PlanFacts",
    "Reason",
    "ReasonKind",
    "Relief",
    "ReliefKind",
    "RulebookError",
    "Source",
    "TalkFacts",
    "TalksDue",
    "Topic",
    "UnknownScheme",
    "Version",
    "Words",
    "add_months",
    "change_dates",
    "counted",
    "day_in_words",
    "form_allowed",
    "forms_allowed",
    "guarantee",
    "length_allowed",
    "mentor_period",
    "months_from",
    "number",
    "period_in_words",
    "plan_ahead",
    "scheme_name",
    "talks_due",
    "together",
]


def change_dates() -> tuple[date, ...]:
    """Give every date on which a rule or a number begins, or is the first day without one; in order."""
    periods = [found.period for found in all_numbers()]
    begins = {period.first for period in periods}
    ends = {period.last + DAY for period in periods if period.last is not None}
    return tuple(sorted(begins | ends | set(BOOK.change_dates())))


BOOK.refuse_gaps()
all_numbers()
