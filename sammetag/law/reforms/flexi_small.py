"""DS 3, third part: a flexi-job of few hours grows within a year, or the case may go to the team again.

To change the proposal: change its function and sentences here, its numbers in `flexi_small.yaml`, and its
examples in `tests/law/reforms/flexi_small_examples.yaml`.
"""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sammetag.law.answer import Answer, Asked, Book, ChosenBy, Finding, Reason, ReasonKind, Topic
from sammetag.law.case_facts import CaseFacts
from sammetag.law.case_question import CaseQuestion
from sammetag.law.numbers import number_of_reform
from sammetag.law.period import DAY, Period, day_after_months
from sammetag.law.programme import require_inside
from sammetag.law.reform import WHOLE, Base, Reform, ReformStatus
from sammetag.law.reforms.by_ds import NOTE_2026, flexi_job_began, proposal, settled
from sammetag.law.reforms.first_days import SINCE
from sammetag.law.schemes import FLEKSJOB
from sammetag.words import Words

SMALL_JOBS = Topic(
    "flexi_job.small",
    Words("udvikling i små fleksjob", "progress in small flexi-jobs"),
    ChosenBy.DAY,
)
SOURCE = proposal("forslag 3, udvikling i små fleksjob")
IN_THE_GROUNDS = proposal("forslag 3, begrundelsen")
IN_THE_PROPOSAL = proposal("forslag 3, »DS foreslår«")

REFORM = Reform(
    name="ds-3c-flexi-small",
    title=Words("Udvikling i små fleksjob", "Progress in small flexi-jobs"),
    what=Words(
        "Timerne i et fleksjob på under 5 timer om ugen skal vokse inden for et år, medmindre borgeren selv "
        "ønsker få timer. Sker det ikke, har borgeren ret til at få sagen vurderet igen af "
        "rehabiliteringsteamet.",
        "The hours of a flexi-job below 5 hours a week must grow within a year, unless the citizen wishes "
        "few hours. If they do not, the citizen has a right to have the case judged by the rehabilitation "
        "team again.",
    ),
    source=SOURCE,
    status=ReformStatus.PROPOSED,
    beyond=Words(
        "Om timerne kan vokse rimeligt, og hvad der står i kommunens plan for det, er et skøn i den enkelte "
        "sag. DS siger det, teamet skal vurdere, på to måder, og vælger ikke mellem dem.",
        "Whether the hours can grow reasonably, and what stands in the municipality's plan for it, is a "
        "judgement in each case. DS words what the team is to judge in two ways, and does not choose "
        "between them.",
    ),
)

DEMAND = Words(
    "I et fleksjob på under {hours} timer om ugen skal timerne vokse inden for {months} måneder, altså "
    "senest {last_day}. Kommunen skal lægge en plan for det, når fleksjobbet bevilges.",
    "In a flexi-job below {hours} hours a week the hours must grow within {months} months, that is by "
    "{last_day}. The municipality must make a plan for it when the flexi-job is granted.",
)
NOT_SMALL = Words(
    "Fleksjobbet er på {hours} timer om ugen eller mere. Kravet om vækst gælder under {limit} timer.",
    "The flexi-job has {hours} hours a week or more. Growth is asked for below {limit} hours.",
)
BY_WISH = Words(
    "Borgeren ønsker selv et fleksjob på under {limit} timer om ugen. Det skal imødekommes, og timerne "
    "behøver ikke vokse.",
    "The citizen wishes a flexi-job below {limit} hours a week. That is to be met, and the hours need not "
    "grow.",
)
PROGRESSED = Words("Timerne er vokset som planlagt.", "The hours have grown as planned.")
RUNNING = Words(
    "Fleksjobbet er på {hours} timer om ugen, og borgeren har ikke selv ønsket så få. Året løber til "
    "{last_day}.",
    "The flexi-job has {hours} hours a week, and the citizen has not wished so few. The year runs until "
    "{last_day}.",
)
NO_PROGRESS = Words(
    "Fleksjobbet er på {hours} timer om ugen, borgeren har ikke selv ønsket så få, og timerne er ikke "
    "vokset inden {last_day}. Borgeren har ret til, at rehabiliteringsteamet vurderer sagen igen. Fortæl om "
    "den ret.",
    "The flexi-job has {hours} hours a week, the citizen has not wished so few, and the hours had not grown "
    "by {last_day}. The citizen has a right to have the rehabilitation team judge the case again. Tell of "
    "that right.",
)
WORDED_ONE_WAY = Words(
    "I begrundelsen siger DS, at teamet skal vurdere førtidspension eller at stoppe fleksjobbet.",
    "In the grounds DS says that the team is to judge disability pension or stopping the flexi-job.",
)
WORDED_THE_OTHER = Words(
    "I selve forslaget siger DS, at teamet skal vurdere førtidspension eller ressourceforløb.",
    "In the proposal itself DS says that the team is to judge disability pension or a ressourceforløb.",
)
HOURS_UNKNOWN = Words(
    "Det er ikke oplyst, hvor mange timer om ugen fleksjobbet er på.",
    "How many hours a week the flexi-job has is not told.",
)
WISH_UNKNOWN = Words(
    "Fleksjobbet er på {hours} timer om ugen. Det er ikke oplyst, om borgeren selv har ønsket så få. Spørg "
    "borgeren.",
    "The flexi-job has {hours} hours a week. Whether the citizen has wished so few is not told. Ask the "
    "citizen.",
)
PROGRESS_UNKNOWN = Words(
    "Fleksjobbet er på {hours} timer om ugen, og året er gået. Det er ikke oplyst, om timerne er vokset som "
    "planlagt.",
    "The flexi-job has {hours} hours a week, and the year has passed. Whether the hours have grown as "
    "planned is not told.",
)


