"""Hundreds of broken workbooks: a table or a sentence, never a crash, and nothing half taken in."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from typing import Any

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sammetag.access.wall import behind_the_wall
from sammetag.cases.models import Case
from sammetag.errors import RuleBroken
from sammetag.intake.actions import take_in_file
from sammetag.intake.columns import PROGRAMMES
from sammetag.intake.faults import Unreadable
from sammetag.intake.reading import read
from sammetag.intake.table import Table
from tests.intake import booking
from tests.intake.making import cells
from tests.town import Town

WHOLE = booking.saved(booking.programmes(cells(), cells("2026-7002", indsats="=1+1")))
RELS = "xl/_rels/workbook.xml.rels"
PARTS = ("[Content_Types].xml", "_rels/.rels", RELS, "xl/workbook.xml", "xl/styles.xml", booking.SHEET)
TOKENS = ["<c", "</c>", "<row", 'r="A2"', 't="s"', "<f>", "&#0;", "&x;", "<!--", "]]>", "<![CDATA[", "-1"]
TOKENS += ['="', "xl/", "../../", "\ufffe", "00", "<v>", "</row>", "<!DOCTYPE x>", 's="4"', "sheet", "1e400"]


def answer(data: bytes) -> Table | None:
    """The table in a file, or none where it was refused with a sentence."""
    try:
        return read(data, PROGRAMMES)
    except Unreadable as refusal:
        assert str(refusal.sentence)
        return None


def mangled(seed: int) -> Iterator[bytes]:
    """The workbook broken in three ways: its bytes, the XML of a part, and an attribute of one."""
    dice = random.Random(seed)  # noqa: S311 - the same broken files each time
    data = bytearray(WHOLE)
    for _ in range(dice.randint(1, 8)):
        data[dice.randrange(len(data))] = dice.randrange(256)
    yield bytes(data[: dice.choice([len(data), dice.randrange(len(data))])])
    name = dice.choice(PARTS)
    xml = booking.part(WHOLE, name)
    place = dice.randrange(len(xml))
    token = dice.choice(TOKENS)
    yield booking.replaced(WHOLE, name, xml[:place] + token + xml[place + dice.randint(0, 12) :])
    attributes = list(re.finditer(r'="([^"]*)"', xml))
    one = dice.choice(attributes)
    yield booking.replaced(WHOLE, name, xml[: one.start(1)] + token.strip('<>"&') + xml[one.end(1) :])


def test_hundreds_of_broken_workbooks_give_a_table_or_a_sentence() -> None:
    answers = [answer(data) for seed in range(150) for data in mangled(seed)]

    assert len(answers) == 450
    # Some are whole enough to be read, and most are not: else nothing was broken, or all of it.
    assert 20 < sum(one is None for one in answers) < 430


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(st.text(alphabet=st.sampled_from('<>/="crvtsfi A12\n&;'), max_size=120))
def test_whatever_stands_in_a_sheet_there_is_a_table_or_a_sentence(inside: str) -> None:
    answer(booking.sheet(inside))


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(st.binary(max_size=300))
def test_whatever_follows_the_sign_of_an_archive_there_is_a_sentence(rest: bytes) -> None:
    assert answer(b"PK\x03\x04" + rest) is None


@pytest.mark.django_db
def test_what_is_broken_is_taken_in_wholly_or_not_at_all(town: Town) -> None:
    whole = booking.saved(booking.programmes(cells(), cells("2026-7002")))
    dice = random.Random(7)  # noqa: S311 - the same broken files each time
    with behind_the_wall(town.account("lis")):
        by, outcomes = town.person("lis"), set()
        for _ in range(60):
            data = bytearray(whole)
            data[dice.randrange(len(data))] ^= 1 << dice.randrange(8)
            outcomes.add(_outcome(by, bytes(data)))

    # Two programmes, the file as it was, or none of it.
    assert outcomes <= {0, 2} and 0 in outcomes


def _outcome(by: Any, data: bytes) -> int:
    """How many programmes of a file are here after it was taken in, which is then taken back."""
    with transaction.atomic():
        try:
            take_in_file(by=by, data=data)
        except RuleBroken as refusal:
            assert str(refusal.sentence)
        here = Case.objects.scoped("test").filter(number__startswith="2026-700").count()
        transaction.set_rollback(True)
    return here
