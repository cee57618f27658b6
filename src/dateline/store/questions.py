"""The questions that a store answers by name. Takes a name and filters, gives a query and the values bound to it.

A query is put together from the constants of this file alone; what a caller gives is only ever bound as a parameter.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Any, Final, TypedDict

from dateline.errors import BadQuery


class Filters(TypedDict, total=False):
    """What narrows a question; which of them a question takes stands in `Question.filters`."""

    actor: str
    recipient: str
    type: str
    status: str
    since: str | date
    until: str | date
    outlet: str
    issue: str
    limit: int


@dataclass(frozen=True, slots=True)
class Question:
    """`help`: what it tells. `sql`: a query up to its WHERE. `filters`: name to condition. `tail`: the rest of it."""

    name: str
    help: str
    sql: str
    filters: Mapping[str, str]
    tail: str

    def query(self, given: frozenset[str]) -> str:
        """The query with the conditions of the filters that are given."""
        conditions = " AND ".join(f"({self.filters[name]})" for name in self.filters if name in given)
        limit = " LIMIT $limit" if "limit" in given else ""
        return f"{self.sql} {f'WHERE {conditions}' if conditions else ''} {self.tail}{limit}"


def one_is(field: str, name: str) -> str:
    """Whether a field of one actor is who is asked for: by code, code and sector, id, name, or a name in some story."""
    return (
        f"{field}_code = upper(${name}) OR {field}_role = upper(${name}) OR {field} = ${name} "
        f"OR lower({field}_name) = lower(${name}) "
        f"OR {field} IN (SELECT a.id FROM actors AS a WHERE list_contains(a.aliases, ${name}))"
    )


def some_are(field: str, name: str) -> str:
    """The same of a field with several actors."""
    return (
        f"list_contains({field}_code, upper(${name})) OR list_contains({field}_role, upper(${name})) "
        f"OR list_has_any({field}, (SELECT coalesce(list(DISTINCT a.id), []) FROM actors AS a "
        f"WHERE a.id = ${name} OR lower(a.name) = lower(${name}) OR list_contains(a.aliases, ${name})))"
    )


def story_filters() -> dict[str, str]:
    """Conditions on the story, which every row of a store carries."""
    return {"since": "day >= $since", "until": "day <= $until", "outlet": "lower(outlet) = lower($outlet)"}


def words(*fields: str) -> str:
    """Whether the words of some spans hold what is asked for."""
    texts = (f"{field}" for field in fields)
    return " OR ".join(f"contains(lower({text}), lower($issue))" for text in texts)


NEWEST: Final = "ORDER BY day DESC NULLS LAST, story, nr"
# When an event happened, as far as the story says so; else the day of the story.
HAPPENED: Final = "coalesce(try_cast(time_begin AS DATE), day)"
EVENT_COLUMNS: Final = """day, outlet, type, array_to_string(actors_name, '; ') AS actors,
array_to_string(actors_code, '; ') AS actors_code, array_to_string(recipients_name, '; ') AS recipients,
array_to_string(recipients_code, '; ') AS recipients_code, status, countable, place_name AS place,
place_country AS country, time_begin AS "begin", time_end AS "end", quad, score,
array_to_string(mode, '; ') AS mode, anchor[1]."text" AS words,
anchor[1]."start" AS "start", confidence, story, id"""
EVENT_FILTERS: Final = {
    "actor": some_are("actors", "actor"),
    "recipient": some_are("recipients", "recipient"),
    "type": "type = upper($type)",
    "status": "status = lower($status)",
    **story_filters(),
    "issue": "list_contains(list_transform(context, lambda one: lower(one)), lower($issue))",
}

WHO: Final = Question(
    "who",
    "who speaks and acts, and how often",
    """WITH spoken AS (SELECT speaker_name AS name, speaker_code AS code, count(*) AS n FROM statements
  WHERE speaker IS NOT NULL GROUP BY ALL),
