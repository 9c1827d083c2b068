"""Writes down what went otherwise than drawn or planned. The draw stays as it was drawn."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Final
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _

from sammetag.access.person import Person
from sammetag.cases.queries import is_within_reach
from sammetag.design.wording import date_words
from sammetag.errors import NotAllowed
from sammetag.studies.models import Deviation, DeviationKind, Draw, Duty, Entry
from sammetag.studies.names import check_names, check_numbers
from sammetag.studies.opening import OpenStudy
from sammetag.studies.writing import Refused, in_study, sent_before, signed, tell

OF_DRAW: Final = frozenset({DeviationKind.SWAP, DeviationKind.OTHER})
OF_PERSON: Final = frozenset(DeviationKind) - {DeviationKind.SWAP}


@dataclass(frozen=True)
class Happening:
    """What went otherwise: its kind, its day, the words, and the arm received where it was another."""

    kind: DeviationKind
    on: date
    words: str
    received: str = ""


def record_deviation(
    *,
    by: Person,
    study_id: UUID,
    token: UUID,
    happening: Happening,
    draw_id: UUID | None = None,
    entry_id: UUID | None = None,
    not_them: Collection[str] = (),
) -> Deviation:
    """Write down what went otherwise with a whole draw, a person, or, with neither, the study.

    `not_them` are the names of which the writer says that they are not those persons'. The same form sent
    twice writes once. Raises Refused for what cannot be about it or is written already.
    """
    with in_study(by, study_id, Duty.RESPONSIBLE, Duty.DRAWS) as opened:
        made = sent_before(opened, Deviation, token)
        if made is not None:
            return made
        about = about_of(opened, draw_id, entry_id)
        received = _check(opened, about, happening)
        _check_words(opened, about, happening.words, not_them)
        made = Deviation(
            id=token,
            kind=happening.kind,
            on=happening.on,
            draw=about if isinstance(about, Draw) else None,
            entry=about if isinstance(about, Entry) else None,
            received=received,
            words=happening.words.strip(),
            **signed(opened),
        )
        made.save(force_insert=True)
        _tell(opened, made)
    return made


def about_of(opened: OpenStudy, draw_id: UUID | None, entry_id: UUID | None) -> Draw | Entry | None:
    """The draw or the person of this study, none where neither is named; raises NotAllowed for others."""
    found: Draw | Entry | None = None
    if entry_id is not None:
        found = Entry.objects.scoped("study").filter(study=opened.study, pk=entry_id).first()
    elif draw_id is not None:
        found = Draw.objects.scoped("study").filter(study=opened.study, pk=draw_id).first()
    if found is None and (entry_id or draw_id):
        raise NotAllowed("not of this study")
    return found


def kinds_about(opened: OpenStudy, about: Draw | Entry | None) -> list[DeviationKind]:
    """What can go otherwise with a person, a draw or a whole study."""
    if isinstance(about, Entry):
        return [one for one in DeviationKind if one in OF_PERSON]
    swaps = isinstance(about, Draw) and len(opened.protocol.arms) == 2
    return [DeviationKind.SWAP, DeviationKind.OTHER] if swaps else [DeviationKind.OTHER]


def _check(opened: OpenStudy, about: Draw | Entry | None, happening: Happening) -> str:
    """The arm received instead, where one was; raises Refused for what does not fit."""
    if happening.kind not in kinds_about(opened, about):
        raise Refused("kind", _("Det kan ikke ske her. Vælg noget andet."), "kind does not fit")
    _check_day(opened, about, happening.on)
    received = _received(opened, about, happening)
    _check_new(opened, about, happening.kind, received)
    return received


def _check_day(opened: OpenStudy, about: Draw | Entry | None, on: date) -> None:
    if on > timezone.localdate():
        raise Refused("on", _("Dagen er ikke kommet endnu. Skriv det, når det er sket."), "day ahead")
    first = about.entered_on if isinstance(about, Entry) else about.on if about else None
    if first is None and opened.study.frozen_at:
        first = timezone.localtime(opened.study.frozen_at).date()
    if first is None:
        raise Refused(None, _("Planen er ikke låst endnu, så der er intet at afvige fra."), "not frozen")
    if on < first:
        sentence = _("Det kan tidligst være sket %(day)s. Vælg den dag eller en senere.")
        raise Refused("on", sentence % {"day": date_words(first, "short")}, "day before the draw")


def _check_words(
    opened: OpenStudy, about: Draw | Entry | None, words: str, not_them: Collection[str]
) -> None:
    if not words.strip():
        raise Refused("words", _("Skriv, hvad der skete."), "no words")
    check_numbers("words", words)
    case = (
        about.case if isinstance(about, Entry) and about.case_id and is_within_reach(about.case_id) else None
    )
    if case is not None and case.number in words:
        sentence = _("»%(number)s« er borgerens sag. Skriv det uden nummer.")
        raise Refused("words", sentence % {"number": case.number}, "number of the case")
    check_names(opened, "words", words, not_them, of_whom=case.citizen.name if case else "")


def _received(opened: OpenStudy, about: Draw | Entry | None, happening: Happening) -> str:
    if happening.kind != DeviationKind.OTHER_ARM or not isinstance(about, Entry):
        return ""
    others = [arm.name for arm in opened.protocol.arms if arm.name != about.arm]
    if len(others) == 1 and _was_swapped(about):
        return about.arm
    if len(others) == 1:
        return others[0]
    if happening.received not in others:
        raise Refused("received", _("Vælg den gruppe, hvis indsats borgeren fik."), "no other arm")
    return happening.received


def _was_swapped(entry: Entry) -> bool:
    """Whether the whole list was swapped: then the other arm is the one that was drawn."""
    rows = Deviation.objects.scoped("study").filter(study_id=entry.study_id, draw_id=entry.draw_id)
    return rows.filter(kind=DeviationKind.SWAP).exists()


def _check_new(opened: OpenStudy, about: Draw | Entry | None, kind: DeviationKind, received: str) -> None:
    """Nothing but what is in words alone can happen twice."""
    if kind == DeviationKind.OTHER:
        return
    written = Deviation.objects.scoped("study").filter(study=opened.study, kind=kind, received=received)
    of_this = written.filter(entry=about) if isinstance(about, Entry) else written.filter(draw=about)
    if of_this.exists():
        raise Refused("kind", _("Det er skrevet ind allerede."), "written already")


def _tell(opened: OpenStudy, made: Deviation) -> None:
    """In the person's own journal where there is one in reach, else in that of the municipality."""
    told = {"kind": made.kind, "on": made.on.isoformat()}
    case_id = made.entry.case_id if made.entry else None
    if case_id and is_within_reach(case_id):
        tell(opened, "trial.deviated", made.id, told, case_id=case_id)
        return
    about = {"draw": str(made.draw_id)} if made.draw_id else {"entry": str(made.entry_id or "")}
    tell(opened, "study.deviated", made.id, told | about)
