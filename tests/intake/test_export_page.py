"""The page of the export: ask for a file, wait for it, fetch it, throw it away."""

from __future__ import annotations

import io
import logging
import re
from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.test import Client
from django.utils import timezone
from openpyxl import load_workbook

from sammetag.access import proof
from sammetag.intake.jobs import make_export
from tests.access.walls import Superuser
from tests.town import Town

Browse = Callable[[str], Client]
URL = "/intake/export/"


def ask(client: Client, **said: str) -> Any:
    token = re.search(r'name="token" value="([^"]+)"', client.get(URL).content.decode())
    return client.post(URL, {"token": token[1] if token else "", "reason": "answer", "form": "xlsx", **said})


def latest(superuser: Superuser) -> UUID:
    row = superuser.execute("SELECT id FROM intake_export ORDER BY asked_at DESC LIMIT 1").fetchone()
    return UUID(str(row[0])) if row else uuid4()


def work(town: Town, export_id: UUID) -> None:
    """Does what the worker would do."""
    make_export(account_id=str(town.account("lis")), export_id=str(export_id))


def test_a_file_is_asked_for_and_waits_for_the_worker(browse: Browse, superuser: Superuser) -> None:
    client = browse("lis")

    response = ask(client)

    assert response.headers["Location"] == URL
    page = client.get(URL).content.decode()
    assert "Bliver lavet. Du kan lukke siden imens." in page and 'hx-trigger="every 3s"' in page
    waiting = superuser.execute("SELECT task_name, args FROM procrastinate_jobs").fetchall()
    assert [(name, set(args)) for name, args in waiting] == [
        ("sammetag.intake.jobs.make_export", {"account_id", "export_id"})
    ]


def test_without_a_worker_it_is_said_that_nothing_is_lost(browse: Browse, superuser: Superuser) -> None:
    client = browse("lis")
    ask(client)
    superuser.execute("UPDATE intake_export SET asked_at = now() - interval '3 minutes'")

    assert "Din bestilling er ikke tabt" in client.get(URL).content.decode()


def test_the_file_is_fetched_by_a_post_under_a_name_that_names_nobody(
    browse: Browse, committed: Town, superuser: Superuser
) -> None:
    client = browse("lis")
    ask(client)
    work(committed, latest(superuser))
    ready = client.get(URL, headers={"HX-Request": "true"}).content.decode()

    response = client.post(f"{URL}{latest(superuser)}/file/")

    assert "<html" not in ready and "1 forløb på 1 rækker" in ready and "every 3s" not in ready
    today = timezone.localdate().isoformat()
    assert response.headers["Content-Disposition"] == f'attachment; filename="forloeb-{today}.xlsx"'
    assert response.headers["Cache-Control"] == "no-store"
    sheet = load_workbook(io.BytesIO(response.content)).active
    assert sheet["C2"].value == "Ærø own"
    assert "hentet" in client.get(URL).content.decode()


def test_in_english_the_headings_are_english(browse: Browse, committed: Town, superuser: Superuser) -> None:
    client = browse("lis")
    client.cookies["django_language"] = "en"
    ask(client, form="csv")
    work(committed, latest(superuser))

    content = client.post(f"{URL}{latest(superuser)}/file/").content

    assert content.decode("utf-8-sig").startswith("case number;given name;")


def test_it_is_thrown_away_at_once_when_asked(browse: Browse, committed: Town, superuser: Superuser) -> None:
    client = browse("lis")
    ask(client)
    export_id = latest(superuser)
    work(committed, export_id)

    client.post(f"{URL}{export_id}/remove/")

    assert "Slettet" in client.get(URL).content.decode()
    gone = client.post(f"{URL}{export_id}/file/")
    assert gone.status_code == 409 and "Filen er her ikke." in gone.content.decode()


def test_whoever_has_not_proven_themself_lately_is_asked_first(
    browse: Browse, committed: Town, superuser: Superuser, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = browse("lis")
    ask(client)
    export_id = latest(superuser)
    work(committed, export_id)
    monkeypatch.setattr(proof, "PROOF_HOLDS", timedelta(0))

    asked, fetched = ask(client), client.post(f"{URL}{export_id}/file/")

    assert "Vis, at det er dig" in asked.content.decode() and "Vis, at det er dig" in fetched.content.decode()
    assert latest(superuser) == export_id
    seen = superuser.execute("SELECT count(*) FROM journal_look WHERE page = 'export'").fetchone()
    assert seen == (0,)


@pytest.mark.parametrize("said", [{"reason": ""}, {"reason": "nysgerrig"}, {"form": "pdf"}, {"token": "x"}])
def test_what_is_missing_or_unknown_is_asked_for_again(
    said: dict[str, str], browse: Browse, superuser: Superuser
) -> None:
    assert ask(browse("lis"), **said).status_code == 422
    assert superuser.execute("SELECT count(*) FROM intake_export").fetchone() == (0,)


def test_a_colleague_finds_neither_page_nor_file(
    browse: Browse, committed: Town, superuser: Superuser
) -> None:
    ask(browse("lis"))
    export_id = latest(superuser)
    work(committed, export_id)
    astrid = browse("astrid")

    answers = [
        astrid.get(URL),
        astrid.post(f"{URL}{export_id}/file/"),
        astrid.post(f"{URL}{export_id}/remove/"),
    ]

    assert [one.status_code for one in answers] == [404, 404, 404]
    assert superuser.execute("SELECT stage FROM intake_export").fetchone() == ("made",)


def test_whoever_does_not_lead_any_more_gets_no_file(
    browse: Browse, committed: Town, superuser: Superuser
) -> None:
    client = browse("lis")
    ask(client)
    export_id = latest(superuser)
    work(committed, export_id)
    superuser.execute(
        "UPDATE access_roleheld SET role = 'coordinator' WHERE staff_id = %s", [committed.staff["lis"].id]
    )

    assert client.post(f"{URL}{export_id}/file/").status_code == 404


def test_the_log_holds_nothing_of_the_file(
    browse: Browse, committed: Town, superuser: Superuser, caplog: pytest.LogCaptureFixture
) -> None:
    client = browse("lis")
    with caplog.at_level(logging.DEBUG):
        ask(client)
        work(committed, latest(superuser))
        client.post(f"{URL}{latest(superuser)}/file/")

    assert "Ærø" not in caplog.text and "2026-0001" not in caplog.text


def test_a_leader_finds_the_way_there(browse: Browse) -> None:
    assert f'href="{URL}"' in browse("lis").get("/intake/").content.decode()
