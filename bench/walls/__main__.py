"""`python -m bench walls`: takes away each policy, each scope, each guard and each middleware in turn.

For each, the tests must fail, or the other wall must hold; the table says which. All else is a hole.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter

import pytest

from bench.walls.loop import HOLDS, HOLE, Loop

ROOMS = (
    "access",
    "talks",
    "plan",
    "interventions",
    "handover",
    "cases",
    "desk",
    "intake",
    "lawbook",
    "practice",
)
AROUND = (
    *(f"tests/config/test_{name}.py" for name in ("failures", "patience", "static_files")),
    "tests/demo/test_login_page.py",
)
# Random worlds beyond the first, and the same doors by the other method, notice nothing that these do not.
LEFT_OUT = ("not (world1 or world2 or test_the_comparison_notices or test_many_people_on_few)",)


def _say(line: str) -> None:
    # Past pytest, which keeps what tests say.
    print(line, file=sys.__stdout__, flush=True)  # noqa: T201 - the output of the program


def main(words: list[str] | None = None) -> int:
    """Prints a line for each wall; 0 when there is no hole."""
    reading = argparse.ArgumentParser(prog="python -m bench walls", description=__doc__)
    reading.add_argument("--only", default="", help="walls whose kind or name holds this text")
    chosen = reading.parse_args(words)
    loop = Loop(chosen.only)
    _say("| kind | taken away | noticed by |\n|---|---|---|")
    options = ["-q", "-p", "no:randomly", "-p", "no:cacheprovider", "--no-header", "-rN", "-k", *LEFT_OUT]
    pytest.main([*options, *(f"tests/{folder}" for folder in ROOMS), *AROUND], plugins=[loop])
    told = Counter(one.verdict if one.verdict in (HOLE, HOLDS) else "a test fails" for one in loop.outcomes)
    seconds = sum(one.seconds for one in loop.outcomes)
    _say(f"\n{len(loop.outcomes)} walls in {seconds:.0f} s: {dict(told)}")
    for name in sorted(loop.useless):
        _say(f"fails with all walls standing: {name}")
    return 1 if told[HOLE] or not loop.outcomes else 0


if __name__ == "__main__":
    sys.exit(main())
