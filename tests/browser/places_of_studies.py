"""The pages of evaluations."""

from __future__ import annotations

from tests.browser.place import SUSANNE, Place
from tests.browser.places_of_the_law import open_all

PLACES_OF_STUDIES: dict[str, Place] = {
    "published figures": Place(SUSANNE, lambda demo: "/studies/published/", open_all),
}
