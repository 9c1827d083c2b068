"""Reading method notes: found by field and by their words, and laid out as paragraphs and lists."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sammetag.access.person import Person
from sammetag.people.danish import search_key
from sammetag.studies.actions.method_notes import notes_of
from sammetag.studies.models import MethodNote

BULLETS = ("- ", "* ", "• ", "– ")


@dataclass(frozen=True)
class Block:
    """A paragraph with its lines, or a list with its points."""

    lines: tuple[str, ...]
    is_list: bool


def notes_found(person: Person, *, field: str = "", term: str = "") -> list[MethodNote]:
    """The notes of the municipality in a field that hold every word of the term, by title."""
    found = notes_of(person).filter(removed_at__isnull=True).select_related("written_by", "changed_by")
    if field:
        found = found.filter(field=field)
    words = search_key(term).split()
    notes = [one for one in found if _holds(one, words)]
    return sorted(notes, key=lambda one: search_key(one.title))


def taken_out(person: Person) -> list[MethodNote]:
    """The notes that were taken out, the latest first."""
    return list(notes_of(person).filter(removed_at__isnull=False).order_by("-removed_at"))


def blocks_of(text: str) -> list[Block]:
    """A text as it was written: empty lines part paragraphs, lines that begin with a dash are points."""
    found: list[Block] = []
    for line in text.splitlines():
        point = next((line.strip()[len(sign) :] for sign in BULLETS if line.strip().startswith(sign)), None)
        if not line.strip():
            found.append(Block((), is_list=False))
        elif found and found[-1].lines and found[-1].is_list == (point is not None):
            found[-1] = Block((*found[-1].lines, point or line.strip()), found[-1].is_list)
        else:
            found.append(Block((point or line.strip(),), point is not None))
    return [block for block in found if block.lines]


def _holds(note: MethodNote, words: Iterable[str]) -> bool:
    said = search_key(f"{note.title} {note.text}")
    return all(word in said for word in words)
