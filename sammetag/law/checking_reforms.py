"""What is wrong with the reforms: their numbers, how they were read, and what of them no example is about."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from sammetag.law.checking import (
    Example,
    Fault,
    FaultKind,
    badly_read,
    numbers_by_name,
    of_examples,
    overlapping,
    read_from,
    without_source,
)
from sammetag.law.checking_words import EXAMPLE_NO_REFORM, OF_REFORM
from sammetag.law.numbers import Number
from sammetag.law.reform import Reform

# The examples of each reform, by its name.
Examples = Mapping[str, Sequence[Example]]


@dataclass(frozen=True, slots=True)
class CheckedReforms:
    """How much of the reforms was looked at, and what came of it; `examples` is None where not at hand."""

    reforms: int
    amendments: int
    numbers: int
    examples: int | None
    faults: tuple[Fault, ...]


def check_reforms(
    reforms: Sequence[Reform], numbers: Sequence[Number], examples: Examples | None
) -> CheckedReforms:
    """Say what is wrong with reforms, their numbers and their examples; None leaves the examples out."""
    versions = [one.version for reform in reforms for one in reform.amendments]
    faults = (
        *overlapping(numbers_by_name(numbers)),
        *without_source([*versions, *numbers]),
        *badly_read([*versions, *numbers]),
        *(_of_examples(reforms, examples) if examples is not None else ()),
    )
    return CheckedReforms(
        reforms=len(reforms),
        amendments=len(versions),
        numbers=len(numbers),
        examples=None if examples is None else sum(map(len, examples.values())),
        faults=faults,
    )


def read_reform_examples(folder: Path) -> Examples | None:
    """Give the examples of the reforms that lie under a folder of examples, or None where there are none.

    Each file names its reform and, for each of its lists, the rule; or each example does. The day asked about
    picks the version. Raises ExamplesUnreadable for a file in which an example lacks one of them.
    """
    files = sorted(folder.glob("reforms/*_examples.yaml"))
    if not files:
        return None
    found: dict[str, list[Example]] = {}
    for file in files:
        for reform, example in read_from(file, _examples_in):
            found.setdefault(reform, []).append(example)
    return found


def _examples_in(content: dict[str, Any]) -> Iterator[tuple[str, Example]]:
    topics: dict[str, str] = content.get("topics", {})
    for name, listed in content.items():
        for told in listed if isinstance(listed, list) else ():
            topic = told.get("topic") or topics[name]
            scheme = told.get("scheme") or told["facts"].get("scheme")
            example = Example(topic, scheme, told["asked_on"], told["sentence"], told.get("source"))
            yield told.get("reform") or content["reform"], example


def _of_examples(reforms: Sequence[Reform], examples: Examples) -> Iterator[Fault]:
    for reform in reforms:
        topics = {topic.name for topic in reform.topics}
        versions = [one.version for one in reform.amendments]
        for fault in of_examples(topics, versions, examples.get(reform.name, ())):
            sentence = OF_REFORM.filled(reform=reform.name, sentence=fault.sentence)
            yield replace(fault, sentence=sentence)
    for name in sorted(set(examples) - {reform.name for reform in reforms}):
        yield Fault(FaultKind.NO_EXAMPLE, name, EXAMPLE_NO_REFORM.filled(name=name))
