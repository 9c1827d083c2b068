"""Hands out the template of the import."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from sammetag.access.roles import Right
from sammetag.access.signed_in import signed_in
from sammetag.errors import NotAllowed
from sammetag.intake import sheets
from sammetag.intake.columns import PROGRAMMES


@require_GET
def template_file(request: HttpRequest) -> HttpResponse:
    """The template as a file, in the reader's language."""
    if not signed_in(request).keys_with(Right.TAKE_IN):
        raise NotAllowed("template without a unit")
    name = _("skabelon")
    disposition = f'attachment; filename="{name}.csv"'
    content = sheets.template(PROGRAMMES)
    return HttpResponse(content, "text/csv; charset=utf-8", headers={"Content-Disposition": disposition})
