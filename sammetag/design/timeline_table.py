"""The same timeline as rows, and the signs that its legend must explain."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext, pgettext

from sammetag.design.timeline import HOURS, TALKS, Picture
from sammetag.design.wording import bar_state, date_words, hours_sentence, mark_kind, period_words


@dataclass(frozen=True)
class Row:
    """One thing of the timeline in words."""

    on: date
    when: str
    what: str
    lane: str
    state: str
    detail: str = ""
    url: str = ""


@dataclass(frozen=True)
class Sign:
    """One sign and its meaning."""

    key: str
    words: str


def table_rows(picture: Picture) -> tuple[Row, ...]:
    """A row for each bar, mark, stretch of dead time and step of hours that the picture shows, by date."""
    names = {lane.key: lane.label for lane in picture.lanes}
    rows = [
        Row(
            bar.first,
            period_words(bar.first, bar.last),
            bar.label,
            names.get(bar.lane, ""),
            bar_state(bar),
            bar.detail,
            bar.url,
        )
        for bar in picture.visible_bars
    ]
    for mark in picture.visible_marks:
        lane, state, when = names.get(mark.lane, ""), mark_kind(mark), date_words(mark.on, "short")
        rows.append(Row(mark.on, when, mark.label, lane, state, mark.detail, mark.url))
    for gap in picture.visible_gaps:
        when = period_words(gap.first, gap.last)
        rows.append(Row(gap.first, when, gap.label, names.get(TALKS, ""), gettext("ophold")))
    for step in picture.visible_hours:
        when, words = period_words(step.first, step.last), hours_sentence(step)
        rows.append(Row(step.first, when, words, names.get(HOURS, ""), gettext("timer")))
    return tuple(sorted(rows, key=lambda row: (row.on, row.lane, row.what)))


def signs(picture: Picture) -> tuple[Sign, ...]:
    """The signs in use, in a fixed order, so that the legend explains what is there and nothing else."""
    used = {f"ended-{bar.state}" if bar.ended else bar.state for bar in picture.visible_bars}
    used |= {mark.kind for mark in picture.visible_marks}
    used |= {"gap"} if picture.visible_gaps else set()
    known = (
        ("running", pgettext("indsats", "i gang")),
        ("planned", pgettext("indsats", "aftalt")),
        ("recommended", gettext("anbefalet")),
        ("waiting", gettext("venter")),
        ("paused", gettext("på pause")),
        ("ended-running", gettext("afsluttet")),
        ("talk-held", gettext("samtale holdt")),
        ("talk-booked", gettext("samtale aftalt")),
        ("talk-no-show", gettext("udeblivelse")),
        ("talk-cancelled", gettext("samtale aflyst")),
        ("gap", gettext("intet i gang")),
        ("decision", gettext("afgørelse")),
        ("deadline", gettext("frist")),
        ("deadline-missed", gettext("frist overskredet")),
    )
    # Only what ran looks different once it has ended.
    shown = {key if key == "ended-running" else key.removeprefix("ended-") for key in used}
    return tuple(Sign(key, words) for key, words in known if key in shown)
