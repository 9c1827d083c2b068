"""What becomes of all that runs when an internship begins: each is decided on, and none stops in silence."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from uuid import UUID

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from sammetag.access.person import Person
from sammetag.cases.models import Case
from sammetag.errors import RuleBroken
from sammetag.interventions.actions.writing_down import save, tell
from sammetag.interventions.life import Piece, end_on, enter, pieces_of
from sammetag.interventions.models import Ending, EndReason, Intervention, State
from sammetag.interventions.queries import runs_beside
from sammetag.interventions.telling import picture

ONE_DAY = timedelta(days=1)


class Fate(models.TextChoices):
    """What becomes of something that runs when an internship begins."""

    BESIDE = "beside", gettext_lazy("Fortsætter ved siden af")
    PAUSE = "pause", gettext_lazy("Sættes på pause")
    END = "end", gettext_lazy("Slutter")


def make_room(
    *, by: Person, case: Case, internship: Intervention, day: date, fates: Mapping[UUID, Fate]
) -> dict[str, str]:
    """Do with each that runs what was decided; answers what became of each, for the journal."""
    others = runs_beside(case, internship.id, timezone.localdate())
    undecided = [one.title for one in others if one.id not in fates]
    if undecided:
        sentence = _("Vælg, hvad der skal ske med det, der allerede er i gang: %(titles)s.")
        raise RuleBroken(sentence % {"titles": ", ".join(undecided)}, "undecided beside an internship")
    for one in others:
        if fates[one.id] is not Fate.BESIDE:
            _give_way(by, one, day, pauses=fates[one.id] is Fate.PAUSE)
    return {str(one.id): fates[one.id].value for one in others}


def _give_way(by: Person, one: Intervention, day: date, *, pauses: bool) -> None:
    case, pieces = one.case, pieces_of(one)
    before = picture(one, pieces)
    if pauses:
        since, end = max(day, pieces[-1].since), pieces[-1].until
        agreed = end if end and end >= since else None
        pause = Piece(State.PAUSED, since, agreed, reason=str(EndReason.INTERNSHIP.label))
        save(case, one, enter(pieces, pause))
        tell(by, one, "paused", since, since=str(since), reason=EndReason.INTERNSHIP.value, before=before)
        return
    last = max(day - ONE_DAY, pieces[-1].since)
    one.ended_on, one.ending, one.end_reason = last, Ending.BROKEN_OFF, EndReason.INTERNSHIP
    save(case, one, end_on(pieces, last))
    tell(
        by,
        one,
        "ended",
        last,
        since=str(last),
        ending=Ending.BROKEN_OFF.value,
        reason=EndReason.INTERNSHIP.value,
        before=before,
    )
