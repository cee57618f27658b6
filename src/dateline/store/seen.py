"""What a store knows of stories that come in. Takes stories and the encoder that would read them, gives `Known`.

A story is known by its id and content as this encoder read it. A story that failed is known, too: it would fail again.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import duckdb
import pyarrow as pa

from dateline.record import Story
from dateline.store.protocol import Known
from dateline.store.rows import content_hash, day_of

# The reasons that a store has itself for not reading a story.
FORGOTTEN: Final = "Forgotten"
OLDER: Final = "OlderVersion"
# An id that this package made of the story's content, and so one that changes when the story is corrected.
HASHED_STORY: Final = "d[0-9a-f]{16}"

READ: Final = """
SELECT i.nr FROM incoming AS i JOIN stories AS s ON s.id = i.story AND s.content = i.content
WHERE s.encoder IS NOT DISTINCT FROM $encoder
UNION SELECT i.nr FROM incoming AS i JOIN superseded AS s ON s.story = i.story AND s.content = i.content
"""
FAILED: Final = """
SELECT i.nr, f.error FROM incoming AS i JOIN failures AS f ON f.story = i.story
WHERE (f.content = i.content AND f.encoder IS NOT DISTINCT FROM $encoder) OR f.error = 'Forgotten'
"""
# The same address, a later day: what comes in is the version that was corrected.
LATER: Final = f"""
SELECT i.nr FROM incoming AS i JOIN stories AS s ON s.url = i.url AND s.id <> i.story AND s.day > i.day
WHERE regexp_full_match(i.story, '{HASHED_STORY}') AND regexp_full_match(s.id, '{HASHED_STORY}')
"""


def known(
    con: duckdb.DuckDBPyConnection, stories: Sequence[Story], encoder: str | None, *, retry: bool = False
) -> list[Known | None]:
    """For each story what the store knows of it. `retry`: what failed is not known, but for what was forgotten."""
    found: list[Known | None] = [None] * len(stories)
    con.register("incoming", incoming(stories))
    try:
        for (nr,) in con.execute(LATER).fetchall():
            found[nr] = Known(OLDER)
        for nr, error in con.execute(FAILED, {"encoder": encoder}).fetchall():
            if error == FORGOTTEN or not retry:
                found[nr] = Known(error)
        for (nr,) in con.execute(READ, {"encoder": encoder}).fetchall():
            found[nr] = Known()
    finally:
        con.unregister("incoming")
    return found


def incoming(stories: Sequence[Story]) -> pa.Table:
    """Stories as a small table that queries can join."""
    columns = {
        "nr": pa.array(range(len(stories)), pa.int64()),
        "story": pa.array([story.id for story in stories], pa.string()),
        "content": pa.array([content_hash(story) for story in stories], pa.string()),
        "url": pa.array([story.url for story in stories], pa.string()),
        "day": pa.array([day_of(story.published) for story in stories], pa.date32()),
    }
    return pa.table(columns)
