"""The words of a plan as filters."""

from __future__ import annotations

from django import template

from sammetag.plan import telling
from sammetag.plan.texts import Written

register = template.Library()


@register.filter
def whose(thing: Written) -> str:
    """Whose words a job goal, a goal or a sub-goal is, and who wrote them down."""
    return telling.whose(thing.words_of, thing.written_by.name if thing.written_by else "")


@register.filter
def field_name(code: str) -> str:
    """What an administration around the citizen is called."""
    return str(telling.FIELD_WORDS.get(code, code))
