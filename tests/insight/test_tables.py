"""Nothing about a citizen is forgotten: a new table or field is told, or left out with a reason."""

from __future__ import annotations

import pytest
from django.apps import apps
from django.db.models import Model

from sammetag.insight.queries import fields_of
from sammetag.insight.tables import LABELS, LEFT_OUT, TITLES
from sammetag.privacy import Privacy

ABOUT_PEOPLE = {
    model._meta.label: model
    for model in apps.get_models()
    if isinstance(getattr(model, "privacy", None), Privacy) and model.privacy.holds_people  # type: ignore[attr-defined]
}


def test_every_table_about_people_is_told_or_left_out_with_a_reason() -> None:
    told = {model._meta.label for model in TITLES}

    assert told | set(LEFT_OUT) == set(ABOUT_PEOPLE)
    assert not told & set(LEFT_OUT)
    assert all(LEFT_OUT.values())


@pytest.mark.parametrize("model", TITLES, ids=lambda model: model._meta.label)
def test_every_field_that_is_told_has_a_name_that_people_read(model: type[Model]) -> None:
    assert fields_of(model)
    assert set(fields_of(model)) <= set(LABELS)


def test_no_name_is_kept_for_a_field_that_is_gone() -> None:
    assert set(LABELS) == {name for model in TITLES for name in fields_of(model)}


def test_no_secret_is_ever_told() -> None:
    secret = {
        (model, name)
        for model in TITLES
        for name in model.privacy.secret.split()  # type: ignore[attr-defined]
    }

    assert not {(model, name) for model in TITLES for name in fields_of(model)} & secret
