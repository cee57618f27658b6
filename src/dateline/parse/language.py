"""Whether a text is English. Takes a text, gives the code of its language where it is clearly another one."""

from __future__ import annotations

from functools import cache
from typing import Any

# Characters that are looked at: enough for a clear answer, and a bound on the time whatever the length.
LOOKED_AT = 1200
# Letters below which no answer is clear: lists of names and short quotations pass for many languages.
FEWEST_LETTERS = 100
# The classifier is unsure of code, tables, names and noise, and so gives several languages a little; a text in another
# language gives English less than 1 in 100,000 and its own family nearly all (ar, ary and arz share one text).
AT_MOST_ENGLISH = 0.01
AT_LEAST_OTHERS = 0.5
FAMILY = 3
NO_LANGUAGE = "zxx"


def other_language(text: str) -> str | None:
    """ISO 639 code of the language of a text that is clearly not English, or None; None for text that is short."""
    looked_at = text[:LOOKED_AT]
    if sum(map(str.isalpha, looked_at)) < FEWEST_LETTERS:
        return None
    ranked: list[tuple[str, float]] = _identifier().rank(looked_at)
    english = dict(ranked).get("en", 0.0)
    others = sum(share for code, share in ranked[:FAMILY] if code not in {"en", NO_LANGUAGE})
    return ranked[0][0] if english < AT_MOST_ENGLISH and others > AT_LEAST_OTHERS else None


@cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415 - its model takes 0.4 s and 100 MB

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
