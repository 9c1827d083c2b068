"""What is typed after `sammetag evaluate`: files; or why they cannot be used."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sammetag.config.commands.law_typed import refused
from sammetag.config.refusal import Refused
from sammetag.evaluation.errors import EvaluationError


@contextmanager
def of_file(file: Path) -> Iterator[None]:
    """Turns what is wrong with a file into the refusal that names it."""
    try:
        yield
    except EvaluationError as fault:
        raise refused(fault.sentence, str(file)) from fault
    except OSError as fault:
        raise Refused(
            f"{file}: Filen kan ikke læses. Kontrollér, at den findes, og at du må læse den.\n"
            f"{file}: The file cannot be read. Check that it exists and that you may read it."
        ) from fault
