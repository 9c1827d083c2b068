"""What must be known of a duty to say whether COVID-19 suspended it, and the shape of the answer."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sammetag.law.period import Period


class SuspendedActivity(StrEnum):
    """What a duty is about; offers are told apart by their LAB chapter.

    OFFER_91 is other guidance and upskilling (§ 91), OFFER_14 all else of chapter 14, such as ordinary
    education. SANCTION: to be available, and what may follow where a citizen was not.
    """

    TALK = "talk"
    PLAN = "plan"
    OFFER_11 = "offer-11"
    OFFER_12 = "offer-12"
    OFFER_13 = "offer-13"
    OFFER_14 = "offer-14"
    OFFER_91 = "offer-91"
    MENTOR = "mentor"
    TEAM_MEETING = "team-meeting"
    SANCTION = "sanction"


class SuspensionState(StrEnum):
    """How far a duty held on a day.

    SUSPENDED: it did not. PARTLY: for some only, or under conditions. FORM: it held, but not how it had to be
    done. IN_FORCE: it held unchanged. UNKNOWN: that depends on what the facts do not tell.
    """

    SUSPENDED = "suspended"
    PARTLY = "partly"
    FORM = "form"
    IN_FORCE = "in-force"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class SuspensionFacts:
    """What must be known: the scheme and the activity, and where it took place.

    `eastern`: the municipality lies in Region Hovedstaden or Region Sjælland; looked at for 27 May to 14 June
    2020. `closed_down`: it was wholly or partly closed down that day; looked at in August 2021. None is not
    told.
    """

    scheme: str
    activity: SuspendedActivity
    eastern: bool | None = None
    closed_down: bool | None = None


@dataclass(frozen=True, slots=True)
class Suspension:
    """How far the duty held, and the days on which it was so under the same order."""

    state: SuspensionState
    period: Period
