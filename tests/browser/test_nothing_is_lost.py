"""What somebody typed is there still: after a reload, a lost session, a second tab, and too much text."""

from __future__ import annotations

from playwright.sync_api import Locator, Page, expect

from sammetag.access.wall import behind_the_wall
from sammetag.journal.models import Event
from sammetag.talks.models import Talk
from tests.browser.place import ASTRID
from tests.browser.visiting import Demo

TEXT = "Hun glæder sig. Æblerne er røde."
KEPT = "Kladden er gemt"


def notes(page: Page) -> Locator:
    return page.get_by_label("Notat")


def hold(page: Page) -> Locator:
    return page.get_by_role("button", name="Samtalen er holdt")


def typed(page: Page, text: str = TEXT) -> Page:
    """The page once the line below the form says that the text is kept."""
    notes(page).press_sequentially(text)
    expect(page.locator(".st-draft-line")).to_contain_text(KEPT)
    return page


def events(demo: Demo, key: str, kind: str) -> int:
    """How many events of a kind the journal of a case has."""
    with behind_the_wall(demo.account(ASTRID)):
        return Event.objects.scoped("test").filter(case_id=demo.world.life(key).case.id, kind=kind).count()


def talks_of(demo: Demo, key: str) -> int:
    with behind_the_wall(demo.account(ASTRID)):
        return Talk.objects.scoped("test").filter(case_id=demo.world.life(key).case.id).count()


def test_what_is_typed_is_kept_and_stands_there_after_a_reload_and_in_another_tab(live: Demo) -> None:
    page = typed(live.visit(ASTRID, live.talk("aase")))

    page.reload()
    other = page.context.new_page()
    other.goto(live.talk("aase"))

    for tab in (page, other):
        expect(tab.get_by_role("status")).to_contain_text("Her er din kladde fra sidst")
        expect(notes(tab)).to_have_value(TEXT)


def test_a_draft_is_thrown_away_when_its_writer_asks_for_it(live: Demo) -> None:
    page = typed(live.visit(ASTRID, live.talk("aase")))
    page.reload()

    page.get_by_role("button", name="Kassér kladden").click()

    expect(notes(page)).to_have_value("")
    expect(page.get_by_text("Her er din kladde")).to_have_count(0)


def test_a_saved_talk_leaves_no_draft_behind(live: Demo) -> None:
    page = typed(live.visit(ASTRID, live.case("aase", "talks", "held")))
    hold(page).click()
    page.wait_for_url(f"**{live.case('aase')}")

    page.goto(live.case("aase", "talks", "held"))

    expect(notes(page)).to_have_value("")
    expect(page.get_by_text("Her er din kladde")).to_have_count(0)


def test_from_a_lost_session_two_clicks_and_a_log_in_save_the_text(live: Demo) -> None:
    page = live.visit(ASTRID, live.talk("aase"))
    notes(page).fill(TEXT)
    page.context.clear_cookies(name="sessionid")

    hold(page).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Du er blevet logget ud")
    page.get_by_role("button", name="Log ind igen").click()
    page.get_by_role("button", name="Log ind som Astrid Holm").click()
    page.get_by_role("button", name="Gem det, jeg skrev").click()

    expect(page.get_by_role("status")).to_contain_text("Samtalen er skrevet ind")
    page.goto(live.talk("aase"))
    expect(page.get_by_text(TEXT)).to_be_visible()


def test_whoever_types_on_after_a_lost_session_is_told_and_can_go_on(live: Demo) -> None:
    live.watch.allowed.add(401)
    page = live.visit(ASTRID, live.talk("aase"))
    page.context.clear_cookies(name="sessionid")

    notes(page).press_sequentially(TEXT)

    expect(page.locator(".st-draft-line")).to_contain_text("Du er blevet logget ud. Skriv bare videre")
    expect(notes(page)).to_have_value(TEXT)


def test_a_zoom_after_a_lost_session_leads_to_log_in_and_back(live: Demo) -> None:
    live.watch.allowed.add(401)
    page = live.visit(ASTRID, live.case("aase"))
    page.context.clear_cookies(name="sessionid")

    page.get_by_role("link", name="Hele forløbet").click()
    page.get_by_role("button", name="Log ind som Astrid Holm").click()

    expect(page.get_by_role("heading", level=1)).to_contain_text("Åse Ærø Østergård")


