"""The forms of a plan. Each turns what was typed into the frozen things that the actions take."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from sammetag.design.day_picker import DAY, YEARS
from sammetag.design.wording import date_words
from sammetag.people.models import Field
from sammetag.plan.actions.steps import Agreement
from sammetag.plan.limits import LONGEST_REASON
from sammetag.plan.models import LONGEST_LINE, LONGEST_TEXT, About, Achievement, Step, SubGoal, Voice
from sammetag.plan.telling import FIELD_WORDS
from sammetag.plan.texts import GoalText, JobGoalText, SubGoalText

SCALES: dict[About, list[tuple[int, Any]]] = {
    About.OWNERSHIP: [
        (1, _("1 Slet ikke borgerens egen")),
        (2, _("2 Mest vores")),
        (3, _("3 Noget af begge dele")),
        (4, _("4 Mest borgerens egen")),
        (5, _("5 Helt borgerens egen")),
    ],
    About.REALISM: [
        (1, _("1 Slet ikke realistisk")),
        (2, _("2 Næppe realistisk")),
        (3, _("3 Måske realistisk")),
        (4, _("4 Ret realistisk")),
        (5, _("5 Helt realistisk")),
    ],
}


class OneLine(forms.CharField):
    """A sentence or two without line breaks, in a box that shows all of it."""

    widget = forms.Textarea

    def __init__(self, *, limit: int = LONGEST_LINE, **how: Any) -> None:
        super().__init__(max_length=limit, **how)
        self.widget.attrs |= {"rows": 2, "class": "st-textarea--short"}

    def to_python(self, value: Any) -> str:
        return " ".join((super().to_python(value) or "").split())


class WordsOf(forms.ChoiceField):
    """Whose words it is, whoever types them."""

    def __init__(self, **how: Any) -> None:
        super().__init__(
            label=_("Hvis ord er det?"),
            choices=Voice.choices,
            initial=Voice.COORDINATOR,
            widget=forms.RadioSelect,
            help_text=_("Du kan godt skrive borgerens ord. Så står der, at ordene er borgerens."),
            **how,
        )


class JobGoalForm(forms.Form):
    job_goal = OneLine(
        label=_("Jobmål"),
        help_text=_("Det arbejde, som planen fører hen til. Skriv det, så borgeren kan se sig selv i det."),
    )
    words_of = WordsOf()

    def text(self) -> JobGoalText:
        """What the job goal is to say; only after is_valid."""
        return JobGoalText(self.cleaned_data["job_goal"], Voice(self.cleaned_data["words_of"]))


class GoalForm(forms.Form):
    title = OneLine(label=_("Mål"), help_text=_("Et skridt på vejen, som borgeren kan se meningen med."))
    field = forms.ChoiceField(label=_("Område"), choices=list(FIELD_WORDS.items()), initial=Field.EMPLOYMENT)
    words_of = WordsOf()

    def text(self) -> GoalText:
        """What the goal is to say; only after is_valid."""
        typed = self.cleaned_data
        return GoalText(typed["title"], Field(typed["field"]), Voice(typed["words_of"]))


class NewSubGoalForm(forms.Form):
    title = OneLine(label=_("Delmål"), help_text=_("Noget, I begge kan se, når det er nået."))
    begins_on = forms.DateField(label=_("Begynder"), required=False, widget=DAY, validators=YEARS)
    due_on = forms.DateField(label=_("Nået senest"), widget=DAY, validators=YEARS)
    words_of = WordsOf()

    def text(self) -> SubGoalText:
        """What the sub-goal is to say; only after is_valid."""
        typed = self.cleaned_data
        return SubGoalText(typed["title"], typed["due_on"], typed["begins_on"], Voice(typed["words_of"]))


FOR_A_REASON = frozenset({Achievement.GIVEN_UP, Achievement.PARTLY})


class SubGoalForm(NewSubGoalForm):
    field_order = ("achievement", "achieved_on", "reason", "title", "begins_on", "due_on", "words_of")
    achievement = forms.ChoiceField(
        label=_("Hvor langt er det?"),
        choices=[(one.value, capfirst(one.label)) for one in Achievement],
        widget=forms.RadioSelect,
    )
    achieved_on = forms.DateField(
        label=_("Siden hvornår?"),
        required=False,
        widget=DAY,
        validators=YEARS,
        help_text=_("Står der ingen dag, bruger vi i dag."),
    )
    reason = OneLine(
        label=_("Hvorfor?"),
        required=False,
        limit=LONGEST_REASON,
        help_text=_("Når delmålet er opgivet eller kun delvist nået."),
    )

    def stands(self, one: SubGoal) -> None:
        """Tell how far it is now. The day stays empty: that of one state is not the day of the next."""
        self.one = one
        if one.achieved_on:
            told = _(
                "Nu: %(achievement)s siden %(day)s."
                " Skriv kun en dag, hvis den er en anden, eller hvis det ændrede sig før i dag."
            )
            now = {"achievement": one.get_achievement_display(), "day": date_words(one.achieved_on)}
            self.fields["achieved_on"].help_text = told % now

    def _since(self, achievement: Achievement) -> date:
        """The day that was typed; else the one that stands, or today where it has come to something new."""
        typed: date | None = self.cleaned_data["achieved_on"]
        stands = self.one.achieved_on if achievement == self.one.achievement else None
        return typed or stands or timezone.localdate()

    def text(self) -> SubGoalText:
        """What the sub-goal is to say and how far it has come; only after is_valid."""
        typed, said = self.cleaned_data, super().text()
        achievement = Achievement(typed["achievement"])
        begun = achievement is not Achievement.NOT_BEGUN
        return SubGoalText(
            said.title,
            said.due_on,
            said.begins_on,
            said.words_of,
            achievement,
            self._since(achievement) if begun else None,
            # Why it was given up is no reason for having reached it; the wording before keeps it.
            typed["reason"] if achievement in FOR_A_REASON else "",
        )


NEEDED = {
    Step.TAKEN_HOME.value: ("answer_by",),
    Step.AGREED.value: ("agreed_on", "fixed_until"),
}


class StepForm(forms.Form):
    step = forms.ChoiceField(label=_("Hvad gør I nu?"), choices=[], widget=forms.RadioSelect)
    answer_by = forms.DateField(
        label=_("Borgeren svarer senest"),
        widget=DAY,
        validators=YEARS,
        help_text=_("Gerne det næste møde."),
    )
    agreed_on = forms.DateField(label=_("Aftalt den"), widget=DAY, validators=YEARS)
    fixed_until = forms.DateField(label=_("Gælder til og med"), widget=DAY, validators=YEARS)
    disagreement = forms.CharField(
        label=_("Det, I ikke er enige om"),
        required=False,
        max_length=LONGEST_TEXT,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Det bliver stående på planen, så det ikke bliver glemt."),
    )

    def offer(self, steps: Mapping[str, Any]) -> None:
        """Put up the steps that can be taken from here."""
        field = self.fields["step"]
        if isinstance(field, forms.ChoiceField):
            field.choices = list(steps.items())

    def full_clean(self) -> None:
        """Ask only for the days of the step that was chosen."""
        if self.is_bound:
            for step, names in NEEDED.items():
                for name in names:
                    self.fields[name].required = self.data.get("step") == step
        super().full_clean()

    def agreement(self) -> Agreement:
        """What is agreed on; only after is_valid."""
        typed = self.cleaned_data
        return Agreement(typed["agreed_on"], typed["fixed_until"], typed["disagreement"])


class RateForm(forms.Form):
    voice = forms.ChoiceField(label=_("Hvem vurderer?"), choices=[], widget=forms.RadioSelect)
    ownership = forms.TypedChoiceField(
        label=_("Hvor meget er planen borgerens egen?"),
        choices=SCALES[About.OWNERSHIP],
        coerce=int,
        empty_value=None,
        required=False,
        widget=forms.RadioSelect,
    )
    realism = forms.TypedChoiceField(
        label=_("Hvor realistisk er jobmålet?"),
        choices=SCALES[About.REALISM],
        coerce=int,
        empty_value=None,
        required=False,
        widget=forms.RadioSelect,
    )
    rated_on = forms.DateField(label=_("Dag"), widget=DAY, validators=YEARS)

    def offer(self, voices: Mapping[str, Any]) -> None:
        """Put up for whom can be rated; with one alone there is nothing to choose."""
        field = self.fields["voice"]
        if isinstance(field, forms.ChoiceField):
            field.choices = list(voices.items())
        if len(voices) == 1:
            field.initial = next(iter(voices))
            field.widget = forms.HiddenInput()

    def clean(self) -> dict[str, Any]:
        typed = super().clean() or self.cleaned_data
        if not self.errors and typed.get("ownership") is None and typed.get("realism") is None:
            self.add_error(None, _("Vælg mindst ét svar."))
        return typed

    def rater(self) -> Voice:
        """Who rates; only after is_valid."""
        return Voice(self.cleaned_data["voice"])

    def values(self) -> dict[About, int]:
        """What was rated; only after is_valid."""
        typed = {about: self.cleaned_data[about.value] for about in About}
        return {about: value for about, value in typed.items() if value is not None}
