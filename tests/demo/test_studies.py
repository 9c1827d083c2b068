"""Both trials of the demo stand in its database, for those who have a duty in them and for nobody else."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from statistics import mean

import pytest
from django.db import connection
from django.utils import timezone

from sammetag.access.queries import person_of
from sammetag.access.wall import behind_the_wall
from sammetag.demo.studying import EVALUATOR, RESPONSIBLE
from sammetag.demo.trial_held import SEED, all_entered
from sammetag.demo.world import World
from sammetag.evaluation.allocation import Drawn, Trial, verify
from sammetag.evaluation.trial.analysis import analyse
from sammetag.evaluation.trial.extract import Extract
from sammetag.evaluation.trial.protocol import fingerprint, protocol_from
from sammetag.journal.models import Event
from sammetag.people.models import Account
from sammetag.studies.cohort import cohort
from sammetag.studies.extracting import extract_of
from sammetag.studies.models import Deviation, Draw, Element, Entry, Interview, MethodNote, Study, TakenIn
from sammetag.studies.opening import study_for

pytestmark = pytest.mark.usefixtures("loaded")


@contextmanager
def behind(username: str) -> Iterator[None]:
    with behind_the_wall(Account.objects.get(username=username).pk):
        yield


def own() -> Study:
    return Study.objects.scoped("test").get(taken_in=False)


def test_the_responsible_leader_finds_both_frozen_and_closed() -> None:
    with behind(RESPONSIBLE):
        found = list(Study.objects.scoped("test"))
        assert {one.taken_in for one in found} == {True, False} and len(found) == 2
        for one in found:
            assert one.closed_at and one.fingerprint == fingerprint(protocol_from(one.protocol))


def test_what_stands_in_the_database_is_what_the_revealed_seed_gives(loaded: World) -> None:
    with behind(RESPONSIBLE):
        study = own()
        log = [
            Drawn(draw.block, tuple(one.pseudonym for one in entries), tuple(one.arm for one in entries))
            for draw in Draw.objects.scoped("test").filter(study=study).order_by("number")
            if (entries := list(Entry.objects.scoped("test").filter(draw=draw)))
        ]
        trial = Trial(str(study.id), tuple(arm.name for arm in protocol_from(study.protocol).arms))

    assert study.revealed == SEED.hex()
    found = verify(bytes.fromhex(study.revealed), study.commitment, trial, log)
    assert found.holds and found.persons == len(list(all_entered(loaded.trial.draws)))


def test_nobody_else_finds_them_but_a_coordinator_finds_their_own_citizens(loaded: World) -> None:
    with behind("henning.baek"):
        assert not Study.objects.scoped("test").exists()
    with behind("astrid.holm"):
        here = set(Entry.objects.scoped("test").values_list("case_id", flat=True))
    unit = loaded.life("aase").case.unit_id
    drawn = {one.key for _held, one in all_entered(loaded.trial.draws)}
    assert here == {life.case.id for life in loaded.lives if life.key in drawn and life.case.unit_id == unit}


def test_the_evaluator_gets_pseudonyms_and_no_case() -> None:
    with behind(EVALUATOR):
        assert not Entry.objects.scoped("test").exists()
        with connection.cursor() as cursor:
            cursor.execute("SELECT pseudonym, arm FROM studies_entries(%s)", [own().id])
            rows = cursor.fetchall()
    assert len(rows) > 100 and {arm for _pseudonym, arm in rows} == {"intervention", "control"}


def test_the_trial_from_copenhagen_is_whole() -> None:
    with behind(RESPONSIBLE):
        study = Study.objects.scoped("test").get(taken_in=True)
        counts = {
            model: model.objects.scoped("test").filter(study=study).count()
            for model in (Draw, Entry, TakenIn, Deviation)
        }
        came = sum(one.came or 0 for one in Interview.objects.scoped("test").filter(study=study))
        assert not Entry.objects.scoped("test").filter(study=study, case__isnull=False).exists()
    assert counts == {Draw: 13, Entry: 218, TakenIn: 218 * 6, Deviation: 15}
    assert came == 38


def test_the_journal_tells_of_every_draw_and_deviation_and_each_case_of_its_own(loaded: World) -> None:
    trial = loaded.trial
    with behind(RESPONSIBLE):
        events = Event.objects.scoped("test").filter(data__study=str(trial.id))
        kinds = Counter(events.filter(case_id=None).values_list("kind", flat=True))
    assert kinds == {
        "study.set-up": 1,
        "study.member-named": 3,
        "study.frozen": 1,
        "study.amended": 1,
        "study.drawn": len(trial.draws),
        "study.deviated": len(trial.astray),
        "study.closed": 1,
    }
    with behind("astrid.holm"):
        drawn = Event.objects.scoped("test").filter(kind="trial.entered").values_list("case_id", flat=True)
        entered = Entry.objects.scoped("test").values_list("case_id", flat=True)
        assert set(drawn) == set(entered) and len(drawn) == len(entered) > 0


def extract_for(username: str, *, taken_in: bool) -> Extract:
    """What somebody takes out of a study today."""
    account = Account.objects.get(username=username).pk
    with behind_the_wall(account):
        person = person_of(account, timezone.localdate())
        assert person is not None
        study = Study.objects.scoped("test").get(taken_in=taken_in)
        return extract_of(study_for(person, study.id), timezone.localdate())


def test_the_extract_of_the_trial_from_copenhagen_is_what_was_read_from_its_list() -> None:
    found, read = extract_for(EVALUATOR, taken_in=True), cohort()

    assert found.persons == tuple(sorted(read.persons, key=lambda one: (one.draw, one.id)))
    assert set(found.observations) == set(read.observations)
    assert {one.number: one.listed for one in found.draws} == {one.number: one.listed for one in read.draws}


def test_the_extract_of_the_demo_s_own_trial_shows_fewer_dead_days_among_the_treated() -> None:
    found = extract_for(EVALUATOR, taken_in=False)

    arm = {one.id: one.drawn for one in found.persons}
    dead: dict[str, list[float]] = {}
    for one in found.observations:
        if one.outcome == "dead-days" and one.value is not None:
            dead.setdefault(arm[one.person], []).append(one.value)
    assert mean(dead["intervention"]) < mean(dead["control"]) - 4
    (primary,) = (one for one in analyse(found).outcomes if one.outcome.primary)
    assert primary.indicator.name == "clarification"


def test_theory_and_method_notes_are_there_for_whom_they_are() -> None:
    with behind(EVALUATOR):
        assert Element.objects.scoped("test").filter(study=own()).count() == 5
    with behind("astrid.holm"):
        assert MethodNote.objects.scoped("test").count() == 3
