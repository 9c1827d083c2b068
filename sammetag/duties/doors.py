"""The one table from a duty to the page that fulfils it."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from sammetag.duties.duty import Duty


@dataclass(frozen=True)
class Door:
    """Where a duty is fulfilled, and what the button says."""

    url_name: str
    label: Promise
    of_the_talk: bool = False


DOORS: dict[str, Door] = {
    "hold-talks": Door("book-talk", _("Book samtale")),
    "hold-what-is-booked": Door("case", _("Se sagen")),
    "name-coordinator": Door("case", _("Se sagen")),
    "agree-talk": Door("book-talk", _("Book samtale")),
    "rebook-talk": Door("book-talk", _("Book samtale")),
    "write-in-talk": Door("talk", _("Skriv ind"), of_the_talk=True),
    "hold-booked-talk": Door("talk", _("Åbn samtalen"), of_the_talk=True),
    "start-something": Door("case", _("Se sagen")),
    "decide-what-follows": Door("case", _("Se sagen")),
}


def door_of(duty: Duty) -> tuple[str, Promise]:
    """The address of the page that fulfils the duty, and what its button says."""
    door = DOORS[duty.name]
    args = [duty.case_id, duty.talk_id] if door.of_the_talk else [duty.case_id]
    return reverse(door.url_name, args=args), door.label
