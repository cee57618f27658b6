"""What kind of statement: said, written, thought, held as an attitude, or shown by evidence.

Takes a tree, the parts of a statement and its medium, gives the `Sense` of the cue as this statement uses it. A cue of
speech is writing where its source or medium is written, and evidence where a poll or a study "says" it.
"""

from __future__ import annotations

from dataclasses import replace

from dateline.extract.attributes.anonymous import is_hearsay
from dateline.extract.attributes.clauses import is_clause, roots
from dateline.extract.attributes.cues import Sense, lexicon, sense_of
from dateline.extract.attributes.medium import Medium
from dateline.extract.attributes.parts import Parts
from dateline.extract.attributes.tree import Tree, top

SAID = Sense("speech", "assert")
HELD = Sense("attitude", None)


def used_sense(tree: Tree, parts: Parts, medium: Medium | None, quoted: bool) -> Sense:
    """The sense of the cue in this statement; after an unknown cue, quoted words and clauses are said."""
    known = sense_of(tree, parts.cue)
    sense = known or unknown_sense(tree, parts, quoted)
    if sense.kind != "speech":
        return sense
    source = top(tree, parts.source)
    lemma = tree.lemma[source] if source is not None else ""
    if lemma in lexicon().lists["evidence_sources"]:
        return replace(sense, kind="evidence")
    common = source is not None and tree.upos[source] == "NOUN"
    written = common and lemma in lexicon().lists["documents"] and not is_hearsay(tree, parts.source)
    if written or (medium and medium.sort == "written"):
        return replace(sense, kind="writing")
    return sense


def unknown_sense(tree: Tree, parts: Parts, quoted: bool) -> Sense:
    if quoted or not parts.cue or any(is_clause(tree, i) for i in roots(tree, parts.content)):
        return SAID
    return HELD
