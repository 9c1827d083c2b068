"""The pages of a study as somebody of the town meets them."""

from __future__ import annotations

from html import unescape
from typing import Any
from uuid import UUID

from django.test import Client
from django.urls import reverse

from sammetag.studies.models import Entry
from tests.studies.deeds import DRAWER, behind, frozen_study_in
from tests.studies.drawing import citizens_in, drawn, entries_of
from tests.town import Town


def at(name: str, study_id: UUID, **more: object) -> str:
    """The address of a page of a study."""
    return reverse(name, kwargs={"study_id": study_id, **more})


def page(client: Client, address: str, **data: Any) -> str:
    """What stands on a page, asked for, or with something sent to it."""
    response = client.post(address, data) if data else client.get(address)
    assert response.status_code == 200, response.status_code
    return unescape(response.text)


def drawn_people(town: Town, count: int = 4) -> tuple[UUID, list[Entry]]:
    """A study in which so many were drawn today, and they."""
    study_id = frozen_study_in(town)
    drawn(town, study_id, citizens_in(town, count))
    with behind(town, DRAWER):
        return study_id, entries_of(study_id)
