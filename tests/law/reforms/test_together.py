"""Reforms of one rule, several at once: each explains what it explains alone, and keeps its note."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sammetag import law
from sammetag.law.reforms import book_under
from sammetag.law.reforms.earlier_programme import NOTE
from sammetag.law.target_group import Assessment, target_group
from sammetag.law.target_group_facts import ProposedTargetFacts, TargetFacts

EARLIER = "ds-8-earlier-programme"
YEARS = [f"years-to-pension-as-{how}" for how in ("proposed", "enacted")]
MET = ProposedTargetFacts(
    scheme=law.RESSOURCEFORLOEB,
    born_on=date(1960, 3, 10),
    complex_problems=True,
    unsolved=True,
    combined_effort=True,
    long_support=True,
    pointless=False,
    can_develop=True,
    ruled_out=False,
    earlier=(),
    own_wish=True,
    disability_pension=False,
)
YES_NO_UNKNOWN = st.sampled_from([True, False, None])
JUDGED = ("unsolved", "combined_effort", "long_support", "can_develop", "own_wish", "on_public_support")
FACTS = st.builds(
    lambda born_on, changes: replace(MET, born_on=born_on, **changes),
    st.dates(date(1948, 1, 1), date(1985, 12, 31)),
    st.dictionaries(st.sampled_from(JUDGED), YES_NO_UNKNOWN, max_size=3),
)
DAYS = st.dates(date(2013, 1, 1), date(2026, 1, 31))


def assessed(facts: TargetFacts, on: date, *names: str) -> law.Answer[Assessment]:
    return target_group(facts, on, book=book_under(names))


@pytest.mark.parametrize("years", YEARS)
@given(facts=FACTS, on=DAYS)
def test_the_reasons_of_a_combination_are_those_of_each(years: str, facts: TargetFacts, on: date) -> None:
    alone = [assessed(facts, on, name) for name in (EARLIER, years)]
    today, both = assessed(facts, on), assessed(facts, on, EARLIER, years)
    if {one.value.result for one in (*alone, both)} != {today.value.result}:
        return

    added = {reason for one in alone for reason in one.reasons if reason not in today.reasons}
    gone = {reason for reason in today.reasons if any(reason not in one.reasons for one in alone)}

    assert set(both.reasons) == set(today.reasons) - gone | added


def test_the_proposal_says_nothing_of_finishing_also_where_another_reform_lets_the_citizen_in() -> None:
    facts = replace(MET, born_on=date(1963, 9, 10), unsolved=False, own_wish=None)

    both = assessed(facts, date(2024, 5, 1), EARLIER, YEARS[0])

    assert both.value.result is law.TargetResult.IN
    assert not any("Sker det under forløbet" in one.text.da for one in both.reasons)


def test_a_combination_keeps_the_note_of_each_of_its_reforms() -> None:
    for years in YEARS:
        version = assessed(MET, date(2018, 9, 3), EARLIER, years).version
        assert version.note is not None
        assert NOTE.da in version.note.da

    enacted = assessed(MET, date(2018, 9, 3), YEARS[1]).version.note
    assert enacted is not None and version.note is not None
    assert version.note.da.count(NOTE.da) == version.note.da.count(enacted.da) == 1
