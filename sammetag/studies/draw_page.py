"""Drawing lots: the list is taken in, read through with who cannot be drawn and why, and then drawn."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods

from sammetag.cases.models import Case
from sammetag.design.day_picker import DAY, YEARS
from sammetag.design.wording import told
from sammetag.errors import NotAllowed
from sammetag.studies.actions.draw import check_list, draw_lots
from sammetag.studies.filling_in import FillingIn
from sammetag.studies.listing import Listed, cases_by_id, cases_by_number, listed, open_cases_of
from sammetag.studies.looking import named, write_look
from sammetag.studies.models import Draw, Duty, Entry
from sammetag.studies.opening import OpenStudy, open_study
from sammetag.studies.queries import draws_of
from sammetag.studies.writing import Refused

LONGEST_LIST, SHOWN = 500, 100
CONFIRMED = "confirmed-"


class DrawForm(forms.Form):
    on = forms.DateField(
        label=gettext_lazy("Lodtrækningens dag"), widget=DAY, validators=YEARS, initial=timezone.localdate
    )
    numbers = forms.CharField(
        label=gettext_lazy("Flere sager"),
        help_text=gettext_lazy("Sagsnumre, hvis nogen mangler på listen."),
        widget=forms.Textarea(attrs={"rows": 2}),
        required=False,
    )
    extra = forms.BooleanField(label=gettext_lazy("Det er en ekstra lodtrækning samme dag"), required=False)


@dataclass(frozen=True)
class Row:
    """One person in the list: whether they are chosen, and what has been confirmed of them."""

    person: Listed
    chosen: bool
    conditions: tuple[tuple[int, str, bool], ...]

    @property
    def reasons(self) -> list[str]:
        """Why they cannot be drawn, a sentence each."""
        return [told(one.words) for one in self.person.refusals]


@dataclass(eq=False)
class Sheet:
    """One person at one list."""

    request: HttpRequest
    opened: OpenStudy

    @property
    def chosen(self) -> list[UUID]:
        """The cases on the list, as they were sent."""
        return [_uuid(one) for one in self.request.POST.getlist("case")[:LONGEST_LIST]]

    def confirmed(self, case_id: UUID) -> frozenset[int]:
        """The places of the conditions that were confirmed of a case."""
        sent = self.request.POST.getlist(f"{CONFIRMED}{case_id}")
        return frozenset(int(one) for one in sent if one.isdecimal() and len(one) < 4)

    def vouched(self, cases: Iterable[UUID]) -> dict[UUID, frozenset[str]]:
        """The conditions themselves, for each case on the list."""
        asked = self.opened.protocol.eligibility.vouched
        return {
            case: frozenset(one for place, one in enumerate(asked) if place in self.confirmed(case))
            for case in cases
        }

    def row(self, person: Listed) -> Row:
        """A person with what was ticked of them."""
        done = self.confirmed(person.case.id)
        asked = self.opened.protocol.eligibility.vouched
        conditions = tuple((place, words, place in done) for place, words in enumerate(asked))
        return Row(person, person.case.id in self.chosen, conditions)


@require_http_methods(["GET", "POST"])
def draw_page(request: HttpRequest, study_id: UUID) -> HttpResponseBase:
    """The list, then the list with who will be drawn, then the draw."""
    opened = open_study(request, study_id, Duty.DRAWS)
    if opened.study.frozen_at is None or opened.study.closed_at is not None:
        messages.info(request, _("Der kan kun trækkes lod, mens forsøget er i gang."))
        return redirect("study", study_id=study_id)
    sheet = Sheet(request, opened)
    do = request.POST.get("do", "")
    if do == "look":
        return _looked_through(sheet)
    if do == "draw":
        return _drawn(sheet)
    return _proposed(sheet, DrawForm(initial=_typed(request)))


@require_GET
def drawn_page(request: HttpRequest, study_id: UUID, draw_id: UUID) -> HttpResponse:
    """What came of a list, with each person's arm: to be read out, or printed."""
    opened = open_study(request, study_id, Duty.RESPONSIBLE, Duty.DRAWS)
    every = draws_of(opened.study)
    asked = next((one for one in every if one.id == draw_id), None)
    if asked is None:
        raise NotAllowed("no such draw")
    # The draws of one list were written in one moment.
    draws = [
        one for one in every if (one.written_at, one.written_by_id) == (asked.written_at, asked.written_by_id)
    ]
    entries = list(Entry.objects.scoped("study").filter(draw__in=draws).order_by("draw__number", "pseudonym"))
    cases = named(request, opened.person, entries, "study-drawn")
    titles = {arm.name: arm.title for arm in opened.protocol.arms}
    lines = [
        (titles.get(one.arm, one.arm), cases.get(one.case_id) if one.case_id else None, one)
        for one in entries
    ]
    arms = [(arm.title, [line for line in lines if line[2].arm == arm.name]) for arm in opened.protocol.arms]
    context = {"opened": opened, "study": opened.study, "draws": draws, "arms": arms, "drawn": len(entries)}
    return render(request, "studies/drawn.html", context)


