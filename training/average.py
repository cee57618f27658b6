"""The average of two encoders: `python -m training.average BEFORE AFTER --share 0.4 --out RUN/start.pt`.

Takes a run and one that went on from it, gives weights between the two: what the old heads need comes back, and what
the new ones learned stays for the most part (Wortsman et al. 2022). Heads that only the later one has are its own.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import torch
from torch import Tensor

from training.model import TOLD_HEADS


def average(before: dict[str, Tensor], after: dict[str, Tensor], share: float) -> dict[str, Tensor]:
    """`share`: of the earlier weights."""
    return {
        k: v if k.split(".")[0] in TOLD_HEADS or k not in before else (1 - share) * v + share * before[k]
        for k, v in after.items()
    }


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("before", type=Path)
    ap.add_argument("after", type=Path)
    ap.add_argument("--share", type=float, default=0.4)
    ap.add_argument("--out", type=Path, required=True)
    args = ap.parse_args()
    before, after = (torch.load(path)["model"] for path in (args.before, args.after))
    torch.save({"model": average(before, after, args.share), "step": 0}, args.out)


if __name__ == "__main__":
    main()
