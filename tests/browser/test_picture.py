"""The picture of the case page that the README shows: made by this test, and written when one asks for it.

SAMMETAG_PICTURES=write puts it in docs/images; otherwise it goes to a folder of the test's own.
"""

from __future__ import annotations

import os
import struct
import zlib
from pathlib import Path

from django.conf import settings

from tests.browser.place import ASTRID
from tests.browser.visiting import DESK, Demo

HEIGHT = 920
LARGEST = 250_000


def size_of(picture: bytes) -> tuple[int, int]:
    """Width and height, from the head of a PNG."""
    assert picture.startswith(b"\x89PNG\r\n")
    width, height = struct.unpack(">II", picture[16:24])
    return width, height


def entropy_of(picture: bytes) -> int:
    """How many bytes remain after another compression: a blank page has next to none."""
    return len(zlib.compress(picture))


def test_the_case_page_has_its_picture(shown: Demo, tmp_path: Path) -> None:
    write = os.environ.get("SAMMETAG_PICTURES") == "write"
    folder = Path(settings.CHECKOUT) / "docs" / "images" if write else tmp_path
    page = shown.visit(ASTRID, f"{shown.case('aase')}?zoom=all")
    page.set_viewport_size({"width": DESK, "height": HEIGHT})
    page.evaluate("document.fonts.ready")

    picture = page.screenshot(path=folder / "case-page.png")

    assert size_of(picture) == (DESK, HEIGHT)
    assert 30_000 < entropy_of(picture) <= len(picture) + 1000 < LARGEST


def test_the_picture_in_the_readme_is_one_of_this_test() -> None:
    picture = (Path(settings.CHECKOUT) / "docs" / "images" / "case-page.png").read_bytes()

    assert size_of(picture) == (DESK, HEIGHT)
    assert len(picture) < LARGEST
