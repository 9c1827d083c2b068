"""The forms of the next step, one for each: a day, and what belongs to the step."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from sammetag.interventions.actions.steps import Taken
from sammetag.interventions.forms import LONGEST_REASON, DayField, RoomMixin
from sammetag.interventions.life import Step, pieces_of
from sammetag.interventions.models import Ending, EndReason, GrantedPeriod, Intervention

WHY = [("", _("Vælg")), *EndReason.choices]
MOVED, UNDONE = "moved", "undone"
WRONG = [(MOVED, _("Datoen")), (UNDONE, _("Det skete slet ikke"))]


class StepForm(forms.Form):
    """A step on a day."""

    step: Step
    button: str | Promise = ""
    day = DayField(label=_("Dato"))

    def taken(self) -> Taken:
        """The step as it was taken; only after is_valid."""
        typed = self.cleaned_data
        why = typed.get("why")
        return Taken(
            step=self.step,
            day=typed["day"],
            until=typed.get("until"),
            reason=typed.get("reason", ""),
            ending=Ending(typed["ending"]) if typed.get("ending") else None,
            why=EndReason(why) if why else None,
            beside=self.fates() if isinstance(self, RoomMixin) else {},
        )


class AgreeForm(StepForm):
    step, button = Step.AGREE, _("Gem aftalen")
    day = DayField(label=_("Aftalt at begynde"))
    until = DayField(label=_("Aftalt slutning"), required=False)


class WaitForm(StepForm):
    step, button = Step.WAIT, _("Sæt på venteliste")
    day = DayField(label=_("På venteliste fra"))
    reason = forms.CharField(label=_("Hvad ventes der på?"), max_length=LONGEST_REASON, required=False)


class StartForm(RoomMixin, StepForm):
    step, button = Step.START, _("Skriv ind: den er begyndt")
    day = DayField(label=_("Første dag"))
    until = DayField(label=_("Aftalt slutning"), required=False)


class PauseForm(StepForm):
    step, button = Step.PAUSE, _("Sæt på pause")
    day = DayField(label=_("På pause fra"))
    reason = forms.CharField(label=_("Hvorfor?"), max_length=LONGEST_REASON)


class ResumeForm(StepForm):
    step, button = Step.RESUME, _("Skriv ind: den er i gang igen")
    day = DayField(label=_("I gang igen fra"))


class EndForm(StepForm):
    step, button = Step.END, _("Afslut indsatsen")
    day = DayField(label=_("Sidste dag"))
    ending = forms.ChoiceField(
        label=_("Hvordan sluttede den?"),
        choices=[
            (Ending.COMPLETED.value, _("Den blev gennemført")),
            (Ending.BROKEN_OFF.value, _("Den blev afbrudt")),
        ],
        widget=forms.RadioSelect,
    )
    why = forms.ChoiceField(
        label=_("Grund, hvis den blev afbrudt"),
        choices=WHY,
        error_messages={"required": _("Vælg en grund, så andre kan lære af den.")},
    )
    reason = forms.CharField(label=_("Med dine egne ord"), max_length=LONGEST_REASON, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["why"].required = self.data.get("ending") != Ending.COMPLETED


class NotBegunForm(StepForm):
    step, button = Step.NOT_BEGUN, _("Skriv ind: den begyndte ikke")
    why = forms.ChoiceField(label=_("Hvorfor begyndte den ikke?"), choices=WHY)
    reason = forms.CharField(label=_("Med dine egne ord"), max_length=LONGEST_REASON, required=False)
    day = DayField(label=_("Opgivet den"))
    field_order = ("why", "reason", "day")


class ProlongForm(StepForm):
    step, button = Step.PROLONG, _("Gem slutdatoen")
    until = DayField(label=_("Aftalt slutning"), required=False, help_text=_("Tom, hvis ingen er aftalt"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        del self.fields["day"]

    def taken(self) -> Taken:
        return Taken(self.step, timezone.localdate(), self.cleaned_data["until"])


class GrantForm(StepForm):
    step, button = Step.GRANT, _("Gem bevillingen")
    day = DayField(label=_("Bevilget fra"))
    until = DayField(label=_("Bevilget til"))


class CorrectForm(forms.Form):
    step, button = Step.CORRECT, _("Gem rettelsen")
    what = forms.ChoiceField(
        label=_("Hvad var forkert?"),
        choices=WRONG,
        widget=forms.RadioSelect,
    )
    day = DayField(label=_("Den rigtige dato"), error_messages={"required": _("Skriv den rigtige dato.")})

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["day"].required = self.data.get("what") != UNDONE

    def offer(self, *, may_move: bool, may_be_taken_back: bool) -> None:
        """Leave out what the last step cannot."""
        field = self.fields["what"]
        if isinstance(field, forms.ChoiceField):
            may = {MOVED: may_move, UNDONE: may_be_taken_back}
            field.choices = [(name, words) for name, words in WRONG if may[name]]

    def right_day(self) -> date | None:
        """The day it was moved to, or none where it is taken back; only after is_valid."""
        return self.cleaned_data["day"] if self.cleaned_data["what"] == MOVED else None


FORMS: dict[Step, type[forms.Form]] = {
    Step.AGREE: AgreeForm,
    Step.WAIT: WaitForm,
    Step.START: StartForm,
    Step.PAUSE: PauseForm,
    Step.RESUME: ResumeForm,
    Step.END: EndForm,
    Step.NOT_BEGUN: NotBegunForm,
    Step.PROLONG: ProlongForm,
    Step.GRANT: GrantForm,
    Step.CORRECT: CorrectForm,
}
# How a step that was taken is called where it is set right.
TAKEN: dict[str, str | Promise] = {
    "recommended": _("Anbefalet"),
    "planned": _("Aftalt"),
    "waiting": _("Venter"),
    "started": _("Begyndt"),
    "paused": _("Sat på pause"),
    "resumed": _("Genoptaget"),
    "ended": _("Sluttet"),
    "not-begun": _("Begyndte ikke"),
    "hours-changed": _("Timer ændret"),
    "prolonged": _("Ny slutdato aftalt"),
}
# What the links to the steps say.
LABELS: dict[Step, str | Promise] = {
    Step.AGREE: _("Aftal en dato"),
    Step.WAIT: _("Sæt på venteliste"),
    Step.START: _("Den er begyndt"),
    Step.PAUSE: _("Sæt på pause"),
    Step.RESUME: _("Den er i gang igen"),
    Step.END: _("Afslut"),
    Step.NOT_BEGUN: _("Den begyndte ikke"),
    Step.PROLONG: _("Ny slutdato"),
    Step.GRANT: _("Ny mentorperiode"),
    Step.CORRECT: _("Ret det seneste skridt"),
}


def proposed(step: Step, one: Intervention, granted: list[GrantedPeriod]) -> dict[str, Any]:
    """What a form of a step begins with: mostly today, and the end that was agreed."""
    today = timezone.localdate()
    pieces = pieces_of(one)
    agreed_end = pieces[-1].until if pieces else None
    if step is Step.END:
        # What should have ended most likely ended when it should.
        past = agreed_end if agreed_end and agreed_end < today else today
        return {"day": past, "ending": Ending.COMPLETED if past < today else None}
    if step is Step.GRANT:
        return {"day": granted[-1].until + timedelta(days=1) if granted else today}
    if step is Step.CORRECT:
        return {"what": MOVED, "day": one.ended_on or (pieces[-1].since if pieces else today)}
    if step is Step.START and pieces and pieces[-1].since <= today and pieces[-1].state == "planned":
        return {"day": pieces[-1].since, "until": agreed_end}
    return {"day": today, "until": agreed_end}
