"""`sammetag law impact` without a file: the reforms in the cases of somebody's units, from a terminal."""

from __future__ import annotations

from datetime import date
from uuid import uuid4

from sammetag.cases.queries import open_cases
from sammetag.config.importing import acting_as
from sammetag.journal.actions import look
from sammetag.law.case_questions import QUESTIONS
from sammetag.law.impact import Impact, impact
from sammetag.law.reform import ReformedBook
from sammetag.lawbook.caseload import as_the_law_asks
from sammetag.lawbook.reforms_page import PURPOSE


def of(username: str, on: date, *, under: ReformedBook) -> list[tuple[str, Impact | None]]:
    """Each running case by its number with what the reforms change in it; told as looked at."""
    with acting_as(username) as person:
        asked = list(as_the_law_asks(person, open_cases(person), on))
        look(
            by=person,
            page="law-reforms",
            purpose=PURPOSE,
            cases=sorted(case.id for case, _facts in asked),
            request_id=uuid4(),
        )
        return [(case.number, impact(facts, on, under=under, questions=QUESTIONS)) for case, facts in asked]
