"""What the tests of talks do again and again: times, forms as they are posted, and what the tables say."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from typing import Any
from uuid import UUID, uuid4

from django.utils import timezone

from sammetag.access.person import Person
from sammetag.access.resuming import writer_mark
from sammetag.access.wall import behind_the_wall
from sammetag.journal.models import Event
from sammetag.talks import actions
from sammetag.talks.actions import Appointment, Guests
from sammetag.talks.models import Form, NoteVersion, Participant, Talk
from tests.town import Town


def moment(days: int, clock: str = "10:00") -> datetime:
    """A clock in Copenhagen so many days from today."""
    return timezone.make_aware(
        datetime.combine(timezone.localdate() + timedelta(days=days), time.fromisoformat(clock))
    )


def appointment(days: int, clock: str = "10:00", form: Form = Form.PHONE) -> Appointment:
    """Half an hour, so many days from today."""
    return Appointment(moment(days, clock), 30, form)


@dataclass
class Desk:
    """Somebody with a case and its booked talk."""

    person: Person
    case_id: UUID
    talk_id: UUID
    token: UUID = field(default_factory=uuid4)

    @property
    def talk(self) -> dict[str, Any]:
        """Where the talk of this desk is and which page version it was opened in."""
        return {"by": self.person, "case_id": self.case_id, "talk_id": self.talk_id, "version": 1}

    def book(self, days: int, clock: str = "10:00", **other: Any) -> Talk:
        """Books half an hour."""
        asked: dict[str, Any] = {
            "by": self.person,
            "case_id": self.case_id,
            "token": uuid4(),
            "guests": Guests(),
            "agenda": "",
        }
        return actions.book(**asked | other, appointment=appointment(days, clock))

    def hold(self, days: int = -1, clock: str = "10:00", **other: Any) -> Talk:
        """Writes the booked talk in as held."""
        asked = self.talk | {"token": uuid4(), "guests": Guests(), "notes": "Vi talte sammen."}
        return actions.hold(**asked | other, appointment=appointment(days, clock))

    def now(self) -> Talk:
        """The talk as the database has it."""
        return Talk.objects.scoped("test").select_related("leader").get(pk=self.talk_id)


def journal(case_id: UUID) -> list[Event]:
    """Everything that the journal tells of a case, oldest first."""
    return list(Event.objects.scoped("test").filter(case_id=case_id).order_by("recorded_at"))


def kinds(case_id: UUID) -> list[str]:
    """What happened in a case, in the order it was written down."""
    return [event.kind for event in journal(case_id)]


def talks(case_id: UUID) -> list[Talk]:
    """All talks of a case, earliest first."""
    return list(Talk.objects.scoped("test").filter(case_id=case_id).order_by("starts_at"))


def guests(talk_id: UUID) -> set[tuple[str, bool | None]]:
    """Who is written down for a talk, and whether they came."""
    rows = Participant.objects.scoped("test").filter(talk_id=talk_id).select_related("staff")
    return {(one.staff.name if one.staff else one.other, one.attended) for one in rows}


def notes(talk_id: UUID) -> list[str]:
    """Everything that the notes of a talk have said, oldest first."""
    rows = NoteVersion.objects.scoped("test").filter(talk_id=talk_id).order_by("written_at")
    return [one.notes for one in rows]


def posted(days: int, clock: str = "10:00", **other: Any) -> dict[str, Any]:
    """A form with a time, as a browser sends it."""
    day = timezone.localdate() + timedelta(days=days)
    time_fields = {"day": day.isoformat(), "clock": clock, "minutes": "30", "form": "phone", "place": ""}
    return time_fields | {"token": str(uuid4()), "version": "1"} | other


def bring_to_today(town: Town) -> None:
    """The talk that the town has agreed lies today, so that it can be written in."""
    start = timezone.localtime().replace(hour=0, minute=30, second=0, microsecond=0)
    with behind_the_wall(town.account("astrid")):
        talk = Talk.objects.scoped("test").filter(pk=town.talks["own"])
        talk.update(starts_at=start, ends_at=start + timedelta(minutes=45))


def written_by(town: Town, name: str) -> dict[str, str]:
    """The sign by which a form tells who is writing in it."""
    return {"writer": writer_mark(town.account(name))}