class SmallJobState(StrEnum):
    """How a flexi-job stands to the demand that small ones grow.

    NOT_SMALL and BY_WISH: the demand does not apply. PROGRESSED: it is met. RUNNING: the year is not over.
    REASSESSMENT: the citizen has a right to it. UNKNOWN: something that decides is not known.
    """

    NOT_SMALL = "not-small"
    BY_WISH = "by-wish"
    PROGRESSED = "progressed"
    RUNNING = "running"
    REASSESSMENT = "reassessment"
    UNKNOWN = "unknown"


class ReassessmentAim(StrEnum):
    """What the team is to judge: DISABILITY_PENSION, to STOP the flexi-job, or a RESSOURCEFORLOEB."""

    DISABILITY_PENSION = "disability-pension"
    STOP = "stop"
    RESSOURCEFORLOEB = "ressourceforloeb"


# The two ways in which the note words what the team is to judge: in the grounds, and in the proposal itself.
AIMS = (
    (ReassessmentAim.DISABILITY_PENSION, ReassessmentAim.STOP),
    (ReassessmentAim.DISABILITY_PENSION, ReassessmentAim.RESSOURCEFORLOEB),
)


@dataclass(frozen=True, slots=True)
class SmallJobFacts:
    """What must be known of a flexi-job; None is not known.

    `starts_on`: first day of the job. `hours`: whole hours a week, rounded down. `progressed`: the hours have
    grown as planned. `by_wish`: the citizen wishes so few. Raises ValueError for hours below nothing.
    """

    scheme: str
    starts_on: date
    hours: int | None
    progressed: bool | None
    by_wish: bool | None

    def __post_init__(self) -> None:
        """Refuse hours below nothing."""
        if self.hours is not None and self.hours < 0:
            raise ValueError(f"a flexi-job of {self.hours} hours a week")


@dataclass(frozen=True, slots=True)
class SmallJob:
    """How the job stands, the `last_day` of its year, and what the team is to judge, in either wording.

    `last_day` is None where nothing is asked of the job, `aims` empty without a right to reassessment.
    """

    state: SmallJobState
    last_day: date | None = None
    aims: tuple[tuple[ReassessmentAim, ...], ...] = ()
    lacking: tuple[str, ...] = ()


def small_flexi_job(facts: SmallJobFacts, on: date, *, book: Book) -> Answer[SmallJob]:
    """Say whether the hours of a flexi-job must grow, by when, and whether the citizen may go to the team.

    Raises UnknownScheme; NotInForce without the reform, before 2013, or for another scheme than flexi-job;
    OutsideProgramme before the job begins.
    """
    require_inside(Period(facts.starts_on), on)
    return book.ask(SMALL_JOBS, facts, scheme=facts.scheme, granted_on=on, on=on)


