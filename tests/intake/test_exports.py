"""What is taken out is what would be taken in again, sealed until it is fetched, and gone after a day."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import uuid4

import pytest
from django.db import connection
from django.utils.translation import override
from openpyxl import load_workbook

from sammetag.access.person import Person
from sammetag.access.wall import behind_the_wall
from sammetag.cases.models import Case
from sammetag.config.database import OWNER
from sammetag.config.roles import as_role
from sammetag.errors import NotAllowed, RuleBroken
from sammetag.intake.actions import take_in, take_in_file
from sammetag.intake.exports.actions.asking import Wish, ask, fetch, throw_away
from sammetag.intake.exports.actions.making import make, throw_away_old
from sammetag.intake.exports.kinds import Form, Reason, Stage
from sammetag.intake.exports.queries import own_exports
from sammetag.intake.exports.rows import rows_of
from sammetag.intake.exports.telling import running_programmes
from sammetag.intake.models import Export
from sammetag.intake.programmes import StretchIn
from sammetag.interventions.models import Ending, Intervention, Kind, State
from sammetag.journal.models import Event, Look
from sammetag.keyring.errors import NotAsSealed
from sammetag.people.cpr import read as number
from sammetag.people.models import Field
from sammetag.plan.models import Plan
from tests.access.walls import Superuser
from tests.intake.making import day, intervention, programme
from tests.town import Town

WISH = Wish(Reason.REVIEW, Form.XLSX, "da")

# Everything that the columns can tell, and what a spreadsheet would take for a formula.
FULL = [
    programme(
        opened_on=day(-120),
        team_met_on=day(-110),
        coordinator_since=day(-80),
        mentor="mads",
        mentor_since=day(-70),
        job_goal="=Butik; \"og\" 'lager'",
        interventions=(
            intervention(
                "-Praktik",
                provider="@Brugsen",
                chapter=11,
                company_based=True,
                recommended_on=day(-101),
                goal="+Arbejde",
                sub_goal="Møde til tiden",
                sub_goal_due=day(90),
                stretches=(
                    StretchIn(State.WAITING, day(-60), day(-31)),
                    StretchIn(State.RUNNING, day(-30), day(-11), Decimal("12.5")),
                    StretchIn(State.PAUSED, day(-10)),
                ),
            ),
            intervention(
                "Løntimer",
                kind=Kind.PAID_HOURS,
                hours_per_week=Decimal(0),
                stretches=(StretchIn(State.RUNNING, day(-50), day(-20)),),
                ended_on=day(-20),
                ending=Ending.COMPLETED,
            ),
            intervention("'=Mentor", field=Field.SOCIAL, mentor=True),
        ),
    ),
    programme("0007", given_name="Bo", coordinator="", interventions=()),
    programme("2026-7003", given_name="=Cai", family_name="_x0041_", interventions=(intervention("# Fisk"),)),
]


@contextmanager
def led_by_lis(town: Town, *, empty: bool = True) -> Iterator[Person]:
    """Lis behind her wall, in a unit in which nothing runs but what the test takes in."""
    with behind_the_wall(town.account("lis")):
        if empty:
            Case.objects.scoped("test").filter(closed_on=None).update(closed_on=day(0))
        yield town.person("lis")


def exported(by: Person, wish: Wish = WISH) -> bytes:
    """The file of a new export."""
    export = ask(by=by, wish=wish, token=uuid4(), now=True)
    return fetch(by=by, export_id=export.id, request_id=uuid4())[1]


def wait_for_a_waiter(superuser: Superuser) -> None:
    """Comes back once somebody waits for what another has not committed."""
    for _ in range(100_000):
        if superuser.execute("SELECT count(*) FROM pg_locks WHERE NOT granted").fetchone() != (0,):
            return
    raise AssertionError("nobody waited")


def told(by: Person, *, with_cpr: bool = False) -> list[tuple[Any, ...]]:
    return [row for _, one in running_programmes(by, with_cpr=with_cpr) for row in rows_of(one)]


@pytest.mark.parametrize(
    ("form", "language"), [(Form.XLSX, "da"), (Form.XLSX, "en"), (Form.CSV, "da"), (Form.CSV, "en")]
)
def test_what_was_taken_out_is_taken_in_again_as_it_was(
    form: Form, language: str, committed: Town, superuser: Superuser
) -> None:
    with led_by_lis(committed) as lis:
        take_in(by=lis, programmes=FULL)
        before, content = told(lis), exported(lis, replace(WISH, form=form, language=language))
    superuser.execute("TRUNCATE people_citizen CASCADE")

    with led_by_lis(committed) as lis:
        assert told(lis) == []
        outcome = take_in_file(by=lis, data=content)
        after = told(lis)
        titles = set(Intervention.objects.scoped("test").values_list("title", flat=True))
        job_goals = set(Plan.objects.scoped("test").values_list("job_goal", flat=True))

    assert (outcome.taken.programmes, outcome.taken.interventions) == (3, 4)
    assert after == before and len(before) == 7
    assert {"-Praktik", "'=Mentor", "# Fisk"} <= titles and "=Butik; \"og\" 'lager'" in job_goals


@pytest.mark.django_db
def test_only_what_runs_in_the_units_one_leads_is_taken_out(town: Town) -> None:
    with led_by_lis(town, empty=False) as lis:
        cases = {case_id for case_id, _ in running_programmes(lis)}

    # Astrid's other cases are closed, restricted, or in another unit.
    assert cases == {town.cases["own"]}


@pytest.mark.django_db
def test_a_workbook_holds_texts_days_and_numbers_and_no_formula(town: Town) -> None:
    with led_by_lis(town) as lis:
        take_in(by=lis, programmes=FULL)
        book = load_workbook(io.BytesIO(exported(lis)))

    rows = [{one.column: one for one in row} for row in book.active.iter_rows()]
    heading = {cell.value: place for place, cell in rows[0].items()}
    assert book.active.freeze_panes == "A2" and all(cell.font.bold for cell in rows[0].values())
    assert {cell.data_type for row in rows for cell in row.values()} <= {"s", "n", "d", "inlineStr"}
    goal = next(row[heading["jobmål"]] for row in rows if str(row[heading["jobmål"]].value).startswith("="))
    assert (goal.data_type, goal.quotePrefix) == ("s", True)
    assert (
        rows[1][heading["sagsnummer"]].value == "0007" and rows[1][heading["sagsnummer"]].number_format == "@"
    )
    assert rows[1][heading["bevilget"]].is_date


@pytest.mark.django_db
def test_a_file_of_csv_holds_no_formula_either(town: Town) -> None:
    with led_by_lis(town) as lis:
        take_in(by=lis, programmes=FULL)
        content = exported(lis, replace(WISH, form=Form.CSV)).decode("utf-8-sig")

    cells = {cell for row in csv.reader(io.StringIO(content), delimiter=";") for cell in row}
    assert {"'=Butik; \"og\" 'lager'", "'-Praktik", "'@Brugsen", "'+Arbejde", "''=Mentor"} <= cells
    assert not [cell for cell in cells if cell[:1] in ("=", "+", "-", "@", "\t", "\r")]


@pytest.mark.django_db
def test_numbers_are_told_only_where_they_were_asked_for(town: Town) -> None:
    whole = "010180-1234"
    with led_by_lis(town) as lis:
        one = programme(born_on=date(1980, 1, 1), cpr=number(whole, date(2026, 1, 1)))
        take_in(by=lis, programmes=[one])
        without, along = (
            exported(lis, replace(WISH, form=Form.CSV)),
            replace(WISH, form=Form.CSV, with_cpr=True),
        )

        assert whole not in without.decode()
        assert whole in exported(lis, along).decode()
        assert Look.objects.scoped("test").filter(page="export-cpr").count() == 1


@pytest.mark.django_db
def test_what_was_made_and_fetched_is_told_without_a_name(town: Town) -> None:
    with led_by_lis(town, empty=False) as lis:
        exported(lis)

        looks = list(Look.objects.scoped("test").filter(page="export"))
        events = list(Event.objects.scoped("test").filter(kind__startswith="export."))

    assert [(look.cases, look.purpose) for look in looks] == [([town.cases["own"]], "review")]
    assert [event.kind for event in events] == ["export.made", "export.fetched"]
    counts = {"programmes": 1, "rows": 1, "reason": "review", "form": "xlsx", "with_cpr": False}
    assert [event.data for event in events] == [counts, counts]


@pytest.mark.django_db
def test_the_file_lies_sealed_and_opens_nowhere_else(town: Town) -> None:
    with led_by_lis(town, empty=False) as lis:
        first, other = (ask(by=lis, wish=WISH, token=uuid4(), now=True) for _ in range(2))
        rows = Export.objects.scoped("test")
        sealed = bytes(rows.values_list("sealed", flat=True).get(pk=first.pk) or b"")
        rows.filter(pk=other.pk).update(sealed=sealed)

        assert b"PK\x03\x04" not in sealed
        with pytest.raises(NotAsSealed):
            fetch(by=lis, export_id=other.pk, request_id=uuid4())


@pytest.mark.django_db
def test_a_form_sent_twice_asks_once_and_a_job_done_twice_makes_once(town: Town) -> None:
    token = uuid4()
    with led_by_lis(town, empty=False) as lis:
        ask(by=lis, wish=WISH, token=token)
        ask(by=lis, wish=WISH, token=token)
        waiting = own_exports(lis)
        make(by=lis, export_id=token)
        made_at = own_exports(lis)[0].made_at
        make(by=lis, export_id=token)

        assert [(one.id, one.stage) for one in waiting] == [(token, Stage.ASKED)]
        assert own_exports(lis)[0].made_at == made_at
        assert Event.objects.scoped("test").filter(kind="export.made").count() == 1


@pytest.mark.django_db
def test_what_is_not_made_or_is_gone_is_not_handed_out(town: Town) -> None:
    with led_by_lis(town, empty=False) as lis:
        export = ask(by=lis, wish=WISH, token=uuid4())
        with pytest.raises(RuleBroken):
            fetch(by=lis, export_id=export.id, request_id=uuid4())
        make(by=lis, export_id=export.id)
        throw_away(by=lis, export_id=export.id)
        throw_away(by=lis, export_id=export.id)
        with pytest.raises(RuleBroken):
            fetch(by=lis, export_id=export.id, request_id=uuid4())
        gone = Export.objects.scoped("test").get(pk=export.id)

    assert (gone.stage, gone.sealed, gone.cases) == ("removed", None, [])


@pytest.mark.django_db
def test_an_export_thrown_away_while_it_waits_is_not_made(town: Town) -> None:
    with led_by_lis(town, empty=False) as lis:
        export = ask(by=lis, wish=WISH, token=uuid4())
        throw_away(by=lis, export_id=export.id)
        make(by=lis, export_id=export.id)

        assert Export.objects.scoped("test").get(pk=export.id).stage == Stage.REMOVED


@pytest.mark.django_db
def test_an_export_is_nobody_elses(town: Town) -> None:
    with led_by_lis(town, empty=False) as lis:
        export = ask(by=lis, wish=WISH, token=uuid4(), now=True)
    with behind_the_wall(town.account("astrid")):
        assert list(Export.objects.scoped("test")) == []
        astrid = replace(lis, account_id=town.account("astrid"))
        with pytest.raises(NotAllowed):
            fetch(by=astrid, export_id=export.id, request_id=uuid4())
        with pytest.raises(NotAllowed):
            throw_away(by=astrid, export_id=export.id)


def test_a_form_sent_twice_at_the_very_same_moment_asks_once(committed: Town, superuser: Superuser) -> None:
    token = uuid4()

    def ask_again() -> Export:
        try:
            with led_by_lis(committed, empty=False) as lis:
                return ask(by=lis, wish=WISH, token=token)
        finally:
            connection.close()

    with ThreadPoolExecutor(1) as pool:
        with led_by_lis(committed, empty=False) as lis:
            first = ask(by=lis, wish=WISH, token=token)
            second = pool.submit(ask_again)
            wait_for_a_waiter(superuser)

        assert second.result(timeout=10).asked_at == first.asked_at
    assert superuser.execute("SELECT count(*) FROM procrastinate_jobs").fetchone() == (1,)


def test_whoever_no_longer_leads_a_case_gets_no_file_that_tells_of_it(
    committed: Town, superuser: Superuser
) -> None:
    with led_by_lis(committed, empty=False) as lis:
        export = ask(by=lis, wish=WISH, token=uuid4(), now=True)
    away, case = committed.units["south"].key, committed.cases["own"]
    superuser.execute("UPDATE cases_case SET acl = %s WHERE id = %s", [away, case])

    with behind_the_wall(lis.account_id):
        with pytest.raises(RuleBroken, match="out of reach"):
            fetch(by=lis, export_id=export.id, request_id=uuid4())
        assert not Look.objects.scoped("test").filter(page="export").exists()


@pytest.mark.django_db
def test_whoever_leads_no_unit_takes_nothing_out(town: Town) -> None:
    with behind_the_wall(town.account("astrid")), pytest.raises(NotAllowed):
        ask(by=town.person("astrid"), wish=WISH, token=uuid4())


def test_after_a_day_it_is_gone_whoever_asked_for_it(committed: Town, superuser: Superuser) -> None:
    with led_by_lis(committed, empty=False) as lis:
        old, new = (ask(by=lis, wish=WISH, token=uuid4(), now=True) for _ in range(2))
    superuser.execute(
        "UPDATE intake_export SET asked_at = now() - interval '25 hours' WHERE id = %s", [old.id]
    )
    with behind_the_wall(lis.account_id), pytest.raises(RuleBroken):
        fetch(by=lis, export_id=old.id, request_id=uuid4())

    assert (throw_away_old(), throw_away_old()) == (1, 0)

    left = superuser.execute("SELECT id FROM intake_export WHERE sealed IS NOT NULL").fetchall()
    assert left == [(new.id,)]


def test_the_owner_sees_only_what_is_to_be_thrown_away(committed: Town) -> None:
    with led_by_lis(committed, empty=False) as lis:
        ask(by=lis, wish=WISH, token=uuid4(), now=True)

    with as_role(OWNER), connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM intake_export")
        assert cursor.fetchone() == (0,)


@pytest.mark.django_db
def test_the_number_of_questions_does_not_grow_with_the_cases(
    town: Town, django_assert_max_num_queries: Any
) -> None:
    with led_by_lis(town) as lis, override("da"):
        take_in(by=lis, programmes=[programme(f"2026-7{turn:03}") for turn in range(30)])
        with django_assert_max_num_queries(8):
            assert len(running_programmes(lis)) == 30
