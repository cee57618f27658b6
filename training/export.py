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
import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from dateline.parse.encoder import Encoder as ReadEncoder
from dateline.parse.encoder import windows
from dateline.parse.inputs import FEATURES, window
from dateline.parse.quotations import quotations
from dateline.parse.sentences import sentence_starts
from dateline.parse.tokens import words
from training.batches import SYNTAX
from training.model import HEADS, HIDDEN, Encoder, Sizes

INSTALLED = Path("src/dateline/data/encoder")
SAMPLE, REFERENCE = Path("docs/sample-story.txt"), Path("tests/parse/encoder_reference.npz")
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
    "event",
    "mode",
    "status",
    "happened",
    "act_event",
    "act_word",
    "causal",
    "reasons",
    "why_cause",
    "why_effect",
)


def attention(query: Tensor, key: Tensor, value: Tensor) -> Tensor:
    """ONNX Runtime's own operator for attention with several heads, which needs no transposed copies of its inputs."""
    found: Tensor = torch.onnx.ops.symbolic(
        "com.microsoft::MultiHeadAttention",
        (query, key, value),
        attrs={"num_heads": HEADS},
        dtype=query.dtype,
        shape=query.shape,
        version=1,
    )
    return found


class OneWindow(nn.Module):
    """The network for one window without batch dimension; classes as numbers, tags as probabilities."""

    def __init__(self, model: Encoder) -> None:
        super().__init__()
        self.model = model

    def forward(  # noqa: PLR0913, PLR0917 - each is an input of the exported graph, by its place
        self, pieces: Tensor, case: Tensor, quote: Tensor, gap: Tensor, first: Tensor, last: Tensor
    ) -> tuple[Tensor, ...]:
        features = {"case": case[None], "quote": quote[None], "gap": gap[None]}
        states = []
        x = self.model.embedded(pieces[None], features)
        for layer in self.model.layers:
            x = layer.mixed(x, attention(*layer.qkv(x).split(HIDDEN, -1)))
            # One window picks whole rows: a copy of memory, where `gather` would look up every number by itself.
            states.append((x[0].index_select(0, first) + x[0].index_select(0, last)) * 0.5)
        mixes = self.model.mixes()
        # All mixes of the layers in one product.
        weights = torch.stack([mix.weights.softmax(0) for mix in mixes])
        mixed = (weights @ torch.stack(states).flatten(1)).unflatten(1, (-1, HIDDEN))
        projected = [mix.projected(mixed[k][None]) for k, mix in enumerate(mixes)]
        out = {k: v[0] for k, v in self.model.heads(*projected).items()}
        for k in ("upos", "xpos", "feats", "lemma"):
            out[k] = out[k].argmax(-1)
        out["boundary"] = out["boundary"].softmax(-1)[:, 1]
        out["names"] = out["names"].softmax(-1)
        out["roles"] = torch.cat([out[k].softmax(-1) for k in ("source", "cue", "content")], -1)
        for k in ("event", "mode", "status"):
            out[k] = out[k].log_softmax(-1)
        out["happened"] = out["happened"].sigmoid()[:, 0]
        out["causal"] = out["causal"].softmax(-1)[:, 1]
        out["reasons"] = torch.cat([out[k].softmax(-1) for k in ("cause", "effect", "signal")], -1)
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
    """The network in int8, with a scale per channel of the weights; training rounds the products in the same way."""
    graph = onnx.load(str(plain)).graph
    constants = {tensor.name for tensor in graph.initializer}
    # The weighting of the layers is a product of numbers that are not known before.
    free = [n.name for n in graph.node if n.op_type == "MatMul" and constants.isdisjoint(n.input)]
    quantize_dynamic(
        str(plain),
        str(path),
        weight_type=QuantType.QInt8,
        per_channel=True,
        op_types_to_quantize=["MatMul", "Gather", "Gemm"],
        nodes_to_exclude=free,
    )
    bare(path)


def bare(path: Path) -> None:
    """Takes out of a network what the exporter noted of the machine that it ran on: files, lines, names of modules."""
    model = onnx.load(str(path))
    del model.metadata_props[:]
    for node in (*model.graph.node, *model.graph.value_info, *model.graph.input, *model.graph.output):
        del node.metadata_props[:]
        node.doc_string = ""
    del model.graph.metadata_props[:]
    onnx.save(model, str(path))


def pair_weights(model: Encoder) -> dict[str, np.ndarray[Any, Any]]:
    """The last layers of the pair heads, which the reader applies itself, to the pairs that matter."""
    tensors = {
        "rel_weight": model.rel_out.weight,
        "rel_bias": model.rel_out.bias,
        "link_weight": model.link_out.weight,
        "link_bias": model.link_out.bias,
        "distance": model.distance.weight,
        "part_weight": model.act_out.weight,
        "part_bias": model.act_out.bias,
        "part_distance": model.act_distance.weight,
        "why_weight": model.why_out.weight,
        "why_bias": model.why_out.bias,
        "why_distance": model.why_distance.weight,
    }
    return {k: v.detach().numpy().astype(np.float32) for k, v in tensors.items()}


def export(run: Path, out: Path) -> None:
    """Writes what the reader loads: the network, the pair heads' weights, the labels and the tokenizer."""
    out.mkdir(parents=True, exist_ok=True)
    model, lists = load(run)
    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder) / "float.onnx"
        to_onnx(model, plain)
        quantized(plain, out / "encoder.onnx")
    np.savez(out / "heads.npz", **pair_weights(model))  # type: ignore[arg-type]
    (out / "labels.json").write_text(json.dumps(lists, ensure_ascii=False, indent=0), encoding="utf-8")
    shutil.copy(run / "tokenizer.json", out / "tokenizer.json")


def reference(run: Path, story: Path, out: Path) -> None:
    """What PyTorch makes of the first window of a story, in full precision: the test of the exported network."""
    model, _ = load(run)
    text = story.read_text(encoding="utf-8")
    found = words(text)
    starts, ends = [w[0] for w in found], [w[1] for w in found]
    encoder = ReadEncoder()
    feed = encoder.inputs(text, starts, ends, quotations(text, found))
    a, b = next(iter(windows(feed, sentence_starts(text, found))))
    row = {k: torch.from_numpy(v)[None] for k, v in window(feed, a, b).items()}
    with torch.no_grad():
        made = model(row["pieces"], {k: row[k] for k in FEATURES}, row["first"], row["last"])
        heads = model.arcs(made)[0].argmax(-1)
    arrays = {k: made[k][0].argmax(-1).numpy() for k in ("upos", "xpos", "feats", "lemma")}
    arrays["boundary"] = made["boundary"][0].softmax(-1)[:, 1].numpy()
    arrays["names"] = made["names"][0].softmax(-1).numpy()
    arrays["roles"] = torch.cat([made[k][0].softmax(-1) for k in ("source", "cue", "content")], -1).numpy()
    np.savez_compressed(out, heads=heads.numpy(), **arrays)  # type: ignore[arg-type]


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("--run", type=Path, required=True)
    ap.add_argument("--out", type=Path, default=INSTALLED)
    args = ap.parse_args()
    export(args.run, args.out)
    if args.out == INSTALLED:
        reference(args.run, SAMPLE, REFERENCE)


if __name__ == "__main__":
    main()
