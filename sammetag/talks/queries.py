"""Reading talks."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils import timezone

from sammetag.access.person import Person, Whoever
from sammetag.any_of import Place
from sammetag.cases.models import Case
from sammetag.errors import NotAllowed
from sammetag.talks.models import NoteVersion, Outcome, Participant, Talk
from sammetag.written import Written

PROPOSED = timedelta(days=7)
LONGEST = timedelta(hours=1)
SATURDAY = 5
HAPPENED = {"talk.held", "talk.cancelled", "talk.no-show", "talk.corrected"}

_WHOEVER, _THEN = Whoever(), Q(starts_at__gte=Place("start"), starts_at__lt=Place("end"))
_ASKED = Participant.objects.seen_by(_WHOEVER).filter(staff_id=_WHOEVER.staff_id).values("talk")
# Each of the two has its index; as one condition, all talks of that day would be looked through.
_LED = Talk.objects.seen_by(_WHOEVER).filter(_THEN, leader_id=_WHOEVER.staff_id).values("pk")
_DAY = Written(
    Talk.objects.seen_by(_WHOEVER)
    .filter(_THEN, pk__in=_LED.union(_ASKED))
    .exclude(outcome=Outcome.CANCELLED)
    .select_related("case__citizen")
    .order_by("starts_at")
)


def talk_in(case: Case, talk_id: UUID) -> Talk:
    """The talk of a case that its reader has been let into; NotAllowed for any other."""
    talk = Talk.objects.of(case).select_related("leader").filter(pk=talk_id).first()
    if talk is None:
        raise NotAllowed(f"talk {talk_id} of case {case.id}")
    return talk


def talks_of(case: Case) -> QuerySet[Talk]:
    """All talks of a case, earliest first."""
    return Talk.objects.of(case).select_related("leader").order_by("starts_at")


def participants_of(talk: Talk, case: Case) -> list[Participant]:
    """Who is asked to a talk, or took part in it, besides the citizen and whoever leads it."""
    return list(
        Participant.objects.of(case).filter(talk=talk).select_related("staff").order_by("staff__name")
    )


def day_of(person: Person, start: datetime, end: datetime) -> list[Talk]:
    """The talks that the person leads or takes part in from `start` to before `end`, earliest first."""
    return _DAY.objects(start=start, end=end, **person.in_places())


def first_free(person: Person, day: date) -> datetime:
    """A time to propose for a talk: the first full hour from that day on, in which the person has none."""
    start = timezone.make_aware(datetime.combine(day, time(0)))
    booked = Talk.objects.seen_by(person).filter(
        leader_id=person.staff_id, outcome=Outcome.BOOKED, ends_at__gt=start, starts_at__lt=start + PROPOSED
    )
    taken = [(talk.starts_at, talk.ends_at) for talk in booked.only("starts_at", "ends_at")]
    for hour in _office_hours(day):
        if all(ends <= hour or begins >= hour + LONGEST for begins, ends in taken):
            return hour
    return timezone.make_aware(datetime.combine(day, time(10)))


def _office_hours(day: date) -> Iterator[datetime]:
    for later in range(PROPOSED.days):
        on = day + timedelta(days=later)
        if on.weekday() < SATURDAY:
            for hour in (9, 10, 11, 13, 14):
                yield timezone.make_aware(datetime.combine(on, time(hour)))


def next_booked(case: Case, besides: UUID | None = None) -> Talk | None:
    """The nearest talk that is agreed with the citizen from now on, besides one."""
    booked = Talk.objects.of(case).filter(outcome=Outcome.BOOKED, starts_at__gte=timezone.now())
    return (booked.exclude(pk=besides) if besides else booked).order_by("starts_at").first()


def note_versions(talk: Talk, case: Case) -> list[NoteVersion]:
    """What the notes of a talk have said, newest first."""
    found = NoteVersion.objects.of(case).filter(talk=talk)
    return list(found.select_related("written_by").order_by("-written_at"))
