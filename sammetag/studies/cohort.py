"""The trial in Copenhagen, 2017-2019 (VIVE 2019), as an extract: its protocol, 13 draws and 218 persons.

The persons are invented, and each margin that the report prints in chapter 8 and appendix 1 holds exactly.
How the columns go together is arbitrary, so no more can be learnt from them than from the tables. No days are
published: of an event it is only known whether it came.
"""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

from sammetag.evaluation.trial.eligibility import Eligibility
from sammetag.evaluation.trial.extract import Deviation, DrawMade, Extract, Observation, PersonDrawn
from sammetag.evaluation.trial.outcomes import Direction
from sammetag.evaluation.trial.protocol import Adjustment, Analysis, Arm, Covariate, Outcome, Protocol, Size
from sammetag.law import RESSOURCEFORLOEB
from sammetag.studies.cohort_surroundings import CONTEXT, CONTROL, INTERVENTION, INTERVIEWS, THEORY

TITLE = "Det gode ressourceforløb, København 2017-2019"
TRIAL = "copenhagen-2017"
FILE = Path(__file__).with_name("copenhagen_2017.csv")
FIRST_DRAW, UNTIL = date(2017, 1, 16), date(2019, 5, 9)
# Those who had moved were looked up in the register of benefits, which did not reach further.
MOVED_UNTIL = date(2018, 10, 1)
# When the room that had been left empty by those who stopped was filled.
EXTRA_DRAW = date(2017, 8, 15)
SWAPPED = (date(2017, 2, 13), date(2017, 2, 27), date(2017, 3, 13))
EXCLUDED = 4
SUPPORT = {"employment": 0, "disability_pension": 1, "programme": 2, "cash_benefit": 2}
# 'More than one' is all that is printed: 2 stands for that.
TIMES = {"0": 0, "1": 1, "2+": 2}
CAME = {"clarification": "clarified", "completion": "completed", "company-placement": "company_placement"}

PROTOCOL = Protocol(
    question=(
        "Bliver flere borgere afklaret, når alle om dem arbejder under samme tag, hurtigt og med flere "
        "indsatser ad gangen, end i det typiske ressourceforløb?"
    ),
    population=(
        "Borgere fra 30 år, som Københavns rehabiliteringsteam visiterede til et ressourceforløb i første "
        "halvår af 2017."
    ),
    arms=(
        Arm(
            INTERVENTION,
            "Indsatsgruppe",
            "Forløb i Center for Afklaring og Beskæftigelse (CAB): fast vejleder med ugentlige samtaler, "
            "indsatser i huset og job som mål fra første dag. Plads til 100.",
        ),
        Arm(
            CONTROL,
            "Kontrolgruppe",
            "Det typiske ressourceforløb i Jobcenter København (JKI) med indsatser hos eksterne "
            "leverandører.",
        ),
    ),
    eligibility=Eligibility(
        least_age=30,
        schemes=(RESSOURCEFORLOEB,),
        vouched=("Rehabiliteringsteamet har visiteret borgeren til et ressourceforløb",),
    ),
    outcomes=(
        Outcome("clarification", primary=True),
        Outcome("completion"),
        Outcome("company-placement"),
        Outcome("support"),
        Outcome("sanctions", hoped=Direction.LESS),
        Outcome("complaints", hoped=Direction.LESS),
    ),
    # Expected of the control group: one in ten in work; what 100 in each group would show was one in four.
    size=Size(control=0.10, treatment=0.25, persons=200),
    # SAS takes tied times as Breslow does; the report neither stratifies nor adjusts for its several tests.
    analysis=Analysis(
        covariates=(Covariate.AGE, Covariate.SEX, Covariate.DRAW_DATE),
        within_blocks=False,
        ties="breslow",
        several=Adjustment.NONE,
    ),
    until=UNTIL,
)


