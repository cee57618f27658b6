from __future__ import annotations

import pytest

from dateline.parse.datelines import dateline_end

TEXT = "The old bridge closed on Monday."


@pytest.mark.parametrize(
    "opening",
    [
        "WASHINGTON (AP) —",
        "WASHINGTON —",
        "AVEN --",
        "LONDON, Sept. 24 (Reuters) -",
        "NEW YORK, N.Y., Dec 3 (UPI) —",
        "Mexico City (AFP) –",
        "BAGHDAD/BEIRUT (Reuters) -",
        "(CNN) --",
        "(Reuters) -",
        "NEW DELHI:",
        "ST. LOUIS ―",
    ],
)
def test_datelines(opening):
    assert dateline_end(f"{opening} {TEXT}", first=True) == len(opening)


@pytest.mark.parametrize(
    "text",
    [
        TEXT,
        f"UPDATE — {TEXT}",
        f"BREAKING: {TEXT}",
        f"RUIZ: {TEXT}",
        f"MONDAY’S ‘NEWS’ - {TEXT}",
        "The bridge (old) — it closed.",
        "The mayor, Ana Ruiz — who is new — left.",
        "THE BRIDGE — IT CLOSED ON MONDAY.",
        "(Old) The bridge closed.",
        "WASHINGTON —",
        "",
    ],
)
def test_what_is_no_dateline(text):
    assert dateline_end(text, first=True) is None


def test_below_the_first_paragraph_a_place_alone_is_not_enough():
    assert dateline_end(f"MOVING SHOP — {TEXT}", first=False) is None
    assert dateline_end(f"AVEN (AP) — {TEXT}", first=False) == len("AVEN (AP) —")
