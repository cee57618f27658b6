"""Plain sentences parsed by rule, for tests of coreference: a subject, a verb and what follows it.

Takes phrases such as "his wife Ida Berg" or "Ida Berg and Per Dahl", gives tables for `tests.builders`.
"""

from __future__ import annotations

from dateline.extract import mentions
from dateline.record import Record, violations
from dateline.record.parsed import ParsedStory
from dateline.resolve import actors, coreference
from tests.builders import parsed_story
from tests.named import with_names

OWNERS = {"his", "her", "its", "their", "my"}
PRONOUNS = OWNERS | {"he", "him", "she", "it", "they", "them", "i", "we", "himself", "themselves"}
ARTICLES = {"the", "a", "an"}
NUMBERS = {"two", "three"}
HONORIFICS = {"mr.", "mrs.", "ms."}
PLURALS = {"officials": "official", "ministers": "minister", "men": "man", "sons": "son", "soldiers": "soldier"}
PLURALS |= {"aides": "aide", "workers": "worker", "members": "member", "sisters": "sister", "protesters": "protester"}
VERBS = {"said": "say", "spoke": "speak", "praised": "praise", "met": "meet", "married": "marry", "left": "leave"}
VERBS |= {"won": "win", "fell": "fall", "resigned": "resign", "arrived": "arrive", "told": "tell", "paid": "pay"}


def story(*sentences, **names):
    """The record of a story of these sentences, as far as its actors."""
    return with_actors(with_names(parsed_story("\n\n".join(sentences)), **names))


def with_actors(parsed: ParsedStory) -> Record:
    """The record of a parsed story, as far as its actors."""
    record = Record.of(parsed.story, parsed.zones)
    for step in (mentions, coreference, actors):
        record = step.find(parsed, record)
    assert list(violations(record)) == []
    return record


def actor_of(record, text, nth=0):
    """The name of the actor of the nth mention with these words as its head."""
    found = [m for m in record.mentions if m.head.text == text]
    return next((a.name for a in record.actors if a.id == found[nth].actor), None)


def told(subject, verb, *objects, before=()):
    """A sentence: `before` are words of a clause or phrase that a comma ends, each as a row of a table."""
    rows = [*before]
    at = len(rows) + len(subject.split()) + 1
    rows = [row.replace("VERB_AT", str(at)) for row in rows]
    rows += phrase(subject, "nsubj", at, len(rows))
    rows.append(f"{verb} {VERBS[verb]} VERB 0 root")
    for words in objects:
        preposition, _, rest = words.rpartition("|")
        rows += phrase(rest, "obl" if preposition else "obj", at, len(rows), preposition)
    return "\n".join([*rows, f"+. = PUNCT {at} punct"])


def phrase(text, role, above, start, preposition=""):
    """The rows of a noun phrase, of several where "and" stands between."""
    rows: list[str] = []
    first = None
    for part in text.split(" and "):
        begin = start + len(rows)
        lead = [("and", "CCONJ", "cc")] if first is not None else []
        lead += [(preposition, "ADP", "case")] if preposition and first is None else []
        head, made = noun_phrase(part.split(), begin + len(lead))
        rows += [f"{form} = {upos} {head} {relation}" for form, upos, relation in lead]
        rows += [row.replace("ABOVE", f"{above} {role}" if first is None else f"{first} conj") for row in made]
        first = first or head
    return rows


def noun_phrase(words, start):
    """The position of the head word and the rows of one phrase: an owner or article, nouns, a name, "of" something."""
    if "of" in words[1:]:
        cut = words.index("of")
        head, made = noun_phrase(words[:cut], start)
        inner, rest = noun_phrase(words[cut + 1 :], start + cut + 1)
        rest = [row.replace("ABOVE", f"{head} nmod") for row in rest]
        return head, [*made, f"of = ADP {inner} case", *rest]
    known = PRONOUNS | ARTICLES | NUMBERS | HONORIFICS
    capitals = [k for k, word in enumerate(words) if word[0].isupper() and word.lower() not in known]
    name = capitals[0] if capitals and words[capitals[0]].lower() not in PLURALS else None
    at = len(words) - 1 if name is None else name
    head = start + at + 1
    rows = []
    for k, word in enumerate(words):
        lower = word.lower()
        owner = start + at if name is not None and at > 0 else head
        if k == at:
            plural = "Plur" if lower in PLURALS or lower in {"they", "them"} else "Sing"
            upos = "PRON" if lower in PRONOUNS else "PROPN" if k == name else "NOUN"
            rows.append(f"{word} {PLURALS.get(lower, lower if upos != 'PROPN' else '=')} {upos} ABOVE Number={plural}")
        elif name is not None and k > name:
            rows.append(f"{word} = PROPN {head} flat Number=Sing")
        elif lower in OWNERS:
            rows.append(f"{word} {lower} PRON {owner} nmod:poss Number=Sing")
        elif lower in ARTICLES:
            rows.append(f"{word} {lower} DET {owner} det")
        elif lower in NUMBERS:
            rows.append(f"{word} {lower} NUM {owner} nummod")
        elif lower in HONORIFICS:
            rows.append(f"{word} = PROPN {head} nmod:desc Number=Sing")
        else:
            rows.append(f"{word} {lower} NOUN {head} {'nmod:desc' if name is not None else 'compound'} Number=Sing")
    return head, rows
