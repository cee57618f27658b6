"""The named questions as methods. Takes filters by name, gives an `Answer`."""

from __future__ import annotations

from typing import Any, Unpack

from dateline.store.answer import Answer
from dateline.store.questions import Filters


class Asking:
    """One method per question of `QUESTIONS`; which filters each takes stands there."""

    def ask(self, name: str, **filters: Any) -> Answer:
        """The answer to a question."""
        raise NotImplementedError

    def who(self, **filters: Unpack[Filters]) -> Answer:
        """Who speaks and acts, and how often."""
        return self.ask("who", **filters)

    def said(self, **filters: Unpack[Filters]) -> Answer:
        """Who said what."""
        return self.ask("said", **filters)

    def events(self, **filters: Unpack[Filters]) -> Answer:
        """Who did what to whom."""
        return self.ask("events", **filters)

    def claims(self, **filters: Unpack[Filters]) -> Answer:
        """What is said to bring about what, and by whom."""
        return self.ask("claims", **filters)

    def positions(self, **filters: Unpack[Filters]) -> Answer:
        """Who stands where on what."""
        return self.ask("positions", **filters)

    def timeline(self, **filters: Unpack[Filters]) -> Answer:
        """What happened when."""
        return self.ask("timeline", **filters)

    def dyads(self, **filters: Unpack[Filters]) -> Answer:
        """Who acts on whom."""
        return self.ask("dyads", **filters)

    def new(self, **filters: Unpack[Filters]) -> Answer:
        """What no story told before."""
        return self.ask("new", **filters)
