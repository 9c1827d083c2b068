"""Whether the citizen has a right to a job broker (jobformidler), and has got one.

To change the law: add a dated version below and end the one before it, add its examples to
`tests/law/job_broker_examples.yaml`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sammetag.law.act_of_2022 import IN_FORCE, NO_NEW_GRANTS, require_covered
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
from sammetag.law.job_broker_words import (
    BROKER_TASKS,
    EVERYONE,
    HAS_NONE,
    HAS_ONE,
    IN_MY_PLAN,
    JOB_BROKER_TITLE,
    MY_PLAN_REPEALED,
    NOT_KNOWN_WHETHER,
    NOTE_2026,
)
from sammetag.law.period import Period
from sammetag.law.programme import require_inside
from sammetag.law.registry import BOOK, Book
from sammetag.law.rule import rule
from sammetag.law.schemes import RESSOURCEFORLOEB, scheme_name
from sammetag.words import Words

JOB_BROKER = Topic("job.broker", JOB_BROKER_TITLE, ChosenBy.DAY, grants=require_covered)
DETAILS = "BEK om rehabiliteringsplan m.v."
DETAILS_OF_2025 = date(2025, 1, 1)


@dataclass(frozen=True, slots=True)
class JobBrokerFacts:
    """What must be known of a programme; None is not known.

    `company_recommended`: the rehabilitation team has recommended a company-based effort. The law does not
    ask about it, but a reform may. Raises ValueError for an end before the start.
    """

    scheme: str
    granted_on: date
    starts_on: date
    ends_on: date | None
    has_job_broker: bool | None = None
    company_recommended: bool | None = None

    def __post_init__(self) -> None:
        """Refuse a programme that ends before it starts."""
        Period(self.starts_on, self.ends_on)


@dataclass(frozen=True, slots=True)
class JobBroker:
    """Whether the citizen has the `right`, and whether it is `met`: a job broker is there.

    None is not known; `met` is also None where there is no right to meet.
    """

    right: bool | None
    met: bool | None


def job_broker(facts: JobBrokerFacts, on: date, *, book: Book = BOOK) -> Answer[JobBroker]:
    """Say whether the citizen has a right to a job broker on that day, and whether one is there.

    The day picks the version. Raises UnknownScheme, NotInForce (also OutsideProgramme), and NotKnown for
    programmes granted before 2022.
    Source: LAB § 113 a.
    """
    scheme_name(facts.scheme)
    require_inside(Period(facts.starts_on, facts.ends_on), on)
    return book.ask(JOB_BROKER, facts, scheme=facts.scheme, granted_on=facts.granted_on, on=on)


@rule(
    JOB_BROKER,
    schemes=(RESSOURCEFORLOEB,),
    first=IN_FORCE,
    last=date(2026, 1, 31),
    source=Source("LAB", "§ 113 a", "LOV 1160/2021, LBK 701/2022, LBK 280/2024"),
    confidence=Confidence.HIGH,
)
def for_everyone_in_a_programme(facts: JobBrokerFacts, asked: Asked) -> Finding[JobBroker]:
    """Give everyone in a programme the right, and name the broker in My Plan."""
    JOB_BROKER.require_grant(asked.scheme, facts.granted_on)
    in_plan = Reason(IN_MY_PLAN, ReasonKind.RULE, _details(asked.on))
    return right_found(EVERYONE, facts.has_job_broker, asked.version.source, tasks(asked), in_plan)


@rule(
    JOB_BROKER,
    schemes=(RESSOURCEFORLOEB,),
    first=NO_NEW_GRANTS,
    last=None,
    source=Source("LAB", "§ 113 a", "LBK 280/2024, jf. LOV 1750/2025 § 21, stk. 8"),
    confidence=Confidence.MEDIUM,
    note=NOTE_2026,
)
def for_those_who_go_on(facts: JobBrokerFacts, asked: Asked) -> Finding[JobBroker]:
    """Give those in a programme granted before the closing the same, and warn of the repealed details."""
    JOB_BROKER.require_grant(asked.scheme, facts.granted_on)
    repealed = Reason(
        MY_PLAN_REPEALED.filled(since=NO_NEW_GRANTS), ReasonKind.WARNING, _details(NO_NEW_GRANTS)
    )
    return right_found(EVERYONE, facts.has_job_broker, asked.version.source, tasks(asked), repealed)


def right_found(demand: Words, has_one: bool | None, source: Source, *rules: Reason) -> Finding[JobBroker]:
    """Give the finding of one who has the right: what gives it, whether a broker is there, and `rules`."""
    shown = {True: HAS_ONE, False: HAS_NONE, None: NOT_KNOWN_WHETHER}[has_one]
    return Finding(JobBroker(True, has_one), (Reason(demand, ReasonKind.RULE, source), Reason(shown), *rules))


def tasks(asked: Asked) -> Reason:
    """Tell what a job broker does, as the act says it."""
    return Reason(BROKER_TASKS, ReasonKind.RULE, asked.version.source)


def _details(day: date) -> Source:
    published = "BEK 2408/2021" if day < DETAILS_OF_2025 else "BEK 1708/2024"
    return Source(DETAILS, "§ 5, stk. 4", published)
