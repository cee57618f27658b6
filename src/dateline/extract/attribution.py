"""Attributions: which words are the source, the cue and the content of one and the same statement.

Takes the encoder's role tags and cue links and the quotations, gives `Attribution`s as ranges of tokens, in text order.
Each span of content goes to the cue that claims it most; each cue takes the span of source that fits it best, so that
one source may serve several statements.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

import numpy as np

from dateline.extract.boundaries import onward, settled
from dateline.extract.confidence import confidence, logit
from dateline.extract.phrasing import (
    after_quotation,
    before_quotation,
    home_of,
    one_phrase,
    over_a_line,
    quoted_one,
    whole_clause,
    with_noun,
)
from dateline.extract.ranges import in_quotation, less, merged
from dateline.record.parsed import CueLinks, Floats, ParsedStory, Quotation
from dateline.record.tags import Range, spans

# From here on a cue is worth a look; whether it makes a statement is decided by the confidence in the whole.
CUE = 0.25
# F1 is highest where what is kept is right at least about half as often as F1 itself.
LEAST = 0.35
# What a rule finds is right about as often (signed quotations of PolNeAR dev).
BY_RULE = 0.9
CLAIM = 0.1
# A cue less probable than this shares no content with another one (hit@50 on PolNeAR dev: 77.71 if all may, 77.78 with
# 0.7, 77.89 if none may; but then 1.3 in 100 of what is not quoted are lost).
SHARING = 0.7
# Below this a second cue of the same source is too doubtful to end the content of the first (exact F1 of content on
# PolNeAR dev: 68.34 with 0.25, 68.59 with 0.5, 68.64 with 0.7).
SAYS_ELSE = 0.7
SOURCE = 0.1
# A source that fits its cue no better gives way to the words that the cue itself points to.
WEAK_SOURCE = 0.3
QUOTED = 0.5
# Verbs after which what was not said is a part of the cue: "declined to say".
REFUSING = frozenset({"decline", "refuse"})


@dataclass(frozen=True, slots=True)
class Attribution:
    """One statement as ranges of tokens [first, last). `scores`: cue, source, content as the heads give them.

    `sure`: how often what its rule finds is right, if it has one. `medium`: who cites it.
    """

    cue: Range
    source: tuple[Range, ...]
    content: tuple[Range, ...]
    scores: tuple[float, float, float]
    parent: int | None = None
    rule: str | None = None
    sure: float = BY_RULE
    medium: Range | None = None


def attributions(parsed: ParsedStory) -> list[Attribution]:
    """The attributions that are more likely right than it costs to be wrong; `parent` is an index into this list."""
    kept = [with_edges(parsed, link, one) for link, one in linked(parsed) if confidence_of(one) >= LEAST]
    return [replace(one, parent=parent) for one, parent in zip(kept, parents(kept), strict=True)]


def with_edges(parsed: ParsedStory, link: CueLinks, one: Attribution) -> Attribution:
    """The attribution with the edges of its parts where they fit best: of the cue first, which the others keep off."""
    cue = settled(parsed, link, "cue", one.cue)
    first, last = one.cue if over_a_cue(parsed, one.cue, cue) else cue
    link = replace(link, first=first, last=last)
    source = tuple(one_phrase(parsed, link, settled(parsed, link, "source", span)) for span in one.source)
    source = tuple(whole_clause(parsed, link, span) for span in source)
    content = merged([
        span if over_a_cue(parsed, span, new) or over_a_line(parsed, span, new) else new
        for span, new in ((span, settled(parsed, link, "content", span)) for span in one.content)
    ])  # fmt: skip
    if not source and (quoted := quoted_one(parsed, first, last)) is not None:
        source = (quoted,)
        one = replace(one, scores=(one.scores[0], one.scores[2], one.scores[2]))
        content = [part for span in content for part in less(span, [quoted])]
    content = [with_noun(parsed, span, [(first, last), *source]) for span in content]
    whole = (after_quotation(parsed, span) for span in complete(link, merged(content), parsed.quotations))
    told = tuple(after_dateline(parsed, before_quotation(parsed, span)) for span in whole)
    return replace(one, cue=(first, last), source=source, content=told) if told else one


def after_dateline(parsed: ParsedStory, span: Range) -> Range:
    """A range without the dateline that it begins with: "OSLO - | The talks failed"."""
    first, last = span
    while first < last - 1 and zone_at(parsed, first) == "dateline":
        first += 1
    return first, last


def over_a_cue(parsed: ParsedStory, span: Range, new: Range) -> bool:
    """Whether a range has grown over the cue of something else."""
    links = parsed.scores.links
    near_by = onward(links, bisect_left(links, new[0], key=lambda link: link.first))
    inside = takewhile(lambda link: link.first < new[1], near_by)
    return any(link.probability >= CUE and not span[0] <= link.first < span[1] for link in inside)


def confidence_of(one: Attribution) -> float:
    """Probability that the whole is right."""
    return one.sure if one.rule else confidence("statement", features(one))


def features(one: Attribution) -> tuple[float, ...]:
    """What its confidence rests on: the heads' log odds, and whether there is a source."""
    cue, source, content = one.scores
    return logit(cue), logit(source) if one.source else 0.0, 0.0 if one.source else 1.0, logit(content)


