"""`make audit`: asks the services that know of faults about every package of the lock files.

Found faults are 1. Where no service answers, that is said in a plain sentence, and nothing is claimed: 0.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Sequence

PATIENCE = 120
PYTHON = [
    *(sys.executable, "-m", "pip_audit", "--requirement", "requirements.txt"),
    *("--require-hashes", "--disable-pip", "--no-deps", "--format", "json", "--progress-spinner", "off"),
]
NODE = ["npm", "audit", "--json", "--package-lock-only"]
UNASKED = "{name}: ingen tjeneste svarede, så intet er undersøgt. / No service answered: nothing is known."


def main() -> int:
    """Asks for Python's packages and for those of the browser; 1 where a fault is known."""
    asked = {"pip-audit": _faults_in_python(_answer(PYTHON)), "npm audit": _faults_in_node(_answer(NODE))}
    for name, faults in asked.items():
        if faults is None:
            _say(UNASKED.format(name=name))
        elif not faults:
            _say(f"{name}: ingen kendte fejl. / No known faults.")
        for fault in faults or []:
            _say(f"{name}: {fault}")
    return 1 if any(asked.values()) else 0


def _answer(command: Sequence[str]) -> object:
    """What a program answers, or none where it says nothing that can be read."""
    try:
        said = subprocess.run(  # noqa: S603 - our own words
            command, capture_output=True, text=True, timeout=PATIENCE, check=False
        )
        return json.loads(said.stdout)
    except (OSError, subprocess.TimeoutExpired, ValueError):
        return None


def _faults_in_python(answer: object) -> list[str] | None:
    if not isinstance(answer, dict) or "dependencies" not in answer:
        return None
    if all(one.get("skip_reason") for one in answer["dependencies"]):
        return None
    for one in answer["dependencies"]:
        # Of a package that could not be looked up there is no news, which is not good news.
        if one.get("skip_reason"):
            _say(f"pip-audit: {one['name']}: ikke undersøgt. / Not looked into.")
    return [
        f"{one['name']} {one.get('version', '')}: {', '.join(fault['id'] for fault in one.get('vulns', []))}"
        for one in answer["dependencies"]
        if one.get("vulns")
    ]


def _faults_in_node(answer: object) -> list[str] | None:
    if not isinstance(answer, dict) or "vulnerabilities" not in answer:
        return None
    return [f"{name}: {one.get('severity', '')}" for name, one in answer["vulnerabilities"].items()]


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")


if __name__ == "__main__":
    sys.exit(main())
