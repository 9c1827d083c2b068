"""Reads everything that is kept about one citizen in one case, as its coordinator may give it to them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import connection
from django.db.models import ForeignKey, Model

from sammetag.cases.models import Case
from sammetag.insight.tables import TECHNICAL, TITLES
from sammetag.people.models import Citizen
from sammetag.privacy import Privacy
from sammetag.scoped import ScopedQuerySet

# By the first of these that a table has, its rows stand in the order in which things happened.
IN_ORDER = (
    *("written_at", "starts_at", "since", "granted_on", "proposed_on", "rated_on", "agreed_at"),
    *("answered_on", "opened_on"),
)


@dataclass(frozen=True)
class LookAtCase:
    """One look at a case or one denied: when, in which role, on which page, what for. Nobody is named."""

    at: datetime
    role: str
    page: str
    purpose: str
    allowed: bool


def looks_at(case: Case) -> list[LookAtCase]:
    """Every look at a case, oldest first; the database tells them to its coordinators alone."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM insight_looks(%s)", [case.id])
        return [LookAtCase(*row) for row in cursor.fetchall()]


def tables_of(case: Case) -> Iterator[tuple[type[Model], list[Model]]]:
    """The rows about a case that its reader was let into, table by table, in the order of the answer."""
    for model in TITLES:
        rows: ScopedQuerySet[Any] = model._default_manager.all().scoped("insight")  # type: ignore[attr-defined]
        if model is Citizen:
            rows = rows.filter(pk=case.citizen_id)
        elif model is Case:
            rows = rows.filter(pk=case.pk)
        else:
            rows = rows.filter(case_id=case.id)
        order = [name for name in IN_ORDER if name in fields_of(model)][:1]
        yield model, list(rows.select_related(*_pointers(model)).order_by(*order, "pk"))


def fields_of(model: type[Model]) -> list[str]:
    """The fields of a table that tell something, in the order in which it declares them."""
    privacy: Privacy = model.privacy  # type: ignore[attr-defined]
    told = set(privacy.fields()) - set(privacy.secret.split()) - TECHNICAL
    return [field.name for field in model._meta.concrete_fields if field.name in told]


def _pointers(model: type[Model]) -> list[str]:
    told = fields_of(model)
    return [
        field.name
        for field in model._meta.concrete_fields
        if isinstance(field, ForeignKey) and field.name in told
    ]
