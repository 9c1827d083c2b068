"""What is wrong with a page, as a list of sentences; an empty list is a good page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from babel.messages.pofile import read_po
from django.conf import settings
from playwright.sync_api import Page

from sammetag.config.texts import CATALOGUE

AXE = (Path(settings.CHECKOUT) / "node_modules" / "axe-core" / "axe.min.js").read_text()
LEVELS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
INVENTED = {
    "da": "Demokommune: alle personer er opdigtede",
    "en": "Demo municipality: all people are invented",
}
# Words of the program that are in no name, title or note of the demo.
WORDS_OF = {
    "da": r"kl\.|dage|måned(er)?|borgere?n?|samtaler?n?|sagen?|siden|holdt|aftalt|uger|timer|søndag|mandag|"
    r"januar|februar|marts|maj|juni|juli|oktober|koordinator|samtykke|igen|inden|senest",
    "en": r"the|and|talks?|cases?|citizens?|days?|weeks?|months?|hours?|held|agreed|since|overdue|Monday|"
    r"January|February|March|May|June|July|October|coordinator|again|within|latest",
}
# What is read or heard, but for what people wrote and for what says itself in which language it is.
TEXTS = """() => {
  const left = "script, style, textarea, .st-journal-text, .st-compare";
  const here = document.documentElement.lang, found = [document.title];
  const foreign = (one) => one.closest(left) || one.closest("[lang]").lang !== here;
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = walker.currentNode;
    if (!foreign(text.parentElement)) found.push(text.data);
  }
  for (const name of ["aria-label", "placeholder", "title", "alt", "data-words", "data-label", "data-many"]) {
    const named = [...document.querySelectorAll(`[${name}]`)].filter((one) => !foreign(one));
    found.push(...named.map((one) => one.getAttribute(name)));
  }
  return found.map((text) => text.replace(/\\s+/g, " ").trim()).filter(Boolean);
}"""


def faults_of(page: Page, lang: str) -> Iterator[str]:
    """Everything that is wrong with a page as it stands now, whatever its width."""
    yield from barriers(page)
    yield from faults_of_look(page, lang)


def faults_of_look(page: Page, lang: str) -> Iterator[str]:
    """What is wrong with a page besides what axe finds."""
    width = page.viewport_size["width"] if page.viewport_size else 0
    if page.evaluate("document.documentElement.scrollWidth") > width:
        yield f"scrolls sideways at {width}"
    if page.locator("html").get_attribute("lang") != lang:
        yield "says another language than it has"
    if page.locator("h1").count() != 1:
        yield "has not exactly one heading of the first order"
    if not page.get_by_text(INVENTED[lang], exact=True).is_visible():
        yield "does not say that all people are invented"


def barriers(page: Page) -> Iterator[str]:
    """What axe finds on a page."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE)
    answer: Any = page.evaluate("levels => axe.run({runOnly: levels, resultTypes: ['violations']})", LEVELS)
    for rule in answer["violations"]:
        for node in rule["nodes"]:
            yield f"{rule['id']} at {node['target']}: {node['failureSummary']}"


def words_of_another_language(page: Page, lang: str, written: Sequence[str] = ()) -> Iterator[str]:
    """Texts of a page that are in the catalogue's other language, or have words of it.

    `written` is what people have written, the longest first: it is in their language everywhere.
    """
    other = "en" if lang == "da" else "da"
    texts, spotted = page.evaluate(TEXTS), re.compile(rf"\b({WORDS_OF[other]})\b")
    for text in _without("\n".join(dict.fromkeys(texts)), written).split("\n"):
        if spotted.search(text):
            yield f"a word of {other}: {text}"
        elif catalogue(other).fullmatch(text):
            yield f"a text of {other}: {text}"


def _without(text: str, written: Sequence[str]) -> str:
    for words in written:
        text = text.replace(words, "·")
    return text


@cache
def catalogue(lang: str) -> re.Pattern[str]:
    """All texts of one language that are otherwise in the other one, with anything for their values."""
    with CATALOGUE.open("rb") as file:
        messages = [message for message in read_po(file, locale="en") if message.id]
    texts: dict[str, set[str]] = {"da": set(), "en": set()}
    for message in messages:
        texts["da"].update([message.id] if isinstance(message.id, str) else message.id)
        texts["en"].update([message.string] if isinstance(message.string, str) else message.string or ())
    other = "en" if lang == "da" else "da"
    patterns = (_pattern(text) for text in texts[lang] - texts[other])
    return re.compile("|".join(filter(None, patterns)))


def _pattern(text: str) -> str:
    parts = re.split(r"%\(\w+\)s|%s", text)
    enough = len(re.findall(r"[^\W\d]", "".join(parts))) > 5
    return ".+".join(map(re.escape, parts)) if enough else ""
