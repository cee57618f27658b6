"""Writes the model card: `python -m training.card --run DIR --out src/dateline/data/encoder/card.md`.

Takes the list of corpora, the learning curve and the measured scores, gives Markdown.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

import yaml

from training.batches import SYNTAX
from training.export import OUTPUTS
from training.model import HEADS, HIDDEN, INNER, LAYERS

INTRO = """# The encoder of Dateline

One transformer (BERT architecture, {layers} layers of {hidden}, {heads} attention heads, inner size {inner};
start weights MiniLM-L6) reads each window of at most {window} word pieces once; letter case, quotation state and gaps
between words come in as features, since the word pieces are without case. All heads share that pass: {outputs}.
Shipped as int8 ONNX (dynamic quantisation, weights per channel), run by ONNX Runtime on one CPU thread.

**Use**: reading English news. **Not for**: deciding whether what is said is true; languages other than English.
**Known limits**: statements are learned from US political news of 2015-2016; weapons and platforms from few documents;
what it calls a confidence is calibrated on PolNeAR dev (statements) and Worldwide Newswire dev (names).
"""


def corpora_table(path: Path) -> str:
    rows = yaml.safe_load(path.read_text(encoding="utf-8"))
    keys = ("name", "heads", "used", "from", "licence")
    lines = ["| corpus | teaches | used | from | licence as written |", "|---|---|---|---|---|"]
    return "\n".join(lines + ["| " + " | ".join(r[k] for k in keys) + " |" for r in rows])


def curve_table(path: Path) -> str:
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    rows = [r for r in rows if "dev" in r]
    keys = list(rows[-1]["dev"]) if rows else []
    lines = ["| step | " + " | ".join(keys) + " |", "|---|" + "---|" * len(keys)]
    for r in rows:
        cells = (f"{r['dev'][k]:.1f}" if k in r["dev"] else "" for k in keys)
        lines.append(f"| {r['step']} | {' | '.join(cells)} |")
    return "\n".join(lines)


def scores_table(path: Path) -> str:
    """Every figure of the quality gate; per cent."""
    tasks: dict[str, dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"))["figures"] if path.exists() else {}
    lines = ["| set | figure | measured | count | 95 % interval | floor |", "|---|---|---|---|---|---|"]
    for task, figures in tasks.items():
        for name, row in figures.items():
            interval = "–".join(f"{x:.1f}" for x in row["ci95"] or ())
            floor = "" if row["floor"] is None else f"{row['floor']:g}"
            lines.append(f"| {task} | {name} | {row['measured']} | {row['n']} | {interval} | {floor} |")
    return "\n".join(lines)


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("--run", type=Path, required=True)
    ap.add_argument("--results", type=Path, default=Path("evals/results.json"))
    ap.add_argument("--out", type=Path, required=True)
    args = ap.parse_args()
    outputs = ", ".join(o for o in OUTPUTS if o not in SYNTAX) + ", " + ", ".join(SYNTAX)
    intro = INTRO.format(layers=LAYERS, hidden=HIDDEN, heads=HEADS, inner=INNER, window=192, outputs=outputs)
    trained = (args.run / "README.md").read_text(encoding="utf-8") if (args.run / "README.md").exists() else ""
    parts = [
        intro,
        trained,
        "## Corpora",
        corpora_table(Path(__file__).with_name("corpora.yaml")),
        "## Scores (`scripts/eval`)",
        scores_table(args.results),
        "## Learning curve (gold words; a part of the dev sets)",
        curve_table(args.run / "log.jsonl"),
    ]
    args.out.write_text("\n\n".join(filter(None, parts)) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
