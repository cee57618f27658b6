"""Exports a checkpoint for the reader: `python -m training.export --run DIR --out src/dateline/data/encoder`.

Takes final.pt (or checkpoint.pt), gives encoder.onnx (int8), heads.npz (the pair heads' small weights), labels.json and
tokenizer.json.
"""

from __future__ import annotations

import argparse
import json
import shutil
import tempfile
from pathlib import Path
from typing import Any

import numpy as np
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from dateline.parse.inputs import FEATURES
from training.batches import SYNTAX
from training.model import Encoder, Sizes

OUTPUTS = (
    "upos",
    "xpos",
    "feats",
    "lemma",
    "boundary",
    "names",
    "roles",
    "arc_dep",
    "arc_head",
    "rel_dep",
    "rel_head",
    "link_cue",
    "link_token",
)


class OneWindow(nn.Module):
    """The network for one window without batch dimension; classes as numbers, tags as probabilities."""

    def __init__(self, model: Encoder) -> None:
        super().__init__()
        self.model = model

    def forward(  # noqa: PLR0913, PLR0917 - each is an input of the exported graph, by its place
        self, pieces: Tensor, case: Tensor, quote: Tensor, gap: Tensor, first: Tensor, last: Tensor
    ) -> tuple[Tensor, ...]:
        features = {"case": case[None], "quote": quote[None], "gap": gap[None]}
        out = {k: v[0] for k, v in self.model(pieces[None], features, first[None], last[None]).items()}
        for k in ("upos", "xpos", "feats", "lemma"):
            out[k] = out[k].argmax(-1)
        out["boundary"] = out["boundary"].softmax(-1)[:, 1]
        out["names"] = out["names"].softmax(-1)
        out["roles"] = torch.cat([out[k].softmax(-1) for k in ("source", "cue", "content")], -1)
        return tuple(out[k] for k in OUTPUTS)


def load(run: Path) -> tuple[Encoder, dict[str, list[str]]]:
    """The trained network and its label lists."""
    lists = json.loads((run / "vocabulary.json").read_text(encoding="utf-8"))
    path = run / "final.pt" if (run / "final.pt").exists() else run / "checkpoint.pt"
    state = torch.load(path, map_location="cpu")["model"]
    model = Encoder(Sizes(**{k: len(lists[k]) for k in SYNTAX}, names=state["names.bias"].shape[0]))
    model.load_state_dict(state)
    return model.eval(), lists


def to_onnx(model: Encoder, path: Path) -> None:
    """The float network as ONNX, with free numbers of pieces and words."""
    pieces, words = torch.randint(1000, 2000, (40,)), torch.arange(1, 31)
    inputs = (pieces, *(torch.zeros(40, dtype=torch.long) for _ in FEATURES), words, words)
    t, w = torch.export.Dim("pieces", min=3, max=512), torch.export.Dim("words", min=2, max=510)
    shapes = ({0: t}, {0: t}, {0: t}, {0: t}, {0: w}, {0: w})
    torch.onnx.export(
        OneWindow(model).eval(),
        inputs,
        str(path),
        input_names=["pieces", *FEATURES, "first", "last"],
        output_names=list(OUTPUTS),
        dynamic_shapes=shapes,
        dynamo=True,
        external_data=False,
    )


def quantized(plain: Path, path: Path) -> None:
    """The network in int8, a scale per channel."""
    kinds = ["MatMul", "Gather", "Gemm"]
    quantize_dynamic(str(plain), str(path), weight_type=QuantType.QInt8, per_channel=True, op_types_to_quantize=kinds)


def pair_weights(model: Encoder) -> dict[str, np.ndarray[Any, Any]]:
    """The last layers of the pair heads, which the reader applies itself, to the pairs that matter."""
    tensors = {
        "rel_weight": model.rel_out.weight,
        "rel_bias": model.rel_out.bias,
        "link_weight": model.link_out.weight,
        "link_bias": model.link_out.bias,
        "distance": model.distance.weight,
    }
    return {k: v.detach().numpy().astype(np.float32) for k, v in tensors.items()}


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("--run", type=Path, required=True)
    ap.add_argument("--out", type=Path, required=True)
    args = ap.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    model, lists = load(args.run)
    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder) / "float.onnx"
        to_onnx(model, plain)
        quantized(plain, args.out / "encoder.onnx")
        if (args.run / "keep-float").exists():
            shutil.copy(plain, args.run / "float.onnx")
    # The names are free: that one of them could be `allow_pickle` is what the type checker fears.
    np.savez(args.out / "heads.npz", **pair_weights(model))  # type: ignore[arg-type]
    (args.out / "labels.json").write_text(json.dumps(lists, ensure_ascii=False, indent=0), encoding="utf-8")
    shutil.copy(args.run / "tokenizer.json", args.out / "tokenizer.json")


if __name__ == "__main__":
    main()
