"""Every page, in both languages, on a desk and on a phone: nobody is kept out, and nothing is half said."""

from __future__ import annotations

import pytest
from django.db import OperationalError

from tests.browser.looking import faults_of, faults_of_look, words_of_another_language
from tests.browser.place import ASTRID
from tests.browser.places import PLACES
from tests.browser.visiting import DESK, PHONE, Demo


@pytest.mark.parametrize("lang", ["da", "en"])
@pytest.mark.parametrize("name", PLACES)
def test_a_page_is_open_to_all_on_a_desk_and_a_phone(
    shown: Demo, written: tuple[str, ...], name: str, lang: str
) -> None:
    page = PLACES[name].reached(shown, lang)

    # The same page in English is wider in places, but what axe looks at is built of the same parts.
    faults = faults_of if lang == "da" else faults_of_look
    on_a_desk = list(faults(page, lang))
    page.set_viewport_size({"width": PHONE, "height": 800})
    on_a_phone = list(faults(page, lang))

    assert [DESK, *on_a_desk, PHONE, *on_a_phone] == [DESK, PHONE]
    assert list(words_of_another_language(page, lang, written)) == []


@pytest.mark.parametrize("lang", ["da", "en"])
@pytest.mark.parametrize("fault", [ValueError("ours"), OperationalError("away")])
def test_a_failure_of_ours_has_its_page_too(
    shown: Demo, monkeypatch: pytest.MonkeyPatch, lang: str, fault: Exception
) -> None:
    def fail(*everything: object) -> None:
        raise fault

    page = shown.visit(ASTRID, lang=lang)
    monkeypatch.setattr("sammetag.desk.my_day_page.day_for", fail)

    answer = page.reload()

    assert answer and answer.status in (500, 503)
    assert list(faults_of(page, lang)) == []
    assert list(words_of_another_language(page, lang)) == []
