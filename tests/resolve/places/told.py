"""Stories for tests of places, with just enough syntax: what names and prepositions there are, and who speaks.

Takes a text and its names by kind, gives the record that the steps before and with `places` make of it.
"""

import re
from dataclasses import replace

import numpy as np

from dateline.extract import mentions
from dateline.record import Record
from dateline.record.parsed import ParsedStory, Scores, Sentence
from dateline.record.story import Story, Zone
from dateline.record.tokens import Tokens
from dateline.resolve import actors, coreference, places
from tests.named import with_names

WORD = re.compile(r"U\.S\.|(?:\w\.){2,}|(?:Ill|Ky|Mass|Fla)\.|'s|\w+|[^\w\s]")
PREPOSITIONS = {"in", "into", "near", "from", "of", "to", "across", "throughout"}


def read(text: str, *, dateline: str = "", **names: list[str]) -> Record:
    """The record with places. `dateline`: how the text begins, which is a zone of its own."""
    parsed = with_names(story(text, dateline), **names)
    record = Record.of(parsed.story, parsed.zones)
    for step in (mentions, coreference, actors, places):
        record = step.find(parsed, record)
    return record


def placed(record: Record) -> dict[str, str]:
    """By name: the id of its place, or "" where it has none; of a name that is read in two ways, both."""
    found: dict[str, list[str]] = {}
    for mention in record.mentions:
        if mention.form in {"name", "metonym", "demonym"}:
            found.setdefault(mention.head.text, []).append(mention.place or "")
    return {name: " ".join(dict.fromkeys(ids)).strip() for name, ids in found.items()}


def where(record: Record, name: str) -> tuple[str, str, str]:
    """Name, country and precision of the place that a name stands for; empty where it has none."""
    found = {place.id: place for place in record.places}.get(placed(record)[name])
    return ("", "", "") if found is None else (found.name, found.country or "", found.precision or "")


def story(text: str, dateline: str = "") -> ParsedStory:
    """A text parsed flat: every word hangs on the first of its sentence, but subjects of "said" and prepositions."""
    words = list(WORD.finditer(text))
    forms = [word.group() for word in words]
    cut = len(dateline)
    firsts = [k for k in range(len(words)) if k == 0 or forms[k - 1] in {"?", "!"} or ends(words, k, text)]
    if dateline:
        firsts = sorted({*firsts, next(k for k, word in enumerate(words) if word.start() >= cut)})
    sentence = [sum(first <= k for first in firsts) - 1 for k in range(len(words))]
    heads, relations = syntax(forms, [firsts[s] for s in sentence])
    tokens = Tokens(
        start=tuple(word.start() for word in words),
        end=tuple(word.end() for word in words),
        text=tuple(forms),
        sentence=tuple(sentence),
        multiword=(-1,) * len(words),
        upos=tuple("PROPN" if form[0].isupper() else "VERB" if form == "said" else "NOUN" for form in forms),
        xpos=("_",) * len(words),
        feats=("_",) * len(words),
        lemma=tuple("say" if form == "said" else form for form in forms),
        head=tuple(heads),
        deprel=tuple(relations),
    )
    zones = ["dateline" if tokens.start[first] < cut else "body" for first in firsts]
    ranges = list(zip(firsts, [*firsts[1:], len(words)], strict=True))
    sentences = tuple(
        Sentence(tokens.start[a], tokens.end[b - 1], a, b, zone) for (a, b), zone in zip(ranges, zones, strict=True)
    )
    scores = Scores(names=np.zeros((len(words), 21), np.float32), roles=np.zeros((len(words), 9), np.float32))
    whole = (Zone("body", 0, len(text)),)
    return replace(ParsedStory(Story(id="story", text=text), whole, sentences, tokens, (), scores))


def ends(words: list[re.Match[str]], k: int, text: str) -> bool:
    """Whether a sentence ends before word k."""
    return words[k - 1].group() == "." and text[words[k].start()].isupper()


def syntax(forms: list[str], roots: list[int]) -> tuple[list[int], list[str]]:
    heads, relations = list(roots), ["root" if root == k else "dep" for k, root in enumerate(roots)]
    for k, form in enumerate(forms[:-1]):
        after = next((j for j in range(k + 1, len(forms)) if forms[j][0].isupper()), k)
        if form in PREPOSITIONS and after - k in {1, 2}:
            heads[k], relations[k] = after, "case"
        if forms[k + 1] == "said":
            heads[k], relations[k] = k + 1, "nsubj"
            if heads[k + 1] == k:
                heads[k + 1], relations[k + 1] = k + 1, "root"
    return heads, relations
