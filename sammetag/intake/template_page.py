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
from sammetag.intake.exports.kinds import Form
from sammetag.intake.workbooks.writing import XLSX, template_of


@require_GET
def template_file(request: HttpRequest) -> HttpResponse:
    """The template as a file, in the reader's language: CSV, or a workbook where `form` asks for one."""
    if not signed_in(request).keys_with(Right.TAKE_IN):
        raise NotAllowed("template without a unit")
    name = _("skabelon")
    if request.GET.get("form") == Form.XLSX:
        return _file(template_of(PROGRAMMES, title=_("Forløb")), XLSX, f"{name}.xlsx")
    return _file(sheets.template(PROGRAMMES), "text/csv; charset=utf-8", f"{name}.csv")


def _file(content: bytes, kind: str, name: str) -> HttpResponse:
    return HttpResponse(content, kind, headers={"Content-Disposition": f'attachment; filename="{name}"'})