def candidates(parsed: ParsedStory) -> list[Attribution]:
    """Every attribution that the encoder sees a trace of; `parent`: index of the one whose content holds the cue."""
    found = [one for _, one in linked(parsed)]
    return [replace(one, parent=parent) for one, parent in zip(found, parents(found), strict=True)]


def linked(parsed: ParsedStory) -> list[tuple[CueLinks, Attribution]]:
    """The same with the cue that each was found by. Its edges are as the heads leave them, word by word."""
    links = list(whole_cues(parsed, [link for link in parsed.scores.links if link.probability >= CUE]))
    roles = parsed.scores.roles
    lines = line_numbers(parsed)
    sources = [part for span in spans(roles[:, 0:3]) for part in by_line(parsed, lines, span)]
    contents = [part for span in spans(roles[:, 6:9]) for part in by_line(parsed, lines, span, quoted=True)]
    origins = [source_of(parsed, link, sources) for link in links]
    following = {
        link.first: source
        for link, source in zip(links, origins, strict=True)
        if source and link.probability >= SAYS_ELSE
    }
    given = assigned(parsed, lines, links, contents)
    taken = words_of_others(parsed, given)
    found = []
    for link, source, mine in zip(links, origins, given, strict=True):
        claimed = mine or left_to(link, own_claim(parsed, lines, link), taken)
        claimed = before_next(parsed, link, source, claimed, following)
        content = [part for span in complete(link, claimed, parsed.quotations) for part in less(span, source)]
        content = [part for part in content if any(map(str.isalnum, "".join(parsed.tokens.text[slice(*part)])))]
        if content:
            found.append((link, attribution(link, source, content)))
    return found


def whole_cues(parsed: ParsedStory, links: Sequence[CueLinks]) -> Iterator[CueLinks]:
    """The links, those of "declined to" and "say" as one where the head of cues has seen two."""
    tokens, before = parsed.tokens, None
    for link in links:
        refused = before is not None and tokens.lemma[before.last - 1].lower() in REFUSING
        if before is not None and refused and link.first - before.last <= 1 and tokens.deprel[link.first] == "xcomp":
            before = replace(link, first=before.first, probability=max(link.probability, before.probability))
            continue
        if before is not None:
            yield before
        before = link
    if before is not None:
        yield before


def before_next(
    parsed: ParsedStory,
    link: CueLinks,
    source: tuple[Range, ...],
    content: list[Range],
    following: dict[int, tuple[Range, ...]],
) -> list[Range]:
    """Content up to where its own source is said to say something else: "denied it | and accused the rebels".

    following: by the first word of every cue, its source.
    """
    upos = parsed.tokens.upos
    for a, b in content:
        for i in range(max(a + 1, link.last), b):
            if following.get(i) != source or any(first <= i < last for first, last in source):
                continue
            joint = i - 1
            while joint > a and upos[joint] in {"AUX", "ADV", "PART"}:
                joint -= 1
            if upos[joint] == "CCONJ" and not in_quotation(parsed, i):
                return [(x, min(y, joint)) for x, y in content if x < joint]
    return content


