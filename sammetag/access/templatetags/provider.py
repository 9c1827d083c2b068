"""The buttons that lead to the municipality's own log-in, where one is named."""

from __future__ import annotations

import json
from typing import Any

from django import template
from django.urls import reverse

from sammetag.access.oidc.provider import named
from sammetag.access.provider_page import came_that_way

register = template.Library()


@register.inclusion_tag("access/provider_button.html", takes_context=True)
def provider_log_in(context: template.Context) -> dict[str, Any]:
    """The button on the log-in page; it takes along what the page carries."""
    carried = {name: str(context.get(name) or "") for name in ("next", "resume_path", "resume_fields")}
    return _button(context, carried)


@register.inclusion_tag("access/provider_button.html", takes_context=True)
def provider_proof(context: template.Context) -> dict[str, Any]:
    """The button where somebody who came that way shows once more who they are; none for anybody else."""
    if not came_that_way(context["request"]):
        return {"provider": None}
    fields: dict[str, list[str]] = {}
    for name, text in context["fields"]:
        fields.setdefault(name, []).append(text)
    # The page of the question itself is not what one was on the way to.
    is_own = context["action"] == reverse("prove")
    wanted = fields.pop("next", [""])[-1] if is_own else ""
    carried = {
        "prove": "again",
        "next": wanted,
        "resume_path": "" if is_own else context["action"],
        "resume_fields": "" if is_own else json.dumps(fields),
    }
    return _button(context, carried)


def _button(context: template.Context, carried: dict[str, str]) -> dict[str, Any]:
    return {"provider": named(), "carried": carried.items(), "csrf_token": context.get("csrf_token", "")}
