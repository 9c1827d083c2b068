"""A form of a study while it is being filled in: its token, what stood at its opening, and refusals."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, TypeVar
from uuid import UUID, uuid4

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render

from sammetag.access.person import Person
from sammetag.access.resuming import writer_mark
from sammetag.errors import NotAllowed, RuleBroken, Sentence, StalePage
from sammetag.studies.writing import Refused, closed_sentence

T = TypeVar("T")


@dataclass(eq=False)
class FillingIn:
    """One person filling in one form. `version_now` gives the version of what it changes; none: it makes.

    In a study that is closed the form is not shown, unless the page is there for more (`also_closed`).
    """

    request: HttpRequest
    person: Person
    template: str
    context: dict[str, Any] = field(default_factory=dict)
    version_now: Callable[[], int] | None = None
    also_closed: bool = False

    @cached_property
    def token(self) -> UUID:
        """What the form was sent with, or a new one: the same form sent twice has the same token."""
        if "token" not in self.request.POST:
            return uuid4()
        try:
            return UUID(self.request.POST["token"])
        except ValueError as fault:
            raise NotAllowed("token is no uuid") from fault

    @cached_property
    def version(self) -> int:
        """The version of the thing when the page was opened."""
        sent = self.request.POST.get("version", "")
        if sent.isdecimal() and len(sent) < 9:
            return int(sent)
        return self.version_now() if self.version_now else 0

    def show(self, form: forms.Form, status: int = 200, **more: Any) -> HttpResponse:
        """The page with the form in it; the study instead, where nobody writes in it any more."""
        study = self.context.get("study")
        if self.request.method == "GET" and study is not None and study.closed_at and not self.also_closed:
            messages.info(self.request, closed_sentence())
            return redirect("study", study_id=study.id)
        context = {
            "form": form,
            "token": self.token,
            "version": self.version,
            "writer": writer_mark(self.person.account_id),
        }
        return render(self.request, self.template, context | self.context | more, status=status)

    def save(
        self,
        form: forms.Form,
        act: Callable[[], T],
        done: Sentence,
        then: Callable[[T], HttpResponseBase],
    ) -> HttpResponseBase:
        """Do what the form asks, and on; what is refused stays in the form, with the reason."""
        if not form.is_valid():
            return self.show(form, status=422)
        try:
            made = act()
        except StalePage as fault:
            form.add_error(None, str(fault.sentence))
            now = self.version_now() if self.version_now else 0
            return self.show(form, status=409, version=now, meanwhile=True)
        except Refused as fault:
            form.add_error(fault.about if fault.about in form.fields else None, str(fault.sentence))
            return self.show(form, status=409)
        except RuleBroken as fault:
            form.add_error(None, str(fault.sentence))
            return self.show(form, status=409)
        messages.success(self.request, str(done))
        return then(made)
