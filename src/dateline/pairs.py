"""Given words: the event between two given sides, and whether a given predicate has happened.

Takes a text and spans of characters in it, gives an `Event` or a `Judgement`. The setting of zero-shot coders (Hu et
al. 2024), for researchers who know their pairs and want them coded.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

import numpy as np

from dateline.errors import BadSpan, StopRun
from dateline.extract.attributes.tree import tree_of
from dateline.extract.events import reasons
from dateline.extract.events.anchors import anchor
from dateline.extract.events.coding import cameo, coded, contexts
from dateline.extract.events.lexicon import sense
from dateline.extract.factuality.judged import Judgement, judged
from dateline.parse import parsed_with
from dateline.parse.tellers import between
from dateline.pipeline import shared_reader
from dateline.record import Event, Factuality, Story
from dateline.record.failure import Failure
from dateline.record.ids import finding_id
from dateline.record.plover import TYPES, quad_of, score_of

if TYPE_CHECKING:
    from dateline.parse.encoder import Outputs
    from dateline.record.parsed import ParsedStory

Pair = tuple[int, int]


def code(
    sentence: str, actor: Pair | None, recipient: Pair | None = None, published: str | date | None = None
) -> Event:
    """The event between two sides of a sentence, in PLOVER and CAMEO codes.

    `actor`, `recipient`: (start, end) in code points, end exclusive; one of them may be None. The event is always
    given, for the caller says that there is one: read `confidence`, the probability of its type. Its `actors` and
    `recipients` are empty: whom the spans stand for is known to the caller. Raises `BadSpan`.
    """
    story = Story.model_validate({"text": sentence, "published": published})
    reader = shared_reader()
    parsed, out = parsed_with(story, reader.encoder)
    sides = [words_of(parsed, name, span) for name, span in (("actor", actor), ("recipient", recipient))]
    if not any(sides):
        raise BadSpan("actor", actor, len(sentence))
    around = sentence_of(parsed, [i for side in sides for i in side])
    return event_between(parsed, out, between(out, reader.encoder.weights, around, *sides), around)


def tried(
    where: str, sentence: str, actor: Pair | None, recipient: Pair | None = None, published: str | date | None = None
) -> Event | Failure:
    """The same for one row of many: what goes wrong with it is its failure. `where`: the row, in words."""
    try:
        return code(sentence, actor, recipient, published)
    except StopRun:
        raise
    # The border of a run, as in `Reader.read_many`.
    except Exception as error:  # noqa: BLE001
        return Failure.of(where, error)


def event_between(parsed: ParsedStory, out: Outputs, shares: np.ndarray, around: range) -> Event:
    """The event of the most probable type, at the word that most probably tells it."""
    total = shares.sum(0)
    best = int(total.argmax())
    word, kind = around.start + int(shares[:, best].argmax()), TYPES[best]
    tree = tree_of(parsed)
    codes = coded(tree, word, kind, np.exp(out["mode"][word].astype(np.float32)), sense(tree, word))
    found = judged(parsed, tree, word, kind)
    first, last = anchor(parsed, (word,))
    span = parsed.story.span(parsed.tokens.start[first], parsed.tokens.end[last - 1])
    return Event(
        id=finding_id(parsed.story.id, "event", [span]),
        type=kind,
        mode=codes.modes,
        context=contexts(tree, word),
        cameo=cameo(kind, codes, found.status, ()),
        quad=quad_of(kind),
        score=score_of(kind, codes.modes[0] if codes.modes else None),
        anchor=(span,),
        status=found.status,
        factuality=(Factuality(source="author", value=found.value),),
        confidence=round(float(total[best]), 4),
        found_by=reasons.joined("event heads, sides given", codes.found_by, f"status by {found.why}"),
    )


def factuality(text: str, span: Pair, published: str | date | None = None, kind: str = "") -> Judgement:
    """Whether what a predicate tells has happened, as its innermost source presents it.

    `span`: (start, end) of the predicate in code points; `kind`: the PLOVER type of the event that it tells, if it is
    one. Raises `BadSpan`.
    """
    return factuality_of(text, [span], published, kind)[0]


def factuality_of(
    text: str, spans: Sequence[Pair], published: str | date | None = None, kind: str = ""
) -> list[Judgement]:
    """The same of several predicates of one text, which is read once."""
    story = Story.model_validate({"text": text, "published": published})
    parsed, _ = parsed_with(story, shared_reader().encoder)
    tree = tree_of(parsed)
    words = [words_of(parsed, "span", span) for span in spans]
    return [judged(parsed, tree, parsed.tree.head_of(w[0], w[-1] + 1), kind) for w in words]


def words_of(parsed: ParsedStory, name: str, span: Sequence[Any] | None) -> list[int]:
    """The words of a span; none where it is None. Raises `BadSpan` where a span holds no word."""
    if span is None:
        return []
    size = len(parsed.story.text)
    good = len(span) == 2 and all(isinstance(n, int) for n in span) and 0 <= span[0] < span[1] <= size
    words = list(parsed.words_in(*span)) if good else []
    if not words:
        raise BadSpan(name, span, size)
    return words


def sentence_of(parsed: ParsedStory, words: list[int]) -> range:
    """The words of the sentences from the first to the last of some words."""
    first, last = (parsed.sentences[parsed.tokens.sentence[f(words)]] for f in (min, max))
    return range(first.first, last.last)
