"""Puts what is kept about a citizen into words, and into data that a machine reads."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime
from decimal import Decimal
from uuid import UUID

from django.db.models import Model
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from sammetag.access.roles import Role
from sammetag.cases.cpr_queries import cpr_of
from sammetag.cases.models import Case
from sammetag.cases.opening import OWN, Purpose
from sammetag.errors import Sentence
from sammetag.insight.queries import LookAtCase, fields_of, looks_at, tables_of
from sammetag.insight.tables import LABELS, TITLES
from sammetag.insight.values import EMPTY, name_of, words_of
from sammetag.journal.models import Event
from sammetag.journal.queries import of_case
from sammetag.lawbook.reforms_page import PURPOSE as REFORM
from sammetag.people.models import Citizen, Staff
from sammetag.people.sealed_cpr import reveal
from sammetag.studies.looking import PURPOSE as TRIAL
from sammetag.thread.journal_list import KINDS

PURPOSES: dict[str, Sentence] = {
    OWN: _("Det er medarbejderens egen sag"),
    "denied": _("Fik ikke lov"),
    "search": _("Søgte efter en borger"),
    REFORM: _("Så på, hvem en ændring af loven ville betyde noget for"),
    TRIAL: _("Så, hvem der var eller kunne komme med i et forsøg"),
    **{purpose.value: purpose.label for purpose in Purpose},
}
ROLES = dict(Role.choices)


@dataclass(frozen=True)
class Section:
    """One chapter of the answer: its title, and each row as pairs of label and words."""

    name: str
    title: Sentence
    rows: Sequence[Sequence[tuple[Sentence, object]]]


@dataclass(frozen=True)
class Answer:
    """Everything about one citizen in one case: in words, and the same as plain data."""

    sections: Sequence[Section]
    journal: Sequence[tuple[datetime, Sentence, str]]
    looks: Sequence[tuple[datetime, Sentence, Sentence]]
    data: Mapping[str, object]


def answer_about(case: Case) -> Answer:
    """Everything that is kept about the citizen of a case that its reader has been let into."""
    tables = list(tables_of(case))
    events = list(of_case(case.id).order_by("occurred_at", "recorded_at"))
    looks = looks_at(case)
    names = _names(events)
    cpr = _cpr_of(case)
    return Answer(
        sections=[
            Section(model._meta.model_name or "", TITLES[model], [_in_words(row, cpr) for row in rows])
            for model, rows in tables
            if rows
        ],
        journal=[(one.occurred_at, KINDS.get(one.kind, one.kind), names.get(one.by, "")) for one in events],
        looks=[(one.at, ROLES.get(one.role, one.role), _why(one)) for one in looks],
        data={
            "cpr": cpr,
            **{model._meta.label: [_as_data(row) for row in rows] for model, rows in tables},
            "journal": [_event_data(one) for one in events],
            "looks": [asdict(one) for one in looks],
        },
    )


def _why(look: LookAtCase) -> Sentence:
    if not look.allowed:
        return PURPOSES["denied"]
    return PURPOSES.get(look.purpose, _("Sagen stod på en liste"))


def _names(events: Sequence[Event]) -> dict[UUID | None, str]:
    accounts = {one.by for one in events if one.by}
    found = Staff.objects.scoped("journal").filter(account_id__in=accounts)
    return dict(found.values_list("account_id", "name"))


def _cpr_of(case: Case) -> str:
    held = cpr_of(case)
    digits = reveal(held).digits if held else ""
    return f"{digits[:6]}-{digits[6:]}" if digits else ""


def _in_words(row: Model, cpr: str) -> list[tuple[Sentence, object]]:
    pairs = [(LABELS[name], words_of(row, name)) for name in fields_of(type(row))]
    if isinstance(row, Citizen):
        pairs.append((_("CPR-nummer"), cpr))
    return [(label, words) for label, words in pairs if words not in EMPTY]


def _as_data(row: Model) -> dict[str, object]:
    told = {name: getattr(row, name) for name in fields_of(type(row))}
    names = {name: name_of(value) if _is_somebody(value) else value for name, value in told.items()}
    return {"id": row.pk} | {name: _reference(value) for name, value in names.items()}


def _is_somebody(value: object) -> bool:
    return isinstance(value, Model) and hasattr(value, "name") and not isinstance(value, Citizen)


def _reference(value: object) -> object:
    return value.pk if isinstance(value, Model) else value


def _event_data(one: Event) -> dict[str, object]:
    told = ("id", "kind", "subject", "subject_id", "occurred_at", "recorded_at", "role", "corrects", "data")
    return {name: getattr(one, name) for name in told}


def as_json_value(value: object) -> object:
    """How a value that JSON does not know stands there: days and moments by ISO 8601, the rest as text."""
    if isinstance(value, datetime):
        return timezone.localtime(value).isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Promise | UUID | Decimal):
        return str(value)
    raise TypeError(type(value).__name__)