@REFORM.amends(SMALL_JOBS, part=WHOLE, schemes=(FLEKSJOB,), first=SINCE, last=None, note=NOTE_2026)
def grows_within_a_year(_base: Base[SmallJob], facts: SmallJobFacts, asked: Asked) -> Finding[SmallJob]:
    """Ask that the hours grow within a year, unless few are wished, and open the way to the team."""
    limit = number_of_reform("flexi_small_hours", scheme=asked.scheme, on=asked.on).value
    months = number_of_reform("flexi_small_months", scheme=asked.scheme, on=asked.on).value
    last_day = day_after_months(facts.starts_on, months) - DAY
    job, why = _judged(facts, asked.on, limit, last_day)
    told = Reason(why, ReasonKind.WARNING if job.lacking else ReasonKind.FACT)
    if job.state is SmallJobState.NOT_SMALL:
        return Finding(job, (told,))
    text = DEMAND.filled(hours=limit, months=months, last_day=last_day)
    demand = Reason(text, ReasonKind.RULE, asked.version.source)
    if job.state is not SmallJobState.REASSESSMENT:
        return Finding(job, (demand, told))
    wordings = (
        Reason(WORDED_ONE_WAY, ReasonKind.RULE, IN_THE_GROUNDS),
        Reason(WORDED_THE_OTHER, ReasonKind.RULE, IN_THE_PROPOSAL),
    )
    return Finding(job, (demand, told, *wordings))


def _judged(facts: SmallJobFacts, on: date, limit: int, last_day: date) -> tuple[SmallJob, Words]:
    """Give how the job stands, with the sentence of the facts that decide it."""
    if facts.hours is None:
        return SmallJob(SmallJobState.UNKNOWN, lacking=("flexi_hours",)), HOURS_UNKNOWN
    if facts.hours >= limit:
        return SmallJob(SmallJobState.NOT_SMALL), NOT_SMALL.filled(hours=facts.hours, limit=limit)
    if facts.by_wish:
        return SmallJob(SmallJobState.BY_WISH), BY_WISH.filled(limit=limit)
    if facts.progressed:
        return SmallJob(SmallJobState.PROGRESSED, last_day), PROGRESSED
    told = {"hours": facts.hours, "last_day": last_day}
    if facts.by_wish is None:
        lacking = SmallJob(SmallJobState.UNKNOWN, lacking=("flexi_small_by_wish",))
        return lacking, WISH_UNKNOWN.filled(**told)
    if on <= last_day:
        return SmallJob(SmallJobState.RUNNING, last_day), RUNNING.filled(**told)
    if facts.progressed is None:
        lacking = SmallJob(SmallJobState.UNKNOWN, last_day, lacking=("flexi_progressed",))
        return lacking, PROGRESS_UNKNOWN.filled(**told)
    return SmallJob(SmallJobState.REASSESSMENT, last_day, AIMS), NO_PROGRESS.filled(**told)


def _ask(case: CaseFacts, on: date, book: Book) -> Answer[SmallJob] | None:
    if case.scheme != FLEKSJOB:
        return None
    told = case.reform
    facts = SmallJobFacts(
        scheme=case.scheme,
        starts_on=flexi_job_began(case),
        hours=told.flexi_hours,
        progressed=told.flexi_progressed,
        by_wish=told.flexi_small_by_wish,
    )
    return settled(small_flexi_job(facts, on, book=book))


def _gist(value: SmallJob) -> Hashable:
    if value.state is SmallJobState.UNKNOWN:
        return None
    follows = value.state in (SmallJobState.RUNNING, SmallJobState.REASSESSMENT)
    return (value.state, value.last_day) if follows else False


def _told(value: SmallJob) -> Words:
    if value.state is SmallJobState.RUNNING:
        return Words(
            "Timerne skal vokse senest {last_day}.", "The hours must grow by {last_day} at the latest."
        ).filled(last_day=value.last_day)
    return {
        SmallJobState.NOT_SMALL: Words(
            "Fleksjobbet er for stort til kravet om vækst.",
            "The flexi-job is too large for growth to be asked for.",
        ),
        SmallJobState.BY_WISH: Words(
            "Borgeren ønsker selv få timer, så de behøver ikke vokse.",
            "The citizen wishes few hours, so they need not grow.",
        ),
        SmallJobState.PROGRESSED: PROGRESSED,
        SmallJobState.REASSESSMENT: Words(
            "Borgeren har ret til, at rehabiliteringsteamet vurderer sagen igen.",
            "The citizen has a right to have the rehabilitation team judge the case again.",
        ),
        SmallJobState.UNKNOWN: Words(
            "Det vides ikke, om timerne skal vokse, eller om de er vokset.",
            "Whether the hours must grow, or have grown, is not known.",
        ),
    }[value.state]


REFORM.questions.append(CaseQuestion(SMALL_JOBS, _ask, gist=_gist, told=_told))
