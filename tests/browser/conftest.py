"""The demo municipality behind a real web server, and Chromium to look at it with.

The server stands in this process, so that a test can let the program fail. Its clock begins on the same
Monday morning in every test, and goes on from there. `live` is a copy of the demo of the test's own; `shown`
is one copy for all the tests of a module that only read.
"""

from __future__ import annotations

import itertools
import os
import shutil
import threading
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from time import monotonic
from unittest.mock import patch
from zoneinfo import ZoneInfo

import pytest
from django.core.management import call_command
from django.core.servers.basehttp import ThreadedWSGIServer
from django.core.wsgi import get_wsgi_application
from django.db import connections
from django.test.testcases import QuietWSGIRequestHandler
from playwright.sync_api import Browser, sync_playwright
from pytest_django.plugin import DjangoDbBlocker

from sammetag.config import texts
from sammetag.config.database import OWNER, DatabaseServer
from sammetag.config.roles import as_owner, as_role, copy_database, drop_database, prepare
from sammetag.demo.actions import load
from sammetag.demo.creation import create
from sammetag.demo.world import World
from tests.browser.finding import written_in
from tests.browser.visiting import Demo, Profiles, Watch
from tests.conftest import connect_to, disconnect

CHROMIUM = ("chromium", "chromium-browser", "google-chrome")
MISSING = "Chromium mangler; 'make browser' henter det. / Chromium is missing; 'make browser' installs it."
MONDAY = datetime(2026, 11, 23, 11, 15, tzinfo=ZoneInfo("Europe/Copenhagen"))
QUIET = [
    *("--disable-gpu", "--disable-dev-shm-usage", "--disable-extensions", "--disable-sync"),
    *("--disable-background-networking", "--disable-component-update", "--no-first-run"),
]
COPIES = itertools.count(1)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Every test in this folder needs the browser."""
    for item in items:
        if item.path.is_relative_to(Path(__file__).parent):
            item.add_marker("browser")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Says once, and not for every test, that Chromium is missing."""
    report = yield
    if report.skipped and MISSING in str(report.longrepr):
        report.longrepr = (__file__, 1, f"Skipped: {MISSING}")
    return report


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The browser; where there is none its tests are skipped, or fail if SAMMETAG_BROWSER is 'required'."""
    program = next(filter(None, map(shutil.which, CHROMIUM)), None)
    if program is None:
        if os.environ.get("SAMMETAG_BROWSER") == "required":
            pytest.fail(MISSING, pytrace=False)
        pytest.skip(MISSING)
    arguments = QUIET + (["--no-sandbox"] if os.geteuid() == 0 else [])
    # Playwright keeps a loop running in this thread, in which Django would otherwise refuse its database.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=arguments)
        yield browser
        browser.close()
    del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


@pytest.fixture(scope="session")
def address(chromium: Browser) -> Iterator[str]:
    """A web server with the static files as they are served in production."""
    texts.compile_if_changed()
    server = ThreadedWSGIServer(("localhost", 0), QuietWSGIRequestHandler, allow_reuse_address=False)
    server.set_app(get_wsgi_application())
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://localhost:{server.server_port}"
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture(scope="session")
def demo_database(
    address: str, database_server: DatabaseServer, django_db_blocker: DjangoDbBlocker
) -> Iterator[DatabaseServer]:
    """A database with the demo of that Monday in it, to be copied."""
    own = replace(database_server, name=f"{database_server.name}_demo")
    drop_database(own, own.name)
    prepare(own)
    with django_db_blocker.unblock(), monday(), pointed_at(own):
        with as_role(OWNER):
            call_command("migrate", verbosity=0)
        load(as_owner=as_owner, today=MONDAY.date())
    yield own
    drop_database(own, own.name)


@pytest.fixture(scope="session")
def profiles(chromium: Browser, address: str) -> Profiles:
    """What the browser remembers of the pages, but for who was logged in."""
    return Profiles(chromium, address)


@pytest.fixture(scope="session")
def world() -> World:
    """Whoever lives in the demo."""
    return create(today=MONDAY.date())


@pytest.fixture(scope="session")
def written(world: World) -> tuple[str, ...]:
    """What people wrote in the demo, the longest first."""
    return written_in(world)


@pytest.fixture
def live(
    demo_database: DatabaseServer, profiles: Profiles, world: World, django_db_blocker: DjangoDbBlocker
) -> Iterator[Demo]:
    """The demo, for one test to do with as it likes."""
    with django_db_blocker.unblock(), served(demo_database), Watch(profiles) as watch:
        yield Demo(profiles.address, world, watch)


@pytest.fixture(scope="module")
def copy_for_reading(demo_database: DatabaseServer, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    with django_db_blocker.unblock(), served(demo_database):
        yield


@pytest.fixture
def shown(copy_for_reading: None, profiles: Profiles, world: World) -> Iterator[Demo]:
    """The demo, for tests that leave it as it was."""
    with Watch(profiles) as watch:
        yield Demo(profiles.address, world, watch)


@contextmanager
def served(template: DatabaseServer) -> Iterator[None]:
    """Lets the server work on a new copy of a database, on that Monday."""
    copy = replace(template, name=f"{template.name}_{next(COPIES)}")
    copy_database(template, source=template.name, target=copy.name)
    with pointed_at(copy), monday():
        yield
    drop_database(copy, copy.name)


@contextmanager
def pointed_at(server: DatabaseServer) -> Iterator[None]:
    """Points the connections of this process, those of the web server too, at a database, and back again."""
    settings = connections["default"].settings_dict
    before = {word: settings[word] for word in ("HOST", "PORT", "NAME")}
    disconnect()
    connect_to(server.name, server)
    try:
        yield
    finally:
        disconnect()
        settings.update(before)


@contextmanager
def monday() -> Iterator[None]:
    """Sets the clock of this process."""
    begun = monotonic()
    with patch("django.utils.timezone.now", lambda: MONDAY + timedelta(seconds=monotonic() - begun)):
        yield
