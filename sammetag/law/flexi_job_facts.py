"""What must be known of a flexi-job to answer on its grant, its clocks and the job at the same workplace."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class GrantKind(StrEnum):
    """What the jobcentre grants: FIVE_YEARS, PERMANENT, or NONE where the conditions are not met."""

    FIVE_YEARS = "five-years"
    PERMANENT = "permanent"
    NONE = "none"


class RetentionExemption(StrEnum):
    """Why a time on special terms is not required: near the pension age, or acute injury or illness."""

    NEAR_PENSION = "near-pension"
    ACUTE = "acute"


@dataclass(frozen=True, slots=True)
class FlexiGrantFacts:
    """What must be known to say what kind of flexi-job is granted on `granted_on`.

    `had_one_before`: the person has had a flexi-job already. `conditions_met` is the jobcentre's judgement
    that the working capacity is still so reduced that ordinary work is out of the question and the other
    conditions hold; None means that it has not been made. `starts_on`: first day of the job.
    Raises ValueError where the job starts before its grant, or the grant lies before the birth.
    """

    scheme: str
    granted_on: date
    starts_on: date
    born_on: date
    had_one_before: bool
    conditions_met: bool | None

    def __post_init__(self) -> None:
        """Refuse a job that starts before its grant, and a grant before the birth."""
        if self.starts_on < self.granted_on:
            raise ValueError(f"the job starts {self.starts_on} before its grant {self.granted_on}")
        if self.granted_on < self.born_on:
            raise ValueError(f"granted {self.granted_on} before the birth {self.born_on}")


@dataclass(frozen=True, slots=True)
class FlexiGrant:
    """The kind of grant, and its last day; `ends_on` is None for a permanent one and where there is none."""

    kind: GrantKind
    ends_on: date | None


@dataclass(frozen=True, slots=True)
class FlexiClockFacts:
    """What must be known to tell the clocks of a running flexi-job.

    `followed_up` are the days of the follow-up talks, `status_on` the day the status was made, `decided_on`
    the day of the decision after it; None means not yet. A day after the one asked about is left out.
    Raises ValueError where the job starts before its grant, or something was done before the job started.
    """

    scheme: str
    granted_on: date
    starts_on: date
    permanent: bool
    followed_up: tuple[date, ...] = ()
    status_on: date | None = None
    decided_on: date | None = None

    def __post_init__(self) -> None:
        """Refuse a job that starts before its grant, and what was done before the job started."""
        if self.starts_on < self.granted_on:
            raise ValueError(f"the job starts {self.starts_on} before its grant {self.granted_on}")
        done = [day for day in (*self.followed_up, self.status_on, self.decided_on) if day is not None]
        if done and min(done) < self.starts_on:
            raise ValueError(f"done {min(done)}, before the job started {self.starts_on}")


@dataclass(frozen=True, slots=True)
class FlexiClock:
    """The days on which follow-up and status fall due, the last day of the grant, and whether it runs on.

    `status_due` and `ends_on` are None for a permanent flexi-job. `stays`: the act itself keeps the person
    in the scheme, since the jobcentre has not decided; False means that its decision counts.
    """

    follow_up_due: date
    status_due: date | None
    ends_on: date | None
    stays: bool


@dataclass(frozen=True, slots=True)
class RetentionFacts:
    """What must be known to judge a flexi-job at the workplace where the person already works.

    `hired_on`: first day of the flexi-job. `pension_on`: the day the person reaches the pension age (LSP
    § 1 a). `special_terms_since`: first day under the agreement's social chapters or on special terms there,
    None for never. `acute`: acute injury or illness, and such terms would obviously be pointless.
    Raises ValueError where the flexi-job starts before the special terms.
    """

    scheme: str
    hired_on: date
    pension_on: date
    special_terms_since: date | None
    acute: bool = False

    def __post_init__(self) -> None:
        """Refuse a flexi-job that starts before the special terms that come first."""
        if self.special_terms_since is not None and self.hired_on < self.special_terms_since:
            raise ValueError(f"hired {self.hired_on} before special terms {self.special_terms_since}")


@dataclass(frozen=True, slots=True)
class ProposedRetentionFacts(RetentionFacts):
    """The same, with what only a proposal asks: `employer_tried`, a documented attempt; None is not known."""

    employer_tried: bool | None = None


@dataclass(frozen=True, slots=True)
class Retention:
    """Whether the flexi-job is `allowed` as to the time on special terms, and from which day (`earliest`).

    `earliest` is None where the person is exempt or has never worked on such terms.
    """

    allowed: bool
    earliest: date | None
    exempt_by: RetentionExemption | None
