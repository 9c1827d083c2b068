"""The forms of what is known around a trial: theory, interviews, context and method notes."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from sammetag.design.day_picker import DAY, YEARS
from sammetag.design.wording import told
from sammetag.evaluation.trial.outcomes import INDICATORS
from sammetag.people.models import Field
from sammetag.plan.telling import FIELD_WORDS
from sammetag.studies.actions.context import ContextText
from sammetag.studies.actions.interviews import InterviewText
from sammetag.studies.actions.method_notes import NoteText
from sammetag.studies.actions.theory import ElementText, RoundText
from sammetag.studies.both_texts import NamingNobody
from sammetag.studies.models import LONGEST_WORDS, Practice, Side
from sammetag.studies.opening import OpenStudy

LONGEST_NOTE = 20_000
MOST_PERSONS = 200


def indicators() -> list[tuple[str, Any]]:
    """What an assumption can be measured by, and that nothing does."""
    return [("", _("Ingen"))] + [(one.name, told(one.title)) for one in INDICATORS]


class Day(forms.DateField):
    """A day in a calendar."""

    def __init__(self, **how: Any) -> None:
        super().__init__(widget=DAY, validators=YEARS, **how)


class Words(forms.CharField):
    """A text of some lines."""

    def __init__(self, *, rows: int = 4, limit: int = LONGEST_WORDS, **how: Any) -> None:
        widget = forms.Textarea(attrs={"rows": rows})
        super().__init__(max_length=limit, widget=widget, **how)


class ElementForm(NamingNobody):
    title = forms.CharField(
        label=_("Element"), max_length=200, help_text=_("For eksempel: alle professionelle under samme tag.")
    )
    side = forms.ChoiceField(
        label=_("Hvem handler det om?"),
        choices=Side.choices,
        widget=forms.RadioSelect,
        initial=Side.ORGANISATION,
    )
    assumption = Words(
        label=_("Antagelse"),
        required=False,
        help_text=_("Hvad skal det føre til, og hvorfor tror I det?"),
    )
    indicator = forms.ChoiceField(
        label=_("Kan måles med"),
        choices=indicators,
        required=False,
        help_text=_("Et tal, som Sammetag kan regne ud. Er der ikke noget, så lad det stå på Ingen."),
    )

    def text(self) -> ElementText:
        """What the element says; only after is_valid."""
        typed = self.cleaned_data
        return ElementText(Side(typed["side"]), typed["title"], typed["assumption"], typed["indicator"])


class RoundForm(NamingNobody):
    name = forms.CharField(
        label=_("Runde"), max_length=40, help_text=_("For eksempel 2017. Skriv runden ens hver gang.")
    )
    on = Day(label=_("Set efter den"))
    arm = forms.ChoiceField(label=_("Gruppe"), choices=[], widget=forms.RadioSelect)
    state = forms.ChoiceField(
        label=_("Hvor langt er det?"),
        choices=Practice.choices,
        widget=forms.RadioSelect,
    )
    words = Words(
        label=_("Med egne ord"),
        required=False,
        help_text=_("Hvad lykkedes, og hvad gjorde ikke? Nævn ingen ved navn."),
    )

    def __init__(self, opened: OpenStudy, *args: Any, **how: Any) -> None:
        super().__init__(*args, **how)
        offer_arms(self.fields["arm"], opened)

    def told(self) -> RoundText:
        """How far it had come; only after is_valid."""
        typed = self.cleaned_data
        return RoundText(typed["name"], typed["on"], typed["arm"], Practice(typed["state"]), typed["words"])


class InterviewForm(NamingNobody):
    role = forms.CharField(
        label=_("Rolle"), max_length=60, help_text=_("For eksempel leder, sagsbehandler eller borger.")
    )
    round = forms.CharField(label=_("Runde"), max_length=40, help_text=_("For eksempel 2018."))
    arm = forms.ChoiceField(label=_("Gruppe"), choices=[], required=False)
    group = forms.BooleanField(label=_("Flere talte sammen i en gruppe"), required=False)
    chosen_by = forms.CharField(
        label=_("Hvem valgte dem?"),
        max_length=120,
        help_text=_("For eksempel vejlederne eller evaluator. Det siger noget om, hvem I har hørt."),
    )
    held_by = forms.CharField(
        label=_("Hvem holdt interviewet?"), max_length=120, help_text=_("For eksempel evaluator.")
    )
    agreed_on = Day(label=_("Aftalt til den"), required=False)
    persons = forms.IntegerField(
        label=_("Aftalt med hvor mange?"), min_value=1, max_value=MOST_PERSONS, initial=1
    )
    held_on = Day(label=_("Holdt den"), required=False, help_text=_("Eller dagen, hvor ingen kom."))
    came = forms.IntegerField(
        label=_("Hvor mange kom?"),
        min_value=0,
        max_value=MOST_PERSONS,
        required=False,
        help_text=_("Skriv 0, hvis ingen kom. Tom, til det er holdt."),
    )
    themes = Words(
        label=_("Temaer"), required=False, rows=3, help_text=_("Ét på hver linje. Nævn ingen ved navn.")
    )

    def __init__(self, opened: OpenStudy, *args: Any, **how: Any) -> None:
        super().__init__(*args, **how)
        offer_arms(self.fields["arm"], opened, _("Ingen af grupperne"))

    def clean_themes(self) -> list[str]:
        """Each theme once."""
        themes = [" ".join(line.split()) for line in self.cleaned_data["themes"].splitlines()]
        if any(len(theme) > 80 for theme in themes):
            raise forms.ValidationError(_("Et tema kan højst være på 80 tegn."))
        return list(dict.fromkeys(filter(None, themes)))

    def text(self) -> InterviewText:
        """The interview; only after is_valid."""
        typed = {name: value for name, value in self.cleaned_data.items() if name != "not_them"}
        return InterviewText(**typed | {"themes": tuple(typed["themes"])})


class QuotationForm(NamingNobody):
    theme = forms.CharField(label=_("Tema"), max_length=80, widget=forms.TextInput(attrs={"list": "themes"}))
    words = Words(
        label=_("Hvad blev der sagt?"),
        rows=6,
        help_text=_("Ingen må kunne kendes på det: ingen navne, numre, steder eller særlige forløb."),
    )


class ContextForm(NamingNobody):
    words = Words(
        label=_("Hvad ændrede sig?"),
        help_text=_("For eksempel en flytning, en ny leverandør eller ventetider. Nævn ingen ved navn."),
    )
    since = Day(label=_("Fra og med"))
    until = Day(label=_("Til og med"), required=False, help_text=_("Tom, hvis det stadig er sådan."))
    arms = forms.MultipleChoiceField(
        label=_("Hvem ramte det?"),
        choices=[],
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Sæt intet hak, hvis det ramte alle lige meget."),
    )

    def __init__(self, opened: OpenStudy, *args: Any, **how: Any) -> None:
        super().__init__(*args, **how)
        offer_arms(self.fields["arms"], opened)

    def text(self) -> ContextText:
        """The change; only after is_valid."""
        typed = self.cleaned_data
        return ContextText(typed["since"], typed["until"], typed["words"], tuple(typed["arms"]))


class NoteForm(NamingNobody):
    title = forms.CharField(
        label=_("Hvad handler det om?"),
        max_length=120,
        help_text=_("For eksempel: sådan aftaler vi en praktik med skånehensyn."),
    )
    field = forms.ChoiceField(label=_("Område"), choices=list(FIELD_WORDS.items()), initial=Field.EMPLOYMENT)
    text = Words(
        label=_("Sådan gør vi"),
        rows=14,
        limit=LONGEST_NOTE,
        help_text=_(
            "Skriv en tom linje mellem afsnit, og begynd en linje med - for at lave en liste."
            " Nævn ingen borgere."
        ),
    )

    def note(self) -> NoteText:
        """The note; only after is_valid."""
        typed = self.cleaned_data
        return NoteText(Field(typed["field"]), typed["title"], typed["text"].replace("\r\n", "\n"))


class NoteSearchForm(forms.Form):
    q = forms.CharField(label=_("Søg i metodenoter"), required=False, max_length=80)
    field = forms.ChoiceField(required=False, choices=[("", ""), *FIELD_WORDS.items()])


def offer_arms(field: forms.Field, opened: OpenStudy, nothing: Any = None) -> None:
    """Put up the arms of the study, after the choice of none of them where there is one."""
    if isinstance(field, forms.ChoiceField):
        arms = [(arm.name, arm.title) for arm in opened.protocol.arms]
        field.choices = [("", nothing), *arms] if nothing is not None else arms
