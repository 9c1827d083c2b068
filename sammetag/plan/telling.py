"""Plans in words: whose something is, what has changed, and what was written when."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from sammetag.design.wording import date_words
from sammetag.people.models import Field
from sammetag.plan.changes import Change, Difference, How, What, differences
from sammetag.plan.models import Achievement, Voice, Wording
from sammetag.plan.texts import Written, plain, text_of

FIELD_WORDS: dict[str, Promise] = {
    Field.EMPLOYMENT.value: gettext_lazy("Beskæftigelse"),
    Field.EDUCATION.value: gettext_lazy("Uddannelse"),
    Field.SOCIAL.value: gettext_lazy("Social"),
    Field.HEALTH.value: gettext_lazy("Sundhed"),
    Field.TREATMENT.value: gettext_lazy("Behandling"),
}
NAMES: dict[str, Promise] = {
    "field": gettext_lazy("Område"),
    "words_of": gettext_lazy("Hvis ord"),
    "begins_on": gettext_lazy("Begynder"),
    "due_on": gettext_lazy("Nået senest"),
    "achievement": gettext_lazy("Hvor langt"),
    "achieved_on": gettext_lazy("Siden"),
    "reason": gettext_lazy("Hvorfor"),
}
CHANGED: dict[tuple[What, How], Promise] = {
    (What.JOB_GOAL, How.ADDED): gettext_lazy("Jobmål skrevet"),
    (What.JOB_GOAL, How.CHANGED): gettext_lazy("Jobmål ændret"),
    (What.JOB_GOAL, How.REMOVED): gettext_lazy("Jobmål taget ud"),
    (What.GOAL, How.ADDED): gettext_lazy("Nyt mål"),
    (What.GOAL, How.CHANGED): gettext_lazy("Mål ændret"),
    (What.GOAL, How.REMOVED): gettext_lazy("Mål taget ud"),
    (What.SUB_GOAL, How.ADDED): gettext_lazy("Nyt delmål"),
    (What.SUB_GOAL, How.CHANGED): gettext_lazy("Delmål ændret"),
    (What.SUB_GOAL, How.ACHIEVED): gettext_lazy("Hvor langt delmålet er"),
    (What.SUB_GOAL, How.REMOVED): gettext_lazy("Delmål taget ud"),
}
CALLED = {"job_goal", "title"}
DAYS = {"begins_on", "due_on", "achieved_on"}
NOTHING = "–"


@dataclass(frozen=True)
class Told:
    """One thing that was written, before and after, as it is read."""

    name: str
    before: str
    after: str


@dataclass(frozen=True)
class ChangeTold:
    """One change as it is read: what happened, to what, and how it differs."""

    what: str
    title: str
    how: str
    is_below: bool
    lines: tuple[Told, ...]


@dataclass(frozen=True)
class WrittenThen:
    """One wording as it is read: when, by whom, whose words, what it said and what was new in it."""

    at: datetime
    whose: str
    title: str
    lines: tuple[Told, ...]


def whose(words_of: str, name: str) -> str:
    """Whose words something is, and who wrote them down."""
    sentences = {
        Voice.CITIZEN.value: _("Borgerens ord, skrevet af %(name)s"),
        Voice.MENTOR.value: _("Mentorens ord, skrevet af %(name)s"),
        Voice.OTHER.value: _("En andens ord, skrevet af %(name)s"),
    }
    return sentences.get(words_of, _("Skrevet af %(name)s")) % {"name": name or _("en ukendt")}


def value_words(name: str, value: str | None) -> str:
    """What stands in one place of a text, as it is read."""
    if not value:
        return NOTHING
    if name in DAYS:
        return date_words(date.fromisoformat(value))
    if name == "field":
        return str(FIELD_WORDS.get(value, value))
    if name == "words_of":
        return str(Voice(value).label)
    return str(Achievement(value).label) if name == "achievement" else value


def told(found: Iterable[Change], *, with_reasons: bool = True) -> list[ChangeTold]:
    """Changes as they are read. Why something was given up is left out for whoever may not read notes."""
    return [
        ChangeTold(
            what=str(CHANGED[(one.what, one.how)]),
            title=one.title,
            how=one.how.value,
            is_below=one.what is What.SUB_GOAL,
            lines=_lines(one.differences, with_reasons=with_reasons),
        )
        for one in found
    ]


def history(thing: Written, wordings: Sequence[Wording], *, with_reasons: bool = True) -> list[WrittenThen]:
    """Everything that a thing has said, newest first; what came in with history has said it all along."""
    if not wordings:
        return [_now(thing)] if thing.version else []
    pairs = zip(wordings, [*wordings[1:], None], strict=True)
    return [_then(one, before, with_reasons=with_reasons) for one, before in pairs]


def _then(one: Wording, before: Wording | None, *, with_reasons: bool) -> WrittenThen:
    # The database keeps the places in an order of its own.
    lines = differences(before.fields, one.fields, NAMES) if before else ()
    name = one.written_by.name if one.written_by else ""
    said = one.fields.get("title") or one.fields.get("job_goal") or ""
    told_of = _lines(lines, with_reasons=with_reasons)
    return WrittenThen(one.written_at, whose(one.words_of, name), said, told_of)


def _now(thing: Written) -> WrittenThen:
    said = plain(text_of(thing))
    name = thing.written_by.name if thing.written_by else ""
    title = said.get("title") or said.get("job_goal") or ""
    return WrittenThen(thing.written_at, whose(thing.words_of, name), title, ())


def _lines(found: Iterable[Difference], *, with_reasons: bool) -> tuple[Told, ...]:
    return tuple(_line(one) for one in found if with_reasons or one.name != "reason")


def _line(one: Difference) -> Told:
    """What a place said before and after; what a thing is called now stands above its lines already."""
    if one.name in CALLED:
        return Told(_("Før"), one.before or NOTHING, "")
    return Told(str(NAMES[one.name]), value_words(one.name, one.before), value_words(one.name, one.after))
