"""Reads a day as it comes from the server: its sections, its table, its links."""

from __future__ import annotations

import re
from html import unescape


def section(page: str, key: str) -> str:
    """One section of the page, such as owed, idle, coming or ahead."""
    return page.partition(f'aria-labelledby="{key}-heading"')[2].partition("</section>")[0]


def citizens(page: str) -> list[str]:
    """The names in the table of citizens, in its order."""
    return [unescape(name) for name in re.findall(r'<th scope="row"><a href="[^"]*">([^<]*)</a>', page)]


def links(page: str) -> list[tuple[str, str]]:
    """Every link of the page: its words and its address."""
    return [
        (re.sub("<[^>]*>", "", words).strip(), unescape(url))
        for url, words in re.findall(r'<a [^>]*?href="([^"]*)"[^>]*>(.*?)</a>', page, re.DOTALL)
    ]
