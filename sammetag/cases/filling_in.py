"""A form of a case while it is being filled in: its draft, its token, and what happens when it is refused."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Protocol, TypeVar
from uuid import UUID, uuid4

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from sammetag.access.resuming import writer_mark
from sammetag.cases.actions import LONGEST_DRAFT, MACHINERY, keep_draft
from sammetag.cases.opening import Opened
from sammetag.cases.queries import draft_of
from sammetag.errors import NotAllowed, RuleBroken, StalePage

T = TypeVar("T")


class Versioned(Protocol):
    """A thing that counts its changes, so that a page can tell whether it is the one that it showed."""

    @property
    def version(self) -> int: ...


@dataclass(eq=False)
class FillingIn:
    """One person filling in one form. `name` is the draft's; `thing` is none for what is made by the form."""

    request: HttpRequest
    opened: Opened
    name: str
    template: str
    thing: Versioned | None = None
    context: dict[str, Any] = field(default_factory=dict)
    drafted_version: int | None = field(default=None, init=False)

    @cached_property
    def token(self) -> UUID:
        """What the form was sent with, or a new one: the same form sent twice has the same token."""
        return _uuid(self.request.POST["token"]) if "token" in self.request.POST else uuid4()

    @property
    def version(self) -> int:
        """The version of the thing when the page was opened."""
        sent = _number(self.request.POST.get("version", ""))
        return self._version_now if sent is None else sent

    @property
    def _version_now(self) -> int:
        return self.thing.version if self.thing else 0

    @property
    def _version_to_show(self) -> int:
        return self._version_now if self.drafted_version is None else self.drafted_version

    def initial(self, form: type[forms.Form], otherwise: dict[str, Any]) -> dict[str, Any]:
        """What the form starts with: the draft where there is one, otherwise what is given."""
        draft = draft_of(self.opened.person, self.opened.case, self.name)
        self.context["has_draft"] = draft is not None
        if draft is None:
            return otherwise
        # What others have written since is told on saving, as to whoever had the page open all along.
        self.drafted_version = _number("".join(draft.pop("version", [])))
        several = {
            name for name, field in form.base_fields.items() if isinstance(field, forms.MultipleChoiceField)
        }
        typed = {name: texts if name in several else texts[-1] for name, texts in draft.items() if texts}
        # A box that was unticked is not sent at all, so what the draft leaves out is empty, not the default.
        return otherwise | dict.fromkeys(several, []) | typed

    def show(self, form: forms.Form, status: int = 200, **more: Any) -> HttpResponse:
        """The page with the form in it."""
        context = {
            "opened": self.opened,
            "case": self.opened.case,
            "form": form,
            "token": self.token,
            "version": self._version_to_show if status == 200 else self.version,
            "draft_name": self.name,
            "writer": writer_mark(self.opened.person.account_id),
        }
        return render(self.request, self.template, context | self.context | more, status=status)

    def save(self, form: forms.Form, act: Callable[[], T], done: Callable[[T], HttpResponse]) -> HttpResponse:
        """Do what the form asks; what is refused stays in the form, with the reason above it."""
        if not form.is_valid():
            return self.show(form, status=422)
        try:
            made = act()
        except StalePage as fault:
            form.add_error(None, str(fault.sentence))
            self._keep_what_was_typed()
            # Whoever has seen what changed may save once more: the page now holds the version that it shows.
            return self.show(form, status=409, **self.meanwhile(form))
        except RuleBroken as fault:
            form.add_error(None, str(fault.sentence))
            self._keep_what_was_typed()
            return self.show(form, status=409)
        return done(made)

    def meanwhile(self, form: forms.Form) -> dict[str, Any]:
        """What the page shows of a thing that somebody else has changed, and the `version` it shows then."""
        return {}

    def _keep_what_was_typed(self) -> None:
        """What was refused waits as a draft, so that it is there also when the page is left."""
        typed = {name: self.request.POST.getlist(name) for name in self.request.POST if name not in MACHINERY}
        if sum(len(text) for texts in typed.values() for text in texts) <= LONGEST_DRAFT:
            keep_draft(by=self.opened.person, case=self.opened.case, form=self.name, fields=typed)


def _number(text: str) -> int | None:
    return int(text) if text.isdecimal() and len(text) < 9 else None


def _uuid(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError as fault:
        raise NotAllowed("token is no uuid") from fault
