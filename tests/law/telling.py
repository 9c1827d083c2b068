"""Files of facts for the tests: small ones, the one of the documentation, and what becomes of them."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from sammetag import law
from sammetag.law.facts_file import FactsRefused, read_case

DOCS = Path(__file__).parents[2] / "docs"
ON = date(2025, 9, 20)
VALIDATOR = jsonschema.Draft202012Validator(
    json.loads((DOCS / "facts.schema.json").read_text("utf-8")),
    format_checker=jsonschema.Draft202012Validator.FORMAT_CHECKER,
)
BEFORE_2000 = {"first": "1999-01-01", "last": "1999-06-01"}
COST = {"month": "2025-07-01", "kind": "mentor", "amount": 1}
DONE_EARLY = {"permanent": False, "followed_up": [], "status_on": "2025-03-02"}
RATE = {"has_child_duty": True, "under_25_at_home": False, "meets_residence": True}


def example() -> dict[str, Any]:
    """The example that the documentation shows."""
    found = re.search(r"```json\n(.*?)```", (DOCS / "facts.md").read_text("utf-8"), re.DOTALL)
    assert found is not None
    case: dict[str, Any] = json.loads(found.group(1))
    return case


def small(**fields: Any) -> dict[str, Any]:
    """A case with nothing but what is handed in."""
    return {"id": "a", "scheme": law.RESSOURCEFORLOEB, **fields}


def running(**fields: Any) -> dict[str, Any]:
    """A case in a programme."""
    return small(granted_on="2025-02-24", starts_on="2025-03-03", ends_on="2027-02-26", **fields)


def flexi(**fields: Any) -> dict[str, Any]:
    """A case in a flexi-job."""
    days = {"granted_on": "2025-02-24", "starts_on": "2025-03-03", "born_on": "1980-01-01"}
    return {"id": "a", "scheme": law.FLEKSJOB, **days, **fields}


def refusal(case: object) -> FactsRefused:
    """Why a case is refused."""
    with pytest.raises(FactsRefused) as caught:
        read_case(case if isinstance(case, str) else json.dumps(case), on=ON)
    return caught.value


def accepts(case: object) -> bool:
    """Whether the schema of the documentation takes the case."""
    return bool(VALIDATOR.is_valid(case))