done AS (SELECT unnest(actors_name) AS name, unnest(actors_code) AS code FROM events),
acted AS (SELECT name, code, count(*) AS n FROM done GROUP BY ALL),
met AS (SELECT unnest(recipients_name) AS name, unnest(recipients_code) AS code FROM events),
received AS (SELECT name, code, count(*) AS n FROM met GROUP BY ALL),
present AS (SELECT name, code, any_value(kind) AS kind, any_value(sectors[1]) AS sector,
  count(*) FILTER (NOT again) AS stories, min(day) AS first_day, max(day) AS last_day FROM actors""",
    {
        "actor": "code = upper($actor) OR code || coalesce(sectors[1], '') = upper($actor) OR id = $actor "
        "OR lower(name) = lower($actor) OR list_contains(aliases, $actor)",
        "type": "kind = lower($type)",
        **story_filters(),
    },
    """GROUP BY name, code)
SELECT p.name, p.code, p.sector, p.kind, p.stories, coalesce(s.n, 0) AS statements, coalesce(a.n, 0) AS acts,
  coalesce(r.n, 0) AS receives, p.first_day, p.last_day
FROM present AS p LEFT JOIN spoken AS s ON s.name = p.name AND s.code IS NOT DISTINCT FROM p.code
LEFT JOIN acted AS a ON a.name = p.name AND a.code IS NOT DISTINCT FROM p.code
LEFT JOIN received AS r ON r.name = p.name AND r.code IS NOT DISTINCT FROM p.code
ORDER BY p.stories DESC, statements DESC, p.name, p.code""",
)
SAID: Final = Question(
    "said",
    "who said what",
    """SELECT day, outlet, speaker_name AS speaker, speaker_code AS code, speaker_role AS role, anonymous,
array_to_string(list_transform(cue, lambda one: one."text"), ' … ') AS cue,
array_to_string(list_transform(content, lambda one: one."text"), ' … ') AS content, act, form, kind, certainty, negated,
addressee_name AS addressee, place_name AS place, content[1]."start" AS "start", content[-1]."end" AS "end", echo_of,
confidence, story, id FROM statements""",
    {
        "actor": one_is("speaker", "actor"),
        "recipient": one_is("addressee", "recipient"),
        "type": "act = lower($type)",
        "status": "certainty = lower($status)",
        **story_filters(),
        "issue": words("array_to_string(list_transform(content, lambda one: one.\"text\"), ' ')"),
    },
    NEWEST,
)
EVENTS: Final = Question("events", "who did what to whom", f"SELECT {EVENT_COLUMNS} FROM events", EVENT_FILTERS, NEWEST)
CLAIMS: Final = Question(
    "claims",
    "what is said to bring about what, and by whom",
    """SELECT day, outlet, coalesce(claimant_name, claimant) AS claimant, claimant_code AS code, cause."text" AS cause,
relation, polarity, negated, effect."text" AS effect,
array_to_string(list_transform(signal, lambda one: one."text"), ' … ') AS signal, certainty,
cause."start" AS cause_start, effect."start" AS effect_start, statement, confidence, story, id
FROM causal_claims""",
    {
        "actor": one_is("claimant", "actor"),
        "type": "relation = lower($type)",
        "status": "certainty = lower($status)",
        **story_filters(),
        "issue": words('cause."text"', 'effect."text"'),
    },
    NEWEST,
)
POSITIONS: Final = Question(
    "positions",
    "who stands where on what",
    """SELECT day, outlet, actor_name AS actor, actor_code AS code, actor_role AS role, stance, issue,
condition."text" AS condition, len(statement) AS statements, len(event) AS events, confidence,
story, id FROM positions""",
    {
        "actor": one_is("actor", "actor"),
        "type": "stance = lower($type)",
        **story_filters(),
        "issue": words("issue"),
    },
    NEWEST,
)
TIMELINE: Final = Question(
    "timeline",
    "what happened when, oldest first: by the day of the event, or of the story where it gives none",
    f"""SELECT {HAPPENED} AS happened,
CASE WHEN try_cast(time_begin AS DATE) IS NULL THEN 'story' ELSE 'text' END AS dated_by, {EVENT_COLUMNS} FROM events""",
    {**EVENT_FILTERS, "since": f"{HAPPENED} >= $since", "until": f"{HAPPENED} <= $until"},
    "ORDER BY happened NULLS LAST, story, nr",
)
DYADS: Final = Question(
    "dyads",
    "who acts on whom, and how: events per pair of actors, all of them, those that may be counted, and by quad",
    """WITH one_side AS (SELECT unnest(CASE WHEN len(actors) > 0 THEN actors_role ELSE [NULL] END) AS actor,
  recipients_role AS others, quad, score, countable, day FROM events""",
    {**EVENT_FILTERS},
    """), pairs AS (SELECT actor, unnest(CASE WHEN len(others) > 0 THEN others ELSE [NULL] END) AS recipient, quad,
  score, countable, day FROM one_side)
