from datetime import date, datetime, time
from typing import Any

import pytest
from django import forms
from django.utils import translation

from sammetag.design.form_renderer import FormRenderer, native
from sammetag.design.templatetags.design import error_summary


class Talk(forms.Form):
    default_renderer = FormRenderer

    on = forms.DateField(label="Dato", help_text="Den dag, samtalen blev holdt.")
    at = forms.TimeField(label="Klokken", required=False)
    following = forms.DateTimeField(label="Næste samtale", required=False)
    kind = forms.ChoiceField(
        label="Hvordan?", choices=[("meet", "Ved fremmøde"), ("phone", "Telefon")], widget=forms.RadioSelect
    )
    note = forms.CharField(label="Hvad aftalte I?", widget=forms.Textarea, max_length=500)
    agreed = forms.BooleanField(label="Åse er enig")
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def clean(self) -> dict[str, Any] | None:
        if self.data.get("twice"):
            raise forms.ValidationError("Samtalen er allerede ført ind.")
        return super().clean()


@pytest.fixture(autouse=True)
def danish() -> Any:
    with translation.override("da"):
        yield


def test_the_label_stands_above_its_field_and_names_it() -> None:
    drawn = str(Talk())
    assert '<label class="form-label" for="id_on">Dato' in drawn
    assert drawn.index('for="id_on"') < drawn.index('id="id_on"')


def test_the_hint_describes_the_field() -> None:
    drawn = str(Talk()["on"])
    assert 'aria-describedby="id_on_helptext"' in drawn
    assert 'id="id_on_helptext"' in Talk()["on"].as_field_group()


def test_an_error_is_shown_and_said() -> None:
    drawn = Talk({})["on"].as_field_group()
    assert 'aria-describedby="id_on_helptext id_on_error"' in drawn and 'aria-invalid="true"' in drawn
    assert 'class="form-error-message" id="id_on_error"' in drawn and "form-error" in drawn


@pytest.mark.parametrize(
    ("name", "value", "kind", "shown"),
    [
        ("on", date(2026, 11, 21), "date", "2026-11-21"),
        ("at", time(10, 30), "time", "10:30"),
        ("following", datetime(2026, 12, 9, 10, 0), "datetime-local", "2026-12-09T10:00"),  # noqa: DTZ001
    ],
)
def test_dates_and_times_use_the_browsers_own_inputs(name: str, value: Any, kind: str, shown: str) -> None:
    drawn = str(Talk(initial={name: value})[name])
    assert f'type="{kind}"' in drawn and f'value="{shown}"' in drawn


@pytest.mark.parametrize("language", ["da", "en"])
def test_what_the_browser_sends_is_understood_in_both_languages(language: str) -> None:
    with translation.override(language):
        form = Talk({"on": "2026-11-21", "at": "10:30", "following": "2026-12-09T10:00"})
        assert not {"on", "at", "following"} & set(form.errors)
        assert form.cleaned_data["on"] == date(2026, 11, 21)


def test_a_form_of_many_dates_does_not_change_the_fields_own_widget() -> None:
    form = Talk()
    native(form.fields["on"].widget)
    assert form.fields["on"].widget.input_type == "text"


def test_choices_are_a_fieldset_with_a_legend() -> None:
    drawn = Talk({})["kind"].as_field_group()
    assert '<legend class="form-label">Hvordan?' in drawn
    assert '<fieldset id="id_kind" tabindex="-1" aria-describedby="id_kind_error">' in drawn
    assert drawn.count('class="form-radio"') == 2 and '<label for="id_kind_0">Ved fremmøde</label>' in drawn


def test_a_chosen_choice_stays_chosen() -> None:
    drawn = str(Talk({"kind": "phone"})["kind"])
    assert drawn.count(" checked") == 1 and drawn.index("checked") > drawn.index('value="phone"')


def test_a_single_checkbox_has_its_label_beside_it() -> None:
    drawn = Talk()["agreed"].as_field_group()
    assert drawn.index('id="id_agreed"') < drawn.index('for="id_agreed"')
    assert 'class="form-checkbox"' in drawn


def test_a_long_text_says_how_much_it_may_hold() -> None:
    drawn = Talk()["note"].as_field_group()
    assert 'data-limit="500"' in drawn and "Højst 500 tegn" in drawn and "<textarea" in drawn


def test_only_optional_fields_say_so() -> None:
    assert "(kan udelades)" in Talk()["at"].as_field_group()
    assert "(kan udelades)" not in Talk()["on"].as_field_group()


def test_hidden_fields_are_drawn_without_label() -> None:
    drawn = str(Talk(initial={"version": 3}))
    assert '<input type="hidden" name="version" value="3" id="id_version">' in drawn


def test_what_was_typed_is_escaped() -> None:
    assert "<script>" not in str(Talk({"note": "<script>alert(1)</script>", "kind": "<script>"}))


def test_the_summary_names_every_error_with_a_link() -> None:
    form = Talk({"twice": "yes"})
    drawn = str(form.renderer.render("design/error_summary.html", error_summary(form)))
    assert drawn.count('href="#id_') == len(form.errors) - 1
    assert "Samtalen er allerede ført ind." in drawn and 'href="#id_kind"' in drawn
    assert "data-focus-on-load" in drawn


def test_the_summary_is_silent_while_all_is_well() -> None:
    form = Talk()
    assert not str(form.renderer.render("design/error_summary.html", error_summary(form))).strip()


def test_nothing_is_styled_inside_the_page() -> None:
    assert "style=" not in str(Talk({})) and "<script" not in str(Talk({}))
