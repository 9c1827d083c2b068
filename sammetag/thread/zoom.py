"""How much time the thread shows: the whole case, a year, or a quarter around today."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.translation import gettext as _

from sammetag.cases.models import Programme

WHOLE, YEAR, QUARTER = "all", "year", "quarter"


@dataclass(frozen=True)
class Span:
    """The first and the last day of a picture."""

    first: date
    last: date


@dataclass(frozen=True)
class Zoom:
    """One choice of how much to show."""

    url: str
    label: str
    current: bool


def span_of(zoom: str, programmes: Sequence[Programme], today: date) -> Span:
    """The days that a zoom shows. A case without a programme shows the year around today."""
    if zoom == QUARTER:
        return Span(today - timedelta(days=60), today + timedelta(days=40))
    if zoom == YEAR or not programmes:
        return Span(today - timedelta(days=270), today + timedelta(days=120))
    first = min(one.team_met_on or one.granted_on for one in programmes)
    running = [one for one in programmes if one.ended_on is None]
    ends = [one.ended_on for one in programmes if one.ended_on]
    last = today + timedelta(days=180) if running else max(ends) + timedelta(days=30)
    return Span(first - timedelta(days=20), last)


def zooms(path: str, current: str) -> list[Zoom]:
    """The choices, with the one that is shown marked."""
    labels = {WHOLE: _("Hele forløbet"), YEAR: _("Et år"), QUARTER: _("Omkring i dag")}
    return [Zoom(f"{path}?zoom={key}", label, key == current) for key, label in labels.items()]


def chosen(asked: str | None, programmes: Sequence[Programme], today: date) -> str:
    """The zoom asked for; otherwise the whole of a short case and the last year of a long one."""
    if asked in (WHOLE, YEAR, QUARTER):
        return asked
    if not programmes:
        return YEAR
    first = min(one.granted_on for one in programmes)
    return WHOLE if (today - first).days < 550 or all(one.ended_on for one in programmes) else YEAR
