"""Whether programmes may be taken in: the law, the days, the people, and what is here already."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from sammetag.design.wording import date_words
from sammetag.intake.checking_interventions import of_interventions
from sammetag.intake.columns import BY_KEY
from sammetag.intake.faults import Fault
from sammetag.intake.programmes import ProgrammeIn
from sammetag.intake.values import shown
from sammetag.law import LawError, LengthFacts, ReasonKind, length_allowed
from sammetag.people.danish import search_key

YOUNGEST, OLDEST = 15, 80
Wrong = tuple[str, str, str]


@dataclass(frozen=True)
class Place:
    """A unit that programmes may be taken in to."""

    id: UUID
    key: int


@dataclass(frozen=True)
class CaseThere:
    """A case that is here already under its number: whose it is, and what was granted when."""

    citizen: tuple[str, date]
    granted: frozenset[tuple[str, date]]


@dataclass(frozen=True)
class Known:
    """What is known on a day to whoever takes in: their units, staff by user name, cases by number.

    `taken` names the case numbers whose CPR number another citizen of the municipality has.
    """

    today: date
    places: Mapping[str, Place]
    staff: Mapping[str, UUID]
    coordinates: Mapping[UUID, frozenset[UUID]]
    cases: Mapping[str, CaseThere] = field(default_factory=dict)
    taken: frozenset[str] = frozenset()


def faults_in(programmes: Iterable[ProgrammeIn], known: Known) -> list[Fault]:
    """Everything that speaks against taking these programmes in."""
    found: list[Fault] = []
    seen: dict[str, int] = {}
    persons: dict[str, int] = {}
    for one in programmes:
        wrongs = [
            *_cpr(one, persons, known),
            *_twice(one, seen),
            *_days(one, known.today),
            *_length(one),
            *_people(one, known),
        ]
        wrongs += _there_already(one, known.cases.get(one.number))
        found += [Fault(one.row, BY_KEY[key].name, what, remedy) for key, what, remedy in wrongs]
        found += of_interventions(one, known.today)
        seen[one.number] = one.row
        if one.cpr:
            persons.setdefault(one.cpr.digits, one.row)
    return found


def identity(given_name: str, family_name: str, born_on: date) -> tuple[str, date]:
    """By what a citizen is taken for the same."""
    return search_key(f"{given_name} {family_name}"), born_on


def _twice(one: ProgrammeIn, seen: Mapping[str, int]) -> Iterator[Wrong]:
    if one.number in seen:
        what = _("Sagsnummeret står også i række %(row)s.") % {"row": seen[one.number]}
        yield "number", what, _("Saml forløbet under ét sagsnummer.")


def _cpr(one: ProgrammeIn, seen: Mapping[str, int], known: Known) -> Iterator[Wrong]:
    """A number that cannot be this citizen's, or is not theirs alone. It is never quoted."""
    if one.cpr is None:
        return
    if one.cpr.digits in seen:
        what = _("CPR-nummeret står også i række %(row)s, under et andet sagsnummer.")
        yield "cpr", what % {"row": seen[one.cpr.digits]}, _("Ret nummeret, eller saml rækkerne i én sag.")
    elif one.number in known.taken:
        what = _("En anden borger i kommunen har CPR-nummeret.")
        yield "cpr", what, _("Ret nummeret, eller lad feltet stå tomt.")
    if one.cpr.born_on != one.born_on:
        what = _("CPR-nummeret og fødselsdatoen passer ikke sammen.")
        remedy = _("Ret en af dem. Er begge rigtige, så lad feltet stå tomt, og skriv nummeret ind i sagen.")
        yield "cpr", what, remedy


