"""How the answers about one citizen are written: amounts in øre, months, and kinds of cost."""

from datetime import date

from django import template
from django.utils.translation import gettext as _

from sammetag.design.wording import heading, told
from sammetag.law import CostKind, add_months
from sammetag.law.benefit_words import month_in_words
from sammetag.law.reimbursement_words import COSTS
from sammetag.lawbook.speaking import amount_words

register = template.Library()


@register.filter
def oere(amount: int) -> str:
    """An amount of øre in kroner."""
    return amount_words(amount, "oere")


@register.filter
def kroner(amount: int) -> str:
    """An amount of whole kroner."""
    return amount_words(amount, "kroner")


@register.filter
def month(first: date) -> str:
    """A month and its year, with a capital letter."""
    return heading(month_in_words(first))


@register.filter
def months(firsts: tuple[date, ...]) -> str:
    """Several months in a row; those that follow each other as from and to."""
    return ", ".join(_stretch(first, last) for first, last in _stretches(firsts))


@register.filter
def kind_of_cost(kind: CostKind) -> str:
    """What a cost was for."""
    return heading(COSTS[kind])


@register.filter
def per_cents(shares: tuple[int, ...]) -> str:
    """One share, or several in a row."""
    return _(" og ").join(_("%(n)s %%") % {"n": share} for share in shares)


def _stretches(firsts: tuple[date, ...]) -> list[tuple[date, date]]:
    found: list[tuple[date, date]] = []
    for one in firsts:
        if found and add_months(found[-1][1], 1) == one:
            found[-1] = (found[-1][0], one)
        else:
            found.append((one, one))
    return found


def _stretch(first: date, last: date) -> str:
    if first == last:
        return told(month_in_words(first))
    ends = {"first": told(month_in_words(first)), "last": told(month_in_words(last))}
    return _("%(first)s til %(last)s") % ends
