"""What is kept out of training: documents of GUM, a tenth of PLV, and every tenth of what we wrote ourselves.

Takes nothing, or rows, gives names or rows; training and evaluation read them.
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TypeVar

Row = TypeVar("Row")
TENTHS, HELD = 10, 0
# Of PLV one random tenth.
PLV_TENTH = 0


def held(rows: Iterable[Row]) -> Iterator[Row]:
    """Every tenth row."""
    return (row for i, row in enumerate(rows) if i % TENTHS == HELD)


def kept(rows: Iterable[Row]) -> Iterator[Row]:
    """The other rows."""
    return (row for i, row in enumerate(rows) if i % TENTHS != HELD)


def plv_tenths(path: Path) -> dict[str, int]:
    """Which of ten random tenths a row of PLV lies in: by a seeded shuffle of the ids."""
    ids = sorted({json.loads(line)["id"] for line in path.read_text(encoding="utf-8").splitlines()})
    random.Random(0).shuffle(ids)
    return {x: i % TENTHS for i, x in enumerate(ids)}


# GUM documents kept out of all training: the dev set of speakers and coreference (with what gum.devcarve holds of news
# and interviews).
SPEAKER_DEV = (
    "GUM_interview_chomsky",
    "GUM_interview_daly",
    "GUM_interview_dungeon",
    "GUM_interview_mckenzie",
    "GUM_interview_peres",
    "GUM_interview_shalev",
    "GUM_news_afghan",
    "GUM_news_clock",
    "GUM_news_expo",
    "GUM_news_imprisoned",
    "GUM_news_soccer",
    "GUM_news_taxes",
)
# And out of the training of coreference: of the first twelve genres by name, the first document by id
# that is left; the encoder has seen the syntax of most.
COREFERENCE_DEV = (
    "GUM_academic_art",
    "GUM_bio_bernoulli",
    "GUM_conversation_artist",
    "GUM_court_carpet",
    "GUM_essay_distraction",
    "GUM_fiction_claus",
    "GUM_interview_ants",
    "GUM_letter_conference",
    "GUM_news_crane",
    "GUM_podcast_addiction",
    "GUM_speech_albania",
    "GUM_textbook_alamo",
)
