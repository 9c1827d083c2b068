"""The addresses of what is known around a trial, and of method notes."""

from django.urls import path

from sammetag.studies import context_page, interviews_page, method_notes_page, theory_page

THEORY = "studies/<uuid:study_id>/theory/"
INTERVIEWS = "studies/<uuid:study_id>/interviews/"
CONTEXT = "studies/<uuid:study_id>/context/"
NOTE = "methods/<uuid:note_id>/"

urlpatterns = [
    path(THEORY, theory_page.theory_page, name="study-theory"),
    path(f"{THEORY}new/", theory_page.new_element_page, name="new-element"),
    path(f"{THEORY}<uuid:element_id>/", theory_page.element_page, name="element"),
    path(f"{THEORY}<uuid:element_id>/place/", theory_page.place_element_page, name="place-element"),
    path(f"{THEORY}<uuid:element_id>/round/", theory_page.round_page, name="tell-round"),
    path(INTERVIEWS, interviews_page.interviews_page, name="study-interviews"),
    path(f"{INTERVIEWS}new/", interviews_page.new_interview_page, name="new-interview"),
    path(f"{INTERVIEWS}<uuid:interview_id>/", interviews_page.interview_page, name="interview"),
    path(f"{INTERVIEWS}<uuid:interview_id>/quote/", interviews_page.quotation_page, name="new-quotation"),
    path(
        f"{INTERVIEWS}quotations/<uuid:quotation_id>/drop/",
        interviews_page.drop_quotation_page,
        name="drop-quotation",
    ),
    path(CONTEXT, context_page.context_page, name="study-context"),
    path(f"{CONTEXT}new/", context_page.new_context_page, name="new-context"),
    path(f"{CONTEXT}<uuid:change_id>/", context_page.context_change_page, name="context-change"),
    path(f"{CONTEXT}<uuid:change_id>/drop/", context_page.drop_context_page, name="drop-context"),
    path("methods/", method_notes_page.method_notes_page, name="method-notes"),
    path("methods/new/", method_notes_page.new_method_note_page, name="new-method-note"),
    path(NOTE, method_notes_page.method_note_page, name="method-note"),
    path(f"{NOTE}change/", method_notes_page.change_method_note_page, name="change-method-note"),
    path(f"{NOTE}drop/", method_notes_page.drop_method_note_page, name="drop-method-note"),
]
