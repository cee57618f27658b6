"""Causal maps are well-formed GraphML, one graph per claimant; positions over stories are filtered and in order."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from dateline.export.graphml import causal_maps
from dateline.export.stances import positions
from dateline.record import Actor, CausalClaim, Position, Record
from dateline.record.findings import Stance
from dateline.record.ids import actor_id, finding_id, position_id
from dateline.record.story import Story

NS = "{http://graphml.graphdrawing.org/xmlns}"
TEXT = "The drought caused famine, Ida Berg said."


def record(story: str, published: str = "2031-03-14", stance: Stance = "oppose") -> Record:
    whole = Story(id=story, text=TEXT, published=published)
    cause, effect = whole.span(0, 11), whole.span(19, 25)
    who = actor_id(story, "Ida Berg")
    claim = CausalClaim(
        id=finding_id(story, "causal_claim", (cause, effect)),
        cause=cause,
        effect=effect,
        relation="cause",
        polarity="increase",
        claimant=who,
    )
    position = Position(id=position_id(story, who, "drought"), actor=who, issue="drought", stance=stance)
    return Record.of(
        whole,
        actors=(Actor(id=who, name="Ida Berg", kind="person"),),
        causal_claims=(claim,),
        positions=(position,),
    )


def test_claims_of_one_claimant_in_two_stories_are_one_edge():
    tree = ET.fromstring(causal_maps([record("a"), record("b")]))
    (graph,) = tree.findall(f"{NS}graph")
    (edge,) = graph.findall(f"{NS}edge")
    assert graph.get("id") == "Ida Berg"
    assert {d.get("key"): d.text for d in edge}["count"] == "2"
    assert [n[0].text for n in graph.findall(f"{NS}node")] == ["drought", "famine"]


def test_only_the_claimant_asked_for():
    assert "<graph " not in causal_maps([record("a")], "author")


def test_positions_change_over_time():
    rows = positions([record("b", "2031-03-15", "support"), record("a")], actor="berg", issue="drought")
    assert [(row.day, row.stance) for row in rows] == [("2031-03-14", "oppose"), ("2031-03-15", "support")]
    assert positions([record("a")], actor="Moe") == []
