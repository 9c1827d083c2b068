"""How quick the pages are, at two sizes, beside an empty Django page of the same run."""
