"""The page of the import: try a file, read its faults, and take it in."""

from __future__ import annotations

import csv
import io
import logging
import re
from collections.abc import Callable
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from sammetag.intake import take_in_page
from sammetag.intake.programmes import case_id_of
from sammetag.intake.table import MOST_BYTES
from tests.intake import booking
from tests.intake.making import cells, file
from tests.town import Town

Browse = Callable[[str], Client]
URL = "/intake/"


def send(client: Client, data: bytes, step: str = "try", mark: str = "", *, htmx: bool = False) -> Any:
    uploaded = SimpleUploadedFile("forløb.csv", data, "text/csv")
    headers = {"HX-Request": "true"} if htmx else {}
    return client.post(URL, {"file": uploaded, "step": step, "mark": mark}, headers=headers)


def mark_of(response: Any) -> str:
    found = re.search(r'name="mark" value="([^"]+)"', response.content.decode())
    return found[1] if found else ""


def count(superuser: Any) -> int:
    found = superuser.execute("SELECT count(*) FROM cases_case WHERE number LIKE '2026-70%'").fetchone()
    return int(found[0])


def test_a_leader_finds_the_way_there_and_others_do_not(browse: Browse) -> None:
    assert f'href="{URL}"' in browse("lis").get("/my-day/").content.decode()
    assert f'href="{URL}"' not in browse("astrid").get("/my-day/").content.decode()


def test_a_file_is_tried_first_and_nothing_is_taken_in(browse: Browse, superuser: Any) -> None:
    response = send(browse("lis"), file(cells(), cells("2026-7002", koordinator="")))

    page = response.content.decode()
    assert response.status_code == 200
    assert "Filen er i orden" in page and "Anna Ågård" in page and "Indlæs 2 forløb" in page
    assert count(superuser) == 0


def test_then_the_same_file_is_taken_in(browse: Browse, superuser: Any) -> None:
    client, data = browse("lis"), file(cells())
    mark = mark_of(send(client, data))

    response = send(client, data, "take-in", mark)

    assert response.headers["Location"] == URL
    page = client.get(URL).content.decode()
    assert "1 forløb er indlæst." in page and "Tidligere indlæst af dig" in page
    assert count(superuser) == 1


def test_a_workbook_is_tried_and_taken_in_whatever_it_is_called(browse: Browse, superuser: Any) -> None:
    client, data = browse("lis"), booking.saved(booking.programmes(cells(), cells("2026-7002")))

    response = send(client, data, "take-in", mark_of(send(client, data)))

    assert response.headers["Location"] == URL
    assert count(superuser) == 2


def test_faults_of_a_workbook_stand_at_the_rows_of_the_sheet(browse: Browse, superuser: Any) -> None:
    book = booking.programmes(cells(), cells("2026-7002", timer_om_ugen="=3+4"), {}, cells(tilstand="væk"))

    response = send(browse("lis"), booking.saved(book))

    faults = response.context["result"].faults
    assert [(fault.row, fault.column) for fault in faults] == [(3, "timer om ugen"), (5, "tilstand")]
    assert "vi bruger ikke det, som Excel viste sidst" in response.content.decode()
    assert count(superuser) == 0


def test_the_coordinator_finds_the_citizen_and_where_they_came_from(browse: Browse, committed: Town) -> None:
    client, data = browse("lis"), file(cells())
    send(client, data, "take-in", mark_of(send(client, data)))
    case_id = case_id_of(committed.units["north"].municipality_id, "2026-7001")

    page = browse("astrid").get(reverse("case", args=[case_id])).content.decode()

    assert "Anna Ågård" in page and "Virksomhedspraktik" in page
    assert "Sagen blev indlæst fra en fil" in page


def test_by_htmx_only_the_result_comes_and_the_end_is_a_new_page(browse: Browse, superuser: Any) -> None:
    client, data = browse("lis"), file(cells())
    tried = send(client, data, htmx=True)

    taken = send(client, data, "take-in", mark_of(tried), htmx=True)

    assert b"<html" not in tried.content and "Filen er i orden" in tried.content.decode()
    assert (taken.status_code, taken.headers["HX-Redirect"]) == (204, URL)
    assert count(superuser) == 1


def test_a_double_click_takes_in_once(browse: Browse, superuser: Any) -> None:
    client, data = browse("lis"), file(cells())
    mark = mark_of(send(client, data))

    for _ in range(2):
        assert send(client, data, "take-in", mark).status_code == 302
    assert count(superuser) == 1
    page = client.get(URL).content.decode()
    assert "0 forløb er indlæst. 1 var her allerede og er ikke rørt." in page


def test_a_file_that_was_changed_after_it_was_tried_is_tried_again(browse: Browse, superuser: Any) -> None:
    client = browse("lis")
    mark = mark_of(send(client, file(cells())))

    response = send(client, file(cells(), cells("2026-7002")), "take-in", mark)

    assert "Det er ikke den fil, du prøvede" in response.content.decode()
    assert count(superuser) == 0


@pytest.mark.parametrize("mark", ["", "forged", "WyJ4IiwieCJd:1vM:abc"])
def test_a_file_that_was_not_tried_is_not_taken_in(mark: str, browse: Browse, superuser: Any) -> None:
    assert send(browse("lis"), file(cells()), "take-in", mark).status_code == 200
    assert count(superuser) == 0


