"""A gazetteer as arrays: 200,000 places in 20 MB, loaded in a tenth of a second.

Takes `Row`s, or arrays written before, gives a `Table`: rows by the key of any of their names. A name is found by
halving a sorted list of keys that lies in one piece of memory, so that nothing is built when it is loaded.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields
from typing import IO, Any, Self, overload

import numpy as np
from numpy.typing import NDArray

from dateline.record.findings import Precision
from dateline.resolve.places.keys import key
from dateline.resolve.places.rows import PRECISIONS, Row

Ints = NDArray[np.int32]
# Points are kept to a hundred-thousandth of a degree, about a metre.
DEGREE = 100_000


class Strings(Sequence[str]):
    """Many strings in one piece of memory, which take no more room than their letters."""

    def __init__(self, blob: bytes) -> None:
        self.blob = blob
        self._ends = np.flatnonzero(np.frombuffer(blob, np.uint8) == ord("\n")).astype(np.int32)

    @classmethod
    def of(cls, strings: Iterable[str]) -> Self:
        """These strings, in this order; none may hold a line end."""
        return cls("".join(f"{string}\n" for string in strings).encode())

    def __len__(self) -> int:
        return len(self._ends)

    @overload
    def __getitem__(self, index: int) -> str: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[str]: ...
    def __getitem__(self, index: int | slice) -> str | Sequence[str]:
        return self.bytes_at(index).decode() if isinstance(index, int) else [self[i] for i in range(len(self))[index]]

    def bytes_at(self, index: int) -> bytes:
        """String number `index` as UTF-8."""
        return self.blob[self._ends[index - 1] + 1 if index else 0 : self._ends[index]]


class Sorted:
    """The same strings for `bisect`, compared as bytes: UTF-8 sorts as its code points do."""

    def __init__(self, strings: Strings) -> None:
        self._strings = strings

    def __len__(self) -> int:
        return len(self._strings)

    def __getitem__(self, index: int) -> bytes:
        return self._strings.bytes_at(index)


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """The rows of a gazetteer in columns; `country`, `admin1`, `admin2`, `feature` count in `words`.

    `keys`: the keys of all names, sorted; `first[k]`: where in `postings` the rows of key k begin. A posting is twice
    the number of a row, plus one where the name is not its first name.
    """

    geonameid: Ints
    lat: Ints
    lon: Ints
    population: Ints
    precision: Ints
    country: Ints
    admin1: Ints
    admin2: Ints
    feature: Ints
    names: Strings
    words: Strings
    keys: Strings
    first: Ints
    postings: Ints

    @classmethod
    def of(cls, rows: Sequence[Row]) -> Self:
        """The rows, in this order, with an index of their names."""
        index, words = indexed(rows), numbered(rows)
        keys = sorted(index, key=str.encode)
        sizes = np.array([0, *(len(index[k]) for k in keys)], np.int64)
        return cls(
            geonameid=ints(row.geonameid for row in rows),
            lat=ints(round(row.lat * DEGREE) for row in rows),
            lon=ints(round(row.lon * DEGREE) for row in rows),
            population=ints(row.population for row in rows),
            precision=ints(PRECISIONS.index(row.precision) for row in rows),
            country=ints(words[row.country] for row in rows),
            admin1=ints(words[row.admin1] for row in rows),
            admin2=ints(words[row.admin2] for row in rows),
            feature=ints(words[row.feature] for row in rows),
            names=Strings.of(row.name for row in rows),
            words=Strings.of(words),
            keys=Strings.of(keys),
            first=np.cumsum(sizes).astype(np.int32),
            postings=ints(posting for k in keys for posting in index[k]),
        )

    def __len__(self) -> int:
        return len(self.geonameid)

    def find(self, wanted: str) -> Iterator[tuple[int, bool]]:
        """The rows that have a name of this key, each with whether that is another name than its first."""
        sought, keys = wanted.encode(), Sorted(self.keys)
        at = bisect_left(keys, sought)
        if at < len(keys) and keys[at] == sought:
            for posting in self.postings[self.first[at] : self.first[at + 1]].tolist():
                yield posting >> 1, bool(posting & 1)

    def all(self, precision: Precision) -> list[int]:
        """The numbers of the rows of one precision."""
        found: list[int] = np.flatnonzero(self.precision == PRECISIONS.index(precision)).tolist()
        return found

    def row(self, number: int) -> Row:
        """Row number `number`, without its other names."""
        words = self.words
        return Row(
            name=self.names[number],
            lat=int(self.lat[number]) / DEGREE,
            lon=int(self.lon[number]) / DEGREE,
            precision=PRECISIONS[self.precision[number]],
            geonameid=int(self.geonameid[number]),
            country=words[int(self.country[number])],
            admin1=words[int(self.admin1[number])],
            admin2=words[int(self.admin2[number])],
            feature=words[int(self.feature[number])],
            population=int(self.population[number]),
        )

    def save(self, file: IO[bytes]) -> None:
        """Writes the arrays. Neighbouring rows are alike: differences, byte by byte, take half the room."""
        columns: dict[str, NDArray[Any]] = {}
        for field in fields(self):
            value = getattr(self, field.name)
            blob = value.blob if isinstance(value, Strings) else packed(value)
            columns[field.name] = np.frombuffer(blob, np.uint8)
        np.savez_compressed(file, **columns)  # type: ignore[arg-type]

    @classmethod
    def load(cls, file: IO[bytes]) -> Self:
        """The table that `save` wrote."""
        with np.load(file) as arrays:
            blobs = {field.name: (arrays[field.name].tobytes(), "Strings" in str(field.type)) for field in fields(cls)}
        columns: dict[str, Any] = {n: Strings(blob) if text else unpacked(blob) for n, (blob, text) in blobs.items()}
        return cls(**columns)


def indexed(rows: Sequence[Row]) -> dict[str, list[int]]:
    """Postings by key, in the order of the rows; a row stands once under a key."""
    index: defaultdict[str, list[int]] = defaultdict(list)
    for number, row in enumerate(rows):
        own = key(row.name)
        index[own].append(2 * number)
        for other in dict.fromkeys(map(key, row.other_names)):
            if other != own:
                index[other].append(2 * number + 1)
    index.pop("", None)
    return index


def numbered(rows: Sequence[Row]) -> dict[str, int]:
    """Each word of the small columns with a number; the empty one is the first."""
    words = dict.fromkeys(w for row in rows for w in ("", row.country, row.admin1, row.admin2, row.feature))
    return {word: number for number, word in enumerate(words)}


def ints(values: Iterable[int]) -> Ints:
    return np.fromiter(values, np.int32)


def packed(column: Ints) -> bytes:
    """Differences of neighbours, first all lowest bytes, then all next ones."""
    steps = np.diff(column, prepend=np.int32(0)).astype("<i4")
    return steps.view(np.uint8).reshape(-1, 4).T.tobytes()


def unpacked(blob: bytes) -> Ints:
    """The column that `packed` made bytes of."""
    planes = np.frombuffer(blob, np.uint8).reshape(4, -1)
    return np.cumsum(np.ascontiguousarray(planes.T).view("<i4").ravel(), dtype=np.int32)
