"""`sammetag law reforms` and `law impact`: what can be switched on, and whom it would affect."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any, cast
from zoneinfo import ZoneInfo

from sammetag.config.commands.grammar import Commands, word
from sammetag.config.commands.law_shown import as_json, both, reading_told, source_as_data, told
from sammetag.config.commands.law_typed import book_of, cases, day_of_a_case
from sammetag.config.reaching import as_the_app
from sammetag.config.refusal import Refused
from sammetag.config.terminal import say
from sammetag.law import Words
from sammetag.law.case_questions import QUESTIONS
from sammetag.law.impact import Effect, Impact, ImpactCount, Verdict, count, impact
from sammetag.law.reform import Reform, ReformedBook
from sammetag.law.reforms import REFORMS

# Each case as it is told: what stands for it, and what the reforms change in it.
Found = Sequence[tuple[str, Impact | None]]

DENMARK = ZoneInfo("Europe/Copenhagen")
VERDICTS = {
    Verdict.AFFECTED: Words("ville mærke det", "would be affected"),
    Verdict.UNAFFECTED: Words("ingen forskel", "no difference"),
    Verdict.NOT_JUDGED: Words("kan ikke vurderes", "cannot be judged"),
}
BEFORE = Words("Efter loven: {told}", "By the law: {told}")
NO_RULE = Words("Loven har ingen sådan regel den dag.", "The law has no such rule on that day.")
AFTER = Words("Med reformen: {told}", "Under the reform: {told}")


def add_to(kinds: Commands[argparse.ArgumentParser]) -> None:
    """Adds `law reforms` and `law impact`."""
    listed = word(kinds, "reforms", list_reforms)
    asked = word(kinds, "impact", show_impact)
    asked.add_argument("--reform", action="append", required=True, metavar="NAME", help="one or several")
    asked.add_argument("facts", type=Path, nargs="?", metavar="FACTS.jsonl", help="otherwise the caseload")
    asked.add_argument("--on", metavar="DATE", help="the day asked about; otherwise today")
    asked.add_argument("--as", dest="username", metavar="USERNAME", help="whose caseload")
    for one in (listed, asked):
        one.add_argument("--json", action="store_true", help="for another program")


def list_reforms(chosen: argparse.Namespace) -> int:
    """Lists every reform that can be switched on: its name, what it changes, who asks for it."""
    if chosen.json:
        say(as_json([_reform_as_data(one) for one in REFORMS]))
    else:
        say("\n".join(_reform_in_words(one) for one in REFORMS))
    return 0


def show_impact(chosen: argparse.Namespace) -> int:
    """Shows whom reforms would affect, how, and who cannot be judged: in a file of facts, or a caseload."""
    on = day_of_a_case("--on", chosen.on) if chosen.on else datetime.now(tz=DENMARK).date()
    under = cast(ReformedBook, book_of(chosen.reform))
    if chosen.facts and chosen.username:
        raise Refused(
            "Giv enten en fil med fakta eller --as BRUGERNAVN, ikke begge.\n"
            "Give either a file of facts or --as USERNAME, not both."
        )
    found = _in_file(chosen.facts, on, under) if chosen.facts else _in_caseload(chosen.username, on, under)
    counted = count(one for _name, one in found)
    if chosen.json:
        told_cases = [_case_as_data(name, one) for name, one in found]
        say(as_json({"on": on, "reforms": [one.name for one in under.reforms], "cases": told_cases}))
    else:
        say(_summary(under.reforms, on, counted))
        say("".join(_case_in_words(name, one) for name, one in found if one))
    return 0


def _in_file(file: Path, on: date, under: ReformedBook) -> Found:
    return [(case.id, impact(case, on, under=under, questions=QUESTIONS)) for case in cases(file, on=on)]


def _in_caseload(username: str | None, on: date, under: ReformedBook) -> Found:
    if not username:
        raise Refused(
            "Skriv, hvis sager det gælder: --as BRUGERNAVN. Eller giv en fil med fakta.\n"
            "Say whose cases: --as USERNAME. Or give a file of facts."
        )
    with as_the_app():
        from sammetag.config import caseload_impact  # noqa: PLC0415 - models need the settings

        return caseload_impact.of(username, on, under=under)


def _summary(reforms: Iterable[Reform], on: date, counted: ImpactCount) -> str:
    lines = [f"{on}: " + ", ".join(one.name for one in reforms) + "\n"]
    for verdict, words in VERDICTS.items():
        lines.append(f"  {counted.verdicts[verdict]:>6}  {words.da} / {words.en}\n")
    lines += [f"  {number:>6}  {field}?\n" for field, number in counted.lacks.most_common()]
    for why, number in counted.why_not.most_common():
        lines.append(f"  {number:>6}  {why.da}\n{' ' * 10}{why.en}\n")
    return "".join(lines)


def _case_in_words(name: str, found: Impact) -> str:
    """What is otherwise in a case, and what cannot be judged and why; nothing where no question is either."""
    effects = [one for one in found.effects if one.verdict is not Verdict.UNAFFECTED]
    return f"\n{name}\n{''.join(map(_effect_in_words, effects))}" if effects else ""


def _effect_in_words(effect: Effect) -> str:
    title, verdict = effect.topic.title, VERDICTS[effect.verdict]
    heading = f"  {title.da}: {verdict.da} / {title.en}: {verdict.en}\n"
    if effect.verdict is Verdict.NOT_JUDGED:
        return heading + _why_not(effect) + _reading(effect)
    before = BEFORE.filled(told=effect.before) if effect.before else NO_RULE
    after = told(AFTER.filled(told=effect.after), 4) if effect.after else ""
    return heading + told(before, 4) + after + _reading(effect)


def _why_not(effect: Effect) -> str:
    """Why it was not judged, and the path of each lacking fact that the sentence does not name."""
    why = effect.why_not
    unnamed = [path for path in effect.lacks if why is None or path not in why.da]
    return (told(why, 4) if why else "") + "".join(f"    {path}?\n" for path in unnamed)


def _reading(effect: Effect) -> str:
    """Where the answer under the reforms stands, how well it was read, and what of it is our reading."""
    return reading_told(effect.version, 4) if effect.version else ""


def _case_as_data(name: str, found: Impact | None) -> dict[str, Any]:
    verdict = found.verdict if found else Verdict.UNAFFECTED
    effects = [_effect_as_data(one) for one in found.effects] if found else []
    return {"case": name, "verdict": verdict, "effects": effects}


def _effect_as_data(effect: Effect) -> dict[str, Any]:
    version = effect.version
    return {
        "rule": effect.topic.name,
        "verdict": effect.verdict,
        "today": both(effect.before) if effect.before else None,
        "then": both(effect.after) if effect.after else None,
        "reasons": [both(reason.text) for reason in effect.reasons],
        "lacks": effect.lacks,
        "why_not": both(effect.why_not) if effect.why_not else None,
        "source": source_as_data(version.source) if version else None,
        "confidence": version.confidence if version else None,
        "note": both(version.note) if version and version.note else None,
    }


def _reform_as_data(reform: Reform) -> dict[str, Any]:
    return {
        "name": reform.name,
        "title": both(reform.title),
        "what": both(reform.what),
        "beyond": both(reform.beyond) if reform.beyond else None,
        "status": reform.status,
        "source": source_as_data(reform.source),
        "rules": [topic.name for topic in reform.topics],
    }


def _reform_in_words(reform: Reform) -> str:
    return f"{reform.name}  ({reform.source})\n{told(reform.title, 2)}{told(reform.what, 4)}"
