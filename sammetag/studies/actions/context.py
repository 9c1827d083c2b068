"""Writes down what else changed while the trial ran."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _

from sammetag.access.person import Person
from sammetag.errors import NotAllowed
from sammetag.studies.actions.anew import save_anew
from sammetag.studies.actions.theory import WRITERS
from sammetag.studies.models import ContextChange
from sammetag.studies.names import check_names, check_numbers
from sammetag.studies.opening import OpenStudy
from sammetag.studies.writing import Refused, check_version, in_study, sent_before, signed, tell


@dataclass(frozen=True)
class ContextText:
    """What changed, from day to day, and for which arms; no arms: for all alike."""

    since: date
    until: date | None
    words: str
    arms: tuple[str, ...] = ()


def write_context(
    *, by: Person, study_id: UUID, token: UUID, text: ContextText, not_them: Collection[str] = ()
) -> ContextChange:
    """Write down that something changed. The same form sent twice writes it once.

    `not_them` are the names of which the writer says that they are not those persons', here and below.
    """
    with in_study(by, study_id, *WRITERS) as opened:
        made = sent_before(opened, ContextChange, token)
        if made is not None:
            return made
        _check(opened, text, not_them)
        change = ContextChange(id=token, **_columns(text), **signed(opened))
        change.save(force_insert=True)
        tell(opened, "context.written", change.id, _said(change))
    return change


def change_context(
    *,
    by: Person,
    study_id: UUID,
    change_id: UUID,
    version: int,
    text: ContextText,
    not_them: Collection[str] = (),
) -> ContextChange:
    """Write it anew. What it said before stands in the journal.

    Raises StalePage where somebody else has saved other words since.
    """
    with in_study(by, study_id, *WRITERS) as opened:
        change = context_in(opened, change_id)
        columns = _columns(text)
        if all(getattr(change, name) == value for name, value in columns.items()):
            return change
        check_version(change.version, version)
        _check(opened, text, not_them)
        save_anew(opened, change, columns)
        tell(opened, "context.changed", change.id, _said(change))
    return change


def drop_context(*, by: Person, study_id: UUID, change_id: UUID, version: int, out: bool = True) -> None:
    """Take a change out of the time line, or put it back."""
    with in_study(by, study_id, *WRITERS) as opened:
        change = context_in(opened, change_id)
        if out == (change.removed_at is not None):
            return
        check_version(change.version, version)
        change.removed_at = timezone.now() if out else None
        change.version += 1
        change.save(update_fields=["removed_at", "version"])
        tell(opened, "context.taken-out" if out else "context.put-back", change.id, {})


def context_in(opened: OpenStudy, change_id: UUID) -> ContextChange:
    """The change, where it belongs to this study; else NotAllowed."""
    rows = ContextChange.objects.scoped("study").filter(study_id=opened.study.id)
    change = rows.filter(pk=change_id).first()
    if change is None:
        raise NotAllowed("no such change")
    return change


def _check(opened: OpenStudy, text: ContextText, not_them: Collection[str]) -> None:
    if not text.words.strip():
        raise Refused("words", _("Skriv, hvad der ændrede sig."), "no words")
    if text.until is not None and text.until < text.since:
        raise Refused("until", _("Den sidste dag ligger før den første."), "ends before it begins")
    if not {arm.name for arm in opened.protocol.arms}.issuperset(text.arms):
        raise Refused("arms", _("Den gruppe er ikke med i forsøget."), "unknown arm")
    check_numbers("words", text.words)
    check_names(opened, "words", text.words, not_them)


def _columns(text: ContextText) -> dict[str, object]:
    return {"since": text.since, "until": text.until, "words": text.words.strip(), "arms": list(text.arms)}


def _said(change: ContextChange) -> dict[str, object]:
    until = str(change.until) if change.until else None
    return {
        "since": str(change.since),
        "until": until,
        "words": change.words,
        "arms": change.arms,
        "version": change.version,
    }
