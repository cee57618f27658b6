"""Numbers as news writes them: "17", "1,200", "1.5 million", "twenty-one", "two dozen".

Takes words, gives an integer.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from types import MappingProxyType

from dateline.record.datafiles import data_text, yaml_tree

FIGURE = re.compile(r"\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?")
TIMES = {"dozen": 12, "score": 20, "hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}
# No count of people is longer.
LARGEST = 10_000_000_000


@cache
def words() -> Mapping[str, int]:
    """The numbers below a hundred that have a word, as `data/times.yaml` lists them."""
    known = yaml_tree(data_text("times.yaml"))["classes"]
    found = {str(word): int(value) for word, value in {**known["number"], **known["tens"]}.items()}
    return MappingProxyType({word: value for word, value in found.items() if word not in TIMES} | {"a": 1, "an": 1})


def number_of(found: Sequence[str]) -> int | None:
    """The number that words stand for together; None where they stand for none."""
    total, current, any_number = 0.0, 0.0, False
    for word in (part for w in found for part in w.lower().split("-") if part and part != "and"):
        if FIGURE.fullmatch(word) and len(word) <= len(str(LARGEST)):
            current += float(word.replace(",", ""))
        elif word in words():
            current += words()[word]
        elif word in TIMES:
            current = max(current, 1.0) * TIMES[word]
            if TIMES[word] >= TIMES["thousand"]:
                total, current = total + current, 0.0
        else:
            return None
        any_number = any_number or word not in {"a", "an"}
    value = total + current
    return int(value) if any_number and value == int(value) and value <= LARGEST else None
