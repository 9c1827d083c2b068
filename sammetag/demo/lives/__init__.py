"""The lives that are told by hand. They share a coordinator, whose day shows all that can come up.

Whoever wants to follow one through the thread, the notes, the plan and the endings begins with these:

- Karen goes on steadily: two things at a time, ten hours, then fifteen (`turns`).
- Mikkel meets setbacks, a death in the family among them, and finds his way back (`turns`).
- Sanne's internship broke off the course she had waited for, and then the internship itself (`turns`).
- Tove waits eleven months for support at home (`turns`).
- Åse has them all, a change of coordinator too (`aase`); Grethe's has ended, in a flexi-job (`quiet`).
"""

from __future__ import annotations

from dataclasses import replace

from sammetag.demo.lives.aase import AASE
from sammetag.demo.lives.owed import OWED
from sammetag.demo.lives.plans import PLANS_WITH_TURNS
from sammetag.demo.lives.quiet import QUIET
from sammetag.demo.lives.short_plans import SHORT_PLANS
from sammetag.demo.lives.turns import TURNS

PLANS = PLANS_WITH_TURNS | SHORT_PLANS
LIVES = tuple(replace(life, plan=PLANS.get(life.key)) for life in (AASE, *TURNS, *OWED, *QUIET))
