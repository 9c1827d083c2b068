"""The lives that are told by hand. They share a coordinator, whose day shows all that can come up."""

from __future__ import annotations

from sammetag.demo.lives.aase import AASE
from sammetag.demo.lives.owed import OWED
from sammetag.demo.lives.quiet import QUIET
from sammetag.demo.lives.turns import TURNS

LIVES = (AASE, *TURNS, *OWED, *QUIET)
