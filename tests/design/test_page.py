"""The base layout and the drawn timeline: what stands on every page, and what must not."""

import re
from dataclasses import replace
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest
from django.http import HttpResponse
from django.template import Context, Template
from django.template.loader import render_to_string
from django.urls import path
from django.utils import translation

from sammetag.design.timeline import Mark, Picture
from tests.design.pictures import GAP, HELD, MENTOR, STEP, SUPPORT, TODAY, picture

FULL = picture(
    bars=(MENTOR, SUPPORT, replace(SUPPORT, id="4", lane="health", state="paused", label="Søvn <og> pauser")),
    marks=(HELD, Mark("d", "decisions", TODAY, "deadline-missed", "Plan skulle ligge", "")),
    gaps=(GAP,),
    hours=(STEP,),
)


@pytest.fixture(autouse=True)
def doors(settings: Any) -> Any:
    urls = ModuleType("urls_of_the_layout")
    urls.urlpatterns = [  # type: ignore[attr-defined]
        path("language/", lambda request: HttpResponse(), name="language"),
        path("log-out/", lambda request: HttpResponse(), name="log-out"),
        path("security/", lambda request: HttpResponse(), name="security"),
    ]
    settings.ROOT_URLCONF = urls
    settings.STORAGES = {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
    with translation.override("da"):
        yield


def page(**context: Any) -> str:
    return render_to_string("design/page.html", context)


def drawn(shown: Picture, **context: Any) -> str:
    source = "{% load design %}{% timeline picture zooms=zooms %}"
    return Template(source).render(Context({"picture": shown, "zooms": (), **context}))


def test_the_demo_says_that_its_people_are_invented() -> None:
    assert "alle personer er opdigtede" in page(demo=True)
    assert "opdigtede" not in page()


def test_the_page_speaks_its_language_and_offers_the_other() -> None:
    assert '<html lang="da">' in page() and 'value="en" lang="en">English' in page()
    with translation.override("en"):
        assert '<html lang="en">' in page() and 'value="da" lang="da">Dansk' in page()


def test_a_person_is_named_and_can_log_out() -> None:
    shown = page(person=SimpleNamespace(name="Karen", role="Koordinator"))
    assert "Karen" in shown and "Koordinator" in shown and 'action="/log-out/"' in shown
    assert "/log-out/" not in page()


def test_the_place_where_one_is_is_marked() -> None:
    places = [
        SimpleNamespace(url="/a", label="Min dag", current=True),
        SimpleNamespace(url="/b", label="Sager"),
    ]
    assert page(navigation=places).count('aria-current="page"') == 1


def test_a_fault_is_an_alert_and_a_success_a_status() -> None:
    shown = page(messages=[SimpleNamespace(level_tag="error"), SimpleNamespace(level_tag="success")])
    assert 'alert-error" role="alert"' in shown and 'alert-success" role="status"' in shown


@pytest.mark.parametrize("shown", [picture(), FULL])
def test_nothing_on_the_page_needs_more_than_the_policy_allows(shown: Picture) -> None:
    html = page(demo=True) + drawn(shown)
    assert not re.search(r"\sstyle=|\son\w+=|hx-on|<script(?! src)|<style", html)


@pytest.mark.parametrize("language", ["da", "en"])
def test_coordinates_are_written_with_points_in_every_language(language: str) -> None:
    with translation.override(language):
        numbers = re.findall(r'\s(?:x|y|width|height|d|viewBox|transform)="([^"]*)"', drawn(FULL))
    assert numbers and not [text for text in numbers if "," in text]


def test_the_picture_has_a_title_a_description_and_a_table() -> None:
    html = drawn(FULL)
    assert html.count("<title id=") == 2 and html.count("<desc id=") == 2
    assert "<caption>Tidslinje for Åse</caption>" in html
    assert len(re.findall(r"<tr><td", html)) == 7


def test_ids_are_used_once() -> None:
    ids = re.findall(r'\sid="([^"]+)"', drawn(FULL))
    assert len(ids) == len(set(ids))


def test_the_table_says_states_and_dates_in_words() -> None:
    html = drawn(FULL)
    assert "fra 1.2.2026" in html and "1.1.2026 – 30.6.2026" in html
    for state in ("var i gang", "på pause", "samtale holdt", "frist overskredet", "4,5 t om ugen"):
        assert state in html


def test_an_empty_picture_teaches() -> None:
    assert "Der er ikke noget på tidslinjen endnu." in drawn(picture())


def test_labels_are_escaped() -> None:
    assert "Søvn &lt;og&gt; pauser" in drawn(FULL) and "<og>" not in drawn(FULL)


def test_only_things_with_an_address_are_links() -> None:
    html = drawn(FULL)
    assert html.count('<a href="/talks/1"') == 3


def test_zooms_work_with_and_without_htmx() -> None:
    zooms = [SimpleNamespace(label="1 år", url="?months=12", current=True)]
    html = drawn(FULL, zooms=zooms)
    assert 'href="?months=12" hx-get="?months=12"' in html and 'aria-current="true"' in html


def test_the_legend_explains_only_what_is_there() -> None:
    legend = drawn(picture(bars=(SUPPORT,))).partition("st-legend")[2].partition("</ul>")[0]
    assert "i gang" in legend and "venter" not in legend
