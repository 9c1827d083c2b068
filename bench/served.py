"""`python -m bench.served PORT WORKERS`: serves as `sammetag serve` does, with the settings of the bench."""

from __future__ import annotations

import sys

from sammetag.config.serving import serve


def main(port: int, workers: int) -> None:
    """Serves until it is told to stop."""
    serve("localhost", port, workers=workers, quiet=True, answering=lambda: None)


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
