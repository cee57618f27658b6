"""What a site lets programs read: robots.txt as RFC 9309 has it. Takes its text, gives `Rules`.

Ours, because the standard library's reader knows no "*" and no "$" in paths, which most news sites use.
"""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote, unquote

# RFC 9309 asks to read at least 500 kibibytes; what is longer is cut.
LARGEST = 500 * 1024


@dataclass(frozen=True, slots=True)
class Rules:
    """The rules for one program: (path, allowed) each, and the seconds that the site asks to wait between pages."""

    paths: tuple[tuple[str, bool], ...] = ()
    delay: float = 0

    def allow(self, path: str) -> bool:
        """Whether a path may be read: the longest rule that fits decides, and of two as long the one that allows."""
        path = _same(path)
        fitting = [(len(rule), allowed) for rule, allowed in self.paths if fits(rule, path)]
        return max(fitting)[1] if fitting else True


EVERYTHING = Rules()


def rules(text: str, agent: str) -> Rules:
    """The rules of the groups for this program (`agent`, without its version), else of those for all."""
    paths: dict[str, list[tuple[str, bool]]] = {}
    delays: dict[str, float] = {}
    group: list[str] = []
    open_group = False
    for line in text[:LARGEST].splitlines():
        key, _, value = line.partition("#")[0].partition(":")
        key, value = key.strip().lower(), value.strip()
        if key == "user-agent":
            name = value.lower().partition("/")[0].strip()
            group = [*group, name] if open_group else [name]
            open_group = True
            paths.setdefault(name, [])
        elif key in {"allow", "disallow", "crawl-delay"}:
            open_group = False
            for name in group:
                if key == "crawl-delay":
                    delays[name] = _seconds(value)
                elif value:
                    paths[name].append((_same(value), key == "allow"))
    own = agent.lower() if agent.lower() in paths else "*"
    return Rules(tuple(paths.get(own, ())), delays.get(own, 0.0))


def fits(rule: str, path: str) -> bool:
    """Whether a rule is for a path: "*" is anything, "$" at its end is the path's end. Linear: no pattern is built."""
    ends = rule.endswith("$")
    first, *rest = rule.removesuffix("$").split("*")
    if not path.startswith(first):
        return False
    at = len(first)
    for i, part in enumerate(rest):
        if ends and i == len(rest) - 1:
            return len(path) - len(part) >= at and path.endswith(part)
        at = path.find(part, at)
        if at < 0:
            return False
        at += len(part)
    return at == len(path) or not ends


def _same(path: str) -> str:
    """A path in one spelling: only what must be is escaped."""
    return quote(unquote(path, errors="replace"), safe="/*$?=&;:@!,+~'()#[]")


def _seconds(value: str) -> float:
    try:
        seconds = float(value)
    except ValueError:
        return 0.0
    return seconds if 0 <= seconds < float("inf") else 0.0
