"""Writes down who was interviewed, without naming anybody, and what was said."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import asdict, dataclass
from datetime import date
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _

from sammetag.access.person import Person
from sammetag.errors import NotAllowed
from sammetag.studies.actions.anew import save_anew
from sammetag.studies.actions.theory import WRITERS
from sammetag.studies.models import Interview, Quotation
from sammetag.studies.names import check_names, check_numbers
from sammetag.studies.opening import OpenStudy
from sammetag.studies.writing import Refused, check_version, in_study, sent_before, signed, tell


@dataclass(frozen=True)
class InterviewText:
    """One interview: with whom by role, who chose and held it, when, and how many came."""

    role: str
    round: str
    arm: str
    group: bool
    agreed_on: date | None
    held_on: date | None
    persons: int
    came: int | None
    chosen_by: str
    held_by: str
    themes: tuple[str, ...] = ()

    @property
    def words(self) -> dict[str, str]:
        """All that was typed freely, by its field."""
        return {
            "role": self.role,
            "round": self.round,
            "chosen_by": self.chosen_by,
            "held_by": self.held_by,
            "themes": "\n".join(self.themes),
        }


def log_interview(
    *, by: Person, study_id: UUID, token: UUID, text: InterviewText, not_them: Collection[str] = ()
) -> Interview:
    """Write an interview down. The same form sent twice logs one.

    Raises Refused for what cannot be, and for words that name somebody.
    """
    with in_study(by, study_id, *WRITERS) as opened:
        made = sent_before(opened, Interview, token)
        if made is not None:
            return made
        _check(opened, text, not_them)
        interview = Interview(id=token, **_columns(text), **signed(opened))
        interview.save(force_insert=True)
        tell(opened, "interview.logged", interview.id, _told(interview))
    return interview


def change_interview(
    *,
    by: Person,
    study_id: UUID,
    interview_id: UUID,
    version: int,
    text: InterviewText,
    not_them: Collection[str] = (),
) -> Interview:
    """Write an interview anew, as when it has been held.

    Raises StalePage where somebody else has saved since.
    """
    with in_study(by, study_id, *WRITERS) as opened:
        interview = interview_in(opened, interview_id)
        columns = _columns(text)
        if all(getattr(interview, name) == value for name, value in columns.items()):
            return interview
        check_version(interview.version, version)
        _check(opened, text, not_them)
        save_anew(opened, interview, columns)
        tell(opened, "interview.changed", interview.id, _told(interview))
    return interview


def write_quotation(
    *,
    by: Person,
    study_id: UUID,
    interview_id: UUID,
    token: UUID,
    theme: str,
    words: str,
    not_them: Collection[str] = (),
) -> Quotation:
    """Write down what somebody said. Raises Refused where the words tell who somebody is.

    `not_them` are the names of which the writer says that they are not those persons'.
    """
    with in_study(by, study_id, *WRITERS) as opened:
        interview = interview_in(opened, interview_id)
        made = sent_before(opened, Quotation, token)
        if made is not None:
            return made
        if not words.strip():
            raise Refused("words", _("Skriv, hvad der blev sagt."), "no words")
        for about, said in (("theme", theme), ("words", words)):
            check_numbers(about, said)
            check_names(opened, about, said, not_them)
        quotation = Quotation(
            id=token, interview=interview, theme=theme.strip(), words=words.strip(), **signed(opened)
        )
        quotation.save(force_insert=True)
        data = {"interview": str(interview_id), "theme": quotation.theme, "not_them": len(not_them)}
        tell(opened, "quotation.written", quotation.id, data)
    return quotation


def drop_quotation(*, by: Person, study_id: UUID, quotation_id: UUID) -> None:
    """Take a quotation out; whoever takes out what is out already changes nothing."""
    with in_study(by, study_id, *WRITERS) as opened:
        rows = Quotation.objects.scoped("study").filter(study_id=study_id)
        quotation = rows.filter(pk=quotation_id).first()
        if quotation is None:
            raise NotAllowed("no such quotation")
        if quotation.removed_at is None:
            quotation.removed_at = timezone.now()
            quotation.save(update_fields=["removed_at"])
            tell(opened, "quotation.taken-out", quotation.id, {"interview": str(quotation.interview_id)})


def interview_in(opened: OpenStudy, interview_id: UUID) -> Interview:
    """The interview, where it belongs to this study; else NotAllowed."""
    rows = Interview.objects.scoped("study").filter(study_id=opened.study.id)
    interview = rows.filter(pk=interview_id).first()
    if interview is None:
        raise NotAllowed("no such interview")
    return interview


def _check(opened: OpenStudy, text: InterviewText, not_them: Collection[str]) -> None:
    if text.arm and text.arm not in {arm.name for arm in opened.protocol.arms}:
        raise Refused("arm", _("Den gruppe er ikke med i forsøget."), "unknown arm")
    if text.persons < 1:
        raise Refused("persons", _("Der skal være mindst én at aftale med."), "nobody agreed")
    _check_days(text)
    for about, said in text.words.items():
        check_numbers(about, said)
    for about, said in text.words.items():
        if about != "round":
            check_names(opened, about, said, not_them)


def _check_days(text: InterviewText) -> None:
    if text.came is None:
        if text.held_on is not None:
            raise Refused("came", _("Skriv, hvor mange der kom. Skriv 0, hvis ingen kom."), "came unknown")
        if text.agreed_on is None:
            raise Refused(
                "agreed_on", _("Skriv, hvornår det er aftalt, eller hvornår det blev holdt."), "no day"
            )
        return
    if text.came > text.persons:
        raise Refused("came", _("Der kan ikke komme flere, end der var aftalt med."), "more came")
    if text.held_on is None:
        raise Refused(
            "held_on", _("Skriv den dag, interviewet blev holdt eller skulle have været det."), "no day"
        )
    if text.held_on > timezone.localdate():
        raise Refused(
            "held_on", _("Dagen ligger ude i fremtiden. Lad den stå tom, til det er holdt."), "ahead"
        )


def _columns(text: InterviewText) -> dict[str, object]:
    return asdict(text) | {"themes": list(text.themes)}


def _told(interview: Interview) -> dict[str, object]:
    return {
        "role": interview.role,
        "round": interview.round,
        "arm": interview.arm,
        "persons": interview.persons,
        "came": interview.came,
        "version": interview.version,
    }
