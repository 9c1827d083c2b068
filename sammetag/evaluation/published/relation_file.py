"""A file of relations: how the figures of a report hang together, written as data.

    reports:
      "001": {da: "VIVE 2019: Det gode ressourceforløb", en: "VIVE 2019: The good programme"}
    relations:
    - share: 001.t8.$table.$row.pct.$column
      part: 001.t8.$table.$row.n.$column
      whole: 001.t8.$table.Total.n.$column
    not_checked:
    - because: {da: "Står kun som billede.", en: "Stands as a picture only."}
      figures: [002.fig3-10.le39]

A relation begins with its kind and the figure it is about (`kinds.py`); ids may have gaps (`patterns.py`).
Each may also say `for` (the pattern that binds the names, if it is not the figure's own), `skip`, `but`,
`unsure` and `remark` (`relations.py`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from sammetag.evaluation.errors import InputRefused
from sammetag.evaluation.published.kinds import KINDS, Holds, as_list, fits
from sammetag.evaluation.published.patterns import Pattern
from sammetag.evaluation.published.relations import Relation
from sammetag.words import Words

SHIPPED = Path(__file__).parent / "relations.yaml"
LISTS, ASIDES = ("skip", "but"), ("unsure", "remark")
BESIDE = {"for", *LISTS, *ASIDES}

_NOT_YAML = Words(
    "Filen kan ikke læses som YAML{line}. Kontrollér indrykning, kolon og anførselstegn.",
    "The file cannot be read as YAML{line}. Check indentation, colons and quotation marks.",
)
_AT_LINE = Words(" (linje {line})", " (line {line})")
_NO_LIST = Words(
    "Filen skal have en liste, der hedder »relations«.", "The file must have a list called 'relations'."
)
_NO_KIND = Words(
    "Sammenhæng nr. {number} begynder ikke med sin art. Vælg en af disse: {kinds}.",
    "Relation no. {number} does not begin with its kind. Choose one of these: {kinds}.",
)
_LACKS = Words(
    "Sammenhæng nr. {number} ({kind}) mangler »{field}«.", "Relation no. {number} ({kind}) lacks '{field}'."
)
_UNKNOWN = Words(
    "Sammenhæng nr. {number} ({kind}) har »{field}«, som den art ikke bruger.",
    "Relation no. {number} ({kind}) has '{field}', which that kind does not use.",
)
_WRONG = Words(
    "Sammenhæng nr. {number} ({kind}): »{field}« er ikke skrevet, som den skal være: {holds}.",
    "Relation no. {number} ({kind}): '{field}' is not written as it must be: {holds}.",
)
_WRONG_BESIDE = Words(
    "»{field}« er ikke skrevet, som den skal være. Tekster har både da og en.",
    "'{field}' is not written as it must be. Texts have both da and en.",
)
_HOLDS = {
    Holds.FIGURE: Words("et id", "an id"),
    Holds.FIGURES: Words("id'er", "ids"),
    Holds.TERMS: Words("id'er og tal", "ids and numbers"),
    Holds.TABLE: Words("rækker af id'er", "rows of ids"),
    Holds.NUMBER: Words("et tal", "a number"),
    Holds.NUMBERS: Words("tal", "numbers"),
    Holds.DAY: Words("en dag, som 2019-05-09", "a day, as 2019-05-09"),
    Holds.DAYS: Words("dage, som 2019-05-09", "days, as 2019-05-09"),
    Holds.HEDGE: Words("ca., omkring, godt eller knap", "ca., omkring, godt or knap"),
    Holds.TEXT: Words("en tekst", "a text"),
}


@dataclass(frozen=True, slots=True)
class NotChecked:
    """Figures that no relation is about, and why."""

    because: Words
    figures: tuple[Pattern, ...]


@dataclass(frozen=True, slots=True)
class Relations:
    """What a file says: the relations, which figures have none and why, and what the reports are called."""

    relations: tuple[Relation, ...]
    not_checked: tuple[NotChecked, ...] = ()
    reports: Mapping[str, Words] | None = None


def read_relations(path: Path = SHIPPED) -> Relations:
    """Give what a file of relations says; raises InputRefused with which relation is wrong, and OSError."""
    try:
        data = yaml.safe_load(path.read_text("utf-8-sig"))
    except (yaml.YAMLError, UnicodeDecodeError) as fault:
        mark = getattr(fault, "problem_mark", None)
        line: Words | str = _AT_LINE.filled(line=mark.line + 1) if mark else ""
        raise InputRefused(_NOT_YAML.filled(line=line), "no YAML") from fault
    if not isinstance(data, dict) or not isinstance(data.get("relations"), list):
        raise InputRefused(_NO_LIST, "no list of relations")
    written = enumerate(data["relations"], 1)
    return Relations(
        tuple(_relation(one, number) for number, one in written),
        tuple(_not_checked(one) for one in as_list(data.get("not_checked") or [])),
        {str(name): _words("reports", title) for name, title in (data.get("reports") or {}).items()},
    )


def _relation(written: Any, number: int) -> Relation:
    name = str(next(iter(written), "")) if isinstance(written, dict) else ""
    if name not in KINDS:
        raise InputRefused(_NO_KIND.filled(number=number, kinds=", ".join(KINDS)), "no kind", number)
    kind, said = KINDS[name], {"number": number, "kind": name}
    for field in kind.needs:
        if field not in written:
            raise InputRefused(_LACKS.filled(field=field, **said), f"{name} lacks {field}", number)
    for field, value in written.items():
        holds = kind.about if field == name else kind.fields.get(field)
        if holds is None and field not in BESIDE:
            raise InputRefused(_UNKNOWN.filled(field=field, **said), f"{name} has {field}", number)
        if holds is not None and not fits(holds, value):
            told = _WRONG.filled(field=field, holds=_HOLDS[holds], **said)
            raise InputRefused(told, f"{field} of {name}", number)
    return _as_written(name, written)


def _as_written(name: str, written: dict[str, Any]) -> Relation:
    about = written[name]
    skip, but = (tuple(str(one) for one in as_list(written.get(field, []))) for field in LISTS)
    unsure, remark = (_words(field, written[field]) if field in written else None for field in ASIDES)
    return Relation(
        name,
        about,
        {field: written[field] for field in KINDS[name].fields if field in written},
        Pattern(str(written.get("for", as_list(about)[0]))),
        skip=skip,
        but=but,
        unsure=unsure,
        remark=remark,
    )


def _not_checked(written: Any) -> NotChecked:
    if not isinstance(written, dict) or not fits(Holds.FIGURES, written.get("figures")):
        raise InputRefused(_WRONG_BESIDE.filled(field="not_checked"), "not_checked")
    patterns = tuple(Pattern(one) for one in as_list(written["figures"]))
    return NotChecked(_words("because", written.get("because")), patterns)


def _words(field: str, written: Any) -> Words:
    if not isinstance(written, dict) or not all(fits(Holds.TEXT, written.get(one)) for one in ("da", "en")):
        raise InputRefused(_WRONG_BESIDE.filled(field=field), f"no words in {field}")
    return Words(written["da"], written["en"])
