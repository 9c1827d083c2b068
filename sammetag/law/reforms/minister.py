"""What the minister's four proposals share, as proposed and as enacted by LOV 1160/2021: sources and days.

As proposed they hold from the first day of the scheme, so that they can be asked of any case, past or
present. As enacted they are the law, laid also over the days and the grants before it was in force.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from sammetag.law.act_of_2022 import IN_FORCE
from sammetag.law.answer import Asked, Finding, Source, Topic
from sammetag.law.registry import BOOK
from sammetag.words import Words

PUBLISHED = (
    "gengivet af NB-Beskæftigelse, »Her er beskæftigelsesministerens forslag til ændring af ressourceforløb«"
)
NOTE_EARLIER = Words(
    "Loven gjaldt først fra den 1. januar 2022. Her er den lagt over tiden før og over forløb bevilget før.",
    "The act did not apply until 1 January 2022. Here it is laid over the time before, and over programmes "
    "granted before.",
)


def proposal(number: int) -> Source:
    """Give where one of the four proposals, counted from 1, can be read."""
    return Source("Beskæftigelsesministerens forslag", f"nr. {number}", PUBLISHED)


def is_law(granted_on: date, asked: Asked) -> bool:
    """Say whether the act itself answers: on that day, and for programmes granted then."""
    return asked.on >= IN_FORCE and granted_on >= IN_FORCE


def as_of_2022(topic: Topic, facts: Any, asked: Asked) -> Finding[Any]:
    """Answer as the act did on its first day, or on the later day asked about.

    The facts must tell of a grant that the act covers: `covered` gives the day.
    """
    day = max(asked.on, IN_FORCE)
    return BOOK.find(topic, asked.scheme, day).apply(facts, replace(asked, on=day, chosen_on=day))


def covered(granted_on: date) -> date:
    """Give the day of the grant, or the first one that the act covers where that is later."""
    return max(granted_on, IN_FORCE)
