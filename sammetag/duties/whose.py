"""Who answers for a case: the duty that it has somebody, and that a hand-over is carried out and read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from sammetag.duties.duty import Band, Duty
from sammetag.duties.sentences import day_words

# Whoever takes a case over has read what came with it within a week: a promise of ours.
READ_WITHIN = timedelta(days=7)


@dataclass(frozen=True)
class HandedOver:
    """A hand-over of a case from one coordinator to another: agreed for a day, or done and not yet read.

    `giver` is empty where nobody had the case.
    """

    on: date
    giver: str
    taker: str
    taker_id: UUID
    done: bool


@dataclass(frozen=True)
class Whose:
    """Who answers for one case, and since when `nobody` does where that is known.

    `left` names the coordinator who still stands on the case but works here no longer.
    """

    case_id: UUID
    nobody: bool = False
    since: date | None = None
    left: str = ""
    hand_over: HandedOver | None = None


def duties_towards(whose: Whose, today: date) -> Iterator[Duty]:
    """That somebody answers for the case, from day to day. An agreed hand-over is the way to it."""
    agreed = whose.hand_over is not None and not whose.hand_over.done
    if whose.nobody:
        yield _nobody(whose, whose.hand_over if agreed else None, today)
    elif whose.hand_over is not None:
        yield (_carry_out if agreed else _read)(whose.case_id, whose.hand_over, today)


def _nobody(whose: Whose, agreed: HandedOver | None, today: date) -> Duty:
    """The duty of a whole unit towards a case: LAB § 36, stk. 3, has one coordinator named."""
    return Duty(
        case_id=whose.case_id,
        name="name-coordinator",
        band=Band.LAW_MISSED,
        due=whose.since or today,
        what=_("Sagen har ingen koordinator"),
        why=(*_left(whose.left), *_for_so_long(whose.since, today), *_on_the_way(agreed, today)),
        timed=whose.since is not None,
    )


def _for_so_long(since: date | None, today: date) -> Iterator[str]:
    if since:
        days = max(1, (today - since).days + 1)
        told = ngettext("Nu %(count)s dag, siden %(day)s.", "Nu %(count)s dage, siden %(day)s.", days)
        yield told % {"count": days, "day": day_words(since, today)}


def _left(name: str) -> Iterator[str]:
    if name:
        yield _("%(name)s står på sagen, men arbejder her ikke længere.") % {"name": name}


def _on_the_way(agreed: HandedOver | None, today: date) -> Iterator[str]:
    if agreed:
        told = _("%(name)s overtager sagen %(day)s.")
        yield told % {"name": agreed.taker, "day": day_words(agreed.on, today)}
    else:
        yield _("Borgeren har ret til én gennemgående koordinator. Aftal i enheden, hvem der tager sagen.")


def _carry_out(case_id: UUID, agreed: HandedOver, today: date) -> Duty:
    late = agreed.on < today
    names = {"giver": agreed.giver, "taker": agreed.taker, "day": day_words(agreed.on, today)}
    return Duty(
        case_id=case_id,
        name="carry-out-hand-over",
        band=Band.PROMISE_MISSED if late else Band.COMING,
        due=agreed.on,
        what=_("Sagen skulle være overdraget til %(taker)s") % names
        if late
        else _("Sagen overdrages til %(taker)s") % names,
        why=(_("Aftalt mellem %(giver)s og %(taker)s til %(day)s.") % names,),
    )


def _read(case_id: UUID, done: HandedOver, today: date) -> Duty:
    by = done.on + READ_WITHIN
    names = {"taker": done.taker, "giver": done.giver, "day": day_words(done.on, today)}
    return Duty(
        case_id=case_id,
        name="read-hand-over",
        band=Band.PROMISE_MISSED if by < today else Band.COMING,
        due=by,
        what=_("Læs overdragelsen"),
        why=(
            _("%(taker)s overtog sagen fra %(giver)s %(day)s.") % names
            if done.giver
            else _("%(taker)s overtog sagen %(day)s.") % names,
        ),
    )
