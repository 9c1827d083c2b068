"""What is taken out for an analysis: all it needs, no name, and for whoever is blind no arm."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from uuid import UUID, uuid4

import pytest
from django.utils import timezone

from sammetag.cases.models import Case
from sammetag.errors import NotAllowed
from sammetag.evaluation.trial.extract import Extract, Hidden, Observation, extract_from
from sammetag.evaluation.trial.outcomes import Direction
from sammetag.evaluation.trial.protocol import Arm, Outcome
from sammetag.interventions.models import Intervention, State, Stretch
from sammetag.people.models import Field
from sammetag.studies.actions.deviation import Happening, record_deviation
from sammetag.studies.actions.extract import freeze_extract
from sammetag.studies.actions.study import close
from sammetag.studies.models import (
    ContextChange,
    DeviationKind,
    Draw,
    Element,
    Entry,
    FrozenExtract,
    Interview,
    Quotation,
    Round,
    TakenIn,
)
from sammetag.studies.writing import Refused
from sammetag.talks.models import Form, Talk
from sammetag.talks.models import Outcome as Held
from tests.studies.deeds import DRAWER, EVALUATOR, LEADER, behind, frozen_study_in
from tests.studies.drawing import citizens_in, drawn_long_ago
from tests.town import Town, load_each

pytestmark = pytest.mark.django_db
AGO = 100
ARMS = (Arm("treatment", "Paraplyen"), Arm("control", "Som hidtil"))
OUTCOMES = (
    Outcome("first-talk", primary=True),
    Outcome("first-employment"),
    Outcome("company-placement"),
    Outcome("dead-days", hoped=Direction.LESS),
)


def day(number: int) -> date:
    """The day so many days after the draw."""
    return timezone.localdate() + timedelta(days=number - AGO)


def trial_in(town: Town, count: int = 4) -> tuple[UUID, list[Entry]]:
    study_id = frozen_study_in(town, outcomes=OUTCOMES, arms=ARMS)
    return study_id, drawn_long_ago(town, study_id, citizens_in(town, count, granted_days=AGO + 20), AGO)


def taken_out(town: Town, study_id: UUID, by: str = LEADER, cut_on: date | None = None) -> FrozenExtract:
    with behind(town, by):
        return freeze_extract(
            by=town.person(by), study_id=study_id, token=uuid4(), cut_on=cut_on or timezone.localdate()
        )


def read(made: FrozenExtract) -> Extract:
    return extract_from(made.text)


def ran(town: Town, case_id: UUID, since: int, until: int | None, **how: object) -> None:
    one = Intervention(case_id=case_id, field=Field.EMPLOYMENT, title="Praktik", hours_per_week=9, **how)
    last = None if until is None else day(until)
    with behind(town, DRAWER):
        stretch = Stretch(
            case_id=case_id, intervention=one, state=State.RUNNING, since=day(since), until=last
        )
        load_each([one, stretch])


def talked(town: Town, case_id: UUID, on: int, outcome: Held = Held.HELD) -> None:
    starts = timezone.make_aware(datetime.combine(day(on), time(9)))
    with behind(town, DRAWER):
        case = Case.objects.scoped("test").get(pk=case_id)
        talk = Talk(
            case=case,
            leader=town.staff["astrid"],
            starts_at=starts,
            ends_at=starts + timedelta(minutes=45),
            form=Form.IN_PERSON,
            outcome=outcome,
        )
        load_each([talk])


def deviated(town: Town, study_id: UUID, kind: DeviationKind, *, about: Entry | Draw, on: int = 60) -> None:
    with behind(town, DRAWER):
        record_deviation(
            by=town.person(DRAWER),
            study_id=study_id,
            token=uuid4(),
            happening=Happening(kind, day(on), "Fik hjælp i Paraplyen."),
            draw_id=about.id if isinstance(about, Draw) else None,
            entry_id=about.id if isinstance(about, Entry) else None,
        )


def seen(extract: Extract, person: str) -> dict[str, tuple[float | None, int]]:
    return {one.outcome: (one.value, one.cause) for one in extract.observations if one.person == person}


def test_outcomes_are_read_off_the_journal_from_the_day_of_the_draw(town: Town) -> None:
    study_id, (first, second, *_rest) = trial_in(town)
    talked(town, first.case_id, -5)  # type: ignore[arg-type]
    talked(town, first.case_id, 14)  # type: ignore[arg-type]
    talked(town, second.case_id, 10, Held.CANCELLED)  # type: ignore[arg-type]
    ran(town, first.case_id, 30, 79)  # type: ignore[arg-type]
    ran(town, first.case_id, 40, 50, company_based=True)  # type: ignore[arg-type]
    ran(town, second.case_id, -10, None, mentor=True)  # type: ignore[arg-type]

    extract = read(taken_out(town, study_id))

    assert seen(extract, "P0") == {
        "first-talk": (14.0, 1),
        "first-employment": (30.0, 1),
        "company-placement": (40.0, 1),
        "dead-days": (pytest.approx(100 * 51 / 101), 0),
    }
    assert seen(extract, "P1")["first-talk"] == (100.0, 0)
    assert seen(extract, "P1")["dead-days"] == (100.0, 0)
    assert {(one.person, one.kind, one.days) for one in extract.received} == {
        ("P0", "employment", 50),
        ("P0", "company", 11),
        ("P1", "mentor", 101),
    }


def test_nobody_is_known_beyond_the_day_that_is_asked_about(town: Town) -> None:
    study_id, (first, *_rest) = trial_in(town)
    talked(town, first.case_id, 50)  # type: ignore[arg-type]
    extract = read(taken_out(town, study_id, cut_on=day(20)))

    assert seen(extract, "P0")["first-talk"] == (20.0, 0)
    assert {one.followed_until for one in extract.persons} == {day(20)}


def test_the_same_extract_gives_the_same_text_and_its_fingerprint(town: Town) -> None:
    study_id, _entries = trial_in(town)
    first, second = taken_out(town, study_id), taken_out(town, study_id)

    assert first.text == second.text
    assert first.sha256 == hashlib.sha256(first.text.encode()).hexdigest()


def test_what_went_otherwise_makes_what_was_received_not_what_was_drawn(town: Town) -> None:
    study_id, entries = trial_in(town, 6)
    deviated(town, study_id, DeviationKind.OTHER_ARM, about=entries[0])
    deviated(town, study_id, DeviationKind.NOTHING, about=entries[1])
    deviated(town, study_id, DeviationKind.EXCLUDED, about=entries[2])
    deviated(town, study_id, DeviationKind.MOVED, about=entries[3], on=40)

    people = {one.id: one for one in read(taken_out(town, study_id)).persons}

    assert [people[f"P{place}"].received for place in range(5)] == [
        "control",
        None,
        "treatment",
        "control",
        "treatment",
    ]
    assert people["P2"].excluded and not people["P2"].left
    assert (people["P3"].left, people["P3"].followed_until) == ("moved", day(40))
    assert [people[f"P{place}"].per_protocol for place in range(5)] == [False, False, False, False, True]
    assert [people[f"P{place}"].drawn for place in range(2)] == ["treatment", "control"]


def test_a_list_that_was_swapped_received_the_other_arm(town: Town) -> None:
    study_id, entries = trial_in(town)
    with behind(town, DRAWER):
        draw = Draw.objects.scoped("test").get(study_id=study_id)
    deviated(town, study_id, DeviationKind.SWAP, about=draw)

    people = read(taken_out(town, study_id)).persons
    assert {(one.drawn, one.received) for one in people} == {
        ("treatment", "control"),
        ("control", "treatment"),
    }
    assert len(people) == len(entries)


def with_words_beside(town: Town, study_id: UUID) -> None:
    with behind(town, LEADER):
        mine = {
            "study_id": study_id,
            "written_at": timezone.now(),
            "written_by_id": town.staff[LEADER].id,
        }
        element = Element(
            side="citizen", position=1, title="Samme dør", assumption="Man går ikke fra dør til dør.", **mine
        )
        early, late = (
            Round(element=element, name="2026", on=day(10), arm="treatment", state=state, **mine)
            for state in ("planned", "practised")
        )
        interview = Interview(
            role="koordinator",
            round="2026",
            arm="control",
            persons=3,
            came=2,
            held_on=day(30),
            chosen_by="lederen",
            held_by="evaluator",
            **mine,
        )
        quotation = Quotation(interview=interview, theme="samarbejde", words="Vi ringer sammen.", **mine)
        for row in (element, early, late, interview, quotation):
            row.written_at = timezone.now()
            row.save(force_insert=True)


def test_theory_interviews_and_quotations_come_along_with_the_latest_round(town: Town) -> None:
    study_id, _entries = trial_in(town)
    with_words_beside(town, study_id)
    extract = read(taken_out(town, study_id))

    ((element,), (interview,), (quotation,)) = extract.theory, extract.interviews, extract.quotations
    assert [(one.arm, one.state) for one in element.rounds] == [("treatment", "practised")]
    assert (interview.agreed, interview.held, interview.arm) == (3, 2, "control")
    assert quotation.words == "Vi ringer sammen."


def test_nothing_in_a_blind_extract_tells_which_arm_is_which(town: Town) -> None:
    study_id, entries = trial_in(town)
    with_words_beside(town, study_id)
    deviated(town, study_id, DeviationKind.OTHER_ARM, about=entries[0])
    open_one, blind = taken_out(town, study_id), taken_out(town, study_id, EVALUATOR)

    data = json.loads(blind.text)
    # The size is planned by the share expected in either arm, whichever letter they bear.
    del data["protocol"]["size"]
    text = json.dumps(data, ensure_ascii=False)
    assert blind.blind
    assert not open_one.blind
    assert [word for word in ("treatment", "control", "Paraplyen", "Som hidtil") if word in text] == []
    assert [arm.name for arm in read(blind).protocol.arms] == ["A", "B"]
    assert {one.drawn for one in read(blind).persons} == {"A", "B"}
    assert [arm.title for arm in read(open_one).protocol.arms] == ["Paraplyen", "Som hidtil"]


def test_a_blind_extract_tells_how_much_it_leaves_out(town: Town) -> None:
    study_id, _entries = trial_in(town)
    with_words_beside(town, study_id)
    with behind(town, LEADER):
        mine = {"study_id": study_id, "written_by_id": town.staff[LEADER].id, "written_at": timezone.now()}
        for arms in (["control"], []):
            ContextChange(since=day(5), words="Huset blev malet.", arms=arms, **mine).save(force_insert=True)
    known, blind = read(taken_out(town, study_id)), read(taken_out(town, study_id, EVALUATOR))

    assert blind.hidden == Hidden(context=1, rounds=1, interviews=1, quotations=1)
    assert len(blind.context) == 1
    assert known.hidden == Hidden()


def test_unequal_shares_tell_the_blind_no_arm(town: Town) -> None:
    arms = tuple(replace(one, share=share) for one, share in zip(ARMS, (2, 1), strict=True))
    study_id = frozen_study_in(town, outcomes=OUTCOMES, arms=arms)
    drawn_long_ago(town, study_id, citizens_in(town, 4, granted_days=AGO + 20), AGO)
    known, blind = read(taken_out(town, study_id)), read(taken_out(town, study_id, EVALUATOR))

    assert [arm.share for arm in known.protocol.arms] == [2, 1]
    assert [arm.share for arm in blind.protocol.arms] == [1, 1]
    assert blind.hidden.shares


def test_whoever_is_blind_gets_the_same_people_and_outcomes(town: Town) -> None:
    study_id, (first, *_rest) = trial_in(town)
    talked(town, first.case_id, 14)  # type: ignore[arg-type]
    known, blind = read(taken_out(town, study_id)), read(taken_out(town, study_id, EVALUATOR))

    assert known.observations == blind.observations
    letter = {one.id: one.drawn for one in blind.persons}
    arm = {one.id: one.drawn for one in known.persons}
    assert len({(arm[one], letter[one]) for one in arm}) == 2


def test_an_extract_that_names_the_arms_is_hidden_from_the_blind_until_it_is_closed(town: Town) -> None:
    study_id, _entries = trial_in(town)
    taken_out(town, study_id)
    mine = taken_out(town, study_id, EVALUATOR)

    with behind(town, EVALUATOR):
        assert [one.id for one in FrozenExtract.objects.scoped("test").filter(study_id=study_id)] == [mine.id]
    with behind(town, LEADER):
        close(by=town.person(LEADER), study_id=study_id, version=2)
    with behind(town, EVALUATOR):
        assert FrozenExtract.objects.scoped("test").filter(study_id=study_id).count() == 2
    assert not taken_out(town, study_id, EVALUATOR).blind


def test_who_came_with_a_list_has_the_outcomes_of_the_list_alone(town: Town) -> None:
    study_id, entries = trial_in(town)
    with behind(town, DRAWER):
        mine = {
            "study_id": study_id,
            "written_at": timezone.now(),
            "written_by_id": town.staff[DRAWER].id,
        }
        stranger = Entry(draw_id=entries[0].draw_id, pseudonym="L1", arm="control", entered_on=day(0), **mine)
        stranger.save(force_insert=True)
        TakenIn(entry=stranger, outcome="first-talk", value=None, cause=1, **mine).save(force_insert=True)
    extract = read(taken_out(town, study_id))

    assert [one for one in extract.observations if one.person == "L1"] == [
        Observation("L1", "first-talk", None, 1)
    ]


@pytest.mark.parametrize("days", [1, -AGO - 1])
def test_nothing_is_taken_out_for_a_day_ahead_or_before_anybody_was_drawn(town: Town, days: int) -> None:
    study_id, _entries = trial_in(town)
    with pytest.raises(Refused) as refused:
        taken_out(town, study_id, cut_on=timezone.localdate() + timedelta(days=days))
    assert refused.value.about == "cut_on"


@pytest.mark.parametrize("name", [DRAWER, "birk", "dorte"])
def test_only_the_responsible_and_the_evaluators_take_anything_out(town: Town, name: str) -> None:
    study_id, _entries = trial_in(town)
    with pytest.raises(NotAllowed):
        taken_out(town, study_id, name)


def test_no_name_and_no_number_of_anybody_is_in_it(town: Town) -> None:
    study_id, entries = trial_in(town)
    text = taken_out(town, study_id).text

    assert "Lund" not in text
    with behind(town, DRAWER):
        numbers = Case.objects.scoped("test").filter(pk__in=[one.case_id for one in entries])
        assert not [one.number for one in numbers if one.number in text]
