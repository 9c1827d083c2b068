"""The rows of the table of citizens: hundreds of cells, for which a template takes four times as long."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from sammetag.design import wording
from sammetag.design.addresses import address
from sammetag.desk.choice import COLUMNS
from sammetag.desk.lines import Hands, Line

# The labels are put in once for the table, the rest for each citizen.
ROW = """
      <tr><th scope="row"><a href="{{}}">{{}}</a><span class="st-small">{{}}{{}}{{}}</span></th>
        <td data-label="{}">{{}}</td>
        <td data-label="{}">{{}}</td>
        <td data-label="{}">{{}}</td>
        <td data-label="{}">{{}}</td>
        <td data-label="{}">{{}}</td>
        <td data-label="{}">{{}}</td></tr>"""
NONE = '<span class="st-none">{}</span>'
OWED = ' · <span class="st-when--late">{}</span>'


@dataclass(frozen=True)
class Rows:
    """What every row says alike in the reader's language: its pattern, and what stands where nothing is."""

    pattern: SafeString
    dash: SafeString
    never: SafeString
    unplanned: SafeString

    def of(self, line: Line) -> SafeString:
        """One citizen's row."""
        case = line.case
        about = (address("case", case.id), case.citizen.name, case.number, _owed(line.owed), _whose(line))
        return format_html(self.pattern, *about, *self._figures(line))

    def _figures(self, line: Line) -> Iterator[str]:
        """The cells in the order of the headings."""
        contact, idle, running = line.contact_days, line.idle_days, line.running
        yield self.never if contact is None else wording.day_count_words(contact)
        yield (
            format_html('<span class="st-when--soon">{}</span>', wording.day_count_words(idle))
            if idle
            else self.dash
        )
        yield self._day(line.next_talk, self.unplanned)
        yield self._day(line.ends_on, self.dash)
        yield wording.number_words(line.hours)
        yield self.dash if running is None else wording.number_words(running)

    def _day(self, day: date | None, otherwise: SafeString) -> str:
        return wording.date_words(day, "short") if day else otherwise


def citizen_rows(lines: Sequence[Line]) -> SafeString:
    """A row for each citizen: the name, what we owe, and the figures, each under its heading."""
    labels = [heading for key, (heading, _value) in COLUMNS.items() if key != "name"]
    dash, never, unplanned = (format_html(NONE, one) for one in ("–", _("ingen endnu"), _("ikke aftalt")))
    rows = Rows(format_html(ROW, *labels), dash, never, unplanned)
    return SafeString("".join(rows.of(line) for line in lines))


def _owed(count: int) -> str:
    if not count:
        return ""
    told = ngettext("vi skylder %(n)s ting", "vi skylder %(n)s ting", count)
    return format_html(OWED, told % {"n": count})


def _whose(line: Line) -> str:
    if line.hands == Hands.NOBODYS:
        return " · " + _("uden koordinator")
    if line.hands == Hands.TO_COME:
        return " · " + _("du overtager sagen")
    coordinator = line.case.coordinator
    return f" · {coordinator.name}" if line.hands == Hands.STANDING_IN and coordinator else ""
