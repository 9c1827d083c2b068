"""Addresses of pages that are of one thing. A page has a hundred of them, all of a few patterns."""

from __future__ import annotations

from datetime import date
from functools import cache
from uuid import UUID

from django.conf import settings
from django.urls import get_script_prefix, reverse

from sammetag.law.answer import Version

_ANY = UUID(int=0)


def address(page: str, *ids: UUID | str) -> str:
    """The address of a page of these things, as `reverse` gives it; Django is asked once for each pattern."""
    return _pattern(page, len(ids), settings.ROOT_URLCONF, get_script_prefix()).format(*ids)


def rule_address(version: Version, today: date) -> str:
    """The page of the law book on a rule, with this version marked: by today, or the nearest day it holds."""
    period = version.period
    on = max(today, period.first) if period.last is None else min(max(today, period.first), period.last)
    return f"{address('law-of', version.topic.name)}?on={on}"


@cache
def _pattern(page: str, places: int, _urls: object, _prefix: str) -> str:
    return reverse(page, args=[_ANY] * places).replace(str(_ANY), "{}")
