"""What a case does not tell is named in words that say what to find out, not by the path of a file."""

from __future__ import annotations

from dataclasses import fields

from sammetag.law.case_facts import ReformFacts
from sammetag.law.target_group_case import SETTLED_BY
from sammetag.lawbook.lacking import FACTS


def test_every_fact_that_a_reform_asks_about_has_words() -> None:
    assert {f"reform.{field.name}" for field in fields(ReformFacts)} <= FACTS.keys()


def test_every_fact_that_settles_a_condition_of_the_target_group_has_words() -> None:
    settling = {path for groups in SETTLED_BY.values() for paths in groups for path in paths}

    assert settling <= FACTS.keys()
