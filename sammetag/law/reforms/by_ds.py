"""What the reforms that Dansk Socialrådgiverforening (DS) asks for have in common."""

from __future__ import annotations

from datetime import date
from typing import Protocol, TypeVar

from sammetag.law.answer import Answer, Source
from sammetag.law.case_facts import CaseFacts
from sammetag.law.case_question import Lacking
from sammetag.words import Words

NOTE_2026 = Words(
    "Forslaget er skrevet før reformen i 2026. Siden 1. februar 2026 bevilges der ikke nye ressourceforløb, "
    "og revalidering er afskaffet; fra hvilken dag er ikke læst (LOV 1750/2025). Om dagene derefter viser "
    "svaret forslaget, som om begge dele stadig fandtes.",
    "The proposal was written before the reform of 2026. No new ressourceforløb are granted since 1 "
    "February 2026, and vocational rehabilitation has been abolished; from which day has not been read (LOV "
    "1750/2025). Of later days the answer shows the proposal as if both still existed.",
)


class Settled(Protocol):
    """A value that says which of the facts of `ReformFacts` it lacks; none where it is settled."""

    @property
    def lacking(self) -> tuple[str, ...]:
        """Give the names of the facts that would settle it."""


V = TypeVar("V", bound=Settled)


def proposal(section: str) -> Source:
    """Give the source of one proposal ('forslag 3') in the note of DS, which bears no date."""
    return Source("DS", section, "Dansk Socialrådgiverforening, notat uden dato")


def settled(answer: Answer[V]) -> Answer[V]:
    """Give the answer back where it is settled; raises Lacking with the paths of the facts that it lacks."""
    if answer.value.lacking:
        raise Lacking(*(f"reform.{name}" for name in answer.value.lacking))
    return answer


def flexi_job_began(case: CaseFacts) -> date:
    """Give the first day of the flexi-job; raises Lacking where no part of the case tells it."""
    clock = case.flexi_clock
    began = case.reform.flexi_since or (clock.starts_on if clock else None) or case.starts_on
    if began is None:
        raise Lacking("reform.flexi_since")
    return began
