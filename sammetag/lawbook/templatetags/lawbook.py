"""The law book's words as filters."""

from django import template

from sammetag.lawbook import speaking

register = template.Library()

register.filter("value", speaking.value_words)
register.filter("period", speaking.period_words)
register.filter("schemes", speaking.schemes_words)
register.filter("confidence", speaking.confidence_words)
