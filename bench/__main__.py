"""`python -m bench [WHAT] [OPTIONS]`: measures one thing of a running Sammetag, and prints what it found."""

from __future__ import annotations

import importlib
import sys

# What can be measured, and the module whose `main(arguments) -> int` does it: 0 when all is as it should be.
# It is imported only when it is asked for, since models need settings that name a server.
COMMANDS = {
    "pages": "bench.pages",
    "load": "bench.load",
    "soak": "bench.soak",
    "faults": "bench.faults.__main__",
    "walls": "bench.walls.__main__",
    "law": "bench.law",
    "redraws": "bench.redraws",
    "cox": "bench.cox",
    "report": "bench.trial_report",
}


def main(words: list[str]) -> int:
    """Measures what the first word names; the pages where it names nothing."""
    what, arguments = (words[0], words[1:]) if words and words[0] in COMMANDS else ("pages", words)
    return int(importlib.import_module(COMMANDS[what]).main(arguments))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
