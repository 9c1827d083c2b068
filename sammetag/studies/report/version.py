"""Which version of the software a report was made with."""

from importlib.metadata import PackageNotFoundError, version


def _version() -> str:
    try:
        return version("sammetag")
    except PackageNotFoundError:
        return "?"


SOFTWARE = _version()
