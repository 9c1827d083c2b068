"""What else changed while a trial ran, and how things are done here: written once, and nothing lost."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any
from uuid import uuid4

import pytest

from sammetag.errors import NotAllowed, StalePage
from sammetag.journal.models import Event
from sammetag.people.models import Field
from sammetag.studies.actions.context import ContextText, change_context, drop_context, write_context
from sammetag.studies.actions.method_notes import NoteText, change_note, drop_note, note_in, write_note
from sammetag.studies.context_picture import NARROW, WIDE, picture_of
from sammetag.studies.context_queries import context_of
from sammetag.studies.models import ContextChange, MethodNote
from sammetag.studies.names import Named
from sammetag.studies.note_queries import Block, blocks_of, notes_found
from sammetag.studies.opening import study_for
from sammetag.studies.writing import Refused
from tests.studies.around import A_YEAR, NEXT_YEAR, change, drawn, note
from tests.studies.deeds import DRAWER, LEADER, behind, frozen_study_in, study_in
from tests.town import Town

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("name", [DRAWER, "birk", "dorte", "esther", "mads"])
def test_nobody_tells_of_a_change_who_does_not_work_in_the_study(town: Town, name: str) -> None:
    study = study_in(town)
    with behind(town, name), pytest.raises(NotAllowed):
        write_context(
            by=town.person(name), study_id=study, token=uuid4(), text=ContextText(A_YEAR, None, "Flyttede")
        )


@pytest.mark.parametrize(
    ("about", "otherwise"),
    [
        ("until", {"until": A_YEAR - timedelta(days=1)}),
        ("words", {"words": " "}),
        ("words", {"words": "Ring 12 34 56 78"}),
        ("arms", {"arms": ("third",)}),
    ],
)
def test_a_change_that_cannot_be_is_refused_at_its_field(
    town: Town, about: str, otherwise: dict[str, Any]
) -> None:
    with pytest.raises(Refused) as refused:
        change(town, study_in(town), **otherwise)
    assert refused.value.about == about


def test_the_second_who_changes_it_is_asked_to_look_and_the_first_words_stay_in_the_journal(
    town: Town,
) -> None:
    study = study_in(town)
    one = change(town, study, "Før")
    with behind(town, LEADER):
        how: dict[str, Any] = {
            "by": town.person(LEADER),
            "study_id": study,
            "change_id": one.id,
            "version": 1,
        }
        change_context(text=ContextText(A_YEAR, NEXT_YEAR, "Først"), **how)
        with pytest.raises(StalePage):
            change_context(text=ContextText(A_YEAR, NEXT_YEAR, "Sidst"), **how)
        with pytest.raises(StalePage):
            drop_context(**how)

        assert ContextChange.objects.scoped("test").get().words == "Først"
        assert Event.objects.scoped("test").get(kind="context.written").data["words"] == "Før"


def test_the_time_line_holds_every_day_inside_its_frame_at_both_widths(town: Town) -> None:
    study = frozen_study_in(town)
    change(town, study, "Længe", since=A_YEAR)
    change(town, study, "Kort", since=NEXT_YEAR, until=NEXT_YEAR)
    drawn(town, study)
    with behind(town, LEADER):
        around = context_of(study_for(town.person(LEADER), study))

    for width, narrow in ((WIDE, False), (NARROW, True)):
        picture = picture_of(around, date(2019, 1, 1), width, narrow=narrow)
        assert picture is not None
        long, short = picture.stretches
        assert picture.left <= long.x < short.x
        assert long.x + long.width == pytest.approx(picture.right, abs=0.2)
        assert short.x + short.width <= picture.right
        assert len(picture.draws) == 1


def test_there_is_no_picture_of_nothing(town: Town) -> None:
    study = study_in(town)
    with behind(town, LEADER):
        around = context_of(study_for(town.person(LEADER), study))

    assert picture_of(around, A_YEAR, WIDE, narrow=False) is None


@pytest.mark.parametrize("name", ["astrid", "lis", "mads", "eva"])
def test_everybody_with_a_role_writes_a_note_and_all_here_find_it(town: Town, name: str) -> None:
    one = note(town, name)
    with behind(town, "dorte"):
        assert [found.id for found in notes_found(town.person("dorte"))] == [one.id]
    with behind(town, "esther"):
        assert notes_found(town.person("esther")) == []
        with pytest.raises(NotAllowed):
            note_in(town.person("esther"), one.id)
        assert not MethodNote.objects.scoped("test").exists()


def test_a_note_sent_twice_is_written_once(town: Town) -> None:
    token, text = uuid4(), NoteText(Field.SOCIAL, "Bolig", "Ring.")
    with behind(town, "astrid"):
        for _ in range(2):
            write_note(by=town.person("astrid"), token=token, text=text)
        assert MethodNote.objects.scoped("test").count() == 1


def test_the_second_who_changes_a_note_is_asked_to_look(town: Town) -> None:
    one = note(town, "astrid")
    first, last = (NoteText(Field.EMPLOYMENT, "En praktik", text) for text in ("Først", "Sidst"))
    with behind(town, "birk"):
        change_note(by=town.person("birk"), note_id=one.id, version=1, text=first)
    with behind(town, "mads"), pytest.raises(StalePage):
        change_note(by=town.person("mads"), note_id=one.id, version=1, text=last)
    with behind(town, "astrid"):
        now = note_in(town.person("astrid"), one.id)
        assert now.changed_by is not None
        assert (now.text, now.changed_by.name) == ("Først", "Birk")


def test_a_note_that_is_taken_out_can_be_put_back(town: Town) -> None:
    one = note(town, "astrid")
    with behind(town, "astrid"):
        astrid = town.person("astrid")
        drop_note(by=astrid, note_id=one.id, version=1)
        assert notes_found(astrid) == []
        drop_note(by=astrid, note_id=one.id, version=2, out=False)
        assert len(notes_found(astrid)) == 1


def test_a_note_on_health_names_no_citizen_whom_its_writer_knows(town: Town) -> None:
    text = "Som hos åse Ærø own: begynd stille."
    for field in (Field.HEALTH, Field.TREATMENT):
        with pytest.raises(Named):
            note(town, "astrid", text, field)
    assert note(town, "astrid", text, Field.HEALTH, not_them=["Åse Ærø own"])
    assert note(town, "astrid", "Åse er et navn.", Field.HEALTH)


@pytest.mark.parametrize("field", list(Field))
def test_no_note_holds_a_number_of_somebody(town: Town, field: Field) -> None:
    with pytest.raises(Refused):
        note(town, "astrid", "Ring 12 34 56 78", field)


def test_a_text_is_laid_out_as_it_was_written() -> None:
    assert blocks_of("Et\nto\n\n\n- a\n• b\nTre") == [
        Block(("Et", "to"), is_list=False),
        Block(("a", "b"), is_list=True),
        Block(("Tre",), is_list=False),
    ]
