"""The pages around a study and of method notes: who sees what, what is asked again, and both texts kept."""

from __future__ import annotations

from html import unescape
from typing import Any

from django.urls import reverse

from sammetag.people.models import Field
from sammetag.studies.actions.method_notes import NoteText, change_note
from sammetag.studies.actions.theory import ElementText, change_element
from sammetag.studies.models import Practice, Quotation, Side
from tests.studies.around import (
    A_YEAR,
    NEXT_YEAR,
    change,
    drawn,
    element,
    interview,
    note,
    quotation,
    round_told,
)
from tests.studies.deeds import DRAWER, EVALUATOR, LEADER, behind, frozen_study_in, study_in
from tests.town import Town


def test_the_page_shows_the_table_to_a_member_who_may_not_write_without_a_button(
    committed: Town, browse: Any
) -> None:
    study = study_in(committed)
    one = element(committed, study, "Samme <tag>", indicator="first-talk")
    round_told(committed, study, one, Practice.NEVER)

    page = browse(DRAWER).get(reverse("study-theory", args=[study])).text

    assert "Samme &lt;tag&gt;" in page
    assert "Kom aldrig i praksis" in page
    assert "Måles med: Første samtale" in page
    assert "Nyt element" not in page


def test_when_two_write_the_second_sees_both_texts_and_can_save_once_more(
    committed: Town, browse: Any
) -> None:
    study = study_in(committed)
    one = element(committed, study, "Samme tag")
    client, url = browse(LEADER), reverse("element", args=[study, one.id])
    mine = {"title": "Mit", "side": "citizen", "assumption": "Min", "indicator": "", "version": "1"}
    with behind(committed, EVALUATOR):
        text = ElementText(Side.ORGANISATION, "Hendes", "Hendes antagelse")
        change_element(
            by=committed.person(EVALUATOR), study_id=study, element_id=one.id, version=1, text=text
        )

    refused = client.post(url, mine)
    assert refused.status_code == 409
    assert "Hendes antagelse" in refused.text
    assert 'value="Mit"' in refused.text

    assert client.post(url, mine | {"version": "2"}).status_code == 302
    assert "Mit" in client.get(reverse("study-theory", args=[study])).text


def test_interviews_are_counted_in_a_table_and_quoted_without_a_name(committed: Town, browse: Any) -> None:
    study = study_in(committed)
    interview(committed, study)
    held = interview(committed, study, role="Borger", arm="control", persons=11, came=11, group=True)
    interview(committed, study, role="Borger", persons=6, came=3, chosen_by="vejlederne")
    quotation(committed, held, "Der gik længe <mellem> møderne.")

    page = unescape(browse(EVALUATOR).get(reverse("study-interviews", args=[study])).text)

    assert "15 personer" in page
    assert "Borger (Under samme tag): aftalt med 6, og 3 kom." in page
    assert "Der gik længe <mellem> møderne." in page
    assert "<mellem>" not in browse(EVALUATOR).get(reverse("study-interviews", args=[study])).text


def test_a_name_in_a_quotation_is_asked_about_once_and_saved_with_a_tick(
    committed: Town, browse: Any
) -> None:
    study = study_in(committed)
    held = interview(committed, study)
    client, url = browse(EVALUATOR), reverse("new-quotation", args=[study, held.id])
    typed = {"theme": "Ventetid", "words": "Dorte er også navnet på min nabo."}

    asked = client.post(url, typed)
    assert asked.status_code == 409
    assert "»Dorte« er ikke den person" in asked.text
    assert 'name="not_them" value="Dorte"' in asked.text

    assert client.post(url, typed | {"not_them": "Dorte"}).status_code == 302
    with behind(committed, EVALUATOR):
        assert Quotation.objects.scoped("test").get().words == typed["words"]


def test_a_tick_sent_along_unasked_lets_no_number_through(committed: Town, browse: Any) -> None:
    study = study_in(committed)
    held = interview(committed, study)
    url = reverse("new-quotation", args=[study, held.id])

    answer = browse(LEADER).post(
        url, {"theme": "A", "words": "Hun har 010180-1234.", "not_them": "010180-1234"}
    )

    assert answer.status_code == 409
    assert "010180-1234" in answer.text


def test_a_quotation_that_is_taken_out_is_gone_from_the_page(committed: Town, browse: Any) -> None:
    study = study_in(committed)
    held = interview(committed, study)
    said = quotation(committed, held, "Vi venter meget.")
    client = browse(LEADER)

    client.post(reverse("drop-quotation", args=[study, said.id]))

    assert "Vi venter meget." not in client.get(reverse("study-interviews", args=[study])).text


def test_the_time_line_shows_draws_rounds_and_changes_and_says_the_same_in_a_table(
    committed: Town, browse: Any
) -> None:
    study = frozen_study_in(committed)
    round_told(committed, study, element(committed, study), Practice.PARTLY)
    change(committed, study, "Afdelingen flyttede.", since=A_YEAR, until=NEXT_YEAR, arms=("control",))
    drawn(committed, study)

    page = unescape(browse(EVALUATOR).get(reverse("study-context", args=[study])).text)

    assert page.count('class="st-around-draw"') == 2
    assert "1.6.2017 – 1.6.2018: Afdelingen flyttede. (Som hidtil)." in page
    assert "1 lodtrækning" in page
    assert "Runden 2017" in page


