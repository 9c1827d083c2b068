"""Lines, boxes and words of a drawing: SVG in which whatever people wrote is only ever words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from sammetag.design.lettering import width_of

LETTER = 13.0
LINE = 17.0
INK, QUIET, RULE = "currentColor", "#5b6470", "#c9ced6"
TREATED, CONTROL = "#1b5e8c", "#b04a1f"


@dataclass(frozen=True)
class Pen:
    """How a line is drawn."""

    colour: str = INK
    width: float = 1.0
    dashes: str = "none"


PLAIN, FAINT = Pen(), Pen(RULE)


def drawing(
    key: str, title: str, description: str, *, size: tuple[float, float], parts: Iterable[SafeString]
) -> str:
    """A drawing with the title and the description that a screen reader says."""
    return format_html(
        '<svg xmlns="http://www.w3.org/2000/svg" class="st-figure-drawing" viewBox="0 0 {} {}" width="{}" '
        'height="{}" role="img" aria-labelledby="{}-title {}-what" font-size="{}">'
        '<title id="{}-title">{}</title>'
        '<desc id="{}-what">{}</desc>{}</svg>',
        *(f"{one:g}" for one in (*size, *size)),
        key,
        key,
        f"{LETTER:g}",
        key,
        title,
        key,
        description,
        format_html_join("", "{}", ((one,) for one in parts)),
    )


def line(start: tuple[float, float], end: tuple[float, float], pen: Pen = PLAIN) -> SafeString:
    """A straight line."""
    return path((start, end), pen)


def path(points: Iterable[tuple[float, float]], pen: Pen = PLAIN) -> SafeString:
    """A line through points."""
    return format_html(
        '<path d="{}" fill="none" stroke="{}" stroke-width="{}" stroke-dasharray="{}"/>',
        _through(points),
        pen.colour,
        pen.width,
        pen.dashes,
    )


def area(points: Iterable[tuple[float, float]], colour: str) -> SafeString:
    """A faint area between two lines."""
    return format_html(
        '<path d="{}Z" fill="{}" fill-opacity="0.12" stroke="none"/>', _through(points), colour
    )


def box(x: float, y: float, width: float, height: float) -> SafeString:
    """A frame."""
    return format_html(
        '<rect x="{}" y="{}" width="{}" height="{}" rx="3" fill="none" stroke="{}"/>',
        *(f"{one:.1f}" for one in (x, y, width, height)),
        QUIET,
    )


def dot(x: float, y: float, colour: str, *, square: bool = False) -> SafeString:
    """A mark of a value: a square for what the trial is judged by, else a disc."""
    if square:
        return format_html(
            '<rect x="{}" y="{}" width="10" height="10" fill="{}"/>', f"{x - 5:.1f}", f"{y - 5:.1f}", colour
        )
    return format_html('<circle cx="{}" cy="{}" r="4" fill="{}"/>', f"{x:.1f}", f"{y:.1f}", colour)


# What people wrote is in a language that nobody was asked about.
THEIR_WORDS = mark_safe(' lang=""')


def words(
    x: float,
    y: float,
    text: str,
    *,
    anchor: str = "start",
    colour: str = INK,
    bold: bool = False,
    theirs: bool = False,
) -> SafeString:
    """Words on a line; `y` is the line they stand on. `theirs`: people wrote them, not this software."""
    return format_html(
        '<text{} x="{}" y="{}" text-anchor="{}" fill="{}" font-weight="{}">{}</text>',
        THEIR_WORDS if theirs else "",
        f"{x:.1f}",
        f"{y:.1f}",
        anchor,
        colour,
        "bold" if bold else "normal",
        text,
    )


def folded(text: str, room: float) -> list[str]:
    """The words in lines that fit the room; a word too long for it stands alone."""
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and width_of(longer, LETTER) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def nice_step(span: float, most: int = 6) -> float:
    """The smallest of 1, 2, 5, 10, 20, … that parts a span into at most so many."""
    step = 1.0
    while True:
        for times in (1, 2, 5):
            if span / (step * times) <= most:
                return step * times
        step *= 10


def _through(points: Iterable[tuple[float, float]]) -> str:
    return "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in points)
