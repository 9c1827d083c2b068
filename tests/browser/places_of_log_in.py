"""The pages of the log-in: the second step, the question who one is, and what one logs in with."""

from __future__ import annotations

from collections.abc import Callable
from uuid import uuid4

from django.conf import settings
from django.utils import timezone
from playwright.sync_api import Page

from sammetag.access.factors import actions, one_time
from sammetag.access.factors.passkeys import Made
from sammetag.access.factors.queries import ways_of
from sammetag.access.log_in import PROVEN_AT
from sammetag.access.queries import person_of
from sammetag.access.session_store import SessionStore
from sammetag.access.wall import behind_the_wall
from sammetag.demo.people import DEMO_PASSWORD
from tests.access.factors import Authenticator
from tests.browser.place import ASTRID, SELMA, Place, save
from tests.browser.visiting import Demo


def with_factors(who: str, path: str) -> Callable[[Demo], str]:
    """An address for somebody who has an app, a passkey and recovery codes."""

    def address(demo: Demo) -> str:
        give_factors(demo, who)
        return path

    return address


def give_factors(demo: Demo, who: str) -> None:
    """Gives somebody an app, a passkey and recovery codes, unless they have them."""
    account_id = demo.account(who)
    with behind_the_wall(account_id):
        person = person_of(account_id, timezone.localdate())
        if person is None or ways_of(account_id).has_factor:
            return
        key = Authenticator()
        secret = one_time.new_secret()
        actions.add_app(by=person, factor_id=uuid4(), name="Pixel", secret=secret, step=0)
        actions.add_passkey(by=person, name="Yubi", made=Made(key.id, key.credential(), 0))
        actions.renew_recovery_codes(by=person)


def type_password(page: Page, who: str, password: str = DEMO_PASSWORD) -> None:
    """Fills in the log-in page and sends it."""
    page.locator("#id_username").fill(who)
    page.locator("#id_password").fill(password)
    page.get_by_role("button", name="Log ind", exact=True).or_(
        page.get_by_role("button", name="Log in", exact=True)
    ).click()


def take_first_step(page: Page, demo: Demo) -> None:
    type_password(page, SELMA)
    page.locator("#id_proof-code").wait_for()


def take_wrong_second_step(page: Page, demo: Demo) -> None:
    take_first_step(page, demo)
    page.locator("#id_proof-code").fill("000000")
    page.locator("#id_proof-code").press("Enter")
    page.locator(".st-error-summary").wait_for()


def try_too_often(page: Page, demo: Demo) -> None:
    for _number in range(6):
        type_password(page, "somebody", "guessed")
        page.locator(".st-error-summary").wait_for()


def forget_the_proof(page: Page, demo: Demo) -> None:
    """Lets ten minutes go by since somebody showed who they are, and does something that asks for it."""
    key = next(one["value"] for one in page.context.cookies() if one["name"] == settings.SESSION_COOKIE_NAME)
    session = SessionStore(key)
    session[PROVEN_AT] = 0
    session.save()
    page.goto("/security/app/")
    page.locator("form[data-passkey]").wait_for()


def write_no_code(page: Page, demo: Demo) -> None:
    page.locator("#id_code").fill("000000")
    save(page, demo)
    page.locator(".st-error-summary").wait_for()


def make_codes(page: Page, demo: Demo) -> None:
    page.locator("form[action='/security/recovery-codes/'] button").click()
    page.locator(".st-codes").wait_for()


PLACES_OF_LOG_IN: dict[str, Place] = {
    "too many tries": Place(None, lambda demo: "/log-in/password/", try_too_often),
    "second step": Place(None, with_factors(SELMA, "/log-in/password/"), take_first_step),
    "second step, wrong code": Place(None, with_factors(SELMA, "/log-in/password/"), take_wrong_second_step),
    "proof by password": Place(ASTRID, lambda demo: "/security/", forget_the_proof),
    "proof by code": Place(SELMA, with_factors(SELMA, "/security/"), forget_the_proof),
    "first factor": Place(ASTRID, lambda demo: "/log-in/first-factor/"),
    "security": Place(SELMA, with_factors(SELMA, "/security/")),
    "security, nothing yet": Place(ASTRID, lambda demo: "/security/"),
    "app": Place(ASTRID, lambda demo: "/security/app/"),
    "app, wrong code": Place(ASTRID, lambda demo: "/security/app/", write_no_code),
    "passkey": Place(ASTRID, lambda demo: "/security/passkey/"),
    "recovery codes": Place(SELMA, with_factors(SELMA, "/security/"), make_codes),
}