def test_a_change_is_taken_out_and_put_back(committed: Town, browse: Any) -> None:
    study = study_in(committed)
    one = change(committed, study)
    client, url = browse(LEADER), reverse("study-context", args=[study])

    client.post(reverse("drop-context", args=[study, one.id]), {"version": "1"})
    assert "1 er taget ud" in client.get(url).text
    client.post(reverse("drop-context", args=[study, one.id]), {"version": "2", "place": "back"})
    assert "taget ud" not in client.get(url).text


def test_notes_are_found_by_field_and_by_any_of_their_words(committed: Town, browse: Any) -> None:
    note(committed, "astrid", "Ring til virksomheden.", title="Skånehensyn i praktik")
    note(committed, "eva", "Tal om søvn.", Field.HEALTH, title="Søvn")
    client, url = browse("mads"), reverse("method-notes")

    def found(**asked: str) -> tuple[bool, bool]:
        page = client.get(url, asked).text
        return "Skånehensyn i praktik" in page, "Tal om søvn." in page

    assert found() == (True, True)
    assert found(field="health") == (False, True)
    assert found(q="virksomheden skaane") == (True, False)
    assert found(q="søvn", field="employment") == (False, False)


def test_a_note_is_read_as_paragraphs_and_lists_and_nothing_in_it_is_markup(
    committed: Town, browse: Any
) -> None:
    one = note(committed, "astrid", "Først\nså\n\n- et <b>punkt</b>\n- et til")

    page = browse("birk").get(reverse("method-note", args=[one.id])).text

    assert "<p>Først<br>så</p><ul><li>et &lt;b&gt;punkt&lt;/b&gt;</li><li>et til</li></ul>" in page


def test_a_note_that_two_change_keeps_both_texts(committed: Town, browse: Any) -> None:
    one = note(committed, "astrid", "Ring.")
    with behind(committed, "birk"):
        text = NoteText(Field.EMPLOYMENT, "En praktik", "Besøg dem.")
        change_note(by=committed.person("birk"), note_id=one.id, version=1, text=text)

    url = reverse("change-method-note", args=[one.id])
    mine = {"title": "En praktik", "field": "employment", "text": "Skriv til dem.", "version": "1"}
    refused = browse("astrid").post(url, mine)

    assert refused.status_code == 409
    assert "Besøg dem." in refused.text
    assert "Skriv til dem." in refused.text


def test_a_note_of_another_municipality_is_not_there(committed: Town, browse: Any) -> None:
    one = note(committed, "astrid", "Ring.")

    assert browse("esther").get(reverse("method-note", args=[one.id])).status_code == 404
    assert "En praktik" not in browse("esther").get(reverse("method-notes")).text


def test_the_plan_and_its_sub_goals_lead_to_the_notes_of_their_field(committed: Town, browse: Any) -> None:
    client, case = browse("astrid"), committed.cases["own"]
    sent = {"title": "Passe på ryggen", "field": "health", "words_of": "coordinator"}
    client.post(reverse("new-goal", args=[case]), sent)

    assert f"{reverse('method-notes')}?field=health" in client.get(reverse("plan", args=[case])).text


def test_an_english_reader_meets_english_pages(committed: Town, browse: Any) -> None:
    study = study_in(committed)
    round_told(committed, study, element(committed, study), Practice.NEVER)
    client = browse(LEADER)
    client.cookies["django_language"] = "en"

    assert "Never put into practice" in client.get(reverse("study-theory", args=[study])).text
    assert "How we do it" in client.get(reverse("method-notes")).text


def test_a_colleague_named_in_theory_and_context_is_asked_about_and_a_tick_lets_the_word_stand(
    committed: Town, browse: Any
) -> None:
    study = study_in(committed)
    one, client = element(committed, study), browse(EVALUATOR)
    day = A_YEAR.isoformat()
    forms: list[tuple[str, dict[str, Any]]] = [
        (reverse("new-element", args=[study]), {"title": "Dortes møder", "side": "citizen"}),
        (
            reverse("tell-round", args=[study, one.id]),
            {"name": "2017", "on": day, "arm": "control", "state": "never", "words": "Dortes hold mangler."},
        ),
        (reverse("new-context", args=[study]), {"since": day, "words": "Dortes hold flyttede."}),
    ]

    for url, typed in forms:
        asked = client.post(url, typed)
        assert asked.status_code == 409
        assert 'name="not_them" value="Dortes"' in asked.text
        assert client.post(url, typed | {"not_them": "Dortes"}).status_code == 302


def test_a_round_that_is_told_again_begins_with_what_stands_there(committed: Town, browse: Any) -> None:
    study = study_in(committed)
    one = element(committed, study)
    round_told(committed, study, one, Practice.NEVER)
    url = reverse("tell-round", args=[study, one.id])

    again = browse(EVALUATOR).get(f"{url}?name=2017&arm=treatment")
    other = browse(EVALUATOR).get(f"{url}?name=2017&arm=control")

    assert again.context["form"]["state"].value() == Practice.NEVER
    assert "Sådan skrev Lis det" in again.text
    assert "Sådan skrev" not in other.text


def test_the_table_of_the_time_line_is_in_order_of_time(committed: Town, browse: Any) -> None:
    study = study_in(committed)
    round_told(committed, study, element(committed, study), Practice.PARTLY, name="2018")
    change(committed, study, "Nye regler.", since=A_YEAR)

    page = browse(EVALUATOR).get(reverse("study-context", args=[study])).text
    table = page[page.index("<tbody>") :]

    assert table.index("Nye regler.") < table.index("Runden 2018")
