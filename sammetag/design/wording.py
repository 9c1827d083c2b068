"""The words of the components: dates, numbers and states in the reader's language."""

from datetime import date, datetime
from decimal import Decimal

from django.utils import dateformat, formats, timezone
from django.utils.translation import get_language, gettext, ngettext, pgettext

from sammetag.design.timeline import Bar, Gap, HoursStep, Mark

# The sign between day and month does not break, so that no line ends in a bare number.
_DANISH = {"long": "j.\u00a0F Y", "short": "j.n.Y", "day": "j.\u00a0F", "weekday": "l \\d\\e\\n j.\u00a0F"}
_ENGLISH = {"long": "j\u00a0F Y", "short": "j\u00a0M Y", "day": "j\u00a0F", "weekday": "l j\u00a0F"}


def date_words(day: date, kind: str = "long") -> str:
    """A date as people write it: long, short, only its day and month, or with the weekday."""
    forms = _ENGLISH if (get_language() or "da").startswith("en") else _DANISH
    # A moment has the date that it has in Copenhagen, not the one in the database.
    if isinstance(day, datetime) and timezone.is_aware(day):
        day = timezone.localtime(day)
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
    shown = Decimal(number)
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
    return ngettext("%(count)s dag", "%(count)s dage", count) % {"count": number_words(count)}


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
    if bar.ended:
        return {
            "recommended": gettext("var anbefalet"),
            "running": gettext("var i gang"),
            "planned": gettext("var aftalt"),
            "waiting": gettext("ventede"),
            "paused": gettext("var på pause"),
        }[bar.state]
    return {
        "recommended": gettext("anbefalet"),
        "running": pgettext("indsats", "i gang"),
        "planned": pgettext("indsats", "aftalt"),
        "waiting": gettext("venter"),
        "paused": gettext("på pause"),
    }[bar.state]


def mark_kind(mark: Mark) -> str:
    """What kind of thing a mark is, in words."""
    return {
        "decision": gettext("afgørelse"),
        "talk-held": gettext("samtale holdt"),
        "talk-booked": gettext("samtale aftalt"),
        "talk-no-show": gettext("udeblivelse"),
        "talk-cancelled": gettext("samtale aflyst"),
        "deadline": gettext("frist"),
        "deadline-missed": gettext("frist overskredet"),
    }[mark.kind]


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
