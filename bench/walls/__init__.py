"""Takes each wall away in turn, to see whether anybody would notice."""
