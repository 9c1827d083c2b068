"""What a day asks in one case: the citizen, and each duty with what, why, the rule, by when, and the button.

Of these a day has dozens, for which a template takes four times as long.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from sammetag.access.person import Person
from sammetag.cases.models import Case
from sammetag.design import wording
from sammetag.design.addresses import address
from sammetag.design.templatetags.design import link_button
from sammetag.desk.sections import Group, Row
from sammetag.duties.duty import Duty
from sammetag.people.models import Citizen

GROUP = """
    <li class="st-duty-group">
      <div class="st-duty">
        <div class="st-duty-who"><a href="{}">{}</a><span class="st-why st-block">{}</span></div>
        {}
      </div>{}
    </li>"""
REST = """
      <details class="st-duty-rest"><summary>{}</summary>
        <ul class="st-plain">{}
        </ul></details>"""
ONE_MORE = """
          <li class="st-duty">{}</li>"""
ROW = """<div class="st-duty-what"><p>{}</p>{}{}</div>
  <div class="st-duty-when {}">{}</div>
  <div class="st-duty-do">{}</div>
"""
MORE = """
    <details class="st-rule"><summary>{}</summary>{}{}</details>"""
WHY, MORE_WHY = '<p class="st-why">{}</p>', "<p>{}</p>"
RULE = '{}<p><a href="{}">{}</a></p>'
# So many reasons stand open; the rest is behind a click.
OPEN = 2


def duty_group(group: Group, person: Person, hide_coordinator: bool | str) -> SafeString:
    """All that one section asks in one case: the citizen, the loudest duty, and the rest behind a click."""
    citizen = group.case.citizen
    return format_html(
        GROUP,
        address("case", group.case.id),
        citizen.name,
        _number(group.case, "" if hide_coordinator else _coordinator(group.case, person)),
        duty_row(group.first, citizen.name),
        _rest(group.rest, citizen) if group.rest else "",
    )


def _number(case: Case, coordinator: str) -> str:
    number = _("sag %(number)s") % {"number": case.number}
    return f"{number} · {coordinator}" if coordinator else number


def _coordinator(case: Case, person: Person) -> str:
    """Who coordinates, where it is not the reader."""
    return case.coordinator.name if case.coordinator and case.coordinator_id != person.staff_id else ""


def _rest(rows: Sequence[Row], citizen: Citizen) -> SafeString:
    told = ngettext("+%(n)s mere for %(name)s", "+%(n)s mere for %(name)s", len(rows))
    each = format_html_join("", ONE_MORE, ((duty_row(row, citizen.name),) for row in rows))
    return format_html(REST, told % {"n": len(rows), "name": citizen.given_name}, each)


def duty_row(row: Row, name: str) -> SafeString:
    """One duty as a day shows it, for a citizen of this name."""
    duty = row.duty
    return _written(
        duty.what,
        duty.why,
        duty.details,
        more=_opens(duty),
        tone=_tone(row),
        when=_when(row),
        url=row.url,
        law=row.law,
        button=str(row.button),
        name=name,
    )


# Most of a day says what it said an hour ago, and a page has dozens of rows.
@lru_cache(maxsize=20_000)
def _written(
    what: str,
    why: tuple[str, ...],
    details: tuple[str, ...],
    *,
    more: str,
    tone: str,
    when: str,
    url: str,
    law: str,
    button: str,
    name: str,
) -> SafeString:
    behind = why[OPEN:]
    rest = format_html(MORE, more, _each(MORE_WHY, behind), _rule(details, law)) if more else ""
    return format_html(
        ROW, what, _each(WHY, why[:OPEN]), rest, tone, when, link_button(url, button, about=name)
    )


def _each(pattern: str, sentences: tuple[str, ...]) -> SafeString | str:
    return format_html_join("", pattern, ((one,) for one in sentences)) if sentences else ""


def _rule(details: tuple[str, ...], law: str) -> SafeString | str:
    """What there is to say of the rule; where it stands comes last, and leads to the law book."""
    if not law or not details:
        return _each(MORE_WHY, details)
    return format_html(RULE, _each(MORE_WHY, details[:-1]), law, details[-1])


def _opens(duty: Duty) -> str:
    """What the click says that there is behind it; nothing where there is nothing behind it."""
    if not duty.why[OPEN:] and not duty.details:
        return ""
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
