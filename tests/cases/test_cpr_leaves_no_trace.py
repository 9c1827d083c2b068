"""After a walk through every place where a CPR number is typed, no log and no table holds it."""

from __future__ import annotations

import json
import logging
import re
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from psycopg import sql

from sammetag.access.session_store import SessionStore
from tests.access.walls import Superuser
from tests.intake.making import HEADING, cells, file
from tests.intake.test_take_in_page import mark_of, send
from tests.people.numbers import OTHER, OWN
from tests.town import Town

Browse = Callable[[str], Client]
FROM_FILE = "740384-1003"
WRONG = "619980-1004"
# The last four digits with the six before them, however they are parted.
TRACE = re.compile(r"(610580|740384|619980)\W{0,3}(1001|1002|1003|1004)")
FINGERPRINTS = re.compile(r"[0-9a-f-]{24,}")


def walk(browse: Browse, town: Town) -> list[Any]:
    """Writes, corrects, doubts, fails, shows, searches and takes in; every answer, in order."""
    astrid, birk, lis, dorte, mads = (browse(name) for name in ("astrid", "birk", "lis", "dorte", "mads"))
    for client in (astrid, birk, lis, dorte, mads):
        client.raise_request_exception = False
    form, shown = (reverse(name, args=[town.cases["own"]]) for name in ("case-cpr", "show-cpr"))
    elsewhere = reverse("case-cpr", args=[town.cases["other-unit"]])
    data = file(cells() | {"cpr-nummer": FROM_FILE}, heading=[*HEADING, "cpr-nummer"])
    wrong = file(cells("2026-7002") | {"cpr-nummer": WRONG, "fornavn": OWN}, heading=[*HEADING, "cpr-nummer"])
    tried = send(lis, data)
    return [
        astrid.post(form, {"cpr": WRONG, "version": "0"}),
        astrid.post(form, {"cpr": OWN, "version": "0"}),
        astrid.post(form, {"cpr": OTHER, "version": "0"}),
        astrid.post(form, {"cpr": OTHER, "version": "1"}),
        astrid.get(form),
        astrid.post(shown),
        birk.post(form, {"cpr": OWN, "version": "1"}),
        dorte.post(elsewhere, {"cpr": OTHER, "version": "0"}),
        mads.post(form, {"cpr": OWN, "version": "0"}),
        Client(HTTP_HOST="localhost").post(form, {"cpr": OWN, "version": "0"}),
        *(astrid.post("/search/", {"term": term}) for term in (OTHER, "6105801002", f"Ærø {OWN}", WRONG)),
        astrid.get(form, {"cpr": OWN}),
        send(lis, wrong),
        send(lis, wrong, "faults"),
        send(lis, data, "take-in", mark_of(tried)),
        lis.get("/intake/"),
        astrid.get(reverse("case", args=[town.cases["own"]])),
    ]


def everything(superuser: Superuser) -> list[str]:
    """Every row of every table, as text."""
    names = superuser.execute(
        "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p')"
    ).fetchall()
    rows: list[str] = []
    for (name,) in names:
        query = sql.SQL("SELECT t::text FROM {} AS t").format(sql.Identifier(name))
        rows += [f"{name} {FINGERPRINTS.sub('', text)}" for (text,) in superuser.execute(query)]
    return rows


def sessions(superuser: Superuser) -> list[str]:
    """What the sessions hold, read."""
    rows = superuser.execute("SELECT session_data FROM django_session").fetchall()
    return [json.dumps(SessionStore().decode(data)) for (data,) in rows]


@pytest.mark.parametrize("broken", ["", "journal_event", "people_cpr"])
def test_a_number_is_in_no_log_and_in_no_table(
    *, broken: str, browse: Browse, committed: Town, superuser: Superuser, caplog: pytest.LogCaptureFixture
) -> None:
    if broken:
        table = sql.Identifier(broken)
        superuser.execute(
            sql.SQL("ALTER TABLE {} ADD CONSTRAINT broken CHECK (false) NOT VALID").format(table)
        )
    with caplog.at_level(logging.DEBUG):
        answers = walk(browse, committed)

    assert caplog.text and not TRACE.search(caplog.text)
    rows = everything(superuser)
    assert len(rows) > 100 and [row for row in rows if TRACE.search(row)] == []
    assert [held for held in sessions(superuser) if TRACE.search(held)] == []
    addresses = [value for one in answers for value in one.headers.values()]
    assert [value for value in addresses if TRACE.search(value)] == []
    seen = [one.status_code for one in answers if OTHER in one.text]
    assert broken or (200 in seen and {409, 302} <= {one.status_code for one in answers})
