"""Where a file that somebody sends is kept while it is read: in memory, and never more of it than we take."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from django.core.files.uploadedfile import InMemoryUploadedFile, UploadedFile
from django.core.files.uploadhandler import FileUploadHandler

from sammetag.intake.table import MOST_BYTES


class WithinLimit(FileUploadHandler):
    """Keeps files of at most MOST_BYTES together, so that no file about people is left on a disk.

    A larger one arrives empty, with the size that it had: the page that asked for it can then say so.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.received = 0
        self.kept = BytesIO()

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        super().new_file(*args, **kwargs)
        self.kept = BytesIO()

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        self.received += len(raw_data)
        if self.received > MOST_BYTES:
            self.kept = BytesIO()
        else:
            self.kept.write(raw_data)

    def file_complete(self, file_size: int) -> UploadedFile:
        self.kept.seek(0)
        return InMemoryUploadedFile(
            self.kept,
            self.field_name,
            self.file_name or "file",
            self.content_type or "",
            # Several files share the limit: one that came after it is too large as well.
            max(file_size, self.received) if self.received > MOST_BYTES else file_size,
            self.charset,
            self.content_type_extra,
        )
