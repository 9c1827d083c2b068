"""What should be numbers, one a row, are numbers; or the first row that is none is named."""

from __future__ import annotations

import numpy as np
import pytest

from sammetag.evaluation.arrays import floats
from sammetag.evaluation.errors import InputRefused
from sammetag.words import Words

AGE = Words("alderen", "the age")


@pytest.mark.parametrize("wrong", ["fyrre", "", None, float("nan"), float("inf"), [1, 2], object()])
def test_the_first_row_that_is_no_number_is_named(wrong: object) -> None:
    with pytest.raises(InputRefused) as refusal:
        floats([50, 44.5, wrong, "tres"], AGE)

    assert refusal.value.row == 3
    assert refusal.value.sentence.da.startswith("Række 3: alderen mangler eller er ikke et tal.")


def test_numbers_written_as_text_are_numbers() -> None:
    assert floats(np.array(["50", "44.5"], dtype=np.object_), AGE).tolist() == [50, 44.5]
