"""What went otherwise is written beside the draw: it changes nothing, names nobody, and is told once."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, timedelta
from uuid import UUID, uuid4

import pytest
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from sammetag.errors import NotAllowed, RuleBroken
from sammetag.evaluation.trial.protocol import Arm
from sammetag.journal.models import Event
from sammetag.studies.actions.deviation import Happening, record_deviation
from sammetag.studies.actions.study import close
from sammetag.studies.models import Deviation, DeviationKind, Draw, Entry
from sammetag.studies.writing import Refused
from tests.studies.deeds import DRAWER, EVALUATOR, LEADER, behind, frozen_study_in
from tests.studies.drawing import citizens_in, drawn, entries_of
from tests.town import Town

pytestmark = pytest.mark.django_db
WORDS = "To breve blev byttet om."


def written(
    town: Town,
    study_id: UUID,
    kind: DeviationKind,
    *,
    by: str = DRAWER,
    draw: Draw | None = None,
    entry: Entry | None = None,
    words: str = WORDS,
    on: date | None = None,
    token: UUID | None = None,
    received: str = "",
    not_them: Collection[str] = (),
) -> Deviation:
    with behind(town, by):
        return record_deviation(
            by=town.person(by),
            study_id=study_id,
            token=token or uuid4(),
            happening=Happening(kind, on or timezone.localdate(), words, received),
            draw_id=draw.id if draw else None,
            entry_id=entry.id if entry else None,
            not_them=not_them,
        )


def a_draw(town: Town, **otherwise: object) -> tuple[UUID, Draw, list[Entry]]:
    study_id = frozen_study_in(town, **otherwise)
    (draw,) = drawn(town, study_id, citizens_in(town, 4))
    with behind(town, DRAWER):
        return study_id, draw, entries_of(study_id)


def test_a_swapped_list_is_told_of_the_draw_and_the_draw_stays(town: Town) -> None:
    study_id, draw, before = a_draw(town)
    made = written(town, study_id, DeviationKind.SWAP, draw=draw)

    with behind(town, DRAWER):
        assert [one.arm for one in entries_of(study_id)] == [one.arm for one in before]
        assert Event.objects.scoped("test").filter(kind="study.deviated", subject_id=made.id).count() == 1


def test_where_there_are_three_arms_no_list_can_be_swapped(town: Town) -> None:
    arms = (Arm("a", "A"), Arm("b", "B"), Arm("c", "C"))
    study_id, draw, entries = a_draw(town, arms=arms)
    with pytest.raises(Refused) as refused:
        written(town, study_id, DeviationKind.SWAP, draw=draw)
    assert refused.value.about == "kind"

    other = next(arm.name for arm in arms if arm.name != entries[0].arm)
    with pytest.raises(Refused):
        written(town, study_id, DeviationKind.OTHER_ARM, entry=entries[0])
    made = written(town, study_id, DeviationKind.OTHER_ARM, entry=entries[0], received=other)
    assert made.received == other


def test_of_two_arms_the_other_one_is_known(town: Town) -> None:
    study_id, _draw, entries = a_draw(town)
    made = written(town, study_id, DeviationKind.OTHER_ARM, entry=entries[0])

    assert {made.received, entries[0].arm} == {"treatment", "control"}


def test_in_a_swapped_list_the_other_arm_is_the_one_that_was_drawn(town: Town) -> None:
    study_id, draw, entries = a_draw(town)
    written(town, study_id, DeviationKind.SWAP, draw=draw)
    made = written(town, study_id, DeviationKind.OTHER_ARM, entry=entries[0])

    assert made.received == entries[0].arm


def test_what_happened_to_a_person_stands_in_their_own_journal_without_the_words(town: Town) -> None:
    study_id, _draw, entries = a_draw(town)
    written(town, study_id, DeviationKind.EXCLUDED, entry=entries[0], words="Hørte til en anden målgruppe.")

    with behind(town, DRAWER):
        (event,) = Event.objects.scoped("test").filter(kind="trial.deviated")
        assert event.case_id == entries[0].case_id
        assert "målgruppe" not in str(event.data)


@pytest.mark.parametrize("words", ["Bos bror ringede.", "Astrid ringede.", "Det var 010580-1238.", " "])
def test_words_that_name_the_citizen_or_say_nothing_are_refused(town: Town, words: str) -> None:
    study_id = frozen_study_in(town)
    drawn(town, study_id, citizens_in(town, 1))
    with behind(town, DRAWER):
        (entry,) = entries_of(study_id)
    with pytest.raises(Refused) as refused:
        written(town, study_id, DeviationKind.OTHER, entry=entry, words=words)
    assert refused.value.about == "words"


def test_a_name_that_is_somebody_elses_is_written_with_a_tick_and_the_word_is_told(town: Town) -> None:
    study_id, _draw, entries = a_draw(town)
    with pytest.raises(Refused) as refused:
        written(town, study_id, DeviationKind.OTHER, entry=entries[0], words="Hendes Bo flyttede.")
    made = written(
        town, study_id, DeviationKind.OTHER, entry=entries[0], words="Hendes Bo flyttede.", not_them=["Bo"]
    )

    assert "»Bo«" in str(refused.value.sentence)
    assert made.words == "Hendes Bo flyttede."


@pytest.mark.parametrize("days", [-1, 1])
def test_nothing_goes_otherwise_before_the_draw_or_ahead(town: Town, days: int) -> None:
    study_id, _draw, entries = a_draw(town)
    with pytest.raises(Refused) as refused:
        on = timezone.localdate() + timedelta(days=days)
        written(town, study_id, DeviationKind.MOVED, entry=entries[0], on=on)
    assert refused.value.about == "on"


def test_the_same_is_written_once(town: Town) -> None:
    study_id, draw, _entries = a_draw(town)
    token = uuid4()
    first = written(town, study_id, DeviationKind.SWAP, draw=draw, token=token)

    assert written(town, study_id, DeviationKind.SWAP, draw=draw, token=token) == first
    with pytest.raises(Refused):
        written(town, study_id, DeviationKind.SWAP, draw=draw)


def test_the_responsible_one_writes_too_and_an_evaluator_does_not(town: Town) -> None:
    study_id, draw, _entries = a_draw(town)
    assert written(town, study_id, DeviationKind.OTHER, draw=draw, by=LEADER)
    with pytest.raises(NotAllowed):
        written(town, study_id, DeviationKind.OTHER, draw=draw, by=EVALUATOR)


def test_a_person_of_another_trial_is_not_found(town: Town) -> None:
    study_id = frozen_study_in(town)
    _other, draw, entries = a_draw(town)
    for about in ({"entry": entries[0]}, {"draw": draw}):
        with pytest.raises(NotAllowed):
            written(town, study_id, DeviationKind.OTHER, **about)


def test_nothing_is_written_once_the_trial_is_closed(town: Town) -> None:
    study_id, draw, _entries = a_draw(town)
    with behind(town, LEADER):
        close(by=town.person(LEADER), study_id=study_id, version=2)
    with pytest.raises(RuleBroken):
        written(town, study_id, DeviationKind.SWAP, draw=draw)


def test_what_was_written_is_never_changed(town: Town) -> None:
    study_id, draw, _entries = a_draw(town)
    written(town, study_id, DeviationKind.SWAP, draw=draw)
    with (
        behind(town, LEADER),
        pytest.raises(DatabaseError),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute("UPDATE studies_deviation SET words = ''")
