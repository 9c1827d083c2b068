"""A query over people does not run until somebody has said for whose eyes it is."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.apps import apps
from django.db.models import Count, F, Manager, Model, Prefetch
from django.db.models import QuerySet as Rows
from django.db.models.functions import Lower

from sammetag.access.wall import behind_the_wall
from sammetag.cases.models import Case, Programme
from sammetag.errors import Unscoped
from sammetag.scoped import ScopedQuerySet
from sammetag.talks.models import Talk
from tests.town import Town

pytestmark = pytest.mark.django_db

DAY = date(2026, 1, 1)


def scoped_models() -> list[type[Model]]:
    return [model for model in apps.get_models() if isinstance(manager(model).all(), ScopedQuerySet)]


def manager(model: type[Model]) -> Manager[Any]:
    return model._default_manager


async def walk(rows: Any) -> list[Any]:
    return [row async for row in rows]


QUESTIONS: dict[str, Callable[[Any], object]] = {
    "list": list,
    "len": len,
    "bool": bool,
    "in": lambda rows: 1 in rows,
    "first row": lambda rows: rows[0],
    "slice": lambda rows: list(rows[:2]),
    "slice with steps": lambda rows: rows[:4:2],
    "all": lambda rows: list(rows.all()),
    "filter": lambda rows: list(rows.filter(pk__isnull=False)),
    "exclude": lambda rows: list(rows.exclude(pk__isnull=True)),
    "get": lambda rows: rows.get(),
    "first": lambda rows: rows.first(),
    "last": lambda rows: rows.last(),
    "earliest": lambda rows: rows.earliest("pk"),
    "latest": lambda rows: rows.latest("pk"),
    "count": lambda rows: rows.count(),
    "exists": lambda rows: rows.exists(),
    "contains": lambda rows: rows.contains(rows.model(pk="0" * 32)),
    "aggregate": lambda rows: rows.aggregate(n=Count("pk")),
    "annotate": lambda rows: list(rows.annotate(n=Count("pk"))),
    "values": lambda rows: list(rows.values()),
    "values_list": lambda rows: list(rows.values_list("pk", flat=True)),
    "in_bulk": lambda rows: rows.in_bulk(),
    "iterator": lambda rows: list(rows.iterator()),
    "aiterator": lambda rows: asyncio.run(walk(rows.aiterator())),
    "distinct": lambda rows: list(rows.distinct()),
    "order_by": lambda rows: list(rows.order_by("pk").reverse()),
    "defer": lambda rows: list(rows.defer("pk")),
    "only": lambda rows: list(rows.only("pk")),
    "using": lambda rows: list(rows.using("default")),
    "select_related": lambda rows: list(rows.select_related()),
    "select_for_update": lambda rows: list(rows.select_for_update()),
    "union": lambda rows: list(rows.union(rows.all())),
    "intersection": lambda rows: list(rows.intersection(rows.all())),
    "difference": lambda rows: list(rows.difference(rows.all())),
    "or": lambda rows: list(rows | rows.all()),
    "and": lambda rows: list(rows & rows.all()),
    "xor": lambda rows: list(rows ^ rows.all()),
    "raw": lambda rows: list(rows.raw(f"SELECT * FROM {rows.model._meta.db_table}")),  # noqa: S608
    "explain": lambda rows: rows.explain(),
    "create": lambda rows: rows.create(),
    "get_or_create": lambda rows: rows.get_or_create(pk="0" * 32),
    "update_or_create": lambda rows: rows.update_or_create(pk="0" * 32),
    "bulk_create": lambda rows: rows.bulk_create([rows.model()]),
    "bulk_update": lambda rows: rows.bulk_update([rows.model(pk="0" * 32)], [last_field(rows.model)]),
    "update": lambda rows: rows.update(**{last_field(rows.model): None}),
    "delete": lambda rows: rows.delete(),
}


def last_field(model: type[Model]) -> str:
    return model._meta.local_concrete_fields[-1].name


@pytest.mark.parametrize("model", scoped_models(), ids=lambda model: model.__name__)
def test_no_question_runs_without_a_scope(model: type[Model]) -> None:
    ran = []
    for word, question in QUESTIONS.items():
        try:
            question(manager(model).all())
        except Unscoped:
            continue
        ran.append(word)

    assert ran == []


def test_every_method_that_reaches_the_database_is_asked() -> None:
    """A method that Django adds must be put into the list above, or named here with the others."""
    builds = {"alias", "as_manager", "complex_filter", "dates", "datetimes", "db", "extra", "none", "ordered"}
    builds |= {
        "prefetch_related",
        "query",
        "demand_scope",
        "resolve_expression",
        "scoped",
        "scope",
        "reverse",
    }
    awaits = {f"a{name}" for name in QUESTIONS} - {"aall"}
    public = {name for name in dir(ScopedQuerySet) if not name.startswith("_")}

    assert public - builds - set(QUESTIONS) - awaits == set()


@pytest.mark.parametrize("model", scoped_models(), ids=lambda model: model.__name__)
def test_with_a_scope_the_same_query_runs(model: type[Model], django_assert_num_queries: Any) -> None:
    rows: ScopedQuerySet[Any] = manager(model).all()  # type: ignore[assignment]

    with django_assert_num_queries(1):
        assert not rows.scoped("test").exists()


def test_the_rows_of_a_case_are_not_reached_through_it_unscoped(town: Town) -> None:
    with behind_the_wall(town.account("astrid")):
        case = Case.objects.seen_by(town.person("astrid")).get(pk=town.cases["own"])

        for related in (case.talks, case.programmes, case.responsibilities, case.interventions):
            with pytest.raises(Unscoped):
                related.count()
            with pytest.raises(Unscoped):
                list(related.all())


def test_rows_are_not_fetched_ahead_unscoped(town: Town) -> None:
    with behind_the_wall(town.account("astrid")):
        seen = Case.objects.seen_by(town.person("astrid"))

        for ahead in ("talks", Prefetch("talks", Talk.objects.all())):
            with pytest.raises(Unscoped):
                list(seen.prefetch_related(ahead))


@pytest.mark.parametrize(
    "joined",
    [
        lambda seen, rest: seen.union(rest),
        lambda seen, rest: seen.intersection(rest),
        lambda seen, rest: seen.difference(rest),
        lambda seen, rest: seen | rest,
        lambda seen, rest: seen & rest,
        lambda seen, rest: seen ^ rest,
        lambda seen, rest: seen.none() | rest,
    ],
)
def test_an_unscoped_query_is_not_let_in_by_a_scoped_one(joined: Any, town: Town) -> None:
    with behind_the_wall(town.account("astrid")):
        seen = Case.objects.seen_by(town.person("astrid"))

        with pytest.raises(Unscoped):
            list(joined(seen, Case.objects.all()))


def test_an_unscoped_query_is_not_let_in_as_a_condition(town: Town) -> None:
    with behind_the_wall(town.account("astrid")):
        seen = Programme.objects.seen_by(town.person("astrid"))

        with pytest.raises(Unscoped):
            list(seen.filter(case__in=Case.objects.all()))


@pytest.mark.parametrize(
    "further",
    [
        lambda rows: rows.all(),
        lambda rows: rows.filter(number="1").exclude(number="2"),
        lambda rows: rows.order_by("number")[:3],
        lambda rows: rows.values_list("number", flat=True),
        lambda rows: rows.annotate(low=Lower("number")).alias(n=F("pk")).distinct(),
        lambda rows: rows.select_related("citizen").defer("number"),
        lambda rows: rows | rows.all(),
        lambda rows: rows.union(rows.all()),
        lambda rows: rows.dates("opened_on", "year"),
        lambda rows: rows.none(),
    ],
)
def test_a_scope_stays_with_the_query_as_it_is_built_on(further: Callable[[Any], Rows[Any]]) -> None:
    query = further(Case.objects.scoped("test"))

    assert isinstance(query, ScopedQuerySet)
    assert query.scope == "test"
    assert list(query) == []
