"""The small picture of a caseload."""

from __future__ import annotations

from typing import Any

from django import template
from django.utils.translation import gettext as _

from sammetag.desk.caseload import Load
from sammetag.desk.citizen_rows import citizen_rows
from sammetag.desk.duty_rows import duty_group

register = template.Library()
register.simple_tag(citizen_rows)
register.simple_tag(duty_group)
WIDTH = 280


@register.inclusion_tag("desk/load_bars.html")
def load_bars(load: Load) -> dict[str, Any]:
    """How many citizens have several, one or nothing running, as bars with their numbers in words."""
    most = max(load.total, 1)
    rows = [
        ("several", _("To eller flere i gang"), load.several),
        ("one", _("Én i gang"), load.one),
        ("waits", _("Intet i gang, men noget venter"), load.waits),
        ("none", _("Intet i gang, intet aftalt"), load.none),
    ]
    bars = [
        {"key": key, "label": label, "count": n, "width": round(WIDTH * n / most, 1)}
        for key, label, n in rows
    ]
    return {"bars": bars, "total": load.total, "width": WIDTH}
