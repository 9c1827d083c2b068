"""What stands around every page: who is logged in, where one can go, and whether this is the demo."""

from __future__ import annotations

from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from sammetag.access.roles import Right, Role


@dataclass(frozen=True)
class Place:
    """One place in the navigation."""

    url: str
    label: str
    current: bool


def surroundings(request: HttpRequest) -> dict[str, object]:
    """The context that the base layout needs on every page. It asks the database nothing."""
    person = getattr(request, "person", None)
    places: list[Place] = []
    if person:
        evaluates = person.role == Role.EVALUATOR
        if not evaluates:
            url = reverse("my-day")
            places.append(Place(url, _("Min dag"), request.path == url))
        if person.keys_with(Right.HAND_OVER):
            url = reverse("colleagues")
            places.append(Place(url, _("Kolleger"), request.path == url))
        if person.keys_with(Right.TAKE_IN):
            url = reverse("take-in")
            places.append(Place(url, _("Indlæs forløb"), request.path == url))
        url = reverse("law")
        places.append(Place(url, _("Lovbog"), request.path.startswith(url)))
        # Whoever opens a unit may draw in a trial there; an evaluator works in nothing else.
        if person.keys or evaluates:
            url = reverse("studies")
            places.append(Place(url, _("Evaluering"), request.path.startswith(url)))
    return {"demo": settings.DEMO, "person": person, "navigation": places}