SELECT actor, recipient, count(*) AS events, count(*) FILTER (countable) AS countable,
  count(*) FILTER (quad = 'verbal-cooperation') AS verbal_cooperation,
  count(*) FILTER (quad = 'material-cooperation') AS material_cooperation,
  count(*) FILTER (quad = 'verbal-conflict') AS verbal_conflict,
  count(*) FILTER (quad = 'material-conflict') AS material_conflict,
  sum(score) AS score, min(day) AS first_day, max(day) AS last_day
FROM pairs GROUP BY actor, recipient ORDER BY events DESC, actor, recipient""",
)
NEW: Final = Question(
    "new",
    "what no story told before: first reports of an act of one actor on another, first stands of an actor on an issue",
    """WITH first_events AS (SELECT min_by(rowid, (day, story, nr)) AS row, count(*) AS told FROM events
  WHERE day IS NOT NULL GROUP BY type, actors_name, recipients_name, place_name),
first_positions AS (SELECT min_by(rowid, (day, story, nr)) AS row, count(*) AS told FROM positions
  WHERE day IS NOT NULL GROUP BY actor_name, stance, issue),
first AS (
  SELECT 'event' AS finding, e.type AS what, e.*, e.anchor[1]."text" AS words, f.told
  FROM events AS e JOIN first_events AS f ON e.rowid = f.row
  UNION ALL BY NAME
  SELECT 'position' AS finding, p.stance || ': ' || p.issue AS what, p.issue AS words, p.day, p.outlet, p.story, p.id,
    [p.actor] AS actors, [p.actor_name] AS actors_name, [p.actor_code] AS actors_code,
    [p.actor_role] AS actors_role, f.told
  FROM positions AS p JOIN first_positions AS f ON p.rowid = f.row)
SELECT day, outlet, finding, what, array_to_string(actors_name, '; ') AS who,
  array_to_string(recipients_name, '; ') AS whom, place_name AS place, status, words, told, story, id FROM first""",
    {**EVENT_FILTERS, "issue": "contains(lower(what), lower($issue))"},
    "ORDER BY day DESC, story, id",
)
QUESTIONS: Final = MappingProxyType(
    {question.name: question for question in (WHO, SAID, EVENTS, CLAIMS, POSITIONS, TIMELINE, DYADS, NEW)}
)
# Questions across stories, which wait for `assemble`: what each will need. They move to QUESTIONS with its tables.
AWAITED: Final = MappingProxyType(
    {
        "corroborated": "events joined across stories, with their lineages, primary sources and sides",
        "contradictions": "pairs of findings that cannot both be so",
    }
)


def asked(name: str, filters: Mapping[str, Any]) -> tuple[str, dict[str, Any]]:
    """The query of a question and the values of its parameters; raises `BadQuery`."""
    question = _question(name)
    given = {key: value for key, value in filters.items() if value is not None}
    if unknown := given.keys() - question.filters.keys() - {"limit"}:
        valid = ", ".join([*question.filters, "limit"])
        raise BadQuery(f"`{name}` has no filter {', '.join(sorted(unknown))}; valid are {valid}")
    return question.query(frozenset(given)), dict(_values(given))


def _question(name: str) -> Question:
    if name in AWAITED:
        raise BadQuery(f"`{name}` cannot be asked yet: it needs {AWAITED[name]}")
    try:
        return QUESTIONS[name]
    except KeyError:
        raise BadQuery(f"there is no question {name!r}; valid are {', '.join(QUESTIONS)}") from None


def _values(given: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    for name, value in given.items():
        if name in {"since", "until"}:
            yield name, _day(name, value)
        elif name == "limit":
            yield name, _count(value)
        else:
            yield name, str(value)


def _day(name: str, value: Any) -> date:
    try:
        return value if isinstance(value, date) else date.fromisoformat(value)
    except (TypeError, ValueError):
        raise BadQuery(f"`{name}` is {str(value)[:40]!a}; valid is an ISO date: 2015-09-24") from None


def _count(value: Any) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or value < 0:
        raise BadQuery(f"`limit` is {str(value)[:40]!a}; valid is a whole number from 0")
    return value
