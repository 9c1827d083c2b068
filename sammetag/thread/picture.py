"""Gathers one case into the picture of its red thread."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.urls import reverse
from django.utils import timezone
from django.utils.dates import MONTHS_3
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from sammetag.cases.models import Programme
from sammetag.cases.opening import Opened
from sammetag.design.timeline import HOURS, TALKS, Bar, Gap, HoursStep, Lane, Mark, MarkKind, Picture
from sammetag.design.timeline import State as BarState
from sammetag.design.wording import clock_words, date_words, number_words
from sammetag.duties.demanded_talks import MadeGood
from sammetag.duties.duty import Duty
from sammetag.interventions.life import told
from sammetag.interventions.models import Intervention, State
from sammetag.interventions.running import hours_levels, idle_spans
from sammetag.people.models import Field
from sammetag.plan.picture import HEALTH
from sammetag.talks.models import Outcome, Talk
from sammetag.thread.zoom import Span

DECISIONS = "decisions"
TALK_MARKS: dict[str, MarkKind] = {
    Outcome.HELD: "talk-held",
    Outcome.BOOKED: "talk-booked",
    Outcome.NO_SHOW: "talk-no-show",
    Outcome.CANCELLED: "talk-cancelled",
}
STATES: dict[State, BarState] = {
    State.RECOMMENDED: "recommended",
    State.PLANNED: "planned",
    State.WAITING: "waiting",
    State.RUNNING: "running",
    State.PAUSED: "paused",
}
# The deadlines that stand on the thread as flags, each in the lane that it is about.
DEADLINE_LANES: dict[str, str] = {
    "hold-talks": TALKS,
    "hold-what-is-booked": TALKS,
    "decide-what-follows": DECISIONS,
    "begin-in-time": DECISIONS,
    "answer-guarantee": DECISIONS,
    "fix-plan-anew": DECISIONS,
    "decide-on-mentor": DECISIONS,
}
SHORTEST_GAP = timedelta(days=14)


@dataclass(frozen=True)
class Gathered:
    """Everything about one case that its thread is drawn from."""

    opened: Opened
    programmes: Sequence[Programme]
    interventions: Sequence[Intervention]
    talks: Sequence[Talk]
    duties: Sequence[Duty]
    made_good: MadeGood | None
    today: date

    @property
    def shown(self) -> list[Intervention]:
        """The interventions that this reader may know of."""
        if self.opened.sees_health:
            return list(self.interventions)
        return [one for one in self.interventions if one.field not in HEALTH]


def draw(gathered: Gathered, span: Span) -> Picture:
    """The picture of a case over a span of time, in the reader's language."""
    whole = gathered.opened.sees_health
    return Picture(
        title=_("Den røde tråd"),
        description=_describe(gathered),
        lanes=tuple(_lanes(whole)),
        bars=tuple(bar for one in gathered.shown for bar in _bars(one, gathered.today)),
        marks=(
            *_decisions(gathered.programmes),
            *_talks(gathered),
            *_deadlines(gathered.duties, gathered.today),
            *_made_good(gathered.made_good),
        ),
        # Whoever may not see health must not learn of it from a sum either.
        gaps=tuple(_gaps(gathered)) if whole else (),
        hours=tuple(_hours(gathered, span)) if whole else (),
        today=gathered.today,
        first=span.first,
        last=span.last,
        months=tuple(str(MONTHS_3[month]).rstrip(".") for month in range(1, 13)),
        begins=min((one.granted_on for one in gathered.programmes), default=None),
        ends=_thread_end(gathered.programmes),
    )


def _thread_end(programmes: Sequence[Programme]) -> date | None:
    """The last day of the thread; none while a programme runs."""
    ends = [one.ended_on for one in programmes]
    return None if None in ends else max((end for end in ends if end), default=None)


def _lanes(whole: bool) -> Iterator[Lane]:
    yield Lane(DECISIONS, _("Afgørelser"))
    yield Lane(Field.EMPLOYMENT, _("Beskæftigelse"))
    yield Lane(Field.EDUCATION, _("Uddannelse"))
    yield Lane(Field.SOCIAL, _("Social"))
    if whole:
        yield Lane(Field.HEALTH, _("Sundhed"))
        yield Lane(Field.TREATMENT, _("Behandling"))
    yield Lane(TALKS, _("Samtaler"))
    if whole:
        yield Lane(HOURS, _("Timer om ugen"))


