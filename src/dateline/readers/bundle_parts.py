"""The parts of one document of a bundle: headline, outlet, date, byline, body. Takes its text, gives strings by name.

Three layouts: Factiva with two-letter codes, Factiva without, and LexisNexis with labels ("LENGTH: 812 words").
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from dateline.readers.dates import iso

Parts = dict[str, str]

# "1 of 250 DOCUMENTS" opens a document of LexisNexis, "End of Document" closes one of Nexis Uni, and
# "Document GULL000020310314e73e0001x" one of Factiva.
OPENS = re.compile(r"^[ \t]*(?:Document[ \t]+)?\d{1,5} of \d{1,5}(?: DOCUMENTS?)?[ \t]*$", re.MULTILINE | re.IGNORECASE)
CLOSES = re.compile(r"^[ \t]*(?:End of Document|Document [A-Za-z]{2,12}0*\d{8}\w{4,20})[ \t]*$", re.MULTILINE)

CODE = re.compile(
    r"^(SE|HD|BY|CR|WC|PD|ET|SN|SC|ED|PG|VOL|LA|CY|LP|TD|CT|RF|CO|IN|NS|RE|IPC|IPD|PUB|AN|ART|CLM)(?:[ \t]+|$)"
)
CODES = {"HD": "title", "BY": "byline", "PD": "date", "SN": "outlet", "LA": "language"}
LABEL = re.compile(
    r"^[ \t]*(SECTION|LENGTH|BYLINE|HEADLINE|HIGHLIGHT|DATELINE|BODY|LOAD-DATE|LANGUAGE|PUBLICATION-TYPE|GRAPHIC|"
    r"CORRECTION|CORRECTION-DATE|SUBJECT|ORGANIZATION|COMPANY|PERSON|CITY|STATE|COUNTRY|GEOGRAPHIC|TYPE|SERIES|URL|"
    r"DISTRIBUTION|JOURNAL-CODE|ACC-NO|NOTES|TICKER|INDUSTRY|CATEGORY|DOCUMENT-TYPE|PUB-TYPE|INDEX TERMS)"
    r"(?::[ \t]*|[ \t]*$)",
    re.IGNORECASE,
)
# Labels that do not end a body: a paragraph may open with such a word, so only these, alone on a line, end one.
AFTER = frozenset({"LOAD-DATE", "LANGUAGE", "PUBLICATION-TYPE", "GRAPHIC", "CORRECTION-DATE", "SUBJECT"}) | {
    "JOURNAL-CODE",
    "ACC-NO",
    "DOCUMENT-TYPE",
    "PUB-TYPE",
}
WORDS = re.compile(r"^[ \t]*(?:LENGTH:[ \t]*)?[\d,]+ words[ \t]*$", re.IGNORECASE)
COPYRIGHT = re.compile(r"^[ \t]*(?:Copyright\b|\(c\)|©|All Rights Reserved)", re.IGNORECASE)
LANGUAGE = re.compile(r"^[ \t]*(English|French|German|Spanish|Arabic|Chinese|Russian|Portuguese|Italian|Dutch)[ \t]*$")
BY = re.compile(r"^[ \t]*By\s+\S", re.IGNORECASE)


def is_bundle(head: str) -> bool:
    """Whether a text begins as such a bundle; `head`: enough of it to hold a document."""
    return bool(OPENS.search(head[:2000]) or CLOSES.search(head))


def document(text: str) -> Parts:
    """The parts of a document that are understood; without `body` where none was found."""
    lines = text.split("\n")
    codes = [line[:2] for line in lines if CODE.match(line)]
    if "HD" in codes and ("LP" in codes or "TD" in codes):
        return _coded(lines)
    if any((found := LABEL.match(line)) and _name(found) in {"BODY", "LENGTH", "LOAD-DATE"} for line in lines):
        return _labelled(lines)
    return _plain(lines)


def _coded(lines: Iterable[str]) -> Parts:
    """Factiva with codes: "HD   Talks fail", lines that go on are indented or follow as they are."""
    held: dict[str, list[str]] = {}
    code = ""
    for line in lines:
        if found := CODE.match(line):
            code, line = found[1], line[found.end() :]  # noqa: PLW2901 - the rest of it
        held.setdefault(code, []).append(line)
    parts = {name: " ".join(" ".join(held.get(code, ())).split()) for code, name in CODES.items()}
    return parts | {"body": _paragraphs([*held.get("LP", ()), "", *held.get("TD", ())])}


def _labelled(lines: list[str]) -> Parts:
    """LexisNexis: outlet, date and headline by their place, the rest by labels; the body after BODY or the labels."""
    labels = [(i, found) for i, line in enumerate(lines) if (found := LABEL.match(line))]
    names = {_name(found): (i, lines[i][found.end() :].strip()) for i, found in reversed(labels)}
    opens = names["BODY"][0] if "BODY" in names else _last_of_head(lines, labels)
    closes = next((i for i, found in labels if i > opens and _name(found) in AFTER), len(lines))
    first = min((i for i, _ in labels), default=len(lines))
    parts = _head([line.strip() for line in lines[:first] if line.strip()])
    for name, key in (("BYLINE", "byline"), ("HEADLINE", "title"), ("LANGUAGE", "language")):
        if name in names and names[name][1]:
            parts[key] = names[name][1]
    if "date" not in parts and "LOAD-DATE" in names:
        parts["date"] = names["LOAD-DATE"][1]
    body = _paragraphs(_body(lines[opens:closes], names))
    place = names.get("DATELINE", (0, ""))[1].rstrip(" .")
    return parts | {"body": f"{place} — {body}" if place and body and not body.startswith(place[:10]) else body}


def _body(lines: list[str], names: dict[str, tuple[int, str]]) -> list[str]:
    if lines and "BODY" in names:
        lines = [names["BODY"][1], *lines[1:]]
    while lines and (not lines[-1].strip() or COPYRIGHT.match(lines[-1])):
        lines = lines[:-1]
    return lines


def _name(found: re.Match[str]) -> str:
    return found[1].upper()


def _last_of_head(lines: list[str], labels: list[tuple[int, re.Match[str]]]) -> int:
    """Where the text begins if nothing says so: after the last label before those that follow a body."""
    head = [i for i, found in labels if _name(found) not in AFTER]
    return min(head[-1] + 1, len(lines)) if head else 0


def _head(lines: list[str]) -> Parts:
    """Outlet, date and headline of the lines before the labels, by where the date stands.

    LexisNexis: outlet, date, edition, headline. Nexis Uni: headline, outlet, date, copyright.
    """
    lines = [line for line in lines if not COPYRIGHT.match(line)]
    at = next((i for i, line in enumerate(lines) if _is_date(line)), None)
    if at is None:
        return {"title": lines[0]} if lines else {}
    parts = {"date": _dated(lines[at])}
    after = [line for line in lines[at + 1 :] if not line.lower().endswith("edition") and "Edition" not in line]
    if at >= 2:
        parts |= {"title": " ".join(lines[: at - 1]), "outlet": lines[at - 1]}
    elif at == 1:
        parts |= {"outlet": lines[0]} | ({"title": " ".join(after[-2:])} if after else {})
    return parts


def _plain(lines: list[str]) -> Parts:
    """Factiva without codes: headline, byline, "812 words", date, outlet, ..., language, copyright; the body."""
    rows = [line.strip() for line in lines]
    words = next((i for i, line in enumerate(rows) if WORDS.match(line)), None)
    if words is None:
        return {}
    head = [line for line in rows[:words] if line]
    rights = next((i for i in range(words, len(rows)) if COPYRIGHT.match(rows[i])), None)
    spoken = next((i for i in range(words, min(words + 15, len(rows))) if LANGUAGE.match(rows[i])), None)
    opens = rights if rights is not None and rights <= words + 20 else spoken
    if opens is None or not head:
        return {}
    between = [line for line in rows[words + 1 : opens] if line]
    dates = [i for i, line in enumerate(between) if _is_date(line)]
    byline = next((line for line in head[1:] if BY.match(line)), head[-1] if len(head) > 1 else "")
    parts = {"title": " ".join(line for line in head if line != byline), "byline": byline}
    if dates:
        parts["date"] = between[dates[0]]
        names = [line for line in between[dates[0] + 1 :] if not re.fullmatch(r"\d{1,2}:\d\d.*", line)]
        parts["outlet"] = names[0] if names else ""
    if spoken is not None:
        parts["language"] = rows[spoken]
    return parts | {"body": _paragraphs(lines[opens + 1 :])}


def _is_date(line: str) -> bool:
    return len(line) < 60 and iso(_dated(line)) is not None


def _dated(line: str) -> str:
    """A date without the name of its day, which LexisNexis puts behind it."""
    return re.sub(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b,?", "", line).strip(" ,")


def _paragraphs(lines: Iterable[str]) -> str:
    """Text whose paragraphs are parted by blank lines; the wrapped lines of each made one where lines are short."""
    blocks = [block for block in re.split(r"\n[ \t]*\n", "\n".join(lines)) if block.strip()]
    return "\n\n".join(" ".join(block.split()) for block in blocks)
