"""Whether interventions hang together: their days, hours, endings and sub-goals."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from django.utils.translation import gettext as _

from sammetag.design.wording import date_words
from sammetag.intake.columns import BY_KEY
from sammetag.intake.faults import Fault
from sammetag.intake.programmes import InterventionIn, ProgrammeIn, StretchIn

MOST_HOURS = 37
FIRST_YEAR = 2000


def of_interventions(programme: ProgrammeIn, today: date) -> Iterator[Fault]:
    """What speaks against the interventions of a programme."""
    seen: dict[tuple[str, str, date], int] = {}
    yield from _due_days(programme)
    for one in programme.interventions:
        if not one.stretches:
            yield _fault(one.row, "state", _("Indsatsen har ingen tilstand."), _("Skriv tilstand og dato."))
            continue
        mark = (one.title.casefold(), one.provider.casefold(), one.stretches[0].since)
        if mark in seen:
            what = _("Indsatsen står også i række %(row)s med samme dato.") % {"row": seen[mark]}
            yield _fault(one.row, "title", what, _("Slet den ene række."))
        seen[mark] = one.row
        if one.recommended_on and one.recommended_on > today:
            yield _fault(one.row, "recommended_on", _("Dagen ligger i fremtiden."), _("Ret datoen."))
        yield from _stretches(one, today)
        yield from _ending(one, today)
        yield from _hours(one)
        yield from _sub_goal(programme, one)


def _stretches(one: InterventionIn, today: date) -> Iterator[Fault]:
    for stretch in one.stretches:
        if stretch.until and stretch.until < stretch.since:
            what = _("Sidste dag, %(until)s, ligger før første dag, %(since)s.")
            days = {"until": date_words(stretch.until), "since": date_words(stretch.since)}
            yield _fault(stretch.row, "until", what % days, _("Ret en af de to datoer."))
        if stretch.since.year < FIRST_YEAR:
            what = _("Årstallet %(year)s kan ikke passe.") % {"year": stretch.since.year}
            yield _fault(stretch.row, "since", what, _("Ret årstallet."))
    for before, following in pairwise(one.stretches):
        if before.until is None or before.until >= following.since:
            what = _("Perioden overlapper den i række %(row)s for samme indsats.") % {"row": before.row}
            yield _fault(following.row, "since", what, _("Lad den ene slutte, dagen før den anden begynder."))
    first = one.stretches[0]
    if first.since > today:
        what = _("Dagen ligger i fremtiden.")
        yield _fault(first.row, "since", what, _("Skriv, siden hvornår tilstanden har varet til i dag."))


def _ending(one: InterventionIn, today: date) -> Iterator[Fault]:
    last: StretchIn = one.stretches[-1]
    if one.ending and one.ended_on is None:
        what = _("Indsatsen er afsluttet, men dagen mangler.")
        yield _fault(last.row, "until", what, _("Skriv indsatsens sidste dag."))
    elif one.ending and one.ended_on and one.ended_on > today:
        what = _("Indsatsen kan ikke være afsluttet på en dag i fremtiden.")
        yield _fault(last.row, "ending", what, _("Lad afslutningen stå tom, til indsatsen er slut."))
    elif not one.ending and last.until and last.until < today:
        what = _("Perioden er slut, og der står ikke, hvad der skete.")
        remedy = _("Skriv en afslutning, en række for den næste tilstand, eller lad den sidste dag stå tom.")
        yield _fault(last.row, "ending", what, remedy)


def _hours(one: InterventionIn) -> Iterator[Fault]:
    told = [(one.row, one.hours_per_week)]
    told += [(stretch.row, stretch.hours_per_week) for stretch in one.stretches if stretch.hours_per_week]
    for row, hours in told:
        if not 0 <= hours <= MOST_HOURS:
            what = _("%(hours)s timer om ugen går ikke.") % {"hours": hours}
            yield _fault(row, "hours_per_week", what, _("Skriv højst 37 timer."))


def _sub_goal(programme: ProgrammeIn, one: InterventionIn) -> Iterator[Fault]:
    if one.sub_goal_due and one.sub_goal_due > programme.granted_until:
        what = _("Delmålet ligger efter forløbets sidste dag, %(day)s.")
        day = date_words(programme.granted_until)
        yield _fault(one.row, "sub_goal_due", what % {"day": day}, _("Ret en af de to datoer."))
    if not one.sub_goal and (one.goal or one.sub_goal_due):
        what = _("Der står et mål, men intet delmål.")
        yield _fault(one.row, "sub_goal", what, _("Skriv delmålet, eller slet målet og datoen."))


def _due_days(programme: ProgrammeIn) -> Iterator[Fault]:
    """A sub-goal that several interventions lead to has one day."""
    told: dict[tuple[str, str, str], InterventionIn] = {}
    for one in programme.interventions:
        if one.sub_goal and one.sub_goal_due:
            first = told.setdefault((one.field, one.goal, one.sub_goal), one)
            if first.sub_goal_due != one.sub_goal_due:
                what = _("Delmålet har en anden dag i række %(row)s.") % {"row": first.row}
                yield _fault(one.row, "sub_goal_due", what, _("Ret en af de to datoer."))


def _fault(row: int, key: str, what: str, remedy: str) -> Fault:
    return Fault(row, BY_KEY[key].name, what, remedy)
