"""One relation is about all the figures of its pattern."""

from __future__ import annotations

from sammetag.evaluation.published.patterns import Pattern

IDS = ["1.t1.a.n", "1.t1.b.n", "1.t1.Total.n", "1.t2.a.n", "1.t2.2+.n", "1.t2.a.pct", "1.t2.note.x.n"]


def test_names_bind_once_for_each_that_fits() -> None:
    bindings = Pattern("1.$table.a.n").bindings(IDS)

    assert [dict(one) for one in bindings] == [{"table": "t1"}, {"table": "t2"}]


def test_what_a_name_may_not_be_is_skipped() -> None:
    bindings = Pattern("1.t1.$row.n").bindings(IDS, skip=["Total"])

    assert [one["row"] for one in bindings] == ["a", "b"]


def test_a_star_is_every_part_but_those_it_may_not_be() -> None:
    matching = Pattern("1.$table.*.n").matching(IDS, {"table": "t1"}, but=["Total"])

    assert matching == ("1.t1.a.n", "1.t1.b.n")


def test_a_pattern_without_gaps_is_the_id_itself_even_where_it_is_missing() -> None:
    assert Pattern("1.t2.$row.n").matching(IDS, {"row": "2+"}) == ("1.t2.2+.n",)
    assert Pattern("1.t9.$row.n").matching(IDS, {"row": "2+"}) == ("1.t9.2+.n",)


def test_a_name_that_stands_twice_is_the_same_both_times() -> None:
    assert [dict(one) for one in Pattern("1.$a.$a").bindings(["1.x.x", "1.x.y"])] == [{"a": "x"}]
