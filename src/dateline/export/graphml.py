"""Causal maps: who says that what brings about what, as a signed graph for each claimant.

Takes records, gives GraphML (Brandes et al. 2002) for network programs. Claims of one claimant with the same ends, in
however many stories, are one edge with a count.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from xml.sax.saxutils import escape, quoteattr

from dateline.record import CausalClaim, Record

HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n'
KEYS = (
    ("label", "node", "string"),
    ("relation", "edge", "string"),
    ("sign", "edge", "int"),
    ("negated", "edge", "boolean"),
    ("certainty", "edge", "string"),
    ("count", "edge", "int"),
    ("claims", "edge", "string"),
)
SIGNS = {"increase": 1, "decrease": -1, "unknown": 0}
ARTICLES = frozenset({"the", "a", "an", "this", "that", "these", "those", "its", "their", "his", "her", "our"})
Edge = tuple[str, str, str, int, bool, str]


def causal_maps(records: Iterable[Record], claimant: str | None = None) -> str:
    """One graph for each claimant, named after it. `claimant`: an id, a name or "author", for only that one."""
    edges: dict[str, Counter[Edge]] = {}
    ids: dict[tuple[str, Edge], list[str]] = {}
    for record in records:
        names = {actor.id: actor.name for actor in record.actors}
        for claim in record.causal_claims:
            who = names.get(claim.claimant or "", claim.claimant or "")
            if who and claimant in {None, who, claim.claimant}:
                edge = edge_of(claim)
                edges.setdefault(who, Counter())[edge] += 1
                ids.setdefault((who, edge), []).append(claim.id)
    keys = (f'  <key id="{k}" for="{of}" attr.name="{k}" attr.type="{sort}"/>\n' for k, of, sort in KEYS)
    graphs = (line for who in sorted(edges) for line in graph(who, edges[who], ids))
    return HEAD + "".join(keys) + "".join(graphs) + "</graphml>\n"


def edge_of(claim: CausalClaim) -> Edge:
    """What makes two claims the same: both ends, relation, sign, negation and certainty."""
    sign = SIGNS[claim.polarity]
    return end(claim.cause.text), end(claim.effect.text), claim.relation, sign, claim.negated, claim.certainty


def end(text: str) -> str:
    """The name of an end: in small letters, without articles before it."""
    words = text.lower().replace("’", "'").split()
    while len(words) > 1 and words[0] in ARTICLES:
        words = words[1:]
    return " ".join(words)


def graph(who: str, edges: Counter[Edge], ids: dict[tuple[str, Edge], list[str]]) -> Iterator[str]:
    """The lines of one claimant's graph, the same for the same claims."""
    nodes = {name: f"{who}/{k}" for k, name in enumerate(sorted({n for edge in edges for n in edge[:2]}))}
    yield f'  <graph id={quoteattr(who)} edgedefault="directed">\n'
    for name, node in nodes.items():
        yield f'    <node id={quoteattr(node)}><data key="label">{escape(name)}</data></node>\n'
    for edge in sorted(edges):
        cause, effect, relation, sign, negated, certainty = edge
        values = (relation, sign, str(negated).lower(), certainty, edges[edge], " ".join(ids[who, edge]))
        names = (name for name, of, _ in KEYS if of == "edge")
        data = "".join(f'<data key="{k}">{escape(str(v))}</data>' for k, v in zip(names, values, strict=True))
        yield f"    <edge source={quoteattr(nodes[cause])} target={quoteattr(nodes[effect])}>{data}</edge>\n"
    yield "  </graph>\n"
