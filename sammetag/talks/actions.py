"""What one can do with a talk. Each action is one transaction: access, rule, change, journal.

`token` comes from the form and becomes the id of the event: a form sent twice is one thing done once.
`version` is that of the talk when the page was opened: an action on a talk that has changed since is refused.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

from django.db import IntegrityError, connection
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from sammetag.access.person import Person
from sammetag.access.roles import Right
from sammetag.cases.actions import drop_draft
from sammetag.cases.models import Case
from sammetag.cases.queries import earlier_coordinators
from sammetag.cases.writing import writing
from sammetag.errors import RuleBroken, StalePage
from sammetag.journal.actions import record_each
from sammetag.journal.queries import is_written, latest_about
from sammetag.talks.models import LONGEST_TEXT, Form, NoteVersion, Outcome, Participant, Side, Talk
from sammetag.talks.passing import PassedOn, Turn, talks_ahead
from sammetag.talks.queries import HAPPENED, talk_in
from sammetag.talks.telling import event_of, facts
from sammetag.talks.times import (
    check_citizen_free,
    check_free,
    check_not_held_ahead,
    check_still_ahead,
    check_within_case,
)

NEW = 0


@dataclass(frozen=True)
class Appointment:
    """When, for how long and how a talk is to be, or was."""

    starts_at: datetime
    minutes: int
    form: Form
    place: str = ""

    @property
    def ends_at(self) -> datetime:
        return self.starts_at + timedelta(minutes=self.minutes)


@dataclass(frozen=True)
class Guests:
    """Who is at a talk besides the citizen and whoever leads it: staff, and somebody else by a word."""

    staff: frozenset[UUID] = frozenset()
    other: str = ""


@dataclass(frozen=True)
class Result:
    """What became of a talk, as it is written down the first time or set right.

    `reason` is why it came to nothing, `correction` what was wrong with what stood before.
    """

    outcome: Outcome
    by_whom: Side | None = None
    reason: str = ""
    notes: str = ""
    correction: str = ""


def book(
    *, by: Person, case_id: UUID, token: UUID, appointment: Appointment, guests: Guests, agenda: str
) -> Talk:
    """Agree a talk ahead in time. The talk takes the id of `token`, so that a double click books one."""
    with _writing(by, case_id) as case:
        booked = Talk.objects.of(case).filter(pk=token).first()
        if booked:
            return booked
        check_still_ahead(appointment.starts_at)
        talk = _new_talk(by, case, appointment, talk_id=token)
        talk.agenda = _fitting(agenda)
        _place(case, talk)
        _invite(case, talk, guests)
        _tell(by, talk, "talk.booked", timezone.now())
        drop_draft(by=by, case=case, form="book")
        return talk


def move(
    *, by: Person, case_id: UUID, talk_id: UUID, version: int, token: UUID, appointment: Appointment
) -> Talk:
    """Agree another time, form or place for a booked talk."""
    with _writing(by, case_id) as case:
        talk = _as_opened(case, talk_id, version, token)
        if talk is None:
            return talk_in(case, talk_id)
        check_still_ahead(appointment.starts_at)
        earlier = talk.starts_at
        if case.coordinator_id and talk.leader_id in earlier_coordinators(case):
            # It was left behind in a hand-over, for want of time: whoever has the case takes it now.
            talk.leader_id = case.coordinator_id
        _set_time(talk, appointment)
        _place(case, talk)
        _tell(
            by, talk, "talk.moved", timezone.now(), token=token, earlier=earlier.astimezone(UTC).isoformat()
        )
        drop_draft(by=by, case=case, form=f"move-{talk_id}")
        return talk


def hold(
    *,
    by: Person,
    case_id: UUID,
    talk_id: UUID,
    version: int,
    token: UUID,
    appointment: Appointment,
    guests: Guests,
    notes: str,
    held_by: UUID | None = None,
    following: Appointment | None = None,
) -> Talk:
    """Write down that a talk was held, who took part and what was said; agree the next in the same go.

    A talk that nobody had booked has version 0 and is made here. `held_by` is who held it, where that is not
    who it was booked with; whoever writes it in is told by the event.
    """
    with _writing(by, case_id) as case:
        if version == NEW and not is_written(token, talk_id):
            talk: Talk | None = _new_talk(by, case, appointment, talk_id=talk_id)
        else:
            talk = _as_opened(case, talk_id, version, token)
        if talk is None:
            return talk_in(case, talk_id)
        check_not_held_ahead(appointment.starts_at)
        _set_time(talk, appointment)
        talk.outcome, talk.notes = Outcome.HELD, _fitting(notes)
        talk.leader_id = held_by or talk.leader_id
        _place(case, talk)
        _keep_words(by, case, talk)
        _attended(case, talk, guests)
        _tell(by, talk, "talk.held", talk.starts_at, token=token)
        drop_draft(by=by, case=case, form=f"hold-{talk_id}" if version else "hold-new")
        if following:
            _book_following(by, case, following, guests)
        return talk


def miss(*, by: Person, case_id: UUID, talk_id: UUID, version: int, token: UUID, result: Result) -> Talk:
    """Write down that a booked talk was cancelled or that somebody did not come, and who."""
    with _writing(by, case_id) as case:
        talk = _as_opened(case, talk_id, version, token)
        if talk is None:
            return talk_in(case, talk_id)
        if result.outcome is Outcome.NO_SHOW:
            check_not_held_ahead(talk.starts_at)
        _set_result(talk, result)
        _place(case, talk)
        _keep_words(by, case, talk)
        occurred = timezone.now() if result.outcome is Outcome.CANCELLED else talk.starts_at
        _tell(by, talk, f"talk.{result.outcome.value}", occurred, token=token)
        drop_draft(by=by, case=case, form=f"miss-{talk_id}")
        return talk


def correct(
    *,
    by: Person,
    case_id: UUID,
    talk_id: UUID,
    version: int,
    token: UUID,
    appointment: Appointment,
    result: Result,
) -> Talk:
    """Set right what was written about a talk. The first entry stays, and this one points to it."""
    with _writing(by, case_id) as case:
        talk = _as_opened(case, talk_id, version, token, booked=False)
        if talk is None:
            return talk_in(case, talk_id)
        wrong = latest_about(talk.id, HAPPENED)
        if wrong is None:
            raise RuleBroken(
                _("Der er ikke skrevet noget om samtalen endnu, så der er intet at rette."), "no event"
            )
        if result.outcome is not Outcome.CANCELLED:
            check_not_held_ahead(appointment.starts_at)
        before = facts(talk)
        _keep_first_words(case, talk)
        _set_time(talk, replace(appointment, place=talk.place))
        _set_result(talk, result)
        talk.notes = _fitting(result.notes)
        _place(case, talk)
        _keep_words(by, case, talk, correction=result.correction)
        if result.outcome is not Outcome.HELD:
            Participant.objects.of(case).filter(talk=talk).update(attended=None)
        _tell(by, talk, "talk.corrected", timezone.now(), token=token, corrects=wrong.id, before=before)
        drop_draft(by=by, case=case, form=f"correct-{talk_id}")
        return talk


def pass_on(*, by: Person, turns: Mapping[UUID, Turn]) -> PassedOn:
    """Give the agreed talks ahead in each case to whoever coordinates it now, where they are free.

    Those at a time when the taker is not free stay where they are, and are named. Part of a hand-over, whose
    transaction holds the cases locked; four questions, however many talks.
    """
    found = talks_ahead(turns)
    takers = [turns[talk.case_id].taker for talk in found]
    with connection.cursor() as cursor:
        cursor.execute("SELECT talks_pass_on(%s::uuid[], %s::uuid[])", [[t.id for t in found], takers])
        passed = set(cursor.fetchone()[0])
    moved = [talk for talk in found if talk.id in passed]
    events = []
    for talk in moved:
        giver, talk.leader_id = talk.leader_id, turns[talk.case_id].taker
        events.append(event_of(by, talk, "talk.passed-on", timezone.now(), giver=str(giver)))
    record_each(events=events)
    return PassedOn(moved, [talk for talk in found if talk.id not in passed])


@contextmanager
def _writing(by: Person, case_id: UUID) -> Iterator[Case]:
    """One transaction in a case that the person may write in; a clash in time becomes a plain sentence."""
    try:
        with writing(by, case_id, Right.KEEP_TALKS) as case:
            yield case
    except IntegrityError as clash:
        raise check_free(clash) from clash


def _as_opened(case: Case, talk_id: UUID, version: int, token: UUID, *, booked: bool = True) -> Talk | None:
    """The talk, locked, as it was when the page was opened; none when this very form was saved already."""
    talk = Talk.objects.of(case).select_for_update(of=("self",)).filter(pk=talk_id).first()
    if talk is None:
        return talk_in(case, talk_id)
    if is_written(token, talk_id):
        return None
    if talk.version != version:
        raise StalePage(
            _("Samtalen er ændret, siden du åbnede siden. Din tekst er endnu ikke gemt. Den står herunder."),
            f"talk {talk_id} is {talk.version}, page had {version}",
        )
    if booked and talk.outcome != Outcome.BOOKED:
        raise RuleBroken(
            _("Samtalen er allerede skrevet ind. Er der en fejl i den, så ret den."), "not booked"
        )
    return talk


def _new_talk(by: Person, case: Case, appointment: Appointment, *, talk_id: UUID) -> Talk:
    talk = Talk(id=talk_id, case=case, leader_id=by.staff_id, version=0)
    _set_time(talk, appointment)
    return talk


def _set_time(talk: Talk, appointment: Appointment) -> None:
    talk.starts_at, talk.ends_at = appointment.starts_at, appointment.ends_at
    talk.form, talk.place = appointment.form, appointment.place


def _set_result(talk: Talk, result: Result) -> None:
    missed = result.outcome in (Outcome.CANCELLED, Outcome.NO_SHOW)
    if missed and result.by_whom is None:
        raise RuleBroken(_("Vælg, hvem der aflyste eller blev væk."), "missed by nobody")
    talk.outcome = result.outcome
    talk.by_whom = result.by_whom or "" if missed else ""
    talk.reason = result.reason


def _keep_words(by: Person, case: Case, talk: Talk, correction: str = "") -> None:
    """Keep what is now written of a talk as a version of its own, so that the next does not wipe it out."""
    if talk.notes or talk.reason or correction:
        NoteVersion(
            case=case,
            talk=talk,
            notes=talk.notes,
            reason=talk.reason,
            correction=correction,
            written_by_id=by.staff_id,
            written_at=_after_the_last(case, talk) if correction else timezone.now(),
        ).save(force_insert=True)


def _after_the_last(case: Case, talk: Talk) -> datetime:
    """Now, or a moment after what stands already, so that a clock set back turns no version over."""
    last = NoteVersion.objects.of(case).filter(talk=talk).aggregate(last=Max("written_at"))["last"]
    now = timezone.now()
    return max(now, last + timedelta(milliseconds=1)) if last else now


def _keep_first_words(case: Case, talk: Talk) -> None:
    """Words that came in with history have no version yet: what they said is kept before it is corrected."""
    if (talk.notes or talk.reason) and not NoteVersion.objects.of(case).filter(talk=talk).exists():
        first = NoteVersion(
            case=case, talk=talk, notes=talk.notes, reason=talk.reason, written_by=talk.leader
        )
        first.written_at = min(talk.ends_at, timezone.now())
        first.save(force_insert=True)


def _fitting(text: str) -> str:
    if len(text) > LONGEST_TEXT:
        sentence = _("Teksten er på %(length)s tegn. Der er plads til %(limit)s. Din tekst er ikke tabt.")
        raise RuleBroken(sentence % {"length": len(text), "limit": LONGEST_TEXT}, "text too long")
    return text


def _place(case: Case, talk: Talk) -> None:
    """Save the talk at its time, one version on, if the time lies within the case."""
    check_within_case(case, talk.starts_at)
    if talk.outcome in (Outcome.BOOKED, Outcome.HELD):
        check_citizen_free(case, talk)
    is_new = talk.version == NEW
    talk.version += 1
    talk.save(force_insert=is_new, force_update=not is_new)


def _invite(case: Case, talk: Talk, guests: Guests, attended: bool | None = None) -> None:
    rows = [
        Participant(case=case, talk=talk, staff_id=one, attended=attended) for one in sorted(guests.staff)
    ]
    if guests.other.strip():
        rows.append(Participant(case=case, talk=talk, other=guests.other.strip(), attended=attended))
    Participant.objects.of(case).bulk_create(rows)


def _attended(case: Case, talk: Talk, guests: Guests) -> None:
    """Who came: of those asked, the rest stay as absent; somebody unasked is added."""
    asked = Participant.objects.of(case).filter(talk=talk)
    asked.update(attended=False)
    asked.filter(staff_id__in=guests.staff).update(attended=True)
    known = set(asked.filter(staff_id__in=guests.staff).values_list("staff_id", flat=True))
    came_as_other = bool(guests.other) and asked.filter(other=guests.other).update(attended=True)
    asked.filter(staff_id=talk.leader_id).update(attended=True)
    added = Guests(guests.staff - known - {talk.leader_id}, "" if came_as_other else guests.other)
    _invite(case, talk, added, attended=True)


def _book_following(by: Person, case: Case, appointment: Appointment, guests: Guests) -> None:
    check_still_ahead(appointment.starts_at)
    talk = _new_talk(by, case, appointment, talk_id=uuid4())
    _place(case, talk)
    _invite(case, talk, guests)
    _tell(by, talk, "talk.booked", timezone.now())


def _tell(by: Person, talk: Talk, kind: str, occurred_at: datetime, **more: Any) -> None:
    record_each(events=[event_of(by, talk, kind, occurred_at, **more)])
