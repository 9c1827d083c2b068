"""What the tests write around a study: elements, rounds, interviews, changes and notes."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import Any
from uuid import UUID, uuid4

from django.utils import timezone

from sammetag.people.models import Field
from sammetag.studies.actions.context import ContextText, write_context
from sammetag.studies.actions.interviews import InterviewText, log_interview, write_quotation
from sammetag.studies.actions.method_notes import NoteText, write_note
from sammetag.studies.actions.theory import ElementText, RoundText, tell_round, write_element
from sammetag.studies.models import (
    ContextChange,
    Draw,
    Element,
    Entry,
    Interview,
    MethodNote,
    Practice,
    Quotation,
    Round,
    Side,
)
from tests.studies.deeds import DRAWER, LEADER, behind
from tests.town import Town

A_YEAR, NEXT_YEAR = date(2017, 6, 1), date(2018, 6, 1)


def element(town: Town, study: UUID, title: str = "Samme tag", **how: Any) -> Element:
    """An element that Lis writes."""
    text = ElementText(how.pop("side", Side.ORGANISATION), title, "Det giver tillid.", **how)
    with behind(town, LEADER):
        return write_element(by=town.person(LEADER), study_id=study, token=uuid4(), text=text)


def round_told(
    town: Town, study: UUID, about: Element, state: Practice, *, name: str = "2017", arm: str = "treatment"
) -> Round:
    """How far an element had come, as Lis tells it."""
    told = RoundText(name, A_YEAR if name == "2017" else NEXT_YEAR, arm, state)
    with behind(town, LEADER):
        return tell_round(
            by=town.person(LEADER), study_id=study, element_id=about.id, token=uuid4(), told=told
        )


def interview_text(**how: Any) -> InterviewText:
    """An interview with one leader, who came."""
    whole: dict[str, Any] = {
        "role": "Leder",
        "round": "2018",
        "arm": "treatment",
        "group": False,
        "agreed_on": None,
        "held_on": NEXT_YEAR,
        "persons": 1,
        "came": 1,
        "chosen_by": "evaluator",
        "held_by": "evaluator",
    }
    return InterviewText(**whole | how)


def interview(town: Town, study: UUID, **how: Any) -> Interview:
    """An interview that Lis logs."""
    with behind(town, LEADER):
        return log_interview(
            by=town.person(LEADER), study_id=study, token=uuid4(), text=interview_text(**how)
        )


def quotation(town: Town, about: Interview, words: str, not_them: Collection[str] = ()) -> Quotation:
    """What somebody said, as Lis writes it."""
    with behind(town, LEADER):
        return write_quotation(
            by=town.person(LEADER),
            study_id=about.study_id,
            interview_id=about.id,
            token=uuid4(),
            theme="Ventetid",
            words=words,
            not_them=not_them,
        )


def change(town: Town, study: UUID, words: str = "Afdelingen flyttede.", **how: Any) -> ContextChange:
    """A change that Lis writes down."""
    text = ContextText(how.pop("since", A_YEAR), how.pop("until", None), words, **how)
    with behind(town, LEADER):
        return write_context(by=town.person(LEADER), study_id=study, token=uuid4(), text=text)


def note(
    town: Town, name: str, text: str = "Ring først.", field: Field = Field.EMPLOYMENT, **how: Any
) -> MethodNote:
    """A note that somebody writes."""
    said = NoteText(field, how.pop("title", "En praktik"), text)
    with behind(town, name):
        return write_note(by=town.person(name), token=uuid4(), text=said, **how)


def drawn(town: Town, study: UUID) -> None:
    """The citizen of Astrid's own case is in the study."""
    by = {"study_id": study, "written_at": timezone.now(), "written_by_id": town.staff[DRAWER].id}
    with behind(town, DRAWER):
        draw = Draw(number=1, block="1", on=A_YEAR, listed=1, **by)
        draw.save(force_insert=True)
        Entry(
            draw=draw, case_id=town.cases["own"], pseudonym="P1", arm="treatment", entered_on=A_YEAR, **by
        ).save(force_insert=True)
