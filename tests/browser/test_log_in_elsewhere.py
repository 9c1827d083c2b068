"""A whole log-in through a provider that others have made, with its own pages, in a real browser."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Page, expect

from sammetag.access import actions
from sammetag.access.oidc.directory import directory
from sammetag.access.oidc.provider import Provider
from sammetag.config.database import OWNER
from sammetag.config.roles import as_role
from tests.access.oidc.honest import CLIENT, SECRET, started
from tests.browser.place import ASTRID
from tests.browser.visiting import Demo

BUTTON = "Log ind med kommunens log-in"


def log_in_there(page: Page, name: str) -> None:
    """Logs in at the provider under a name, and agrees to what it asks."""
    page.get_by_placeholder("Enter any login").fill(name)
    page.get_by_placeholder("and password").fill("whatever")
    page.get_by_role("button", name="Sign-in").click()
    page.get_by_role("button", name="Continue").click()


def test_from_the_button_to_the_provider_and_back_to_ones_day(live: Demo, settings: Any) -> None:
    with started(f"{live.address}/log-in/oidc/answer/") as issuer:
        # Chromium says late, and not always, what it misses in the password field of the provider's own page.
        live.watch.elsewhere.add(issuer)
        directory.cache_clear()
        settings.OIDC = Provider(issuer=issuer, client_id=CLIENT, client_secret=SECRET)
        with as_role(OWNER):
            actions.connect(account_id=live.account(ASTRID), issuer=issuer, subject="person-1")
        page = live.visitor()
        # The provider's pages ask for a font from the network, which is not there.
        page.route(
            "**/fonts.googleapis.com/**", lambda route: route.fulfill(content_type="text/css", body="")
        )

        page.goto("/log-in/password/?next=/colleagues/")
        page.get_by_role("button", name=BUTTON).click()
        log_in_there(page, "stranger")
        expect(page.get_by_text("Bed din leder om at få det gjort.")).to_be_visible()
        page.get_by_role("button", name=BUTTON).click()
        page.wait_for_url("**/log-in/oidc/answer/**")
        expect(page.get_by_text("Bed din leder om at få det gjort.")).to_be_visible()

        page.context.clear_cookies()
        page.goto("/log-in/password/?next=/colleagues/")
        page.get_by_role("button", name=BUTTON).click()
        log_in_there(page, "person-1")

        expect(page).to_have_url(f"{live.address}/colleagues/")
        page.get_by_role("button", name="Log ud").click()
        page.goto("/my-day/")
        expect(page.get_by_role("button", name="Log ud")).to_have_count(0)
