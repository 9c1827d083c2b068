"""The public pension age (folkepensionsalder) by the day of birth.

The table is in Python because it goes by births, while the YAML files hold numbers by the day of the law.
To change it: end the last row, add one below it, and add its limits to `tests/law/test_pension_age.py`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sammetag.law.answer import Confidence, Source
from sammetag.law.errors import NotKnown
from sammetag.law.pension_age_words import NOT_IN_TABLE, NOTE_2025
from sammetag.law.period import day_after_months
from sammetag.words import Words

PENSIONS_2024 = Source("LSP", "§ 1 a", "LBK 1123/2024")
PENSIONS_2025 = Source("LSP", "§ 1 a", "LBK 1123/2024, LOV 703/2025")
HIGH, MEDIUM = Confidence.HIGH, Confidence.MEDIUM


@dataclass(frozen=True, slots=True)
class PensionAge:
    """How old a person is when the public pension begins, in years and months, and the day that is.

    `reached_on` is the first day on which the person has that age.
    """

    years: int
    months: int
    reached_on: date
    source: Source
    confidence: Confidence
    note: Words | None = None


@dataclass(frozen=True, slots=True)
class BirthRow:
    """One line of the table: the age of those born after the line before it, until `born_until` included.

    `born_until` None means that the line has no end.
    """

    born_until: date | None
    years: int
    months: int
    source: Source
    confidence: Confidence
    note: Words | None = None


TABLE = (
    BirthRow(date(1953, 12, 31), 65, 0, PENSIONS_2024, HIGH),
    BirthRow(date(1954, 6, 30), 65, 6, PENSIONS_2024, HIGH),
    BirthRow(date(1954, 12, 31), 66, 0, PENSIONS_2024, HIGH),
    BirthRow(date(1955, 6, 30), 66, 6, PENSIONS_2024, HIGH),
    BirthRow(date(1962, 12, 31), 67, 0, PENSIONS_2024, HIGH),
    BirthRow(date(1966, 12, 31), 68, 0, PENSIONS_2024, HIGH),
    BirthRow(date(1970, 12, 31), 69, 0, PENSIONS_2025, MEDIUM, NOTE_2025),
    BirthRow(None, 70, 0, PENSIONS_2025, MEDIUM, NOTE_2025),
)


def pension_age(born_on: date) -> PensionAge:
    """Say at what age, and from which day, a person born on that day has reached the public pension age.

    The age is the one of the acts as last read, not of an earlier day's act. Who is born on a day that
    the last month lacks reaches the age on the first of the next month. Raises NotKnown beyond the table.
    Source: LSP § 1 a, LBK 1123/2024 and LOV 703/2025.
    """
    return pension_age_among(TABLE, born_on)


def pension_age_among(rows: Iterable[BirthRow], born_on: date) -> PensionAge:
    """Give the age out of the lines handed in, earliest births first; raises NotKnown where none fits."""
    for row in rows:
        if row.born_until is None or born_on <= row.born_until:
            reached_on = day_after_months(born_on, row.years * 12 + row.months)
            return PensionAge(row.years, row.months, reached_on, row.source, row.confidence, row.note)
    sentence = NOT_IN_TABLE.filled(born=born_on, source=PENSIONS_2025)
    raise NotKnown(sentence, "the birth lies beyond the table of pension ages")
