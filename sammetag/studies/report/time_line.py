"""What happened when: the draws, what else changed, deviations and amendments, on one line of time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.utils.safestring import SafeString

from sammetag.design.lettering import shorten
from sammetag.evaluation.trial.analysis import Results
from sammetag.studies.report import drawing
from sammetag.studies.report.document import Figure, Table
from sammetag.studies.report.speech import Speech
from sammetag.words import Words

WIDTH, LEFT, RIGHT, TOP, ROW = 720.0, 130.0, 16.0, 12.0, 30.0
MONTHS_OF_A_YEAR, MOST_TICKS = 12, 8

TITLE = Words("Hvad der skete hvornår", "What happened when")
SHOWS = Words(
    "En linje fra {first} til {last} med {draws} lodtrækninger, {changes} ændringer omkring forsøget, "
    "{deviations} afvigelser og {amendments} ændringer af planen. Dagene står i tabellerne.",
    "A line from {first} to {last} with {draws} draws, {changes} changes around the trial, {deviations} "
    "deviations and {amendments} amendments to the plan. The days stand in the tables.",
)
DRAWS, CONTEXT = Words("Lodtrækninger", "Draws"), Words("Ændringer", "Changes")
DEVIATIONS, AMENDMENTS = Words("Afvigelser", "Deviations"), Words("Planen ændret", "Plan amended")


@dataclass(frozen=True)
class Span:
    """The days that the line shows."""

    first: date
    last: date

    def x(self, day: date) -> float:
        """The place of a day, at the edge for one outside."""
        inside = min(max(day, self.first), self.last)
        whole = max((self.last - self.first).days, 1)
        return LEFT + (WIDTH - LEFT - RIGHT) * (inside - self.first).days / whole


def time_line(results: Results, table: Table, say: Speech) -> Figure:
    """The line of a trial, with the table of what else changed beside it."""
    extract = results.extract
    span = Span(min((one.on for one in extract.draws), default=extract.cut_on), extract.cut_on)
    title = say(TITLE)
    what = say(
        SHOWS,
        first=span.first,
        last=span.last,
        draws=len(extract.draws),
        changes=len(extract.context),
        deviations=len(extract.deviations),
        amendments=len(extract.amendments),
    )
    rows = 3 + len(extract.context)
    size = WIDTH, TOP + ROW * rows + 34
    svg = drawing.drawing("time-line", title, what, size=size, parts=_parts(results, span, say))
    return Figure("time-line", title, what, svg, table)


def _parts(results: Results, span: Span, say: Speech) -> Iterator[SafeString]:
    extract = results.extract
    y = TOP + ROW / 2
    yield from _points(say(DRAWS), [one.on for one in extract.draws], span, y)
    for place, change in enumerate(sorted(extract.context, key=lambda one: one.since)):
        y += ROW
        ends = span.x(change.since), span.x(change.until or span.last)
        if not place:
            yield drawing.words(4, y + 4, say(CONTEXT))
        yield drawing.line((ends[0], y + 8), (ends[1], y + 8), drawing.Pen(drawing.CONTROL, 4.0))
        # Words that would run out of the drawing end where it ends.
        at_end = ends[0] > (LEFT + WIDTH) / 2
        room = ends[0] - LEFT if at_end else WIDTH - RIGHT - ends[0]
        text = shorten(change.words, room, drawing.LETTER)
        anchor = "end" if at_end else "start"
        yield drawing.words(ends[0], y, text, anchor=anchor, colour=drawing.QUIET, theirs=True)
    yield from _points(say(DEVIATIONS), [one.on for one in extract.deviations], span, y + ROW)
    yield from _points(say(AMENDMENTS), [one.on for one in extract.amendments], span, y + 2 * ROW)
    yield from _axis(span, y + 2.6 * ROW, say)


def _points(label: str, days: list[date], span: Span, y: float) -> Iterator[SafeString]:
    yield drawing.words(4, y + 4, label)
    yield drawing.line((LEFT, y), (WIDTH - RIGHT, y), drawing.FAINT)
    for day in days:
        yield drawing.dot(span.x(day), y, drawing.TREATED)


def _axis(span: Span, y: float, say: Speech) -> Iterator[SafeString]:
    """The first of some months, no more than there is room for."""
    yield drawing.line((LEFT, y), (WIDTH - RIGHT, y))
    first = span.first.year * MONTHS_OF_A_YEAR + span.first.month
    last = span.last.year * MONTHS_OF_A_YEAR + span.last.month - 1
    every = next(one for one in (1, 2, 3, 6, 12, 24, 60, 120, 1200) if (last - first) / one < MOST_TICKS)
    for month in range(first, last + 1):
        if month % every == 0:
            day = date(month // MONTHS_OF_A_YEAR, month % MONTHS_OF_A_YEAR + 1, 1)
            yield drawing.line((span.x(day), y), (span.x(day), y + 5))
            text = f"{day.month}.{day.year}" if say.language == "da" else f"{day.month}/{day.year}"
            yield drawing.words(span.x(day), y + 19, text, anchor="middle")
