"""A person's hands: a mouse whose clicks are counted, and a keyboard whose way can be followed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Locator, Page, expect

MOST_STOPS = 80
# Whether one can see where the keyboard is: an outline, or the thick edge of a thing on the timeline.
FOCUS_SHOWS = """item => {
  const look = getComputedStyle(item);
  if (look.outlineStyle !== "none" && parseFloat(look.outlineWidth) >= 2) return true;
  return [...item.querySelectorAll(".st-bar-box, .st-tl-hit")].some((edge) => {
    const drawn = getComputedStyle(edge);
    return drawn.stroke !== "none" && parseFloat(drawn.strokeWidth) >= 3;
  });
}"""


@dataclass
class Mouse:
    """A mouse that knows how often it was clicked."""

    clicks: int = 0

    def click(self, thing: Locator) -> None:
        thing.click()
        self.clicks += 1


@dataclass
class Keyboard:
    """Somebody who has no mouse, and who must see at each stop where they are."""

    page: Page

    def tab_to(self, thing: Locator) -> None:
        """Goes on with the tab key until a thing has the focus."""
        for _stop in range(MOST_STOPS):
            if thing.evaluate("item => item === document.activeElement"):
                return
            self.page.keyboard.press("Tab")
            assert self.can_see_where_it_is(), self.where()
        raise AssertionError(f"the tab key never comes to {thing}")

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)

    def type(self, text: str) -> None:
        self.page.keyboard.type(text)

    def write_date(self, field: Locator, day: str) -> None:
        """Writes a day in a date field, part by part, in the order in which this browser asks for them."""
        self.tab_to(field)
        year, month, of_month = day.split("-")
        self.type(f"{month}{of_month}{year}")
        expect(field).to_have_value(day)

    def can_see_where_it_is(self) -> bool:
        """Whether the focused thing shows it; the page itself and the browser's own frame need not."""
        here = self.page.locator(":focus")
        return here.count() == 0 or bool(here.evaluate(FOCUS_SHOWS))

    def where(self) -> Any:
        return self.page.evaluate("document.activeElement.outerHTML.slice(0, 200)")