def parents(found: Sequence[Attribution]) -> list[int | None]:
    """For each attribution the one with the shortest piece of content around its cue."""
    pieces = sorted((a, b, k) for k, one in enumerate(found) for a, b in one.content)
    out: list[int | None] = []
    opened: list[tuple[int, int, int]] = []
    at = 0
    for k, one in enumerate(found):
        while at < len(pieces) and pieces[at][0] <= one.cue[0]:
            opened.append(pieces[at])
            at += 1
        opened = [piece for piece in opened if piece[1] > one.cue[0]]
        around = [(b - a, n) for a, b, n in opened if n != k and b >= one.cue[1]]
        out.append(min(around)[1] if around else None)
    return without_rings(out)


def without_rings(parents: Sequence[int | None]) -> list[int | None]:
    """The same, but of statements that would stand inside each other in a ring one is the outermost."""
    out, met_from = list(parents), [-1] * len(parents)
    for k in range(len(out)):
        at: int | None = k
        while at is not None and met_from[at] < 0:
            met_from[at] = k
            at = out[at]
        if at is not None and met_from[at] == k:
            out[at] = None
    return out


def attribution(link: CueLinks, source: tuple[Range, ...], content: list[Range]) -> Attribution:
    """The parts as one, with the mean probability of each."""
    means = (mean(link, link.source, source), mean(link, link.content, content))
    return Attribution((link.first, link.last), source, tuple(content), (link.probability, *means))


def mean(link: CueLinks, row: Floats, ranges: Sequence[Range]) -> float:
    """Mean probability of the words of some ranges as this cue's; 0 for words out of its reach."""
    size = sum(b - a for a, b in ranges)
    lo, hi = link.offset, link.offset + len(row)
    total = sum(float(row[max(a, lo) - lo : max(min(b, hi), lo) - lo].sum()) for a, b in ranges)
    return total / size if size else 0.0


def assigned(
    parsed: ParsedStory, lines: Sequence[int], links: Sequence[CueLinks], contents: Sequence[Range]
) -> list[list[Range]]:
    """For each cue the spans of content that it claims more than any other cue does."""
    out: list[list[Range]] = [[] for _ in links]
    homes = [home_of(parsed, link) for link in links]
    starts = [link.offset for link in links]
    ends = [link.offset + len(link.content) for link in links]
    for a, b in contents:
        around = range(bisect_right(ends, a), bisect_left(starts, b))
        # A quotation may have its cue in another paragraph, other content not.
        quoted = in_quotation(parsed, a)
        reached = [k for k in around if quoted or lines[links[k].first] == lines[a]]
        reached = [k for k in reached if homes[k][0] <= a < homes[k][1]]
        # A cue in the middle of a span is one that the content tells of, not the one that tells the content.
        outside = [k for k in reached if not a <= links[k].first < b] or reached
        # How surely it is a cue counts as well: hit@50 on PolNeAR dev was 77.10 without, 77.27, 77.31 and 77.36 with
        # its probability to the power of 0.25, 0.5 and 1.
        claims = ((mean(links[k], links[k].content, [(a, b)]) * links[k].probability, k) for k in outside)
        score, k = max(claims, default=(0.0, 0))
        if score >= CLAIM:
            out[k].append((a, b))
    return out


def words_of_others(parsed: ParsedStory, given: Sequence[Sequence[Range]]) -> bytearray:
    """Per word whether some cue has it as content (1), and in a quotation (2)."""
    taken = bytearray(len(parsed.tokens))
    for a, b in (span for mine in given for span in mine):
        taken[a:b] = bytes([2 if in_quotation(parsed, a) else 1]) * (b - a)
    return taken


def left_to(link: CueLinks, claimed: Sequence[Range], taken: bytearray) -> list[Range]:
    """What a cue claims by itself, unless it is another cue's: two may share words, but not a quotation."""
    least = 2 if link.probability > SHARING else 1
    return [(a, b) for a, b in claimed if max(taken[a:b], default=0) < least]


