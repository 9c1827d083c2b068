"""`sammetag law`: what the rulebook holds on a day, and what changes between two. It needs no database."""

from __future__ import annotations

import argparse
from typing import Any

from sammetag.config.commands import law_check, law_facts, law_money, law_reforms
from sammetag.config.commands.grammar import Commands, word, words_under
from sammetag.config.commands.law_shown import as_json, both, reading_told, source_as_data
from sammetag.config.commands.law_typed import day
from sammetag.config.refusal import Refused
from sammetag.config.terminal import say
from sammetag.law import Number, UnknownScheme, Version, Words, period_in_words, scheme_name
from sammetag.law.looking_up import (
    Change,
    Entry,
    Held,
    Turn,
    UnknownName,
    changes,
    held_on,
    name_of,
    title_of,
)
from sammetag.law.registry import Unknown
from sammetag.law.schemes import scheme_called
from sammetag.law.units import amount_in_words

TURNS = {
    Turn.BEGINS: Words("gælder fra nu", "holds from now"),
    Turn.ENDS: Words("er ophørt", "is over"),
}
NOT_READ_FROM = Words("er ikke læst fra nu", "has not been read from now")
NOT_READ = Words("ikke læst", "not read")


def add(commands: Commands[argparse.ArgumentParser]) -> None:
    """Adds `law show`, `changes` and `check`, and the words that ask about the cases of a file."""
    words = "show, changes, check, duties, assess, benefit, reimbursement, schema, reforms, impact"
    kinds = words_under(commands, "law", words)
    law_check.add(kinds)
    shown = word(kinds, "show", show)
    shown.add_argument("name", metavar="NAME", help="a rule or a number, such as talks.due or longest_months")
    shown.add_argument("--on", required=True, metavar="DATE", help="the day asked about, as 2026-01-31")
    shown.add_argument("--granted", metavar="DATE", help="the day of the grant, for rules that go by it")
    shown.add_argument("--scheme", metavar="NAME", help="one scheme only, such as ressourceforloeb")
    told = word(kinds, "changes", list_changes)
    told.add_argument("--from", dest="first", metavar="DATE", help="the first day")
    told.add_argument("--to", dest="last", metavar="DATE", help="the last day")
    for one in (shown, told):
        one.add_argument("--json", action="store_true", help="for another program")
    law_facts.add_to(kinds)
    law_money.add_to(kinds)
    law_reforms.add_to(kinds)


def show(chosen: argparse.Namespace) -> int:
    """Shows what holds under a name on a day, where it stands and how well it was read."""
    on = day("--on", chosen.on)
    granted = day("--granted", chosen.granted) if chosen.granted else None
    if granted and granted > on:
        raise Refused(
            f"--granted {granted} ligger efter --on {on}. Skriv bevillingsdagen, og spørg om den dag eller "
            "en senere.\n"
            "--granted lies after --on. Write the day of the grant, and ask about that day or a later one."
        )
    try:
        scheme = scheme_called(chosen.scheme) if chosen.scheme else None
        found = held_on(chosen.name, on=on, granted_on=granted, scheme=scheme)
    except UnknownName as fault:
        known = ", ".join(fault.names)
        raise Refused(
            f"Ingen regel og intet tal hedder »{chosen.name}«. Vælg et af disse: {known}.\n"
            f"No rule and no number is called '{chosen.name}'. Choose one of those above."
        ) from None
    except UnknownScheme as fault:
        raise Refused(f"--scheme: {fault.sentence.da}\n--scheme: {fault.sentence.en}") from None
    if chosen.json:
        say(as_json([_held_as_data(chosen.name, one) for one in found]))
    else:
        say("\n".join(_held_in_words(one) for one in found))
    return 0


def list_changes(chosen: argparse.Namespace) -> int:
    """Lists every rule and number that begins or ends between two days, both included."""
    first = day("--from", chosen.first) if chosen.first else None
    last = day("--to", chosen.last) if chosen.last else None
    if first and last and last < first:
        raise Refused(
            f"--to {last} ligger før --from {first}. Byt dem om.\n--to lies before --from: swap them."
        )
    found = changes(first, last)
    if chosen.json:
        say(as_json([_change_as_data(one) for one in found]))
    else:
        say("".join(_change_in_words(one) for one in found))
    return 0


def _held_in_words(held: Held) -> str:
    scheme = scheme_name(held.scheme)
    if held.entry is None:
        why = held.refused.sentence if held.refused else NOT_READ
        return f"{scheme.da}: {why.da}\n{scheme.en}: {why.en}\n"
    return _entry_in_words(held.entry, scheme)


def _entry_in_words(entry: Version | Number, scheme: Words) -> str:
    value = (amount_in_words(entry),) if isinstance(entry, Number) else ()
    told_of = (title_of(entry), scheme, *value, period_in_words(entry.period))
    da, en = (" · ".join(one.in_language(language) for one in told_of) for language in ("da", "en"))
    return f"{da}\n{en}\n{reading_told(entry, 2)}"


def _change_in_words(change: Change) -> str:
    unread = isinstance(change.entry, Unknown) and change.turn is Turn.BEGINS
    turn, title = NOT_READ_FROM if unread else TURNS[change.turn], title_of(change.entry)
    schemes = ", ".join(change.entry.schemes)
    value = f" = {_amount(change.entry)}" if isinstance(change.entry, Number) else ""
    return f"{change.on}  {name_of(change.entry)}{value} ({schemes}): {title.da}, {turn.da} / {turn.en}\n"


def _amount(number: Number) -> str:
    said = amount_in_words(number)
    return f"{said.da} / {said.en}"


def _held_as_data(name: str, held: Held) -> dict[str, Any]:
    about: dict[str, Any] = {"name": name, "scheme": held.scheme, "chosen_on": held.chosen_on}
    if held.entry is not None:
        return about | {"holds": True} | _as_data(held.entry)
    return about | {"holds": False, "why": both(held.refused.sentence if held.refused else NOT_READ)}


def _change_as_data(change: Change) -> dict[str, Any]:
    return {"on": change.on, "turn": change.turn, "name": name_of(change.entry)} | _as_data(change.entry)


def _as_data(entry: Entry) -> dict[str, Any]:
    """An entry with its dates, both included, its source and how well it was read; 'low' where it was not."""
    data: dict[str, Any] = {
        "title": both(title_of(entry)),
        "schemes": entry.schemes,
        "from": entry.period.first,
        "to": entry.period.last,
        "source": source_as_data(entry.source),
    }
    if isinstance(entry, Number):
        data |= {"value": entry.value, "unit": entry.unit}
    if isinstance(entry, Unknown):
        return data | {"confidence": "low", "note": both(entry.reason)}
    return data | {"confidence": entry.confidence, "note": both(entry.note) if entry.note else None}
