"""Logging in in a real browser: with a passkey of a virtual authenticator, and with codes from an app."""

from __future__ import annotations

import base64

from django.utils import timezone
from playwright.sync_api import CDPSession, Page, expect

from sammetag.access.factors import one_time
from tests.browser.looking import barriers
from tests.browser.place import ASTRID
from tests.browser.places_of_log_in import type_password
from tests.browser.visiting import Demo

MAKE, ALONE, USE = "Lav adgangsnøglen", "Log ind med adgangsnøgle", "Brug din adgangsnøgle"


def plug_in(page: Page) -> tuple[CDPSession, str]:
    """A passkey that belongs to the machine and asks for a finger, which is the right one."""
    session = page.context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    options = {
        "protocol": "ctap2",
        "transport": "internal",
        "hasResidentKey": True,
        "hasUserVerification": True,
        "isUserVerified": True,
        "automaticPresenceSimulation": True,
    }
    made = session.send("WebAuthn.addVirtualAuthenticator", {"options": options})
    return session, made["authenticatorId"]


def add_passkey(page: Page) -> None:
    page.goto("/security/")
    page.get_by_role("link", name="Læg en adgangsnøgle til").click()
    page.get_by_label("Navn").fill("Min bærbare")
    page.get_by_role("button", name=MAKE).click()
    expect(page.get_by_role("heading", name="Dine nødkoder")).to_be_visible()
    page.get_by_role("button", name="Jeg har gemt dem. Fortsæt").click()


def log_out(page: Page) -> None:
    page.get_by_role("button", name="Log ud", exact=True).click()
    page.goto("/log-in/password/?next=/colleagues/")


def test_a_passkey_is_added_and_then_opens_alone(live: Demo) -> None:
    page = live.visit(ASTRID)
    plug_in(page)
    add_passkey(page)
    log_out(page)

    page.get_by_role("button", name=ALONE).click()

    expect(page).to_have_url(f"{live.address}/colleagues/")
    page.goto("/security/")
    expect(page.get_by_text("Min bærbare").first).to_be_visible()
    expect(page.get_by_text("sidst brugt")).to_be_visible()


def test_a_passkey_is_the_second_step_after_the_password(live: Demo) -> None:
    page = live.visit(ASTRID)
    plug_in(page)
    add_passkey(page)
    log_out(page)

    type_password(page, ASTRID)
    expect(page.get_by_role("heading", name="Næste trin")).to_be_visible()
    page.get_by_role("button", name=USE).click()

    expect(page).to_have_url(f"{live.address}/colleagues/")


def test_a_finger_that_is_not_the_right_one_opens_nothing_and_says_so(live: Demo) -> None:
    page = live.visit(ASTRID)
    session, authenticator = plug_in(page)
    add_passkey(page)
    log_out(page)
    session.send("WebAuthn.setUserVerified", {"authenticatorId": authenticator, "isUserVerified": False})

    page.get_by_role("button", name=ALONE).click()

    expect(page.get_by_text("Der blev ikke brugt nogen adgangsnøgle.")).to_be_visible()
    expect(page.get_by_role("button", name=ALONE)).to_be_enabled()
    assert list(barriers(page)) == []


def test_a_passkey_that_is_there_already_is_not_made_again(live: Demo) -> None:
    page = live.visit(ASTRID)
    plug_in(page)
    add_passkey(page)

    page.goto("/security/passkey/")
    page.get_by_role("button", name=MAKE).click()

    expect(page.get_by_text("Den adgangsnøgle er allerede lagt til.")).to_be_visible()


def test_an_app_from_its_picture_to_the_second_step_and_a_recovery_code_once(live: Demo) -> None:
    page = live.visit(ASTRID)
    page.goto("/security/app/")
    secret = base64.b32decode((page.locator(".st-spelled").text_content() or "").replace(" ", "").strip())
    now = timezone.now()

    page.get_by_label("Kode fra appen").fill(one_time.code_at(secret, now))
    page.get_by_role("button", name="Læg appen til").click()
    spare = page.locator(".st-codes code").first.text_content() or ""
    page.get_by_role("button", name="Jeg har gemt dem. Fortsæt").click()
    log_out(page)

    type_password(page, ASTRID)
    # The code that added the app was used; the next one is half a minute ahead, which a clock may be.
    page.get_by_label("Kode").fill(one_time.code_at(secret, now))
    page.get_by_role("button", name="Fortsæt").click()
    expect(page.get_by_text("Hver kode virker én gang.").first).to_be_visible()
    page.get_by_label("Kode").fill(spare)
    page.get_by_role("button", name="Fortsæt").click()
    expect(page).to_have_url(f"{live.address}/colleagues/")

    log_out(page)
    type_password(page, ASTRID)
    page.get_by_label("Kode").fill(spare)
    page.get_by_role("button", name="Fortsæt").click()
    expect(page.get_by_text("Hver kode virker én gang.").first).to_be_visible()


def test_without_javascript_the_page_says_what_a_passkey_needs_and_the_password_works(live: Demo) -> None:
    page = live.visit(ASTRID, "/security/passkey/", javascript=False)
    expect(page.get_by_text("Det kræver JavaScript")).to_be_visible()

    page.context.clear_cookies(name="sessionid")
    page.goto("/log-in/password/")
    expect(page.get_by_role("button", name=ALONE)).to_be_hidden()
    type_password(page, ASTRID)

    expect(page).to_have_url(f"{live.address}/my-day/")
