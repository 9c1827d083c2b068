"""The case page: what it tells a coordinator, and what it keeps from a mentor."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from sammetag.access.wall import behind_the_wall
from sammetag.cases.actions import load
from sammetag.cases.models import Case
from sammetag.interventions.models import Intervention, State, Stretch
from sammetag.journal import actions as journal
from sammetag.journal.models import Event, Look
from sammetag.people.models import Field
from tests.duties.many import add_interventions, talks_in
from tests.talks.deeds import Desk
from tests.town import Town

Browse = Callable[[str], Client]
TODAY = timezone.localdate


def url(town: Town, case: str = "own") -> str:
    return reverse("case", args=[town.cases[case]])


def main(page: Any) -> str:
    """What stands between header and footer, where no token changes from page to page."""
    text: str = page.text
    return text.partition("<main")[2]


def row(case_id: UUID) -> Case:
    return Case.objects.scoped("test").get(pk=case_id)


def give(town: Town, field: Field, title: str, state: State, *, hours: int = 3) -> None:
    """Gives Åse something that began ten days ago and goes on."""
    with behind_the_wall(town.account("astrid")):
        case = row(town.cases["own"])
        one = Intervention(case=case, field=field, title=title, hours_per_week=hours, provider="Hos os")
        part = Stretch(case=case, intervention=one, state=state, since=TODAY() - timedelta(days=10))
        load(rows=[one])
        load(rows=[part])


def stop_the_training(town: Town) -> None:
    with behind_the_wall(town.account("astrid")):
        parts = Stretch.objects.scoped("test").filter(case_id=town.cases["own"], state=State.RUNNING)
        parts.update(until=TODAY() - timedelta(days=20))


def hold(town: Town, notes: str) -> None:
    with behind_the_wall(town.account("astrid")):
        Desk(town.person("astrid"), town.cases["own"], town.talks["own"]).hold(-1, notes=notes)


def test_a_coordinator_meets_facts_thread_next_around_and_journal(browse: Browse, committed: Town) -> None:
    hold(committed, "Et følsomt notat")

    page = browse("astrid").get(url(committed)).text

    for told in ("Åse Ærø own", "sag 2026-0001", "Intern træning", "Det næste", "Omkring Åse", "Astrid"):
        assert told in page
    assert "Samtale holdt" in page.partition('id="journal"')[2]
    assert "<svg" in page and "<table" in page
    assert "Et følsomt notat" not in page


def test_what_comes_next_has_its_rule_and_its_source(browse: Browse, committed: Town) -> None:
    page = browse("astrid").get(url(committed)).text

    following = page.partition('id="next-heading"')[2].partition("</section>")[0]
    assert "LAB" in following and "§ 31" in following
    assert reverse("book-talk", args=[committed.cases["own"]]) in following


def test_a_mentor_sees_the_thread_without_health_notes_journal_and_sums(
    browse: Browse, committed: Town
) -> None:
    give(committed, Field.HEALTH, "Psykiatrisk forløb", State.RUNNING, hours=11)
    give(committed, Field.TREATMENT, "Ventetid hos smerteklinik", State.WAITING)
    hold(committed, "Et følsomt notat")

    page = browse("mads").get(url(committed)).text

    assert "Intern træning" in page
    for kept in ("Psykiatrisk", "smerteklinik", "Et følsomt notat", "Sundhed", "Behandling", "Journal"):
        assert kept not in page
    for total in ("Timer om ugen", "15 timer", "11 timer", "Uden noget i gang"):
        assert total not in page


def test_the_coordinator_sees_all_that_the_mentor_does_not(browse: Browse, committed: Town) -> None:
    give(committed, Field.HEALTH, "Psykiatrisk forløb", State.RUNNING, hours=11)

    page = browse("astrid").get(url(committed)).text

    for told in ("Psykiatrisk forløb", "Sundhed", "Behandling", "Timer om ugen", "15 timer", "Journal"):
        assert told in page


def test_what_comes_next_does_not_tell_a_mentor_of_a_treatment(browse: Browse, committed: Town) -> None:
    stop_the_training(committed)
    give(committed, Field.TREATMENT, "Ventetid hos smerteklinik", State.WAITING)

    assert "smerteklinik" in browse("astrid").get(url(committed)).text
    assert "smerteklinik" not in browse("mads").get(url(committed)).text


def test_a_mentor_cannot_tell_from_the_page_that_only_a_treatment_runs(
    browse: Browse, committed: Town
) -> None:
    stop_the_training(committed)
    before = main(browse("mads").get(url(committed)))

    give(committed, Field.TREATMENT, "Smerteklinik", State.RUNNING)

    assert main(browse("mads").get(url(committed))) == before


@pytest.mark.parametrize("zoom", ["hest", "", "<script>", "ALL", "all&zoom=hest"])
def test_a_zoom_that_is_none_shows_the_page_as_it_opens(browse: Browse, committed: Town, zoom: str) -> None:
    astrid = browse("astrid")

    usual, odd = astrid.get(url(committed)), astrid.get(f"{url(committed)}?zoom={zoom}")

    assert odd.status_code == 200
    assert main(odd) == main(usual)


def test_each_zoom_marks_itself_and_shows_other_days(browse: Browse, committed: Town) -> None:
    astrid = browse("astrid")

    pages = [astrid.get(f"{url(committed)}?zoom={zoom}") for zoom in ("all", "year", "quarter")]

    assert [page.status_code for page in pages] == [200, 200, 200]
    assert len({page.text.partition("<svg")[2].partition("</svg>")[0] for page in pages}) == 3


def test_a_long_journal_is_shown_in_part_and_then_whole(browse: Browse, committed: Town) -> None:
    with behind_the_wall(committed.account("astrid")):
        journal.load(events=events(committed, 30))
    astrid = browse("astrid")

    part, whole = astrid.get(url(committed)).text, astrid.get(f"{url(committed)}?journal=all").text

    assert (part.count("st-journal-what"), whole.count("st-journal-what")) == (12, 30)
    assert "Vis hele journalen" in part and "Vis hele journalen" not in whole


def test_a_corrected_entry_is_marked_by_the_one_that_sets_it_right(browse: Browse, committed: Town) -> None:
    with behind_the_wall(committed.account("astrid")):
        first, second = events(committed, 2)
        second.corrects = first.id
        journal.load(events=[first, second])

    page = browse("astrid").get(url(committed)).text

    assert page.count("rettet senere") == 1


def test_a_closed_case_is_told_to_be_closed_and_offers_no_writing(browse: Browse, committed: Town) -> None:
    astrid = browse("astrid")
    astrid.post(reverse("purpose", args=[committed.cases["closed"]]), {"purpose": "quality"})

    page = astrid.get(url(committed, "closed")).text

    assert "Sagen blev lukket" in page
    assert reverse("book-talk", args=[committed.cases["closed"]]) not in page


def test_a_case_with_nothing_in_it_says_so(browse: Browse, committed: Town) -> None:
    with behind_the_wall(committed.account("astrid")):
        bare = row(committed.cases["own"])
        bare.pk, bare.number, bare._state.adding = UUID(int=5), "bare", True
        load(rows=[bare])

    page = browse("astrid").get(reverse("case", args=[UUID(int=5)]))

    assert page.status_code == 200
    for told in ("Der er ingen frister", "Ingen har ansvar", "Der er ikke skrevet noget endnu"):
        assert told in page.text


def test_the_look_is_written_down_with_its_purpose(browse: Browse, committed: Town) -> None:
    browse("astrid").get(url(committed))

    with behind_the_wall(committed.account("astrid")):
        [look] = Look.objects.scoped("test").filter(page="case")
    assert (look.purpose, look.cases, look.allowed) == ("own-case", [committed.cases["own"]], True)


@pytest.mark.parametrize("name", ["astrid", "mads"])
def test_the_page_asks_the_same_few_questions_at_ten_and_at_a_thousand_rows(
    browse: Browse, committed: Town, name: str
) -> None:
    somebody = browse(name)
    counts = []
    for more in (4, 330):
        with behind_the_wall(committed.account("astrid")):
            case = row(committed.cases["own"])
            load(rows=talks_in(case, more, first=more))
            add_interventions([case], more)
            journal.load(events=events(committed, more))
        with CaptureQueriesContext(connection) as asked:
            page = somebody.get(f"{url(committed)}?zoom=all&journal=all")
        counts.append(len(asked))
        assert page.status_code == 200

    assert counts[0] == counts[1] <= 30


def events(town: Town, many: int) -> list[Event]:
    """So many bookings in the journal of Astrid's case."""
    now = timezone.now()
    return [
        Event(
            municipality_id=town.staff["astrid"].municipality_id,
            case_id=town.cases["own"],
            kind="talk.booked",
            subject="talk",
            subject_id=town.talks["own"],
            occurred_at=now - timedelta(minutes=n),
            recorded_at=now,
            by=town.account("astrid"),
            role="coordinator",
        )
        for n in range(many)
    ]
