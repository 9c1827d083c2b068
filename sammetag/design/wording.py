"""The words of the components: dates, numbers and states in the reader's language."""

from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from functools import lru_cache

from django.utils import dateformat, formats, timezone
from django.utils.translation import get_language, gettext, gettext_lazy, ngettext, pgettext_lazy

from sammetag.design.timeline import Bar, Gap, HoursStep, Mark
from sammetag.words import Words

# The sign between day and month does not break, so that no line ends in a bare number.
_DANISH = {"long": "j.\u00a0F Y", "short": "j.n.Y", "day": "j.\u00a0F", "weekday": "l \\d\\e\\n j.\u00a0F"}
_ENGLISH = {"long": "j\u00a0F Y", "short": "j\u00a0M Y", "day": "j\u00a0F", "weekday": "l j\u00a0F"}

_STATES = {
    "recommended": gettext_lazy("anbefalet"),
    "running": pgettext_lazy("indsats", "i gang"),
    "planned": pgettext_lazy("indsats", "aftalt"),
    "waiting": gettext_lazy("venter"),
    "paused": gettext_lazy("på pause"),
}
_STATES_PAST = {
    "recommended": gettext_lazy("var anbefalet"),
    "running": gettext_lazy("var i gang"),
    "planned": gettext_lazy("var aftalt"),
    "waiting": gettext_lazy("ventede"),
    "paused": gettext_lazy("var på pause"),
}
_KINDS = {
    "decision": gettext_lazy("afgørelse"),
    "talk-held": gettext_lazy("samtale holdt"),
    "talk-booked": gettext_lazy("samtale aftalt"),
    "talk-no-show": gettext_lazy("udeblivelse"),
    "talk-cancelled": gettext_lazy("samtale aflyst"),
    "deadline": gettext_lazy("frist"),
    "deadline-missed": gettext_lazy("frist overskredet"),
}
_UNITS: dict[str, Callable[[int], str]] = {
    "days": lambda count: ngettext("dag", "dage", count),
    "weeks": lambda count: ngettext("uge", "uger", count),
    "months": lambda count: ngettext("måned", "måneder", count),
}


def date_words(day: date, kind: str = "long") -> str:
    """A date as people write it: long, short, only its day and month, or with the weekday."""
    # A moment has the date that it has in Copenhagen, not the one in the database.
    if isinstance(day, datetime) and timezone.is_aware(day):
        day = timezone.localtime(day)
    bare = day.date() if isinstance(day, datetime) else day
    return _written(bare, kind, get_language() or "da")


@lru_cache(maxsize=4096)
def _written(day: date, kind: str, language: str) -> str:
    """A day in one of our languages, written out once: a page says hundreds of them."""
    forms = _ENGLISH if language.startswith("en") else _DANISH
    return dateformat.format(day, forms[kind])


def clock_words(moment: datetime) -> str:
    """The time of day in Copenhagen as people write it: 9.30 in Danish, 9:30 in English."""
    local = timezone.localtime(moment)
    sign = ":" if (get_language() or "da").startswith("en") else "."
    return f"{local.hour}{sign}{local:%M}"


def period_words(first: date, last: date | None) -> str:
    """From when to when, both days included."""
    if last is None:
        return gettext("fra %(first)s") % {"first": date_words(first, "short")}
    if first == last:
        return date_words(first, "short")
    return f"{date_words(first, 'short')} – {date_words(last, 'short')}"


def number_words(number: Decimal | int) -> str:
    """A number without needless decimals."""
    if isinstance(number, int):
        return str(number)
    shown = number
    whole = shown == shown.to_integral_value()
    return formats.number_format(shown.quantize(Decimal(1)) if whole else shown.normalize(), use_l10n=True)


def grouped_words(number: int) -> str:
    """A large number with its thousands apart."""
    return formats.number_format(number, use_l10n=True, force_grouping=True)


def hours_words(hours: Decimal) -> str:
    """Hours, short enough for a picture."""
    return gettext("%(hours)s t") % {"hours": number_words(hours)}


def day_count_words(count: int) -> str:
    """A number of days."""
    return f"{number_words(count)} {unit_words('days', count)}"


def span_words(count: int, unit: str) -> str:
    """So many days, weeks or months."""
    return f"{grouped_words(count)} {unit_words(unit, count)}"


def unit_words(unit: str, count: int) -> str:
    """What days, weeks or months are called where there are so many of them."""
    return _UNITS[unit](count)


def distance_words(count: int) -> str:
    """How far away a day is: ahead, today or past."""
    if count == 0:
        return gettext("i dag")
    if count == 1:
        return gettext("i morgen")
    days = day_count_words(abs(count))
    sentence = gettext("om %(days)s") if count > 0 else gettext("%(days)s over")
    return sentence % {"days": days}


def bar_state(bar: Bar) -> str:
    """The state of an intervention's stretch, in words."""
    return str((_STATES_PAST if bar.ended else _STATES)[bar.state])


def mark_kind(mark: Mark) -> str:
    """What kind of thing a mark is, in words."""
    return str(_KINDS[mark.kind])


def bar_sentence(bar: Bar) -> str:
    """Everything the picture knows about a bar, apart from its label."""
    return _joined(bar_state(bar), period_words(bar.first, bar.last), bar.detail)


def mark_sentence(mark: Mark) -> str:
    """Everything the picture knows about a mark, apart from its label."""
    return _joined(mark_kind(mark), date_words(mark.on, "short"), mark.detail)


def gap_sentence(gap: Gap) -> str:
    """When nothing ran."""
    return period_words(gap.first, gap.last)


def hours_sentence(step: HoursStep) -> str:
    """How many hours a week."""
    return gettext("%(hours)s om ugen") % {"hours": hours_words(step.hours)}


def _joined(*parts: str) -> str:
    return ", ".join(part for part in parts if part)


def told(words: Words) -> str:
    """What a text in two languages says to the reader."""
    return words.in_language(get_language() or "da")


def heading(words: Words) -> str:
    """The same with a capital letter, to stand alone."""
    text = told(words)
    return text[:1].upper() + text[1:]
