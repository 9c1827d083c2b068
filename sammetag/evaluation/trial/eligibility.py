"""Who can be drawn, asked before the draw: a person who is found not to belong afterwards is lost to it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Any

from sammetag.words import Words


class Condition(Enum):
    """What a person must meet to be drawn: the key that a draw counts refusals by, and what it is called."""

    LEAST_AGE = "least_age", Words("for ung", "too young")
    MOST_AGE = "most_age", Words("for gammel", "too old")
    PROGRAMME = "programme", Words("intet forløb den dag", "no programme on that day")
    SCHEME = "schemes", Words("en anden slags forløb", "another kind of programme")
    GRANTED_FROM = "granted_from", Words("bevilget for tidligt", "granted too early")
    GRANTED_UNTIL = "granted_until", Words("bevilget for sent", "granted too late")
    UNIT = "units", Words("en anden enhed", "another unit")
    ONCE = "once", Words("allerede med i forsøget", "in the trial already")
    OTHER_TRIAL = "other_trial", Words("med i et andet forsøg", "in another trial")
    VOUCHED = "vouched", Words("ikke bekræftet", "not confirmed")

    def __init__(self, key: str, title: Words) -> None:
        self.key, self.title = key, title


_TOO_YOUNG = Words(
    "Er {age} år og skal være mindst {least}.", "Is {age} years old and must be at least {least}."
)
_TOO_OLD = Words("Er {age} år og må højst være {most}.", "Is {age} years old and may be at most {most}.")
_NO_PROGRAMME = Words("Har ikke et forløb, der løber den dag.", "Has no programme running on that day.")
_SCHEME = Words(
    "Er i en anden slags forløb end dem, forsøget er for.",
    "Is in another kind of programme than those the trial is for.",
)
_GRANTED_BEFORE = Words(
    "Fik forløbet bevilget {granted}, før {first}.", "Was granted the programme on {granted}, before {first}."
)
_GRANTED_AFTER = Words(
    "Fik forløbet bevilget {granted}, efter {last}.", "Was granted the programme on {granted}, after {last}."
)
_ELSEWHERE = Words("Hører til en anden enhed.", "Belongs to another unit.")
_DRAWN_BEFORE = Words(
    "Er allerede med i forsøget, trukket {day}.", "Is in the trial already, drawn on {day}."
)
_TWICE = Words("Står to gange på listen.", "Stands on the list twice.")
_OTHER_TRIAL = Words("Er med i et andet forsøg.", "Is in another trial.")
_NOT_VOUCHED = Words("Ingen har bekræftet: {condition}", "Nobody has confirmed: {condition}")


@dataclass(frozen=True, slots=True)
class Refusal:
    """One condition that a person does not meet, and how that is said of them."""

    condition: Condition
    words: Words


def condition_title(key: str) -> Words:
    """Give what a condition is called, by the name that a draw counts refusals by."""
    return next((one.title for one in Condition if one.key == key), Words(key, key))


@dataclass(frozen=True, slots=True)
class Eligibility:
    """The conditions for being drawn. None or empty: not asked about.

    `vouched` are conditions in words that no field holds: whoever takes in the list confirms each of them.
    """

    least_age: int | None = None
    most_age: int | None = None
    schemes: tuple[str, ...] = ()
    granted_from: date | None = None
    granted_until: date | None = None
    units: tuple[str, ...] = ()
    vouched: tuple[str, ...] = ()

    @classmethod
    def from_data(cls, data: dict[str, Any]) -> Eligibility:
        """Give the conditions as they were kept in JSON; raises TypeError or ValueError for anything else."""
        tuples = {name: tuple(data.get(name, ())) for name in ("schemes", "units", "vouched")}
        days = {name: _day(data.get(name)) for name in ("granted_from", "granted_until")}
        return cls(data.get("least_age"), data.get("most_age"), **tuples, **days)  # type: ignore[arg-type]


@dataclass(frozen=True, slots=True)
class Candidate:
    """What is known of somebody on the day of the draw. No programme: None in `scheme` and `granted_on`.

    `unit` is told in the same way as in the conditions. `listed_before`: the list has them already.
    """

    born_on: date
    scheme: str | None
    granted_on: date | None
    unit: str
    drawn_on: date | None = None
    listed_before: bool = False
    in_other_trial: bool = False
    vouched: frozenset[str] = frozenset()


def why_not(candidate: Candidate, conditions: Eligibility, on: date) -> tuple[Refusal, ...]:
    """Say why a person cannot be drawn on a day, one for each condition that fails; none: they can."""
    found = [*_age(candidate, conditions, on), *_programme(candidate, conditions)]
    if conditions.units and candidate.unit not in conditions.units:
        found.append(Refusal(Condition.UNIT, _ELSEWHERE))
    if candidate.drawn_on is not None:
        found.append(Refusal(Condition.ONCE, _DRAWN_BEFORE.filled(day=candidate.drawn_on)))
    if candidate.listed_before:
        found.append(Refusal(Condition.ONCE, _TWICE))
    if candidate.in_other_trial:
        found.append(Refusal(Condition.OTHER_TRIAL, _OTHER_TRIAL))
    missing = (one for one in conditions.vouched if one not in candidate.vouched)
    return (*found, *(Refusal(Condition.VOUCHED, _NOT_VOUCHED.filled(condition=one)) for one in missing))


def age_on(born_on: date, day: date) -> int:
    """Give the age in whole years on a day; who is born on 29 February turns a year older on 1 March."""
    return day.year - born_on.year - ((day.month, day.day) < (born_on.month, born_on.day))


def _age(candidate: Candidate, conditions: Eligibility, on: date) -> list[Refusal]:
    age = age_on(candidate.born_on, on)
    least, most = conditions.least_age, conditions.most_age
    if least is not None and age < least:
        return [Refusal(Condition.LEAST_AGE, _TOO_YOUNG.filled(age=age, least=least))]
    if most is not None and age > most:
        return [Refusal(Condition.MOST_AGE, _TOO_OLD.filled(age=age, most=most))]
    return []


def _programme(candidate: Candidate, conditions: Eligibility) -> list[Refusal]:
    granted = candidate.granted_on
    if candidate.scheme is None or granted is None:
        return [Refusal(Condition.PROGRAMME, _NO_PROGRAMME)]
    found = []
    if conditions.schemes and candidate.scheme not in conditions.schemes:
        found.append(Refusal(Condition.SCHEME, _SCHEME))
    first, last = conditions.granted_from, conditions.granted_until
    if first is not None and granted < first:
        words = _GRANTED_BEFORE.filled(granted=granted, first=first)
        found.append(Refusal(Condition.GRANTED_FROM, words))
    if last is not None and granted > last:
        found.append(Refusal(Condition.GRANTED_UNTIL, _GRANTED_AFTER.filled(granted=granted, last=last)))
    return found


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
