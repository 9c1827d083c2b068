"""Method notes: found by field and by words, read, written and changed by everybody who works here."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from sammetag.access.signed_in import signed_in
from sammetag.errors import StalePage
from sammetag.people.models import Field
from sammetag.plan.telling import FIELD_WORDS
from sammetag.studies.actions.method_notes import change_note, drop_note, note_in, write_note
from sammetag.studies.around_forms import NoteForm, NoteSearchForm
from sammetag.studies.both_texts import KeepingBoth
from sammetag.studies.models import MethodNote
from sammetag.studies.note_queries import blocks_of, notes_found, taken_out
from sammetag.studies.theory_page import number


@require_GET
def method_notes_page(request: HttpRequest) -> HttpResponse:
    """The notes of the municipality, cut to a field and to words where they are asked for."""
    person = signed_in(request)
    form = NoteSearchForm(request.GET)
    asked = form.cleaned_data if form.is_valid() else {}
    field, term = asked.get("field", ""), asked.get("q", "")
    notes = notes_found(person, field=field, term=term)
    context = {
        "form": form,
        "field": field,
        "term": term,
        "notes": [(note, FIELD_WORDS[note.field]) for note in notes],
        "fields": FIELD_WORDS.items(),
        "taken_out": taken_out(person),
    }
    return render(request, "studies/method_notes.html", context)


@require_GET
def method_note_page(request: HttpRequest, note_id: UUID) -> HttpResponse:
    """One note as it is read."""
    note = note_in(signed_in(request), note_id)
    context = {"note": note, "blocks": blocks_of(note.text), "field": FIELD_WORDS[note.field]}
    return render(request, "studies/method_note.html", context)


@require_http_methods(["GET", "POST"])
def new_method_note_page(request: HttpRequest) -> HttpResponseBase:
    """The form with which a note is written."""
    person = signed_in(request)
    page = KeepingBoth(request, person, "studies/method_note_form.html")
    if request.method == "GET":
        field = request.GET.get("field", "")
        return page.show(NoteForm(initial={"field": field if field in Field.values else Field.EMPLOYMENT}))
    form = NoteForm(request.POST)
    act = form.asking(
        lambda: write_note(
            by=person, token=page.token, text=form.note(), not_them=form.cleaned_data["not_them"]
        )
    )
    return page.save(form, act, _("Noten er gemt."), _to_note)


@require_http_methods(["GET", "POST"])
def change_method_note_page(request: HttpRequest, note_id: UUID) -> HttpResponseBase:
    """The form with which a note is changed."""
    person = signed_in(request)
    note = note_in(person, note_id)
    page = KeepingBoth(
        request,
        person,
        "studies/method_note_form.html",
        {"note": note},
        version_now=lambda: note_in(person, note_id).version,
        stands=lambda: _stands(note_in(person, note_id)),
    )
    if request.method == "GET":
        return page.show(NoteForm(initial=_stands(note)))
    form = NoteForm(request.POST)
    act = form.asking(
        lambda: change_note(
            by=person,
            note_id=note_id,
            version=page.version,
            text=form.note(),
            not_them=form.cleaned_data["not_them"],
        )
    )
    return page.save(form, act, _("Noten er gemt."), _to_note)


@require_POST
def drop_method_note_page(request: HttpRequest, note_id: UUID) -> HttpResponse:
    """Takes a note out of the list, or puts it back."""
    person, out = signed_in(request), request.POST.get("place") != "back"
    try:
        drop_note(by=person, note_id=note_id, version=number(request, "version"), out=out)
    except StalePage as fault:
        messages.warning(request, str(fault.sentence))
    return redirect("method-notes") if out else redirect("method-note", note_id=note_id)


def _to_note(note: MethodNote) -> HttpResponse:
    return redirect("method-note", note_id=note.id)


def _stands(note: MethodNote) -> dict[str, Any]:
    return {"title": note.title, "field": note.field, "text": note.text}