def _bars(one: Intervention, today: date) -> Iterator[Bar]:
    for part in told(one):
        hours = one.hours_per_week if part.hours is None else part.hours
        detail = _("%(hours)s timer om ugen") % {"hours": number_words(hours)} if hours else ""
        yield Bar(
            id=f"{one.id}:{part.since.isoformat()}",
            lane=one.field,
            first=part.since,
            last=part.until,
            state=STATES[part.state],
            label=one.title,
            detail=" · ".join(filter(None, [one.provider, detail])),
            ended=one.ended_on is not None or (part.until is not None and part.until < today),
            url=reverse("intervention", args=[one.case_id, one.id]),
        )


def _decisions(programmes: Iterable[Programme]) -> Iterator[Mark]:
    for one in programmes:
        if one.team_met_on:
            yield _decision(one, one.team_met_on, _("Rehabiliteringsmøde"))
        until = _("Gælder til %(day)s") % {"day": date_words(one.granted_until)}
        yield _decision(one, one.granted_on, _("Bevilget"), until)
        if one.ended_on:
            yield _decision(one, one.ended_on, _("Forløbet slut"))


def _decision(one: Programme, on: date, label: str, detail: str = "") -> Mark:
    return Mark(
        id=f"decision-{on.isoformat()}-{one.id}",
        lane=DECISIONS,
        on=on,
        kind="decision",
        label=label,
        detail=detail,
    )


def _talks(gathered: Gathered) -> Iterator[Mark]:
    for talk in gathered.talks:
        start = timezone.localtime(talk.starts_at)
        who = talk.get_by_whom_display() if talk.by_whom else ""
        yield Mark(
            id=f"talk-{talk.id}",
            lane=TALKS,
            on=start.date(),
            kind=TALK_MARKS[talk.outcome],
            label=_("Samtale")
            if talk.outcome in (Outcome.HELD, Outcome.BOOKED)
            else talk.get_outcome_display(),
            detail=" · ".join(
                filter(
                    None,
                    [
                        _("kl. %(clock)s") % {"clock": clock_words(talk.starts_at)},
                        str(talk.get_form_display()),
                        who,
                    ],
                )
            ),
            url=reverse("talk", args=[talk.case_id, talk.id]),
        )


def _deadlines(duties: Iterable[Duty], today: date) -> Iterator[Mark]:
    for duty in duties:
        if duty.name in DEADLINE_LANES and duty.timed:
            late = duty.is_owed
            yield Mark(
                id=f"duty-{duty.name}-{duty.due.isoformat()}",
                lane=DEADLINE_LANES[duty.name],
                on=duty.due,
                kind="deadline-missed" if late else "deadline",
                label=duty.what,
                detail=" ".join(duty.why),
            )


def _made_good(late: MadeGood | None) -> Iterator[Mark]:
    """A deadline that was missed stays on the thread, with the day on which it was made good."""
    if late:
        yield Mark(
            id=f"made-good-{late.last_day.isoformat()}",
            lane=TALKS,
            on=late.last_day,
            kind="deadline-missed",
            label=_("Frist overskredet"),
            detail=_("Indhentet %(day)s") % {"day": date_words(late.met_on)},
        )


def _gaps(gathered: Gathered) -> Iterator[Gap]:
    """The stretches of two weeks or more, inside a programme, in which nothing of any law ran."""
    for one in gathered.programmes:
        last = min(one.ended_on or one.granted_until, gathered.today)
        for span in idle_spans(gathered.interventions, one.starts_on, last):
            end = span.last or last
            length = (end - span.first).days + 1
            if end - span.first + timedelta(days=1) >= SHORTEST_GAP:
                words = ngettext("%(n)s dag uden noget i gang", "%(n)s dage uden noget i gang", length)
                yield Gap(span.first, end, words % {"n": length})


def _hours(gathered: Gathered, span: Span) -> Iterator[HoursStep]:
    if not gathered.programmes or span.first > gathered.today:
        return
    for level in hours_levels(gathered.interventions, span.first, min(span.last, gathered.today)):
        yield HoursStep(level.first, level.last, level.hours)


def _describe(gathered: Gathered) -> str:
    held = sum(talk.outcome == Outcome.HELD for talk in gathered.talks)
    told = _("%(interventions)s indsatser og %(talks)s holdte samtaler. Tabellen rummer det samme i ord.")
    return told % {"interventions": len(gathered.shown), "talks": held}
