"""Countries that turn out to act, or to be acted upon: "aid to Liberia", "Iraqi warplanes".

Takes a Record and mentions with the codes of states, gives the Record in which these are actors.
"""

from __future__ import annotations

from collections.abc import Mapping

from dateline.record import Actor, Record
from dateline.record.words import countries, states

FOUND_BY = "event head: a country that acts or is acted upon"


def with_states(record: Record, lent: Mapping[str, str]) -> Record:
    """`lent`: id of a mention to the code of the state that it stands for."""
    if not lent:
        return record
    mentions = tuple(
        m.model_copy(update={"actor": lent[m.id], "place": None, "found_by": f"{m.found_by}; {FOUND_BY}"})
        if m.id in lent
        else m
        for m in record.mentions
    )
    known = {a.id for a in record.actors}
    new = [state(code, record, lent) for code in dict.fromkeys(lent.values()) if code not in known]
    order = {key: k for k, key in enumerate(dict.fromkeys(m.actor for m in mentions if m.actor is not None))}
    actors = sorted([*record.actors, *new], key=lambda a: order.get(a.id, len(order)))
    used = {m.place for m in mentions} | {s.place for s in record.statements}
    at = {key: k for k, key in enumerate(dict.fromkeys(m.place for m in mentions if m.place is not None))}
    places = tuple(sorted((p for p in record.places if p.id in used), key=lambda p: at.get(p.id, len(at))))
    return record.with_findings(mentions=mentions, actors=tuple(actors), places=places)


def state(code: str, record: Record, lent: Mapping[str, str]) -> Actor:
    """The row of a state."""
    heads = [m for m in record.mentions if lent.get(m.id) == code]
    return Actor(
        id=code,
        name=countries().official[code],
        kind="state",
        code=code,
        sectors=("GOV",),
        wikidata=states().get(code, {}).get("wikidata") or None,
        aliases=tuple(dict.fromkeys(m.head.text for m in heads if m.form == "name")),
        basis=f"'{heads[0].head.text}' has a part in an event",
        confidence=round(max(m.confidence for m in heads), 4),
        found_by=FOUND_BY,
    )