def cohort() -> Extract:
    """The trial as it can be known from what is published."""
    rows = _rows()
    return Extract(
        title=TITLE,
        trial=TRIAL,
        protocol=PROTOCOL,
        frozen_at="",
        frozen_sha256="",
        commitment="",
        seed="",
        cut_on=UNTIL,
        blind=False,
        draws=_draws(rows),
        persons=tuple(_person(row, _days(rows)) for row in rows),
        observations=tuple(one for row in rows for one in _observations(row)),
        deviations=(*_of_draws(rows), *(_moved(row) for row in rows if row["moved_away"] == "yes")),
        context=CONTEXT,
        theory=THEORY,
        interviews=INTERVIEWS,
    )


def _rows() -> list[Mapping[str, str]]:
    with FILE.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _days(rows: list[Mapping[str, str]]) -> list[str]:
    return sorted({row["draw_date"] for row in rows})


def _draws(rows: list[Mapping[str, str]]) -> tuple[DrawMade, ...]:
    drawn = Counter(row["draw_date"] for row in rows)
    return tuple(
        DrawMade(
            number=number,
            block=day,
            on=date.fromisoformat(day),
            listed=drawn[day] + (EXCLUDED if number == 1 else 0),
            refused=(),
            extra=date.fromisoformat(day) == EXTRA_DRAW,
        )
        for number, day in enumerate(_days(rows), start=1)
    )


def _person(row: Mapping[str, str], days: list[str]) -> PersonDrawn:
    moved = row["moved_away"] == "yes"
    return PersonDrawn(
        id=row["person"],
        draw=days.index(row["draw_date"]) + 1,
        block=row["draw_date"],
        drawn=row["arm_drawn"],
        received=row["arm_received"],
        entered_on=date.fromisoformat(row["draw_date"]),
        followed_until=MOVED_UNTIL if moved else UNTIL,
        sex=row["sex"],
        age_group=row["age_group"],
        left="moved" if moved else "",
        per_protocol=row["arm_drawn"] == row["arm_received"] and not moved,
    )


def _observations(row: Mapping[str, str]) -> Iterator[Observation]:
    for outcome, column in CAME.items():
        yield Observation(row["person"], outcome, None, cause=int(row[column] == "yes"))
    yield Observation(row["person"], "support", SUPPORT[row["outcome"]])
    for outcome in ("sanctions", "complaints"):
        yield Observation(row["person"], outcome, TIMES[row[outcome]])


def _of_draws(rows: list[Mapping[str, str]]) -> Iterator[Deviation]:
    """What went wrong with whole draws. When it was found out is not printed, so the day is that of the "
    "draw."""
    yield Deviation(
        "excluded",
        FIRST_DRAW,
        "Fire borgere blev taget ud efter lodtrækningen, fordi de ikke hørte til målgruppen; én var under "
        "30 år. Siden blev alderen set efter før hver lodtrækning.",
        draw=1,
    )
    yield Deviation(
        "other",
        FIRST_DRAW,
        "Rapporten skriver, at 223 deltog i lodtrækningen. 223 uden de fire er 219, men grupperne har 218: "
        "hvor den sidste blev af, står der ikke.",
    )
    yield Deviation(
        "other",
        EXTRA_DRAW,
        "Ekstra lodtrækning af 8 til ledige pladser. Bilag 1 har 15. august 2017; kapitel 7 har både det "
        "år og august 2018.",
        draw=_days(rows).index(str(EXTRA_DRAW)) + 1,
    )
    for day in SWAPPED:
        yield Deviation(
            "swap",
            day,
            "Grupperne blev byttet om efter lodtrækningen: de, der blev trukket til indsatsen, fik "
            "kontrolforløbet, og omvendt. Rapporten regner på det, de fik.",
            draw=_days(rows).index(str(day)) + 1,
        )


def _moved(row: Mapping[str, str]) -> Deviation:
    return Deviation(
        "moved",
        MOVED_UNTIL,
        "Flyttede fra kommunen. Fulgt i DREAM til 1. oktober 2018; hvornår borgeren flyttede, står der ikke.",
        person=row["person"],
    )
