"""What one duty says on a day, all in one go: what, why, the rule, by when, and the button."""

from __future__ import annotations

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from sammetag.design import wording
from sammetag.design.templatetags.design import link_button
from sammetag.desk.sections import Row
from sammetag.duties.duty import Duty

ROW = """<div class="st-duty-what"><p>{}</p>{}{}</div>
  <div class="st-duty-when {}">{}</div>
  <div class="st-duty-do">{}</div>
"""
MORE = """
    <details class="st-rule"><summary>{}</summary>{}{}</details>"""
WHY, MORE_WHY = '<p class="st-why">{}</p>', "<p>{}</p>"
# So many reasons stand open; the rest is behind a click.
OPEN = 2


def duty_row(row: Row, name: str) -> SafeString:
    """One duty as a day shows it, for a citizen of this name."""
    duty = row.duty
    return format_html(
        ROW,
        duty.what,
        _each(WHY, duty.why[:OPEN]),
        _more(duty),
        _tone(row),
        _when(row),
        link_button(row.url, row.button, about=name),
    )


def _each(pattern: str, sentences: tuple[str, ...]) -> SafeString | str:
    return format_html_join("", pattern, ((one,) for one in sentences)) if sentences else ""


def _more(duty: Duty) -> SafeString | str:
    behind = duty.why[OPEN:]
    if not behind and not duty.details:
        return ""
    return format_html(MORE, _opens(duty), _each(MORE_WHY, behind), _each(MORE_WHY, duty.details))


def _opens(duty: Duty) -> str:
    """What the click says that there is behind it."""
    if duty.version is None:
        return _("Mere")
    return _("Mere og reglen") if duty.why[OPEN:] else _("Reglen")


def _tone(row: Row) -> str:
    if row.duty.is_owed:
        return "st-when--late"
    return "st-when--soon" if row.is_idle else ""


def _when(row: Row) -> str:
    if not row.duty.timed:
        return _("uden frist")
    if row.goes_on:
        return wording.day_count_words(row.days_gone)
    return wording.distance_words(row.days)
