"""What is only asked and so said of nobody: "Has the president decided on sanctions?" tells of no decision.

Takes an attribution and the syntax around it, gives whether its own clause is the question.
"""

from __future__ import annotations

from dateline.extract.attributes import Tree
from dateline.extract.attributes.tree import top
from dateline.extract.attribution import Attribution
from dateline.record.parsed import ParsedStory

# "Why did he say so?" takes it that he did; after these the question is whether, or who, or what.
OPEN = frozenset({"who", "whom", "what", "which"})
# Who is asked of himself is taken to think or say something: "Do you think that ...?"
PARTIES = frozenset({"you", "i", "we"})
MARKS = frozenset({'"', "”", "''", "'", "’", "»", ")"})
# Words of an opening in which the word that asks stands.
OPENING = 3


def only_asked(parsed: ParsedStory, tree: Tree, one: Attribution) -> bool:
    """Whether the cue heads a question with its verb before its subject, or one about who or what it was."""
    verb = top(tree, (one.cue,))
    if verb is None or one.rule is not None or tree.head[verb] != verb or tree.upos[verb] not in {"VERB", "AUX"}:
        return False
    sentence = parsed.sentences[tree.sentence[verb]]
    last = sentence.last - 1
    while last > verb and tree.text[last] in MARKS:
        last -= 1
    if tree.text[last] != "?":
        return False
    subject = next(iter(tree.kids(verb, "nsubj")), None)
    if subject is None or tree.text[subject] in PARTIES:
        return False
    first = min(parsed.tree.left[verb], verb)
    asks = next((i for i in range(first, min(first + OPENING, verb)) if tree.text[i] in OPEN), None)
    turned = any(c < subject < verb for c in tree.kids(verb, "aux"))
    why = any(tree.text[c] in {"why", "when", "where", "how"} for c in tree.kids(verb, "advmod") if c < verb)
    return not why and (turned or (asks is not None and subject == asks))
