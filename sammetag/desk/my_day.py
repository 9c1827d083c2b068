"""Puts a coordinator's day together: what we owe, who has nothing running, what comes, today's talks."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from sammetag.access.person import Person
from sammetag.access.queries import coordinator_roles
from sammetag.desk.caseload import Caseload, caseload_of
from sammetag.desk.choice import Choice, Heading, Link, about, headings, in_chosen_order, subjects
from sammetag.desk.hands import lines_for
from sammetag.desk.lines import Hands, Line
from sammetag.desk.sections import Section, is_told, sections_of
from sammetag.talks.models import Outcome, Talk
from sammetag.talks.queries import day_of

# So many citizens in one section can be taken in; the rest are one click away.
MOST = 10
ONE_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Day:
    """All that a day shows. `lines` are the chosen citizens in the order of the table.

    `caseload` is of the citizens who are the person's own, whatever is chosen.
    """

    today: date
    choice: Choice
    lines: list[Line]
    sections: list[Section]
    talks: list[Talk]
    caseload: Caseload
    nobodys: int
    subjects: list[Link]
    hands: list[Link]
    headings: list[Heading]


def day_for(person: Person, choice: Choice, stands_in_for: Collection[UUID], now: datetime) -> Day:
    """The day of a person: their citizens, those of their unit that are nobody's, those they stand in for.

    At most fifteen queries, however many cases.
    """
    today = timezone.localtime(now).date()
    lines = lines_for(person, coordinator_roles(person), stands_in_for, today)
    start = timezone.make_aware(datetime.combine(today, datetime.min.time()))
    talks = day_of(person, start, start + ONE_DAY)
    mine = [line for line in lines if line.hands == Hands.MINE]
    day = put_together(person, lines, choice, talks=talks, today=today)
    return replace(
        day,
        caseload=caseload_of(mine),
        nobodys=sum(line.hands == Hands.NOBODYS for line in lines),
    )


def day_of_colleague(
    person: Person, staff_id: UUID, lines: Sequence[Line], *, choice: Choice, now: datetime
) -> Day:
    """The day of a colleague, as far as the person sees it. One query besides those of the lines."""
    today = timezone.localtime(now).date()
    start = timezone.make_aware(datetime.combine(today, datetime.min.time()))
    led = Talk.objects.seen_by(person).filter(
        leader_id=staff_id, starts_at__gte=start, starts_at__lt=start + ONE_DAY
    )
    shown = led.exclude(outcome=Outcome.CANCELLED).defer("notes", "agenda")
    talks = list(shown.select_related("case__citizen").order_by("starts_at"))
    known = {line.case.id for line in lines}
    # A talk may be led in a case that the reader's unit does not hold.
    mutual = [talk for talk in talks if talk.case_id in known]
    return put_together(person, lines, choice, talks=mutual, today=today)


def put_together(
    person: Person, lines: Sequence[Line], choice: Choice, *, talks: list[Talk], today: date
) -> Day:
    """A day of these lines, as far as they are chosen."""
    told = [_told(line, today) for line in lines if not choice.whose or line.hands == choice.whose]
    sections = sections_of(person, [about(line, choice.what) for line in told], today)
    cut: Callable[[Section], Section] = (lambda one: one) if choice.whole else (lambda one: one.cut(MOST))
    return Day(
        today=today,
        choice=choice,
        lines=in_chosen_order(choice, told),
        sections=[cut(section) for section in sections],
        talks=talks,
        caseload=caseload_of(lines),
        nobodys=0,
        subjects=subjects(choice, told),
        hands=_hands(choice, lines),
        headings=headings(choice),
    )


def _told(line: Line, today: date) -> Line:
    """The line with the duties that a day tells of: not those that lie too far ahead."""
    return replace(line, duties=tuple(duty for duty in line.duties if is_told(duty, today)))


def _hands(choice: Choice, lines: Sequence[Line]) -> list[Link]:
    """By whom one may choose; nothing where there is but one."""
    counts = {hands: sum(line.hands == hands for line in lines) for hands in Hands}
    links = [
        Link(choice.url(whose=hands.value, whole=False), hands.label, choice.whose == hands, count)
        for hands, count in counts.items()
        if count or choice.whose == hands
    ]
    if len(links) < 2 and not choice.whose:
        return []
    return [Link(choice.url(whose="", whole=False), _("Alle"), not choice.whose), *links]