def test_what_somebody_else_tried_is_not_tried_by_oneself(
    browse: Browse, superuser: Any, committed: Town
) -> None:
    superuser.execute(
        "UPDATE access_roleheld SET role = 'leader' WHERE staff_id = %s", [committed.staff["birk"].id]
    )
    data = file(cells())
    mark = mark_of(send(browse("birk"), data))

    assert send(browse("lis"), data, "take-in", mark).status_code == 200
    assert count(superuser) == 0


def test_a_mark_lasts_an_hour(browse: Browse, superuser: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    client, data = browse("lis"), file(cells())
    mark = mark_of(send(client, data))
    monkeypatch.setattr(take_in_page, "AN_HOUR", -1)

    send(client, data, "take-in", mark)

    assert count(superuser) == 0


def test_faults_stand_in_a_table_with_row_column_and_remedy(browse: Browse, superuser: Any) -> None:
    response = send(browse("lis"), file(cells(), cells("2026-7002", timer_om_ugen="40")))

    page = response.content.decode()
    assert response.status_code == 422
    assert "1 fejl i filen" in page and "»40« timer om ugen er for mange." in page
    assert "Skriv højst 37 timer." in page
    assert count(superuser) == 0


def test_only_so_many_faults_are_shown_and_all_are_in_the_file(browse: Browse) -> None:
    client = browse("lis")
    data = file(*(cells(f"2026-7{turn:03}", timer_om_ugen="40") for turn in range(230)))

    page = send(client, data, htmx=True).content.decode()
    sheet = send(client, data, "faults")

    assert page.count("Skriv højst 37 timer.") == 200
    assert "230 fejl i filen" in page and "Her står de første 200." in page
    assert "Flest i: timer om ugen (230)" in " ".join(page.split())
    assert sheet.headers["Content-Disposition"] == 'attachment; filename="fejl.csv"'
    rows = list(csv.reader(io.StringIO(sheet.content.decode("utf-8-sig")), delimiter=";"))
    assert len(rows) == 231
    assert rows[1] == ["2", "timer om ugen", "»40« timer om ugen er for mange.", "Skriv højst 37 timer."]


def test_what_is_wrong_here_and_there_is_told_at_once(browse: Browse) -> None:
    data = file(cells(timer_om_ugen="40"), cells("2026-7002", enhed="south", koordinator=""))

    response = send(browse("lis"), data)

    assert [(fault.row, fault.column) for fault in response.context["result"].faults] == [
        (2, "timer om ugen"),
        (3, "enhed"),
    ]


@pytest.mark.parametrize("step", ["try", "take-in", "faults"])
def test_a_file_that_is_none_is_told_in_a_sentence(step: str, browse: Browse) -> None:
    response = send(browse("lis"), b"MZ\x90\x00\x03", step)

    assert response.status_code == 422
    assert "Det er et program" in response.content.decode()


def test_an_empty_file_is_told_in_a_sentence(browse: Browse) -> None:
    assert "Filen er tom" in send(browse("lis"), b"").content.decode()


def test_a_form_without_a_file_asks_for_one(browse: Browse) -> None:
    response = browse("lis").post(URL, {"step": "try"})

    assert response.status_code == 422
    assert "Vælg en fil først." in response.content.decode()


def test_a_file_over_the_limit_is_told_so(browse: Browse) -> None:
    response = send(browse("lis"), b"x" * (MOST_BYTES + 1))

    assert response.status_code == 422
    assert "mere end 8 MB" in response.content.decode()


def test_several_files_are_no_way_around_the_limit(browse: Browse) -> None:
    half = b"x" * (MOST_BYTES // 2 + 1)
    two = [SimpleUploadedFile(f"{turn}.csv", half) for turn in range(2)]

    response = browse("lis").post(URL, {"file": two, "step": "try"})

    assert "mere end 8 MB" in response.content.decode()


def test_somebody_who_leads_no_unit_finds_no_page(browse: Browse, superuser: Any) -> None:
    assert send(browse("astrid"), file(cells())).status_code == 404
    assert count(superuser) == 0


def test_whoever_was_logged_out_is_asked_to_log_in_and_nothing_is_taken_in(
    committed: Town, superuser: Any
) -> None:
    assert send(Client(HTTP_HOST="localhost"), file(cells())).status_code == 401
    assert count(superuser) == 0


def test_the_log_holds_nothing_of_the_file(browse: Browse, caplog: pytest.LogCaptureFixture) -> None:
    client = browse("lis")
    with caplog.at_level(logging.DEBUG):
        send(client, file(cells(efternavn="Ågård-Enestående", delmål="140384-1234")))
        send(client, file(cells(efternavn="Ågård-Enestående", timer_om_ugen="nittenhundrede")))

    assert "Enestående" not in caplog.text and "140384" not in caplog.text
    assert "nittenhundrede" not in caplog.text


def test_the_page_and_the_template_are_there_in_english(browse: Browse) -> None:
    client = browse("lis")
    client.cookies["django_language"] = "en"

    assert client.get(reverse("take-in")).status_code == 200
    assert client.get(reverse("intake-template")).content.decode("utf-8-sig").startswith("case number;")
