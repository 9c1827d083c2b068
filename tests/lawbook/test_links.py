"""A duty leads to its rule in the law book, with the version marked that was used."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from unittest.mock import Mock

from django.test import Client
from django.urls import reverse

from sammetag import law
from sammetag.design.addresses import rule_address
from sammetag.desk.duty_rows import duty_row
from sammetag.desk.sections import grouped
from tests.duties.cases import CASE, case, talk, told
from tests.town import Town

Browse = Callable[[str], Client]


def test_the_duty_of_a_case_leads_to_its_rule(browse: Browse, committed: Town) -> None:
    page = browse("astrid").get(reverse("case", args=[committed.cases["own"]])).content.decode()

    assert re.search(r'<p><a href="/law/[a-z_.]+/\?on=\d{4}-\d\d-\d\d">[^<]*§[^<]*</a></p>', page)


def test_a_duty_on_my_day_leads_to_its_rule_and_a_promise_of_ours_to_none() -> None:
    day = date(2025, 8, 1)
    duties = told(case(talk(date(2025, 4, 10)), talk(date(2025, 7, 30), "cancelled", "municipality")), day)
    reader, theirs = Mock(rights=Mock(return_value=set())), Mock(id=CASE)
    (group,) = grouped(reader, [(duty, theirs) for duty in duties.values()], day)
    rows = {row.duty.name: str(duty_row(row, "Åse")) for row in (group.first, *group.rest)}

    assert '<p><a href="/law/talks.due/?on=2025-08-01">LAB § 31' in rows["hold-talks"]
    assert "/law/" not in rows["rebook-talk"]


def test_the_link_marks_the_version_that_was_used_although_another_holds_today() -> None:
    old, *_rest = (one for one in law.BOOK.versions() if one.topic.name == "talks.due")

    assert rule_address(old, date(2026, 11, 22)) == "/law/talks.due/?on=2019-12-31"
    assert rule_address(old, date(2012, 1, 1)) == "/law/talks.due/?on=2013-01-01"
    assert rule_address(old, date(2015, 5, 5)) == "/law/talks.due/?on=2015-05-05"
