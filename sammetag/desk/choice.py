"""What somebody has chosen to see of a day: by what, by whom, and in which order. Kept in the address."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from sammetag.desk.lines import Line
from sammetag.duties.doors import Subject, subject_of

Label = str | Promise
FAR = date.max

# What the table can be sorted by: heading and value. What most asks for a look stands first.
COLUMNS: dict[str, tuple[Promise, Callable[[Line], Any]]] = {
    "name": (_("Borger"), lambda line: line.case.citizen.sort_name),
    "contact": (_("Uden samtale"), lambda line: -_or(line.contact_days, 100_000)),
    "idle": (_("Uden noget i gang"), lambda line: -_or(line.idle_days, 0)),
    "talk": (_("Næste samtale"), lambda line: line.next_talk or FAR),
    "end": (_("Forløbet slutter"), lambda line: line.ends_on or FAR),
    "hours": (_("Timer om ugen"), lambda line: line.hours),
    "running": (_("I gang på én gang"), lambda line: _or(line.running, 100_000)),
}


def _or(number: int | None, otherwise: int) -> int:
    return otherwise if number is None else number


@dataclass(frozen=True)
class Link:
    """One thing that can be chosen, with how many citizens it leaves."""

    url: str
    label: Label
    current: bool
    count: int | None = None


@dataclass(frozen=True)
class Heading:
    """One heading of the table: where it leads, and how the table is sorted by it now, if it is."""

    key: str
    url: str
    label: Label
    order: str


@dataclass(frozen=True)
class Choice:
    """What is chosen. Words that the address should not hold are dropped, so it can say no name."""

    path: str
    what: str = ""
    whose: str = ""
    sort: str = "name"
    down: bool = False
    whole: bool = False

    def url(self, anchor: str = "", **changed: Any) -> str:
        """The address of the same page with something else chosen."""
        other = replace(self, **changed)
        pairs = {
            "what": other.what,
            "whose": other.whose,
            "sort": other.sort if other.sort != "name" else "",
            "down": "1" if other.down else "",
            "whole": "1" if other.whole else "",
        }
        query = urlencode({key: value for key, value in pairs.items() if value})
        return other.path + (f"?{query}" if query else "") + anchor

    @property
    def is_narrowed(self) -> bool:
        return bool(self.what or self.whose)

    @property
    def everything(self) -> str:
        """The address of the page with nothing left out."""
        return self.url(what="", whose="")

    @property
    def shows_all(self) -> str:
        """The address of the same page with long sections whole."""
        return self.url(whole=True)


def chosen(path: str, asked: Mapping[str, str], whose: Iterable[str]) -> Choice:
    """The choice that an address holds, as far as it is one of ours."""
    what, hands, sort = asked.get("what", ""), asked.get("whose", ""), asked.get("sort", "")
    return Choice(
        path=path,
        what=what if what in Subject.values else "",
        whose=hands if hands in set(whose) else "",
        sort=sort if sort in COLUMNS else "name",
        down=asked.get("down") == "1",
        whole=asked.get("whole") == "1",
    )


def about(line: Line, what: str) -> Line:
    """The line with its duties of one subject only; all of them where none is chosen."""
    if not what:
        return line
    return replace(line, duties=tuple(duty for duty in line.duties if subject_of(duty) == what))


def subjects(choice: Choice, lines: Sequence[Line]) -> list[Link]:
    """What one may choose by, with how many citizens have something of it to do."""
    counts = {
        subject: sum(any(subject_of(duty) == subject for duty in line.duties) for line in lines)
        for subject in Subject
    }
    links = [
        Link(choice.url(what=subject.value, whole=False), subject.label, choice.what == subject, count)
        for subject, count in counts.items()
        if count or choice.what == subject
    ]
    return [Link(choice.url(what="", whole=False), _("Alt"), not choice.what), *links]


def headings(choice: Choice) -> list[Heading]:
    """The headings of the table; the one it is sorted by turns the order round."""
    return [
        Heading(
            key,
            choice.url("#citizens", sort=key, down=choice.sort == key and not choice.down),
            label,
            ("descending" if choice.down else "ascending") if choice.sort == key else "",
        )
        for key, (label, _value) in COLUMNS.items()
    ]


def in_chosen_order(choice: Choice, lines: Sequence[Line]) -> list[Line]:
    """The lines as the table shows them; by name where they are alike."""
    named = sorted(lines, key=COLUMNS["name"][1])
    return sorted(named, key=COLUMNS[choice.sort][1], reverse=choice.down)
