"""Pages of the law book as their readers see them."""

from __future__ import annotations

from typing import Any

from django.test import Client
from django.urls import reverse


def read(client: Client, page: str, *, status: int = 200, name: str = "", **asked: str) -> str:
    answer: Any = client.get(reverse(page, args=[name] if name else []), asked)
    assert answer.status_code == status
    text: str = answer.content.decode()
    return text.replace("\u00a0", " ")
