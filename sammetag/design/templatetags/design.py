"""The components as tags, and the filters that write dates and numbers."""

from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from django import template
from django.forms import BaseForm
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from sammetag.design import wording
from sammetag.design.addresses import address, rule_address
from sammetag.design.geometry import layout
from sammetag.design.timeline import Picture
from sammetag.design.timeline_table import signs, table_rows
from sammetag.law.answer import Version

register = template.Library()

WIDE, NARROW = 1120, 343

register.filter("bar_state", wording.bar_state)
register.filter("bar_sentence", wording.bar_sentence)
register.filter("mark_sentence", wording.mark_sentence)
register.filter("gap_sentence", wording.gap_sentence)
register.filter("hours_words", wording.hours_words)
register.filter("grouped", wording.grouped_words)
register.filter("told", wording.told)
register.filter("heading", wording.heading)


@register.inclusion_tag("design/timeline.html")
def timeline(picture: Picture, zooms: Iterable[Any] = ()) -> dict[str, Any]:
    """A whole timeline: zoom links, the picture wide and narrow, caption, legend and table."""
    word = gettext("I dag")
    return {
        "picture": picture,
        "zooms": tuple(zooms),
        "views": (
            ("wide", layout(picture, WIDE, False, word)),
            ("narrow", layout(picture, NARROW, True, word)),
        ),
        "signs": signs(picture),
        "rows": table_rows(picture),
    }


@register.inclusion_tag("design/error_summary.html")
def error_summary(form: BaseForm) -> dict[str, Any]:
    """What is wrong with a form, with a link to each field; nothing when all is well."""
    fields = [field for field in form if field.errors] if form.is_bound else []
    return {"form": form, "fields": fields, "has_errors": form.is_bound and bool(form.errors)}


@register.inclusion_tag("design/post_button.html", takes_context=True)
def post_button(
    context: template.Context, url: str, label: str, kind: str = "secondary", **values: Any
) -> Any:
    """A button that changes something: a form of its own with the token, and hidden values if given."""
    token = context.get("csrf_token", "")
    return {"url": url, "label": label, "kind": kind, "values": values.items(), "csrf_token": token}


@register.simple_tag
def link_button(url: str, label: str | Promise, kind: str = "secondary", about: str = "") -> SafeString:
    """A link that looks like a button; `about` is read aloud so that equal labels can be told apart."""
    aloud = format_html('<span class="st-sr-only">: {}</span>', about) if about else ""
    return format_html('<a class="button button-{}" href="{}">{}{}</a>\n', kind, url, label, aloud)


@register.filter
def address_of(thing: UUID, page: str) -> str:
    """The address of a page of one thing."""
    return address(page, thing)


@register.filter
def in_law_book(version: Version) -> str:
    """Where the law book tells of the rule that said so."""
    return rule_address(version, timezone.localdate())


@register.filter
def long_date(day: date | None) -> str:
    """A date in full, without its weekday."""
    return wording.date_words(day, "long") if day else ""


@register.filter
def short_date(day: date | None) -> str:
    """A date for tables and tight places."""
    return wording.date_words(day, "short") if day else ""


@register.filter
def weekday_date(day: date | None) -> str:
    """A date with its weekday, for today and for appointments."""
    return wording.date_words(day, "weekday") if day else ""


@register.filter
def clock(moment: datetime | None) -> str:
    """The time of day of a moment."""
    return wording.clock_words(moment) if moment else ""


@register.filter
def days(count: int) -> str:
    """A number of days."""
    return wording.day_count_words(count)


@register.filter
def distance(count: int) -> str:
    """How many days ahead or past."""
    return wording.distance_words(count)


@register.filter
def plain_number(number: Decimal | int) -> str:
    """A number without needless decimals."""
    return wording.number_words(number)