def _days(one: ProgrammeIn, today: date) -> Iterator[Wrong]:
    age = one.granted_on.year - one.born_on.year
    if not YOUNGEST <= age <= OLDEST:
        what = _("Borgeren ville have været %(age)s år, da forløbet blev bevilget.") % {"age": age}
        yield "born_on", what, _("Ret fødselsdatoen.")
    order = (
        ("opened_on", one.opened_on, "granted_on", one.granted_on),
        ("team_met_on", one.team_met_on, "granted_on", one.granted_on),
        ("granted_on", one.granted_on, "starts_on", one.starts_on),
    )
    for key, day, other, limit in order:
        if day and day > limit:
            yield key, *after(day, other, limit)
    if one.granted_until <= one.starts_on:
        what = _("Forløbet slutter, før det er begyndt.")
        yield "granted_until", what, _("Ret start eller slut.")
    elif one.granted_until < today:
        what = _("Forløbet sluttede %(day)s, og kun forløb i gang kan indlæses.")
        remedy = _("Ret datoen, eller slet sagens rækker.")
        yield "granted_until", what % {"day": date_words(one.granted_until)}, remedy
    for key, day in (
        ("granted_on", one.granted_on),
        ("coordinator_since", one.coordinator_since),
        ("mentor_since", one.mentor_since),
    ):
        if day and day > today:
            yield key, _("Dagen ligger i fremtiden."), _("Ret datoen.")


def after(day: date, other: str, limit: date) -> tuple[str, str]:
    """What is said of a day that lies after one which it must not lie after."""
    words = {"day": date_words(day), "other": shown(BY_KEY[other].name), "limit": date_words(limit)}
    return _("%(day)s ligger efter %(other)s, som er %(limit)s.") % words, _("Ret en af de to datoer.")


def _length(one: ProgrammeIn) -> Iterator[Wrong]:
    """What the law says of the scheme on the day of the grant, and of the programme's length."""
    language = get_language() or "da"
    if one.granted_until <= one.starts_on:
        return
    facts = LengthFacts(one.scheme, one.granted_on, one.starts_on, one.granted_until)
    try:
        answer = length_allowed(facts)
    except LawError as refusal:
        yield "granted_on", refusal.sentence.in_language(language), _("Ret ordningen eller datoen.")
        return
    if not answer.value.fits:
        verdict = next(one.text for one in answer.reasons if one.kind is ReasonKind.FACT)
        yield (
            "granted_until",
            verdict.in_language(language),
            _("Ret start, slut eller dagen for bevillingen."),
        )


def _people(one: ProgrammeIn, known: Known) -> Iterator[Wrong]:
    place = known.places.get(search_key(one.unit))
    if place is None:
        what = _("Du kan ikke indlæse forløb i %(unit)s.") % {"unit": shown(one.unit)}
        yield "unit", what, _("Skriv navnet på en enhed, som du leder.")
    for key, name in (("coordinator", one.coordinator), ("mentor", one.mentor)):
        if name and name.casefold() not in known.staff:
            what = _("Ingen her i kommunen har brugernavnet %(name)s.") % {"name": shown(name)}
            yield key, what, _("Ret brugernavnet, eller lad feltet stå tomt.")
    coordinator = known.staff.get(one.coordinator.casefold())
    if place and coordinator and place.id not in known.coordinates.get(coordinator, frozenset()):
        what = _("%(name)s er ikke koordinator i %(unit)s i dag.")
        remedy = _("Skriv en koordinator i enheden, eller lad feltet stå tomt.")
        yield "coordinator", what % {"name": shown(one.coordinator), "unit": shown(one.unit)}, remedy


def _there_already(one: ProgrammeIn, there: CaseThere | None) -> Iterator[Wrong]:
    """A case that is here is left as it is, when it is the same citizen's and the same programme."""
    if there is None:
        return
    if there.citizen != identity(one.given_name, one.family_name, one.born_on):
        what = _("Sagsnummeret hører til en anden borger her.")
        yield "number", what, _("Ret sagsnummeret, navnet eller fødselsdatoen.")
    elif (one.scheme, one.granted_on) not in there.granted:
        what = _("Sagen er her allerede med et andet forløb.")
        yield "granted_on", what, _("Ret datoen, eller slet sagens rækker.")
