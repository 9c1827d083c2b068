"""Who may not write in a case keeps no draft in it either, and no draft has a name that no form has."""

from __future__ import annotations

import pytest

from sammetag.access.roles import Right
from sammetag.access.wall import behind_the_wall
from sammetag.cases.actions import LONGEST_NAME, keep_draft
from sammetag.cases.queries import case_for, draft_of
from sammetag.errors import NotAllowed
from tests.town import Town

pytestmark = pytest.mark.django_db


def test_a_helper_who_only_reads_keeps_no_draft(town: Town) -> None:
    with behind_the_wall(town.account("mads")):
        mads = town.person("mads")
        case = case_for(mads, town.cases["own"], Right.SEE_CASE)

        with pytest.raises(NotAllowed):
            keep_draft(by=mads, case=case, form="book", fields={"agenda": ["Jeg prøver"]})

        assert draft_of(mads, case, "book") is None


@pytest.mark.parametrize(("longer", "kept"), [(0, True), (1, False)])
def test_a_draft_has_a_name_that_a_form_can_have(town: Town, longer: int, kept: bool) -> None:
    form = "x" * (LONGEST_NAME + longer)
    with behind_the_wall(town.account("astrid")):
        astrid = town.person("astrid")
        case = case_for(astrid, town.cases["own"], Right.KEEP_TALKS)
        if kept:
            keep_draft(by=astrid, case=case, form=form, fields={"agenda": ["Ja"]})
        else:
            with pytest.raises(NotAllowed):
                keep_draft(by=astrid, case=case, form=form, fields={"agenda": ["Nej"]})

        assert (draft_of(astrid, case, form) is not None) is kept
