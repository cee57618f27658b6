"""One worker, watched: `python -m benchmarks.worker STORIES.jsonl` in a process of its own.

Takes a file of stories, gives one line of JSON: seconds to load, to read the first story and to read all, how many of
these passed inside the encoder, and the most memory it ever held.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dateline.parse.encoder import Encoder

STATUS = Path("/proc/self/status")


def watched(path: str) -> dict[str, float]:
    """Reads the stories one after the other, as a worker does."""
    begun = time.perf_counter()
    from dateline import Reader  # noqa: PLC0415 - its import belongs to the time that is measured
    from dateline.parse.encoder import Encoder  # noqa: PLC0415
    from dateline.readers import jsonl  # noqa: PLC0415

    reader = Reader()
    loaded = time.perf_counter()
    with Path(path).open("rb") as stream:
        given = list(jsonl.read(stream))
    _count(reader, given[:1])
    first = time.perf_counter()
    inside = _timed(Encoder)
    start = time.perf_counter()
    characters = _count(reader, given)
    return {
        "load_s": loaded - begun,
        "first_s": first - loaded,
        "read_s": time.perf_counter() - start,
        "encoder_s": sum(inside),
        "stories": len(given),
        "record_characters": characters,
        "peak_bytes": peak_bytes(),
    }


def _count(reader: Any, stories: Iterable[Any]) -> int:
    """Characters of all records as JSON: what a worker does with a record is write it."""
    from dateline.record import Record  # noqa: PLC0415

    return sum(len(found.to_json()) for found in reader.read_many(stories) if isinstance(found, Record))


def _timed(encoder: type[Encoder]) -> list[float]:
    """The seconds of every pass from now on, in a list that grows."""
    seconds: list[float] = []
    run = encoder.run

    def timed(self: Encoder, *arguments: Any) -> Any:
        start = time.perf_counter()
        try:
            return run(self, *arguments)
        finally:
            seconds.append(time.perf_counter() - start)

    setattr(encoder, "run", timed)  # noqa: B010 - an assignment would have to be of the method's own type
    return seconds


def peak_bytes() -> int:
    """The most memory this process ever had resident."""
    if STATUS.exists():
        line = next(row for row in STATUS.read_text().splitlines() if row.startswith("VmHWM"))
        return int(line.split()[1]) * 1024
    import resource  # noqa: PLC0415 - not on every system

    # macOS counts bytes here; Linux, which counts kilobytes and the parent's memory too, has the file above.
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


if __name__ == "__main__":
    print(json.dumps(watched(sys.argv[1])))
