"""Somebody who sits at a browser: how they come in, and what must never happen on a page they see."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from types import TracebackType
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import connection
from django.test import Client
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Response, WebError, expect

from sammetag.access.models import Grant
from sammetag.access.wall import behind_the_wall
from sammetag.config.database import OWNER
from sammetag.config.roles import as_role
from sammetag.demo.world import Life, World
from sammetag.people.models import Account
from tests.browser.finding import effort_of, life_of, staff_of

DESK, PHONE = 1280, 375
# How long a page may take on a busy machine before its test gives up, in milliseconds.
PATIENCE = 20_000
expect.set_options(timeout=PATIENCE)
# A page that refuses something has such a status, and Chromium writes every one of them on the console.
STATUS_LINE = "Failed to load resource: the server responded with a status of"
TELL_OF_VIOLATIONS = """
document.addEventListener("securitypolicyviolation", (event) => {
  console.error(`content policy: ${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}`);
});
"""


@dataclass
class Profiles:
    """The profiles of a browser, kept from test to test, so that style sheets and fonts come only once."""

    chromium: Browser
    address: str
    kept: dict[tuple[int, bool, str], BrowserContext] = field(default_factory=dict)

    def fresh(self, width: int, javascript: bool, locale: str) -> BrowserContext:
        """A profile in which nobody has logged in or chosen a language."""
        key = (width, javascript, locale)
        if key not in self.kept:
            self.kept[key] = self._made(width, javascript, locale)
        self.kept[key].clear_cookies()
        return self.kept[key]

    def _made(self, width: int, javascript: bool, locale: str) -> BrowserContext:
        context = self.chromium.new_context(
            base_url=self.address,
            viewport={"width": width, "height": 900},
            java_script_enabled=javascript,
            locale=locale,
            timezone_id="Europe/Copenhagen",
            reduced_motion="reduce",
        )
        context.set_default_timeout(PATIENCE)
        context.add_init_script(TELL_OF_VIOLATIONS)
        return context


@dataclass
class Watch:
    """Everything that went wrong in the browser. The end of a test with any of it is a failure.

    `allowed` are the statuses that a fragment may have in this test; a whole page may have any. `elsewhere`
    are the addresses of others: what their pages make Chromium say is theirs.
    """

    profiles: Profiles
    faults: list[str] = field(default_factory=list)
    allowed: set[int] = field(default_factory=set)
    elsewhere: set[str] = field(default_factory=set)
    watched: list[BrowserContext] = field(default_factory=list)

    def __enter__(self) -> Watch:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        for context in self.watched:
            for page in context.pages:
                page.close()
            context.remove_listener("console", self._console)
            context.remove_listener("weberror", self._script)
            context.remove_listener("response", self._response)
        assert self.faults == [], self.faults

    def over(self, context: BrowserContext) -> None:
        """Watches all pages of a context."""
        self.watched.append(context)
        context.on("console", self._console)
        context.on("weberror", self._script)
        context.on("response", self._response)

    def _script(self, fault: WebError) -> None:
        if not self._theirs(fault.page.url if fault.page else ""):
            self.faults.append(f"script: {fault.error}")

    def _console(self, message: ConsoleMessage) -> None:
        if not message.text.startswith(STATUS_LINE) and not self._theirs(message.location["url"]):
            self.faults.append(f"console: {message.type} {message.text} at {message.location['url']}")

    def _response(self, response: Response) -> None:
        whole_page = response.request.resource_type == "document"
        allowed = whole_page or response.status in self.allowed or self._theirs(response.url)
        if response.status >= 400 and not allowed:
            self.faults.append(f"{response.status}: {response.url}")

    def _theirs(self, address: str) -> bool:
        return any(address.startswith(theirs) for theirs in self.elsewhere)


@dataclass
class Demo:
    """The demo municipality behind an address, and the people who come to it."""

    address: str
    world: World
    watch: Watch

    def visitor(
        self, *, width: int = DESK, lang: str = "da", javascript: bool = True, locale: str = "da-DK"
    ) -> Page:
        """A browser in which nobody has logged in yet."""
        context = self.watch.profiles.fresh(width, javascript, locale)
        assert context not in self.watch.watched, "two people at one browser"
        if lang != "da":
            context.add_cookies([self._cookie(settings.LANGUAGE_COOKIE_NAME, lang)])
        self.watch.over(context)
        return context.new_page()

    def visit(self, who: str, path: str = "/my-day/", **how: Any) -> Page:
        """The page that somebody sees, who has logged in already."""
        page = self.visitor(**how)
        page.context.add_cookies([self._cookie(settings.SESSION_COOKIE_NAME, self._session(who))])
        page.goto(path)
        return page

    def case(self, key: str, *more: str) -> str:
        """The address of a case of the demo, or of a page below it: `case("aase", "talks", "book")`."""
        return "/".join(["/cases", str(self.world.life(key).case.id), *more, ""])

    def talk(self, key: str, *more: str, outcome: str = "booked") -> str:
        """The address of the first talk of a case with that outcome."""
        return self.case(key, "talks", str(self.talk_id(key, outcome)), *more)

    def talk_id(self, key: str, outcome: str = "booked") -> UUID:
        """The first talk of a case with that outcome."""
        found = [talk for talk in self.world.life(key).talks if talk.outcome == outcome]
        return min(found, key=lambda talk: talk.starts_at).id

    def effort(self, key: str, title: str, *more: str) -> str:
        """The address of an intervention of a case, by its title."""
        (found,) = (one.id for one in self.world.life(key).interventions if one.title == title)
        return self.case(key, "interventions", str(found), *more)

    def effort_like(self, who: str, where: str) -> str:
        """The address of the first intervention of somebody's citizens that stands there."""
        life, one = effort_of(self.world, who, where)
        return self.case(life.key, "interventions", str(one.id))

    def plan(self, key: str, *more: str) -> str:
        """The address of a plan, or of a page below it."""
        return self.case(key, "plan", *more)

    def goal(self, key: str, *more: str) -> str:
        """The address of the first goal of a plan, or of a page below it."""
        return self.plan(key, "goals", str(self.world.life(key).goals[0].id), *more)

    def sub_goal(self, key: str, achievement: str = "on-the-way") -> str:
        """The address of the first sub-goal of a plan that has come that far."""
        return self.plan(key, "sub-goals", str(self.sub_goal_id(key, achievement)))

    def sub_goal_id(self, key: str, achievement: str = "on-the-way") -> UUID:
        """The first sub-goal of a plan that has come that far."""
        return next(one.id for one in self.world.life(key).sub_goals if one.achievement == achievement)

    def like(self, who: str, fits: Callable[[Life], bool]) -> str:
        """The key of somebody's first citizen who fits."""
        return life_of(self.world, who, fits).key

    def colleague(self, who: str, page: str) -> str:
        """The address of a page about somebody at work."""
        return f"/colleagues/{staff_of(self.world, who)}/{page}/"

    def take_everything_from(self, who: str) -> None:
        """Leaves somebody without cases and without citizens they were let in to help."""
        account = Account.objects.get(username=who)
        with as_role(OWNER):
            Grant.objects.scoped("test").filter(staff__account=account).delete()
        held = "closed_on IS NULL AND coordinator_id = (SELECT id FROM people_staff WHERE account_id = %s)"
        with behind_the_wall(account.id), connection.cursor() as cursor:
            cursor.execute(
                f"SELECT cases_hand_over(id, NULL) FROM cases_case WHERE {held}",  # noqa: S608 - ours
                [account.id],
            )

    def account(self, who: str) -> UUID:
        """The account of somebody."""
        (found,) = (row.id for row in self.world.accounts if row.username == who)
        return found

    def _session(self, who: str) -> str:
        client = Client()
        client.force_login(Account.objects.get(username=who))
        return str(client.session.session_key)

    def _cookie(self, name: str, value: str) -> Any:
        return {"name": name, "value": value, "url": self.address}
