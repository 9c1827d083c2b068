"""The outcomes that a trial can choose: each a definition over what the journal says of a person.

A definition says who is asked about, which event is looked for, from when the clock runs, and how it is told.
What the journal does not hold is no outcome here; a room that begins to write an event adds a definition.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sammetag.words import Words


class Direction(StrEnum):
    """Which way is better: MORE of it (or sooner), or LESS of it (or later)."""

    MORE = "more"
    LESS = "less"


class Measure(StrEnum):
    """What an outcome is for each person: the TIME until an event in days, a NUMBER, or one of several."""

    TIME = "time"
    NUMBER = "number"
    CATEGORY = "category"


@dataclass(frozen=True, slots=True)
class Indicator:
    """One outcome: its name, what it is called, how it is defined, and which way is usually hoped for.

    `ends_by` are the other endings, in their order from cause 2 on, that keep the event from coming at all.
    `labels` are those of a category, in their order from 0 on. `in_journal`: whether Sammetag writes the
    events itself; the others can only be taken in with a list from elsewhere. `counts`: the number counts
    what most have none of, and is told as 0, 1 or more.
    """

    name: str
    title: Words
    definition: Words
    measure: Measure
    hoped: Direction
    ends_by: tuple[Words, ...] = ()
    labels: tuple[Words, ...] = ()
    in_journal: bool = True
    counts: bool = False


_LEFT = Words("forløbet sluttede på anden måde", "the programme ended otherwise")

INDICATORS: tuple[Indicator, ...] = (
    Indicator(
        "clarification",
        Words("Afklaring", "Clarification"),
        Words(
            "Dage fra lodtrækningen, til forløbet slutter med job, uddannelse, fleksjob eller "
            "førtidspension. At gå tilbage til kontanthjælp er en afslutning, men ingen afklaring.",
            "Days from the draw until the programme ends in work, education, a flexi-job or a disability "
            "pension. A return to cash benefit is an ending, but no clarification.",
        ),
        Measure.TIME,
        Direction.MORE,
        (_LEFT,),
    ),
    Indicator(
        "completion",
        Words("Forløbet er slut", "The programme has ended"),
        Words(
            "Dage fra lodtrækningen, til forløbet slutter, uanset hvad borgeren gik til.",
            "Days from the draw until the programme ends, whatever the citizen went on to.",
        ),
        Measure.TIME,
        Direction.MORE,
    ),
    Indicator(
        "first-talk",
        Words("Første samtale", "First talk"),
        Words(
            "Dage fra lodtrækningen til den første samtale, der blev holdt.",
            "Days from the draw until the first talk that was held.",
        ),
        Measure.TIME,
        Direction.MORE,
        (_LEFT,),
    ),
    Indicator(
        "first-employment",
        Words("Første indsats på beskæftigelsesområdet", "First intervention in employment"),
        Words(
            "Dage fra lodtrækningen, til noget på beskæftigelses- eller uddannelsesområdet er i gang.",
            "Days from the draw until something in employment or education is running.",
        ),
        Measure.TIME,
        Direction.MORE,
        (_LEFT,),
    ),
    Indicator(
        "first-social",
        Words("Første sociale indsats", "First social intervention"),
        Words(
            "Dage fra lodtrækningen, til noget på det sociale område er i gang.",
            "Days from the draw until something in the social field is running.",
        ),
        Measure.TIME,
        Direction.MORE,
        (_LEFT,),
    ),
    Indicator(
        "first-health",
        Words("Første indsats på sundhedsområdet", "First health intervention"),
        Words(
            "Dage fra lodtrækningen, til noget på sundhedsområdet eller en behandling er i gang.",
            "Days from the draw until something in health, or a treatment, is running.",
        ),
        Measure.TIME,
        Direction.MORE,
        (_LEFT,),
    ),
    Indicator(
        "company-placement",
        Words("Virksomhedsplacering", "Company placement"),
        Words(
            "Dage fra lodtrækningen til den første dag hos en virksomhed.",
            "Days from the draw until the first day at a company.",
        ),
        Measure.TIME,
        Direction.MORE,
        (_LEFT,),
    ),
    Indicator(
        "parallel-days",
        Words("Dage med flere indsatser ad gangen", "Days with several interventions at once"),
        Words(
            "Hvor mange af 100 dage fra lodtrækningen der var mindst to indsatser i gang på samme dag.",
            "How many of 100 days from the draw had at least two interventions running on the same day.",
        ),
        Measure.NUMBER,
        Direction.MORE,
    ),
    Indicator(
        "dead-days",
        Words("Døde dage", "Dead days"),
        Words(
            "Hvor mange af 100 dage fra lodtrækningen der intet var i gang; en mentor alene tæller ikke med.",
            "How many of 100 days from the draw had nothing running; a mentor alone does not count.",
        ),
        Measure.NUMBER,
        Direction.LESS,
    ),
    Indicator(
        "support",
        Words("Forsørgelse ved forsøgets slutning", "Support at the end of the trial"),
        Words(
            "Hvad borgeren lever af på forsøgets sidste dag.",
            "What the citizen lives on at the last day of the trial.",
        ),
        Measure.CATEGORY,
        Direction.MORE,
        labels=(
            Words("arbejdsmarkedet", "the labour market"),
            Words("førtidspension", "disability pension"),
            Words("ressourceforløb eller kontanthjælp", "programme or cash benefit"),
        ),
        in_journal=False,
    ),
    Indicator(
        "sanctions",
        Words("Sanktioner", "Sanctions"),
        Words(
            "Hvor mange sanktioner borgeren har fået fra lodtrækningen til forsøgets slutning.",
            "How many sanctions the citizen has had from the draw until the end of the trial.",
        ),
        Measure.NUMBER,
        Direction.LESS,
        in_journal=False,
        counts=True,
    ),
    Indicator(
        "complaints",
        Words("Klager", "Complaints"),
        Words(
            "Hvor mange klager borgeren har sendt fra lodtrækningen til forsøgets slutning.",
            "How many complaints the citizen has sent from the draw until the end of the trial.",
        ),
        Measure.NUMBER,
        Direction.LESS,
        in_journal=False,
        counts=True,
    ),
)

_BY_NAME = {one.name: one for one in INDICATORS}


def indicator(name: str) -> Indicator | None:
    """Give the outcome of that name, None where there is none."""
    return _BY_NAME.get(name)
