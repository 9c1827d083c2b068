"""Style sheets and scripts come to whoever asks, may be kept, and need no database."""

from __future__ import annotations

import pytest
from django.contrib.staticfiles.storage import staticfiles_storage
from django.test import Client

SHEET = "design/sammetag.css"


def test_a_style_sheet_needs_no_database_and_no_log_in_and_may_be_kept_as_its_name_changes() -> None:
    response = Client().get(staticfiles_storage.url(SHEET))
    response.close()

    assert response.status_code == 200
    assert response.headers["Content-Type"].startswith("text/css")
    assert "immutable" in response.headers["Cache-Control"]


@pytest.mark.usefixtures("committed")
def test_a_file_that_is_not_there_is_not_found() -> None:
    assert Client().get("/static/design/nothing-here.css").status_code == 404
