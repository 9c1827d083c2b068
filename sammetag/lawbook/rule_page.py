"""One rule or one number: all its versions in time, what rests on it, and the examples that prove it."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from sammetag.access.signed_in import signed_in
from sammetag.design.wording import heading
from sammetag.law import BOOK, Period, Words
from sammetag.law.numbers_read import goes_by_grant, numbers_read_by, topics_reading
from sammetag.lawbook.examples import examples_of
from sammetag.lawbook.for_citizens import for_citizens
from sammetag.lawbook.questions import MarkForm
from sammetag.lawbook.shelves import numbers_named, shelf_of
from sammetag.lawbook.time_axis import NARROW, WIDE, place
from sammetag.lawbook.used_by import use_of
from sammetag.lawbook.versions import axis_of, rows_of
from sammetag.practice.telling import open_about

FIRST_EXAMPLES = 8


@require_GET
def rule_page(request: HttpRequest, name: str) -> HttpResponse:
    """Everything that the law book says under one name; with a day, the version of that day is marked."""
    municipality_id, title = signed_in(request).municipality_id, _title(name)
    by_grant, today = goes_by_grant(name), timezone.localdate()
    form = MarkForm(request.GET if "on" in request.GET else None, initial={"on": today})
    if by_grant:
        form.fields["on"].label = _("Hvad gjaldt for en bevilling den dag?")
    on = form.cleaned_data["on"] if form.is_bound and form.is_valid() else None
    rows = rows_of(name, on)
    axis = axis_of(heading(title), rows, today, on)
    # The day of a grant lies before the questions that are open about it.
    asked = on if on and not by_grant else today
    context = {
        "name": name,
        "title": title,
        "shelf": shelf_of(name),
        "by_grant": by_grant,
        "plainly": for_citizens(name, today),
        "form": form,
        "on": on,
        "rows": rows,
        "marked": [row for row in rows if row.marked],
        "valued": any(row.value for row in rows),
        "axis": axis,
        "views": (("wide", place(axis, WIDE)), ("narrow", place(axis, NARROW))),
        "kinds": {row.kind for row in rows},
        "open_questions": open_about(name, days=Period(asked, asked), municipality_id=municipality_id),
        **(_of_rule(name, today) if BOOK.topic_named(name) else _of_number(name)),
    }
    return render(request, "lawbook/rule.html", context, status=422 if form.errors else 200)


def _title(name: str) -> Words:
    topic, numbers = BOOK.topic_named(name), numbers_named(name)
    if topic:
        return topic.title
    if not numbers:
        raise Http404(name)
    return numbers[-1].title


def _of_rule(name: str, today: date) -> dict[str, Any]:
    examples = examples_of(name)
    duties, pages = use_of(name)
    return {
        "is_rule": True,
        "examples": (examples or ())[:FIRST_EXAMPLES],
        "more_examples": (examples or ())[FIRST_EXAMPLES:],
        "has_examples_at_hand": examples is not None,
        "duties": duties,
        "pages": pages,
        "numbers": [(one, numbers_named(one)[-1].title) for one in numbers_read_by(name)],
        "today": today,
    }


def _of_number(name: str) -> dict[str, Any]:
    return {"is_rule": False, "topics": topics_reading(name)}
