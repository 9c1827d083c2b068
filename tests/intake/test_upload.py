"""What is kept of a file while it comes in."""

from __future__ import annotations

from typing import Any

import pytest
from django.conf import settings
from django.utils.module_loading import import_string

from sammetag.intake.table import MOST_BYTES
from sammetag.intake.upload import WithinLimit

CHUNK = 1024 * 1024


def received(handler: WithinLimit, size: int) -> Any:
    """A file of this size after it has come in, chunk by chunk."""
    handler.new_file("file", "forløb.csv", "text/csv", None, None, {})
    for start in range(0, size, CHUNK):
        handler.receive_data_chunk(b"x" * min(CHUNK, size - start), start)
    return handler.file_complete(size)


def test_every_upload_is_kept_in_memory_and_within_the_limit() -> None:
    assert [import_string(name) for name in settings.FILE_UPLOAD_HANDLERS] == [WithinLimit]


@pytest.mark.parametrize(("size", "kept"), [(0, 0), (MOST_BYTES, MOST_BYTES), (MOST_BYTES + 1, 0)])
def test_so_much_is_kept_and_of_more_nothing_but_the_size(size: int, kept: int) -> None:
    file = received(WithinLimit(), size)

    assert (file.size, len(file.read())) == (size, kept)


def test_files_of_one_request_share_the_limit() -> None:
    handler, half = WithinLimit(), MOST_BYTES // 2 + CHUNK

    first, second = received(handler, half), received(handler, half)

    assert len(first.read()) == half
    assert second.read() == b"" and second.size > MOST_BYTES
