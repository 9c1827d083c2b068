"""What changed between two days, with the values before and after."""

from __future__ import annotations

from django.test import Client

from tests.lawbook.reading import read


def test_changes_are_told_by_day_with_values_before_and_after(reader: Client) -> None:
    page = read(reader, "law-changes", first="2022-01-01", last="2022-01-01")

    assert "fra 60 måneder til 36 måneder" in page
    assert "st-law-news--began" in page
    assert "/law/guarantee/?on=2022-01-01" in page
    closing = read(reader, "law-changes", first="2026-02-01", last="2026-02-01")
    assert "Der kan ikke bevilges nye ressourceforløb fra og med 1. februar 2026" in closing


def test_days_without_changes_are_said_to_be_so(reader: Client) -> None:
    assert "Intet blev ændret" in read(reader, "law-changes", first="2023-06-02", last="2023-06-03")
