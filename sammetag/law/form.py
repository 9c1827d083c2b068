"""In which form a talk may be held: in person, by phone, by video or by letter.

To change the law: add a dated version below and end the one before it, add its number to `form.yaml` where it
has one, add its examples to `tests/law/form_examples.yaml`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sammetag.law.answer import (
    Answer,
    Asked,
    ChosenBy,
    Confidence,
    Finding,
    Reason,
    ReasonKind,
    Source,
    Topic,
)
from sammetag.law.form_words import (
    ALLOWED,
    FIRST_IN_PERSON,
    FORM_TITLE,
    FORMS,
    IN_PERSON_DECIDED,
    IN_PERSON_ONLY,
    NOT_ALLOWED,
    NOTE_2014,
    NOTE_2022,
    NOTE_2023,
    NOTE_2026,
    PARTLY_BACK,
    PERSON_CHOOSES,
    WHILE_IN_OFFER,
    WHY_MARCH_2023,
)
from sammetag.law.grants import require_possible
from sammetag.law.numbers import number
from sammetag.law.period import Period, months_from
from sammetag.law.programme import COVID_PAUSE, covid_warning, require_inside
from sammetag.law.registry import BOOK, Book
from sammetag.law.rule import not_known, rule
from sammetag.law.schemes import JOBAFKLARINGSFORLOEB, RESSOURCEFORLOEB, scheme_name
from sammetag.law.suspensions import SuspendedActivity, SuspensionFacts, warnings_of
from sammetag.words import Words

TALK_FORM = Topic("talks.form", FORM_TITLE, ChosenBy.DAY, grants=require_possible)
BOTH = (RESSOURCEFORLOEB, JOBAFKLARINGSFORLOEB)
OLD_OFFER_CHAPTERS = frozenset({10, 11, 12})
OFFER_CHAPTERS = frozenset({11, 12, 13, 14})


class Form(StrEnum):
    """How a talk is held; 'personal digital' in the act is VIDEO here."""

    IN_PERSON = "in_person"
    PHONE = "phone"
    VIDEO = "video"
    LETTER = "letter"


EVERY_FORM = frozenset(Form)
IN_PERSON = frozenset({Form.IN_PERSON})
PERSONAL = frozenset({Form.IN_PERSON, Form.PHONE, Form.VIDEO})
Forms = frozenset[Form]


@dataclass(frozen=True, slots=True)
class FormFacts:
    """What must be known of one talk: `in_offer_chapters` are the LAB chapters of offers running on its day.

    `first_talk`: no talk has been held before it in the programme. `in_person_decided`: the municipality
    has decided in this case that the talk must be in person. `partly_back_at_work`: part-time back in a job
    or own firm.
    """

    scheme: str
    granted_on: date
    starts_on: date
    first_talk: bool
    in_offer_chapters: frozenset[int] = frozenset()
    in_person_decided: bool = False
    partly_back_at_work: bool = False


def forms_allowed(facts: FormFacts, on: date, *, book: Book = BOOK) -> Answer[Forms]:
    """Say in which forms a talk on that day may be held.

    Raises UnknownScheme, NotInForce (also OutsideProgramme), NotKnown.
    Source: LAB §§ 16 and 18 until 2019, § 33 since 2020, § 31 a in 2022 and early 2023.
    """
    scheme_name(facts.scheme)
    TALK_FORM.require_grant(facts.scheme, facts.granted_on)
    require_inside(Period(facts.starts_on), on)
    return book.ask(TALK_FORM, facts, scheme=facts.scheme, granted_on=facts.granted_on, on=on)


def form_allowed(facts: FormFacts, form: Form | str, on: date, *, book: Book = BOOK) -> Answer[bool]:
    """Say whether a talk on that day may be held in that form, and so counts towards the number required.

    Raises ValueError for a form that is none of ours, otherwise as `forms_allowed`.
    """
    asked_form = Form(form)
    forms = forms_allowed(facts, on, book=book)
    allowed = asked_form in forms.value
    text = (ALLOWED if allowed else NOT_ALLOWED).filled(form=FORMS[asked_form.value])
    return Answer(allowed, (Reason(text), *forms.reasons), forms.version)


@rule(
    TALK_FORM,
    schemes=(JOBAFKLARINGSFORLOEB,),
    first=date(2014, 7, 1),
    last=date(2019, 12, 31),
    source=Source("LAB", "§ 16, stk. 8, og § 18, stk. 5", "LBK 990/2014, LBK 1342/2016"),
    confidence=Confidence.MEDIUM,
    note=NOTE_2014,
)
@rule(
    TALK_FORM,
    schemes=(RESSOURCEFORLOEB,),
    first=date(2013, 1, 1),
    last=date(2019, 12, 31),
    source=Source(
        "LAB", "§ 16, stk. 5, og § 18, stk. 5 (2013: stk. 3)", "LBK 415/2013, 990/2014, 807/2015, 1342/2016"
    ),
    confidence=Confidence.HIGH,
)
def in_person_or_any_form_in_old_offers(facts: FormFacts, asked: Asked) -> Finding[Forms]:
    """Ask for attendance in person, except while an offer of the old chapters 10-12 runs."""
    return _in_person_unless_in_offer(facts, asked, OLD_OFFER_CHAPTERS)


@rule(
    TALK_FORM,
    schemes=BOTH,
    first=date(2020, 1, 1),
    last=date(2021, 12, 31),
    source=Source("LAB", "§ 33, stk. 1 og 3", "LOV 548/2019"),
    confidence=Confidence.HIGH,
)
def in_person_or_any_form_in_offers(facts: FormFacts, asked: Asked) -> Finding[Forms]:
    """Ask for attendance in person, except in offers of chapters 11-14 or when partly back at work."""
    if asked.scheme == JOBAFKLARINGSFORLOEB and facts.partly_back_at_work:
        return _finding(EVERY_FORM, PARTLY_BACK, asked)
    return _in_person_unless_in_offer(facts, asked, OFFER_CHAPTERS)


@rule(
    TALK_FORM,
    schemes=BOTH,
    first=date(2022, 1, 1),
    last=date(2023, 3, 19),
    source=Source("LAB", "§ 31 a og § 33, stk. 1-2", "LOV 2590/2021, LBK 701/2022"),
    confidence=Confidence.MEDIUM,
    note=NOTE_2022,
)
def strict_in_first_months_then_chosen(facts: FormFacts, asked: Asked) -> Finding[Forms]:
    """Keep the rule of attendance for the first months and let the person choose afterwards."""
    months = number("form_first_months", scheme=asked.scheme, on=asked.chosen_on).value
    if months_from(facts.starts_on, months).contains(asked.on):
        return in_person_or_any_form_in_offers(facts, asked)
    return _person_chooses(facts, asked)


not_known(
    TALK_FORM,
    schemes=BOTH,
    first=date(2023, 3, 20),
    last=date(2023, 3, 21),
    reason=WHY_MARCH_2023,
    source=Source("LAB", "§ 31 a og § 33", "LOV 295/2023"),
)


@rule(
    TALK_FORM,
    schemes=BOTH,
    first=date(2026, 7, 1),
    last=None,
    source=Source("LAB", "§ 33, stk. 1-2", "LBK 280/2024, ændret ved LOV 1750/2025"),
    confidence=Confidence.MEDIUM,
    note=NOTE_2026,
)
@rule(
    TALK_FORM,
    schemes=BOTH,
    first=date(2024, 3, 1),
    last=date(2026, 6, 30),
    source=Source("LAB", "§ 33, stk. 1-2", "LBK 280/2024"),
    confidence=Confidence.HIGH,
)
@rule(
    TALK_FORM,
    schemes=BOTH,
    first=date(2023, 3, 22),
    last=date(2024, 2, 29),
    source=Source("LAB", "§ 33, stk. 1-2", "LOV 295/2023"),
    confidence=Confidence.MEDIUM,
    note=NOTE_2023,
)
def first_in_person_then_chosen(facts: FormFacts, asked: Asked) -> Finding[Forms]:
    """Ask for attendance in person at the first talk and let the person choose afterwards."""
    if facts.first_talk:
        return _finding(IN_PERSON, FIRST_IN_PERSON, asked)
    return _person_chooses(facts, asked)


def _in_person_unless_in_offer(facts: FormFacts, asked: Asked, chapters: frozenset[int]) -> Finding[Forms]:
    told = {"first": min(chapters), "last": max(chapters)}
    if facts.in_offer_chapters & chapters:
        return _finding(EVERY_FORM, WHILE_IN_OFFER.filled(**told), asked)
    return _finding(IN_PERSON, IN_PERSON_ONLY.filled(**told), asked)


def _person_chooses(facts: FormFacts, asked: Asked) -> Finding[Forms]:
    if facts.in_person_decided:
        return _finding(IN_PERSON, IN_PERSON_DECIDED, asked)
    return _finding(PERSONAL, PERSON_CHOOSES, asked)


def _finding(forms: Forms, why: Words, asked: Asked) -> Finding[Forms]:
    return Finding(forms, (Reason(why, ReasonKind.RULE, asked.version.source), *_covid(asked)))


def _covid(asked: Asked) -> tuple[Reason, ...]:
    if COVID_PAUSE.contains(asked.on):
        return (covid_warning(),)
    return warnings_of(SuspensionFacts(asked.scheme, SuspendedActivity.TALK), (asked.on,), book=asked.book)
