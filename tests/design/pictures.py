"""Invented pictures for the tests of the timeline."""

from datetime import date
from decimal import Decimal

from sammetag.design.timeline import Bar, Gap, HoursStep, Lane, Mark, Picture

TODAY = date(2026, 11, 21)
KEYS = ("decisions", "employment", "education", "social", "health", "treatment", "talks", "hours")
LANES = tuple(Lane(key, key.title()) for key in KEYS)
MONTHS = ("jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec")

MENTOR = Bar(
    "1:a", "employment", date(2026, 1, 1), date(2026, 6, 30), "running", "Mentor", "Nord", ended=True
)
TRAINING = Bar("2:a", "employment", date(2026, 3, 1), date(2026, 5, 31), "running", "Intern træning", "")
SUPPORT = Bar("3:a", "social", date(2026, 2, 1), None, "running", "Støtte i hjemmet", "3 timer")
HELD = Mark("t1", "talks", date(2026, 4, 7), "talk-held", "Samtale", "hos Nord", "/talks/1")
GAP = Gap(date(2026, 7, 1), date(2026, 8, 31), "62 dage uden noget i gang")
STEP = HoursStep(date(2026, 1, 1), date(2026, 6, 30), Decimal("4.5"))


def picture(
    *,
    bars: tuple[Bar, ...] = (),
    marks: tuple[Mark, ...] = (),
    gaps: tuple[Gap, ...] = (),
    hours: tuple[HoursStep, ...] = (),
    first: date = date(2025, 11, 1),
    last: date = date(2027, 6, 30),
    today: date = TODAY,
) -> Picture:
    """A picture of a year and a half around an invented today."""
    return Picture(
        title="Tidslinje for Åse",
        description="Fra november 2025.",
        lanes=LANES,
        bars=bars,
        marks=marks,
        gaps=gaps,
        hours=hours,
        today=today,
        first=first,
        last=last,
        months=MONTHS,
    )
