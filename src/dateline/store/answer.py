"""What a question or a query gives: a table. Takes an Arrow table, gives rows, pandas, polars."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pyarrow as pa


@dataclass(frozen=True, slots=True)
class Answer:
    """A table of results. `arrow` is a pyarrow.Table; pandas, polars and DuckDB also take an Answer as it is."""

    arrow: pa.Table

    @property
    def columns(self) -> tuple[str, ...]:
        """Names of the columns."""
        return tuple(self.arrow.column_names)

    def rows(self) -> Iterator[dict[str, Any]]:
        """Each row as a dictionary."""
        for batch in self.arrow.to_batches(max_chunksize=1000):
            yield from batch.to_pylist()

    def df(self) -> Any:
        """A pandas DataFrame; pandas must be installed."""
        return self.arrow.to_pandas()

    def pl(self) -> Any:
        """A polars DataFrame; polars must be installed."""
        import polars as pl  # noqa: PLC0415 - only if the user has it

        return pl.from_arrow(self.arrow)

    def __len__(self) -> int:
        return int(self.arrow.num_rows)

    def __iter__(self) -> Iterator[dict[str, Any]]:
        return self.rows()

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        return self.arrow.__arrow_c_stream__(requested_schema)
