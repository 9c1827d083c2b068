"""The trial that is drawn again has the blocks of the report; the verdict goes by what it took."""

from __future__ import annotations

import numpy as np
import pytest

from bench import redraws
from tests.evaluation.drawn import BLOCKS


def test_the_blocks_are_those_of_the_report() -> None:
    followed, blocks = redraws.trial()

    assert tuple((treated, control) for _day, treated, control in BLOCKS) == redraws.DRAWS
    assert (len(followed), int(blocks.treated.sum())) == (218, 109)
    assert set(followed.ending.tolist()) == {0, 1, 2, 3}
    assert len(np.unique(followed.time)) < 218


def test_it_says_what_it_took_and_whether_that_was_held(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(redraws, "said", lambda: "The machine at this moment.")
    monkeypatch.setattr(redraws, "MOST", 0.0)

    code = redraws.main(["--redraws", "100"])

    assert code == 1
    assert "100 redraws of 218 persons in 13 blocks" in capsys.readouterr().out
