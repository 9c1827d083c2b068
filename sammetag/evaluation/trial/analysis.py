"""All that a trial comes to, worked out from its frozen extract alone.

Every outcome of the protocol is answered three times: as drawn, as received, and per protocol; and twice more
where arms were swapped in a block. The same extract gives the same figures, to the last digit.
"""

from __future__ import annotations

from dataclasses import dataclass

from sammetag.evaluation.balance import Balance, Category, Number, balance
from sammetag.evaluation.errors import InputRefused
from sammetag.evaluation.multiplicity import Adjusted
from sammetag.evaluation.result import Undefined
from sammetag.evaluation.trial.answers import Answered, Asked, answers_to
from sammetag.evaluation.trial.arms import Arms, arms_of
from sammetag.evaluation.trial.extract import Extract
from sammetag.evaluation.trial.flow import Flow, flow_of
from sammetag.evaluation.trial.leaving import Leaving, leaving_of
from sammetag.evaluation.trial.mixing import Mixing, mixing_of
from sammetag.evaluation.trial.outcomes import Indicator, indicator
from sammetag.evaluation.trial.protocol import Outcome
from sammetag.evaluation.trial.samples import ESTIMANDS, OF_SWAPS, Estimand, sample, swapped_blocks
from sammetag.evaluation.trial.shares_ended import or_why
from sammetag.words import Words

AGE, AGE_GROUP = Words("Alder", "Age"), Words("Aldersgruppe", "Age group")
SEX, BLOCK = Words("Køn", "Sex"), Words("Blok", "Block")
_NO_SUCH_OUTCOME = Words(
    "Protokollen har målet »{name}«, som denne udgave ikke kender. Brug den udgave, udtrækket er lavet med.",
    "The protocol has the outcome '{name}', which this version does not know. Use the version that made the "
    "extract.",
)


@dataclass(frozen=True, slots=True, eq=False)
class OutcomeFound:
    """One outcome of the protocol with its answers, that of AS_DRAWN first."""

    outcome: Outcome
    indicator: Indicator
    answers: tuple[Answered, ...]

    @property
    def as_drawn(self) -> Answered:
        """The answer that the draw itself gives."""
        return self.answers[0]

    def answer(self, estimand: Estimand) -> Answered | None:
        """Give the answer to one question, None where it was not asked."""
        return next((one for one in self.answers if one.estimand is estimand), None)


@dataclass(frozen=True, slots=True, eq=False)
class Results:
    """All that a trial came to; `adjusted`: how p was adjusted among the secondary outcomes, None if not.

    `swapped` are the blocks where arms were swapped.
    """

    extract: Extract
    arms: Arms
    flow: Flow
    balance: Balance | Undefined
    outcomes: tuple[OutcomeFound, ...]
    adjusted: Adjusted | Undefined | None
    leaving: Leaving | Undefined
    mixing: Mixing
    swapped: tuple[str, ...]


def analyse(extract: Extract) -> Results:
    """Work out everything that a trial comes to.

    Raises InputRefused where the extract cannot be right at all: arms or outcomes that are not known.
    """
    arms, asked = arms_of(extract), _asked(extract)
    swapped = tuple(sorted(swapped_blocks(extract)))
    questions = (*ESTIMANDS, *OF_SWAPS) if swapped else ESTIMANDS
    answers = [answers_to(extract, arms, question, asked) for question in questions]
    outcomes = tuple(
        OutcomeFound(outcome, kind, tuple(one.each[place] for one in answers))
        for place, (outcome, kind) in enumerate(asked)
    )
    return Results(
        extract=extract,
        arms=arms,
        flow=flow_of(extract, arms),
        balance=or_why(lambda: _balance(extract, arms)),
        outcomes=outcomes,
        adjusted=answers[0].adjusted,
        leaving=or_why(lambda: leaving_of(extract, arms)),
        mixing=mixing_of(extract, arms),
        swapped=swapped,
    )


def _asked(extract: Extract) -> list[Asked]:
    """The outcomes with their definitions, the primary one first."""
    found = []
    for outcome in sorted(extract.protocol.outcomes, key=lambda one: not one.primary):
        kind = indicator(outcome.indicator)
        if kind is None:
            raise InputRefused(_NO_SUCH_OUTCOME.filled(name=outcome.indicator), "an unknown outcome")
        found.append((outcome, kind))
    return found


def _balance(extract: Extract, arms: Arms) -> Balance:
    drawn = sample(extract, arms, Estimand.AS_DRAWN)
    persons = drawn.persons
    by_years = any(one.age is not None for one in persons)
    age = (
        Number(AGE, [one.age for one in persons])
        if by_years
        else Category(AGE_GROUP, [one.age_group or None for one in persons])
    )
    sex = Category(SEX, [one.sex or None for one in persons])
    titles = arms.treated.title, arms.control.title
    return balance((age, sex, Category(BLOCK, drawn.blocks)), drawn.treated, titles)
