"""Writes method notes: how something is done here, for everybody in the municipality."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from uuid import UUID

from django.db import connection, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from sammetag.access.person import Person
from sammetag.errors import NotAllowed
from sammetag.journal.actions import record
from sammetag.people.models import Field
from sammetag.scoped import ScopedQuerySet
from sammetag.studies.models import MethodNote
from sammetag.studies.names import check_citizens, check_numbers
from sammetag.studies.writing import Refused, check_version

# Any number that nothing else in the database locks.
ONE_AT_A_TIME = 1753
NAMES_NOBODY = frozenset({Field.HEALTH, Field.TREATMENT})


@dataclass(frozen=True)
class NoteText:
    """What a note says, and in which field."""

    field: Field
    title: str
    text: str


def write_note(*, by: Person, token: UUID, text: NoteText, not_them: Collection[str] = ()) -> MethodNote:
    """Add a note. The same form sent twice adds one. Raises Refused for words that tell who somebody is."""
    with _one_at_a_time(token):
        made = notes_of(by).filter(pk=token).first()
        if made is not None:
            return made
        _check(by, text, not_them)
        note = MethodNote(
            id=token,
            municipality_id=by.municipality_id,
            written_at=timezone.now(),
            written_by_id=by.staff_id,
            **asdict(text),
        )
        note.save(force_insert=True)
        _tell(by, note, "method.written")
    return note


def change_note(
    *, by: Person, note_id: UUID, version: int, text: NoteText, not_them: Collection[str] = ()
) -> MethodNote:
    """Write a note anew. What it said before stands in the journal.

    Raises StalePage where somebody else has saved other words since.
    """
    with _one_at_a_time(note_id):
        note = note_in(by, note_id)
        if NoteText(Field(note.field), note.title, note.text) == text:
            return note
        check_version(note.version, version)
        _check(by, text, not_them)
        note.field, note.title, note.text = text.field, text.title, text.text
        note.version, note.changed_at, note.changed_by_id = version + 1, timezone.now(), by.staff_id
        note.save()
        _tell(by, note, "method.changed")
    return note


def drop_note(*, by: Person, note_id: UUID, version: int, out: bool = True) -> None:
    """Take a note out of the list, or put it back."""
    with _one_at_a_time(note_id):
        note = note_in(by, note_id)
        if out == (note.removed_at is not None):
            return
        check_version(note.version, version)
        note.removed_at = timezone.now() if out else None
        note.version += 1
        note.save(update_fields=["removed_at", "version"])
        _tell(by, note, "method.taken-out" if out else "method.put-back")


def note_in(by: Person, note_id: UUID) -> MethodNote:
    """The note, where it belongs to this person's municipality; else NotAllowed."""
    note = notes_of(by).select_related("written_by", "changed_by").filter(pk=note_id).first()
    if note is None:
        raise NotAllowed("no such note")
    return note


def notes_of(person: Person) -> ScopedQuerySet[MethodNote]:
    """The notes of the person's municipality."""
    return MethodNote.objects.scoped("municipality").filter(municipality_id=person.municipality_id)


@contextmanager
def _one_at_a_time(note_id: UUID) -> Iterator[None]:
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s, hashtext(%s))", [ONE_AT_A_TIME, str(note_id)])
        yield


def _check(by: Person, text: NoteText, not_them: Collection[str]) -> None:
    if not text.title.strip():
        raise Refused("title", _("Skriv, hvad noten handler om."), "no title")
    if not text.text.strip():
        raise Refused("text", _("Skriv, hvordan I gør."), "no text")
    for about, said in (("title", text.title), ("text", text.text)):
        check_numbers(about, said)
        if text.field in NAMES_NOBODY:
            check_citizens(by, about, said, not_them)


def _tell(by: Person, note: MethodNote, kind: str) -> None:
    record(
        by=by,
        kind=kind,
        case_id=None,
        subject="method",
        subject_id=note.id,
        occurred_at=timezone.now(),
        data={"field": note.field, "title": note.title, "text": note.text, "version": note.version},
    )
