"""A form about one thing that the municipality decides: its token, what stood at its opening, refusals."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Generic, TypeVar
from uuid import UUID, uuid4

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from sammetag.access.person import Person
from sammetag.access.resuming import writer_mark
from sammetag.access.roles import Right
from sammetag.access.signed_in import signed_in
from sammetag.errors import NotAllowed, StalePage
from sammetag.practice.actions import Refused, Sent
from sammetag.practice.models import Decision
from sammetag.practice.standing import Outlook, outlook
from sammetag.practice.telling import Line

D = TypeVar("D", bound=Decision)


def who_decides(request: HttpRequest) -> Person:
    """The person behind the request; raises NotAllowed for whoever may only read."""
    person = signed_in(request)
    if not person.keys_with(Right.SET_PRACTICE):
        raise NotAllowed("practice without a unit")
    return person


@dataclass(eq=False)
class Deciding(Generic[D]):
    """One leader with one form. `read` gives the decisions about its thing so far, the first one first."""

    request: HttpRequest
    person: Person
    read: Callable[[], list[Line[D]]]
    template: str
    context: dict[str, Any] = field(default_factory=dict)
    decided: list[Line[D]] = field(init=False)

    def __post_init__(self) -> None:
        self.decided = self.read()

    @property
    def latest(self) -> Line[D] | None:
        """The latest decision about the thing."""
        return self.decided[-1] if self.decided else None

    @property
    def holds(self) -> D | None:
        """What holds today, or else what is going to."""
        seen = self._outlook
        return seen.now or next(iter(seen.coming), None)

    @property
    def _outlook(self) -> Outlook[D]:
        return outlook([line.decision for line in self.decided], timezone.localdate())

    @cached_property
    def token(self) -> UUID:
        """What the form was sent with, or a new one: the same form sent twice has the same token."""
        return _uuid(self.request.POST["token"]) if "token" in self.request.POST else uuid4()

    @property
    def after(self) -> int:
        """The number of the latest decision that the page showed; 0 where there was none."""
        sent = self.request.POST.get("version", "")
        return int(sent) if sent.isdecimal() and len(sent) < 9 else self._latest_number

    @property
    def _latest_number(self) -> int:
        return self.latest.decision.number if self.latest else 0

    def show(self, form: forms.Form, status: int = 200, **more: Any) -> HttpResponse:
        """The page with the form in it."""
        seen = self._outlook
        context = {
            "form": form,
            "standing": next((line for line in self.decided if line.decision == seen.now), None),
            "holds_until": seen.until,
            "coming": [line for line in self.decided if line.decision in seen.coming],
            "token": self.token,
            "version": self.after,
            "writer": writer_mark(self.person.account_id),
        }
        return render(self.request, self.template, context | self.context | more, status=status)

    def save(self, form: forms.Form, act: Callable[[Sent], object], done: str) -> HttpResponse:
        """Do what the form asks, and on to the list; what is refused stays in the form, with the reason."""
        if not form.is_valid():
            return self.show(form, status=422)
        try:
            act(Sent(self.token, self.after, form.cleaned_data["reason"]))
        except StalePage as fault:
            form.add_error(None, str(fault.sentence))
            # It may have been decided after this page was asked for. Whoever has seen it may save once more.
            self.decided = self.read()
            return self.show(form, status=409, meanwhile=self.latest, version=self._latest_number)
        except Refused as fault:
            form.add_error(fault.about, str(fault.sentence))
            return self.show(form, status=409)
        messages.success(self.request, done)
        return redirect("own-law")


def _uuid(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError as fault:
        raise NotAllowed("token is no uuid") from fault