def line_numbers(parsed: ParsedStory) -> list[int]:
    """Per word how many lines have begun a sentence before it; those that only wrap one do not count."""
    text, tokens, number, out = parsed.story.text, parsed.tokens, 0, []
    for i in range(len(tokens)):
        new = i > 0 and tokens.sentence[i] != tokens.sentence[i - 1]
        number += new and "\n" in text[tokens.end[i - 1] : tokens.start[i]]
        out.append(number)
    return out


def own_claim(parsed: ParsedStory, lines: Sequence[int], link: CueLinks) -> list[Range]:
    """The longest run of words that a cue left without content claims by itself."""
    words = parsed.scores.roles[link.offset : link.offset + len(link.content), 7:9].sum(1)
    at = np.flatnonzero(np.sqrt(words * link.content) >= 0.45)
    groups = np.split(at, np.flatnonzero(np.diff(at) > 2) + 1) if len(at) else []
    best = max(groups, key=len, default=at)
    if not len(best):
        return []
    span = (int(best[0]) + link.offset, int(best[-1]) + 1 + link.offset)
    parts = by_line(parsed, lines, span, quoted=True)
    near_by = [p for p in parts if lines[p[0]] == lines[link.first] or in_quotation(parsed, p[0])]
    return [max(near_by, key=lambda part: part[1] - part[0])] if near_by else []


def complete(link: CueLinks, content: list[Range], quotations: Sequence[Quotation]) -> list[Range]:
    """Content without the cue's own words, and with the whole of every quotation that it covers most of."""
    cut = [part for span in content for part in less(span, [(link.first, link.last)])]
    reach = link.offset + len(link.content)
    for q in onward(quotations, bisect_left(quotations, link.offset, key=lambda q: q.last)):
        if q.first >= reach:
            break
        if q.first < link.last and link.first < q.last:
            continue
        inside = sum(max(0, min(b, q.last) - max(a, q.first)) for a, b in cut)
        if inside >= QUOTED * (q.last - q.first):
            cut = merged([*cut, (q.first, q.last)])
    return cut


def by_line(parsed: ParsedStory, lines: Sequence[int], span: Range, *, quoted: bool = False) -> Iterator[Range]:
    """A span cut where a new line begins a new sentence: no source goes on there (PolNeAR train, 18,370 sources).

    quoted: a content does where both lines are quoted.
    """
    first = span[0]
    for i in range(span[0] + 1, span[1]):
        if lines[i] != lines[i - 1] and not (quoted and in_quotation(parsed, i - 1) and in_quotation(parsed, i)):
            yield first, i
            first = i
    yield first, span[1]


def zone_at(parsed: ParsedStory, word: int) -> str:
    """The kind of zone that a word stands in."""
    return parsed.sentences[parsed.tokens.sentence[word]].zone


def source_of(parsed: ParsedStory, link: CueLinks, sources: Sequence[Range]) -> tuple[Range, ...]:
    """The span of source that fits the cue best; a source is one phrase (99.9 % in PolNeAR), in the cue's zone."""
    lo, zone = bisect_left(sources, link.offset, key=lambda s: s[1]), zone_at(parsed, link.first)
    near_by = takewhile(lambda s: s[0] < link.offset + len(link.source), onward(sources, lo))
    reached = (s for s in near_by if zone_at(parsed, s[0]) == zone)
    score, best = max(((mean(link, link.source, [s]), s) for s in reached), default=(0.0, (0, 0)))
    own = own_source(link)
    if own is not None and zone_at(parsed, own[0]) != zone:
        own = None
    if score < WEAK_SOURCE and own is not None and mean(link, link.source, [own]) > score:
        return (own,)
    return (best,) if score >= SOURCE else ()


def own_source(link: CueLinks) -> Range | None:
    """The likeliest run of words that a cue takes for its source, whether they are one to the head of roles or not."""
    at = np.flatnonzero(link.source >= 0.5)
    if not len(at):
        return None
    run = max(np.split(at, np.flatnonzero(np.diff(at) > 1) + 1), key=lambda r: float(link.source[r].sum()))
    return int(run[0]) + link.offset, int(run[-1]) + 1 + link.offset
