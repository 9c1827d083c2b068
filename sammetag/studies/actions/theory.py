"""Writes the programme theory: its elements, and how far each had come in a round."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import asdict, dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _

from sammetag.access.person import Person
from sammetag.errors import NotAllowed, StalePage
from sammetag.evaluation.trial.outcomes import indicator
from sammetag.studies.actions.anew import save_anew
from sammetag.studies.models import Duty, Element, Practice, Round, Side
from sammetag.studies.names import check_names, check_numbers
from sammetag.studies.opening import OpenStudy
from sammetag.studies.writing import Refused, check_version, in_study, sent_before, signed, tell

WRITERS = (Duty.RESPONSIBLE, Duty.EVALUATES)


class Place(StrEnum):
    """Where an element can be put: before or after its neighbour, out of the theory, and back into it."""

    UP = "up"
    DOWN = "down"
    OUT = "out"
    BACK = "back"


@dataclass(frozen=True)
class ElementText:
    """What an element says; `indicator` is empty where nothing in the journal measures it."""

    side: Side
    title: str
    assumption: str
    indicator: str = ""


@dataclass(frozen=True)
class RoundText:
    """How far an element had come: in which round, on which day, in which arm."""

    name: str
    on: date
    arm: str
    state: Practice
    words: str = ""


def write_element(
    *, by: Person, study_id: UUID, token: UUID, text: ElementText, not_them: Collection[str] = ()
) -> Element:
    """Add an element after those of its side. The same form sent twice adds one.

    `not_them` are the names of which the writer says that they are not those persons', here and below.
    """
    with in_study(by, study_id, *WRITERS) as opened:
        made = sent_before(opened, Element, token)
        if made is not None:
            return made
        _check_text(opened, text, not_them)
        element = Element(
            id=token, position=_last_position(opened, text.side) + 1, **asdict(text), **signed(opened)
        )
        element.save(force_insert=True)
        tell(opened, "theory.written", element.id, _said(element))
    return element


def change_element(
    *,
    by: Person,
    study_id: UUID,
    element_id: UUID,
    version: int,
    text: ElementText,
    not_them: Collection[str] = (),
) -> Element:
    """Write an element anew. What it said before stands in the journal.

    Raises StalePage where somebody else has saved other words since.
    """
    with in_study(by, study_id, *WRITERS) as opened:
        element = element_in(opened, element_id)
        if _text_of(element) == text:
            return element
        check_version(element.version, version)
        _check_text(opened, text, not_them)
        if element.side != text.side:
            element.position = _last_position(opened, text.side) + 1
        save_anew(opened, element, asdict(text))
        tell(opened, "theory.changed", element.id, _said(element))
    return element


def place_element(
    *, by: Person, study_id: UUID, element_id: UUID, version: int, position: int, place: Place
) -> Element:
    """Move an element one place, take it out, or put it back; what was told of it stays.

    `position` is where the page showed it, so that one click sent twice moves it once.
    """
    with in_study(by, study_id, *WRITERS) as opened:
        element = element_in(opened, element_id)
        if place in (Place.UP, Place.DOWN):
            _move(opened, element, position, place)
            return element
        out = place is Place.OUT
        if out == (element.removed_at is not None):
            return element
        check_version(element.version, version)
        element.removed_at = timezone.now() if out else None
        element.version += 1
        element.save(update_fields=["removed_at", "version"])
        tell(opened, "theory.taken-out" if out else "theory.put-back", element.id, {"title": element.title})
    return element


def tell_round(
    *,
    by: Person,
    study_id: UUID,
    element_id: UUID,
    token: UUID,
    told: RoundText,
    not_them: Collection[str] = (),
) -> Round:
    """Tell how far an element had come. What was told before stays; the latest holds."""
    with in_study(by, study_id, *WRITERS) as opened:
        element = element_in(opened, element_id)
        made = sent_before(opened, Round, token)
        if made is not None:
            return made
        _check_round(opened, told)
        check_names(opened, "words", told.words, not_them)
        row = Round(id=token, element=element, **asdict(told), **signed(opened))
        row.save(force_insert=True)
        data = {"element": str(element.id), "round": told.name, "arm": told.arm, "state": str(told.state)}
        tell(opened, "theory.round-told", row.id, data | {"on": str(told.on)})
    return row


def element_in(opened: OpenStudy, element_id: UUID) -> Element:
    """The element, where it belongs to this study; else NotAllowed."""
    rows = Element.objects.scoped("study").filter(study_id=opened.study.id)
    element = rows.select_related("written_by").filter(pk=element_id).first()
    if element is None:
        raise NotAllowed("no such element")
    return element


def _text_of(element: Element) -> ElementText:
    return ElementText(Side(element.side), element.title, element.assumption, element.indicator)


def _check_text(opened: OpenStudy, text: ElementText, not_them: Collection[str]) -> None:
    if not text.title.strip():
        raise Refused("title", _("Skriv, hvad elementet går ud på."), "empty title")
    if text.indicator and indicator(text.indicator) is None:
        raise Refused("indicator", _("Den indikator findes ikke."), "unknown indicator")
    for about, said in (("title", text.title), ("assumption", text.assumption)):
        check_numbers(about, said)
        check_names(opened, about, said, not_them)


def _check_round(opened: OpenStudy, told: RoundText) -> None:
    if not told.name.strip():
        raise Refused("name", _("Skriv, hvilken runde det er, for eksempel 2017."), "round without a name")
    if told.arm not in {arm.name for arm in opened.protocol.arms}:
        raise Refused("arm", _("Den gruppe er ikke med i forsøget."), "unknown arm")
    if told.on > timezone.localdate():
        raise Refused("on", _("Dagen ligger ude i fremtiden. Skriv den dag, I så efter."), "day to come")
    check_numbers("words", told.words)


def _last_position(opened: OpenStudy, side: Side) -> int:
    rows = Element.objects.scoped("study").filter(study_id=opened.study.id, side=side)
    return max(rows.values_list("position", flat=True), default=0)


def _move(opened: OpenStudy, element: Element, position: int, place: Place) -> None:
    if element.position != position:
        raise StalePage(_("Elementet er allerede flyttet. Se, hvor det står nu."), "moved meanwhile")
    rows = Element.objects.scoped("study").filter(
        study_id=opened.study.id, side=element.side, removed_at__isnull=True
    )
    if place is Place.UP:
        other = rows.filter(position__lt=position).order_by("-position").first()
    else:
        other = rows.filter(position__gt=position).order_by("position").first()
    if other is None:
        return
    element.position, other.position = other.position, position
    element.save(update_fields=["position"])
    other.save(update_fields=["position"])
    tell(opened, "theory.moved", element.id, {"position": element.position, "before": position})


def _said(element: Element) -> dict[str, object]:
    return {
        "side": str(element.side),
        "title": element.title,
        "assumption": element.assumption,
        "indicator": element.indicator,
        "version": element.version,
    }
