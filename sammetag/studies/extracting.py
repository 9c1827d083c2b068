"""The extract of a study up to a day: the only door from the database to the analysis.

It holds pseudonyms, and where it is blind, letters: nothing in it tells which arm is which. What is known of
an arm by its name (how the theory was practised in it, where somebody was interviewed) is left out then, and
what somebody wrote of a person is told by its kind.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from django.utils import timezone

from sammetag.evaluation.trial import extract as parts
from sammetag.evaluation.trial.observing import Course, Followed, days_received, followed, observe
from sammetag.evaluation.trial.protocol import Arm, Protocol
from sammetag.evaluation.trial.receiving import SWAP, Fate, Told, fate
from sammetag.studies import extracting_beside as beside
from sammetag.studies.followed import (
    Deviated,
    Entered,
    TakenIn,
    arms_shown,
    courses_in,
    deviated_in,
    entered_in,
    taken_in,
)
from sammetag.studies.opening import OpenStudy
from sammetag.studies.queries import amendments_of, draws_of


def extract_of(opened: OpenStudy, cut_on: date) -> parts.Extract:
    """Everything that the analysis needs of a study, as its reader may see it, up to and with a day."""
    read = _Read(opened, cut_on)
    people = list(read.people())
    study = opened.study
    return parts.Extract(
        title=study.title,
        trial=str(study.id),
        protocol=read.protocol,
        frozen_at=study.frozen_at.isoformat() if study.frozen_at else "",
        frozen_sha256=study.fingerprint,
        commitment=study.commitment,
        seed=study.revealed,
        cut_on=cut_on,
        blind=opened.blind,
        draws=_draws(opened, cut_on),
        persons=tuple(people),
        observations=tuple(one for person in people for one in read.observations(person)),
        received=tuple(one for person in people for one in read.received(person)),
        deviations=read.told(),
        amendments=_amendments(opened, cut_on),
        context=beside.context_of(study, cut_on, blind=opened.blind),
        theory=beside.theory_of(study, cut_on, blind=opened.blind),
        interviews=beside.interviews_of(study, cut_on, blind=opened.blind),
        quotations=beside.quotations_of(study, cut_on, blind=opened.blind),
        hidden=beside.hidden_in(opened, cut_on),
    )


class _Read:
    """What the study tells of its persons, read once."""

    def __init__(self, opened: OpenStudy, cut_on: date) -> None:
        self.opened, self.cut_on = opened, cut_on
        study_id = opened.study.id
        self.protocol = _as_shown(opened.protocol, arms_shown(study_id), blind=opened.blind)
        self.deviated = [one for one in deviated_in(study_id) if one.on <= cut_on]
        self.courses = courses_in(study_id)
        self.taken_in: dict[str, list[TakenIn]] = {}
        for one in taken_in(study_id):
            self.taken_in.setdefault(one.pseudonym, []).append(one)

    def people(self) -> Iterator[parts.PersonDrawn]:
        """Everybody who was drawn by the day, with what became of them."""
        arms = [arm.name for arm in self.protocol.arms]
        swapped = {one.draw for one in self.deviated if one.kind == SWAP}
        told: dict[str | None, list[Told]] = {}
        for one in self.deviated:
            told.setdefault(one.pseudonym, []).append(
                Told(one.kind, one.on, one.received or "", self._words(one))
            )
        for person in entered_in(self.opened.study.id):
            if person.entered_on <= self.cut_on:
                own = told.get(person.pseudonym, [])
                yield self._person(person, fate(person.arm, arms, swapped=person.draw in swapped, told=own))

    def observations(self, person: parts.PersonDrawn) -> Iterator[parts.Observation]:
        """Each outcome of the plan, as it was taken in, else as the journal tells it."""
        known = {one.outcome: one for one in self.taken_in.get(person.id, [])}
        for one in known.values():
            yield parts.Observation(person.id, one.outcome, one.value, one.cause)
        course = self.courses.get(person.id)
        if course is None:
            return
        for outcome in self.protocol.outcomes:
            seen = observe(course, outcome.indicator, self._days(person, course), outcome.days)
            if seen is not None and outcome.indicator not in known:
                yield parts.Observation(person.id, outcome.indicator, seen.value, seen.cause)

    def received(self, person: parts.PersonDrawn) -> Iterator[parts.Received]:
        """How many days of each kind of intervention a person got."""
        course = self.courses.get(person.id, Course())
        for kind, days in days_received(course, self._days(person, course)).items():
            yield parts.Received(person.id, kind, days)

    def told(self) -> tuple[parts.Deviation, ...]:
        """What went otherwise, as it was written down."""
        return tuple(
            parts.Deviation(one.kind, one.on, self._words(one), one.draw, one.pseudonym)
            for one in self.deviated
        )

    def _person(self, person: Entered, became: Fate) -> parts.PersonDrawn:
        course = self.courses.get(person.pseudonym, Course())
        limits = [self.cut_on, self.protocol.until, became.left_on]
        return parts.PersonDrawn(
            id=person.pseudonym,
            draw=person.draw,
            block=person.block,
            drawn=person.arm,
            received=became.received,
            entered_on=person.entered_on,
            followed_until=followed(course, person.entered_on, limits).last,
            sex=person.sex or None,
            age=person.age,
            age_group=person.age_group or None,
            excluded=became.excluded,
            left=became.left,
            per_protocol=became.received == person.arm and not (became.excluded or became.left),
        )

    def _days(self, person: parts.PersonDrawn, course: Course) -> Followed:
        return followed(course, person.entered_on, [person.followed_until])

    def _words(self, one: Deviated) -> str:
        """The words themselves would tell whoever is blind which arm is which."""
        return one.title if self.opened.blind else one.words


def _as_shown(protocol: Protocol, shown: dict[str, str], *, blind: bool) -> Protocol:
    """The protocol; for whoever is blind its arms are letters, in their order, of one share."""
    if not blind:
        return protocol
    arms = [Arm(shown[one.name], shown[one.name]) for one in protocol.arms]
    return replace(protocol, arms=tuple(sorted(arms, key=lambda arm: arm.name)))


def _draws(opened: OpenStudy, cut_on: date) -> tuple[parts.DrawMade, ...]:
    return tuple(
        parts.DrawMade(
            one.number, one.block, one.on, one.listed, tuple(sorted(one.refused.items())), one.extra
        )
        for one in draws_of(opened.study)
        if one.on <= cut_on
    )


def _amendments(opened: OpenStudy, cut_on: date) -> tuple[parts.Amendment, ...]:
    found = ((timezone.localtime(one.written_at).date(), one) for one in amendments_of(opened.study))
    return tuple(parts.Amendment(on, one.what, one.why) for on, one in found if on <= cut_on)