def _proposed(sheet: Sheet, form: DrawForm, status: int = 200) -> HttpResponse:
    """Everybody who could be drawn today, those granted last first; those who cannot stand folded below."""
    person, today = sheet.opened.person, timezone.localdate()
    people = listed(sheet.opened, open_cases_of(person), today)
    can = sorted((one for one in people if one.can_be_drawn), key=_granted, reverse=True)
    cannot = [one for one in people if one.programme and not one.can_be_drawn]
    shown, folded = can[:SHOWN], cannot[:SHOWN]
    write_look(sheet.request, person, [one.case for one in (*shown, *folded)], "study-draw")
    context = {
        "rows": [sheet.row(one) for one in shown],
        "more": len(can) - len(shown),
        "cannot": [sheet.row(one) for one in folded],
        "cannot_more": len(cannot) - len(folded),
    }
    return _page(sheet, "studies/draw.html", context).show(form, status=status)


def _looked_through(sheet: Sheet) -> HttpResponse:
    form = DrawForm(sheet.request.POST)
    cases = _listed_cases(sheet, form)
    if not form.is_valid():
        return _proposed(sheet, form, status=422)
    on, extra = form.cleaned_data["on"], form.cleaned_data["extra"]
    page = _review(sheet, cases, on)
    try:
        check_list(sheet.opened, [row.person for row in page.context["rows"]], on, extra=extra)
    except Refused as fault:
        form.add_error(fault.about, str(fault.sentence))
        return page.show(form, status=409, refused=True)
    return page.show(form)


def _drawn(sheet: Sheet) -> HttpResponseBase:
    form, opened = DrawForm(sheet.request.POST), sheet.opened
    cases = _listed_cases(sheet, form)
    if not form.is_valid():
        return _proposed(sheet, form, status=422)
    on = form.cleaned_data["on"]
    page = _review(sheet, cases, on)

    def act() -> list[Draw]:
        return draw_lots(
            by=opened.person,
            study_id=opened.study.id,
            token=page.token,
            on=on,
            cases=sheet.vouched(case.id for case in cases),
            extra=form.cleaned_data["extra"],
        )

    return page.save(
        form,
        act,
        _("Der er trukket lod."),
        lambda draws: redirect("study-drawn", study_id=opened.study.id, draw_id=draws[0].id),
    )


def _listed_cases(sheet: Sheet, form: DrawForm) -> list[Case]:
    """Those who were ticked and those whose number was typed; what is wrong with them goes to the form."""
    person = sheet.opened.person
    numbers = list(dict.fromkeys(sheet.request.POST.get("numbers", "").replace(",", " ").split()))
    by_number = cases_by_number(person, numbers)
    missing = sorted(set(numbers) - {case.number for case in by_number})
    cases = {case.id: case for case in (*cases_by_id(person, sheet.chosen), *by_number)}
    if missing:
        sentence = _("Der er ingen sag hos dig med nummer %(numbers)s. Ret det, eller tag det ud.")
        form.add_error("numbers", sentence % {"numbers": ", ".join(missing)})
    elif not cases:
        form.add_error(None, _("Vælg, hvem der står på listen."))
    elif len(cases) > LONGEST_LIST:
        form.add_error(None, _("Der kan højst stå %(most)s på én liste.") % {"most": LONGEST_LIST})
    return list(cases.values())


def _review(sheet: Sheet, cases: list[Case], on: date) -> FillingIn:
    people = listed(sheet.opened, cases, on, sheet.vouched(case.id for case in cases))
    write_look(sheet.request, sheet.opened.person, cases, "study-draw")
    can = [sheet.row(one) for one in people if one.can_be_drawn]
    cannot = [sheet.row(one) for one in people if not one.can_be_drawn]
    return _page(sheet, "studies/draw_review.html", {"rows": can, "cannot": cannot})


def _page(sheet: Sheet, template: str, context: dict[str, Any]) -> FillingIn:
    told_always = {"opened": sheet.opened, "study": sheet.opened.study}
    return FillingIn(sheet.request, sheet.opened.person, template, told_always | context)


def _typed(request: HttpRequest) -> dict[str, Any] | None:
    """What stood in the list when its maker went back to it."""
    typed: dict[str, Any] = {name: request.POST[name] for name in ("on", "numbers") if name in request.POST}
    return typed | {"extra": "extra" in request.POST} if typed else None


def _granted(one: Listed) -> tuple[date, str]:
    return (one.programme.granted_on if one.programme else date.min, one.case.number)


def _uuid(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError as fault:
        raise NotAllowed("id is no uuid") from fault