def test_the_second_of_two_tabs_shows_what_changed_and_keeps_its_text(live: Demo) -> None:
    second = live.visit(ASTRID, live.talk("aase"))
    first = second.context.new_page()
    first.goto(live.talk("aase"))
    notes(first).fill("Den første tekst.")
    hold(first).click()
    first.wait_for_url(f"**{live.case('aase')}")
    notes(second).fill(TEXT)

    hold(second).click()

    expect(second.locator(".st-compare-theirs")).to_contain_text("Den første tekst.")
    expect(notes(second)).to_have_value(TEXT)
    assert events(live, "aase", "talk.held") == held_before(live) + 1
    second.get_by_role("link", name="Ret samtalen med din tekst").click()
    expect(second.get_by_role("heading", level=1)).to_have_text("Ret samtalen")
    expect(notes(second)).to_have_value(f"Den første tekst.\n\n{TEXT}")


def test_whoever_has_seen_that_the_talk_was_moved_may_save_once_more(live: Demo) -> None:
    page = live.visit(ASTRID, live.talk("aase"))
    other = page.context.new_page()
    other.goto(live.talk("aase", "move"))
    other.get_by_label("Sted eller telefonnummer").fill("Biblioteket")
    other.get_by_label("Dato").fill("2026-12-14")
    other.get_by_role("button", name="Flyt samtalen").click()
    other.wait_for_url(f"**{live.case('aase')}")
    notes(page).fill(TEXT)

    hold(page).click()
    expect(page.locator(".st-compare-theirs")).to_contain_text("mandag den 14. december")
    expect(notes(page)).to_have_value(TEXT)
    hold(page).click()

    expect(page.get_by_role("status")).to_contain_text("Samtalen er skrevet ind")


def held_before(demo: Demo) -> int:
    """How many talks of Åse were held when the demo was loaded."""
    return sum(talk.outcome == "held" for talk in demo.world.life("aase").talks)


def test_a_double_click_on_the_button_makes_one_talk_and_one_event(live: Demo) -> None:
    page = live.visit(ASTRID, live.case("karen", "talks", "book"))
    page.get_by_label("Klokken").fill("14:30")
    talks, booked = talks_of(live, "karen"), events(live, "karen", "talk.booked")

    page.get_by_role("button", name="Book samtalen").dblclick()

    expect(page.get_by_role("status").filter(has_text="Samtalen er aftalt").first).to_be_visible()
    assert talks_of(live, "karen") == talks + 1
    assert events(live, "karen", "talk.booked") == booked + 1


def test_going_back_after_saving_and_saving_again_changes_nothing(live: Demo) -> None:
    page = live.visit(ASTRID, live.case("karen", "talks", "held"))
    notes(page).fill(TEXT)
    hold(page).click()
    page.wait_for_url(f"**{live.case('karen')}")
    talks, held = talks_of(live, "karen"), events(live, "karen", "talk.held")

    page.go_back()
    page.wait_for_url("**/talks/held/")
    if notes(page).input_value() == TEXT:
        hold(page).click()
        page.wait_for_url(f"**{live.case('karen')}")

    assert (talks_of(live, "karen"), events(live, "karen", "talk.held")) == (talks, held)


def test_a_text_too_long_is_refused_with_a_sentence_and_kept_whole(live: Demo) -> None:
    page = live.visit(ASTRID, live.talk("aase"))
    far_too_much = "å" * 20_001
    notes(page).evaluate(
        "(field, text) => { field.removeAttribute('maxlength'); field.value = text }", far_too_much
    )

    hold(page).click()

    expect(page.locator(".st-error-summary")).to_contain_text("20001")
    expect(notes(page)).to_have_value(far_too_much)
    assert events(live, "aase", "talk.held") == held_before(live)


def test_what_was_wrong_is_told_first_and_leads_to_the_field(live: Demo) -> None:
    page = live.visit(ASTRID, live.case("karen", "talks", "book"))
    page.get_by_label("Dagsorden").fill(TEXT)
    page.get_by_label("Dato").fill("")

    page.get_by_role("button", name="Book samtalen").click()

    expect(page.locator(".st-error-summary")).to_be_focused()
    page.locator(".st-error-summary").get_by_role("link").click()
    expect(page.get_by_label("Dato")).to_be_focused()
    expect(page.get_by_label("Dagsorden")).to_have_value(TEXT)


def test_without_scripts_a_talk_is_booked_and_held(live: Demo) -> None:
    page = live.visit(ASTRID, live.case("aase", "talks", "book"), javascript=False)
    page.get_by_label("Dagsorden").fill(TEXT)
    page.get_by_label("Klokken").fill("14:30")
    page.get_by_role("button", name="Book samtalen").click()
    expect(page.get_by_role("status")).to_contain_text("Samtalen er aftalt")

    page.goto(live.talk("aase"))
    notes(page).fill(TEXT)
    hold(page).click()

    expect(page.get_by_role("status")).to_contain_text("Samtalen er skrevet ind")
    assert events(live, "aase", "talk.held") == held_before(live) + 1
