"""Every field of every table says what kind of knowledge about people it holds."""

from __future__ import annotations

from collections import Counter

import pytest
from django.apps import apps
from django.db import models

from sammetag.privacy import Privacy
from sammetag.scoped import ScopedQuerySet

# Tables that others define: what they hold, and why no class stands in them.
OTHERS = {
    "auth.Permission": "names of rights in Django's own admin, which is not used",
    "auth.Group": "groups of Django's own admin, which is not used",
    "contenttypes.ContentType": "names of tables",
    "sessions.Session": "secret: who is logged in, for eight hours",
    "pghistory.Context": "why a row changed; holds no person",
    "pghistory.Events": "a view over the history tables, which are classed with the table they follow",
    "pghistory.MiddlewareEvents": "a view over the history tables",
    "procrastinate.ProcrastinateJob": "names of jobs and ids, which access/jobs.py sees to",
    "procrastinate.ProcrastinateEvent": "when each job was asked for, begun and ended",
    "procrastinate.ProcrastinateWorker": "when each worker last gave a sign of life",
    "procrastinate.ProcrastinatePeriodicDefer": "not used",
}
HISTORY = {"pgh_id", "pgh_created_at", "pgh_label", "pgh_obj", "pgh_context"}

OURS = [model for model in apps.get_models() if model.__module__.startswith("sammetag.")]


def columns(model: type[models.Model]) -> list[str]:
    return [field.name for field in model._meta.local_concrete_fields]


def is_history(model: type[models.Model]) -> bool:
    return "pgh_obj" in columns(model)


def declared(model: type[models.Model]) -> Privacy:
    found = getattr(model, "privacy", None)
    if not isinstance(found, Privacy):
        raise TypeError(f"{model.__name__} declares no privacy")
    return found


CLASSED = [model for model in OURS if not is_history(model)]


@pytest.mark.parametrize("model", CLASSED, ids=lambda model: model.__name__)
def test_every_field_has_exactly_one_class_and_no_class_is_of_nothing(model: type[models.Model]) -> None:
    assert Counter(declared(model).fields()) == Counter(columns(model))


@pytest.mark.parametrize("model", [one for one in OURS if is_history(one)], ids=lambda model: model.__name__)
def test_a_history_table_holds_only_what_its_table_has_classed(model: type[models.Model]) -> None:
    followed = model._meta.get_field("pgh_obj").related_model
    if not isinstance(followed, type):
        raise TypeError(followed)

    assert set(columns(model)) - HISTORY <= set(declared(followed).fields())


@pytest.mark.parametrize("model", CLASSED, ids=lambda model: model.__name__)
def test_a_table_about_people_in_a_case_refuses_to_be_read_without_a_scope(
    model: type[models.Model],
) -> None:
    about_people = declared(model).holds_people and model.__name__ != "Account"

    assert isinstance(model._default_manager.all(), ScopedQuerySet) is about_people


def test_the_tables_of_others_are_named_with_what_they_hold() -> None:
    others = {model._meta.label for model in apps.get_models()} - {model._meta.label for model in OURS}

    assert others == set(OTHERS)
