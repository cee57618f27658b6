"""The network: one small transformer whose single pass all heads share.

Takes padded windows of word pieces with letter-case, quotation and break features, gives one array per head.
Architecture of the trunk: BERT (Devlin et al. 2019) in the sizes of MiniLM-L6-H384 (Wang et al. 2020). Arc and label
scores follow Dozat & Manning (2017), with the label's bilinear term replaced by a one-layer network on the sum of the
two words' vectors; attribution links score every (cue, word) pair in the same way, with a distance term.
"""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from dateline.record.plover import EVENT_TAGS, MODE_TAGS, STATUS_TAGS

HIDDEN, HEADS, LAYERS, INNER = 384, 12, 6, 1536
FEATURE_SIZES = {"case": 8, "quote": 4, "gap": 4}
PAIR = 128
DISTANCES = 32
# The parts of the network that only the event, factuality and causal heads have.
TOLD_HEADS = frozenset([
    "acts", "reasons", "event", "mode", "status", "happened", "act_event", "act_word", "act_distance", "act_out",
    "causal", "cause", "effect", "signal", "why_cause", "why_effect", "why_distance", "why_out",
])  # fmt: skip


@dataclass(frozen=True)
class Sizes:
    """Number of classes per head."""

    upos: int
    xpos: int
    feats: int
    lemma: int
    deprel: int
    names: int
    vocab: int = 30522
    positions: int = 512


class Product(nn.Linear):
    """A linear layer that can be made to compute as it will after export: in eight bits, but with gradients.

    Rounds as ONNX Runtime's dynamic quantisation does: inputs with one scale for a window, weights with one for each
    output; gradients pass as if nothing were rounded (Jacob et al. 2018).
    """

    rounded = False

    def forward(self, input: Tensor) -> Tensor:  # noqa: A002 - its name in torch
        if not self.rounded:
            return super().forward(input)
        weight = rounded(self.weight, self.weight.detach().abs().amax(1, keepdim=True) / 127)
        inner = tuple(range(1, input.dim()))
        low, high = (f(input.detach(), inner, keepdim=True) for f in (torch.amin, torch.amax))
        return F.linear(rounded(input, (high.clamp(min=0) - low.clamp(max=0)) / 255), weight, self.bias)


def rounded(x: Tensor, scale: Tensor) -> Tensor:
    """Multiples of `scale`, with the gradient of x."""
    scale = scale.clamp(min=1e-8)
    return x + ((x.detach() / scale).round() * scale - x.detach())


def round_products(model: nn.Module) -> None:
    """From now on the products of a network are those of its export."""
    for module in model.modules():
        if isinstance(module, Product):
            module.rounded = True


class Layer(nn.Module):
    """One post-norm transformer layer, as in BERT, but without dropout.

    Masked pieces and the heads' dropout regularise; drawing random numbers in every layer would cost an eighth of the
    training time on a CPU.
    """

    def __init__(self) -> None:
        super().__init__()
        self.qkv = Product(HIDDEN, 3 * HIDDEN)
        self.out = Product(HIDDEN, HIDDEN)
        self.norm1 = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.up = Product(HIDDEN, INNER)
        self.down = Product(INNER, HIDDEN)
        self.norm2 = nn.LayerNorm(HIDDEN, eps=1e-12)

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        b, t, _ = x.shape
        q, k, v = self.qkv(x).view(b, t, 3, HEADS, HIDDEN // HEADS).permute(2, 0, 3, 1, 4)
        # Written out, and all of it in the type that the products have: torch's fused attention takes longer on a CPU.
        with torch.autocast("cpu", enabled=False):
            scores = (q * (HIDDEN // HEADS) ** -0.5) @ k.transpose(-1, -2) + bias.to(q.dtype)
            a = torch.softmax(scores, -1) @ v
        return self.mixed(x, a.transpose(1, 2).reshape(b, t, HIDDEN))

    def mixed(self, x: Tensor, attended: Tensor) -> Tensor:
        """What follows attention: both are (batch, pieces, HIDDEN)."""
        x = self.norm1(x + self.out(attended))
        return self.norm2(x + self.down(F.gelu(self.up(x))))


class Mix(nn.Module):
    """A learned weighting of the layers for one group of heads, then a projection (Peters et al. 2018, section 3.2)."""

    def __init__(self, width: int, dropout: float) -> None:
        super().__init__()
        self.weights = nn.Parameter(torch.tensor([0.0] * (LAYERS - 1) + [2.0]))
        self.project = Product(HIDDEN, width)
        self.drop = nn.Dropout(dropout)

    def forward(self, layers: list[Tensor]) -> Tensor:
        w = torch.softmax(self.weights, 0)
        return self.projected(sum(w[i] * layer for i, layer in enumerate(layers)))

    def projected(self, x: Tensor) -> Tensor:
        """The mixed layers in the width of the heads."""
        return self.drop(F.gelu(self.project(x)))


class Encoder(nn.Module):
    """Trunk and heads. `forward` gives arrays per word, of which `arcs`, `labels` and `links` make scores of pairs."""

    def __init__(self, sizes: Sizes, dropout: float = 0.1) -> None:
        super().__init__()
        self.words = nn.Embedding(sizes.vocab, HIDDEN)
        self.positions = nn.Embedding(sizes.positions, HIDDEN)
        self.features = nn.ModuleDict({k: nn.Embedding(n, HIDDEN) for k, n in FEATURE_SIZES.items()})
        for e in self.features.values():
            nn.init.zeros_(e.weight)
        self.norm = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.drop = nn.Dropout(dropout)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        self.syntax, self.morph = Mix(256, dropout), Mix(256, dropout)
        self.naming, self.roles = Mix(256, dropout), Mix(256, dropout)
        self.upos, self.xpos = Product(256, sizes.upos), Product(256, sizes.xpos)
        self.feats, self.lemma = Product(256, sizes.feats), Product(256, sizes.lemma)
        self.boundary = Product(256, 2)
        self.names = Product(256, sizes.names)
        self.source, self.cue, self.content = (Product(256, 3) for _ in range(3))
        self.arc_dep, self.arc_head = Product(256, PAIR), Product(256, PAIR)
        self.rel_dep, self.rel_head = Product(256, PAIR), Product(256, PAIR)
        self.rel_out = nn.Linear(PAIR, sizes.deprel)
        self.link_cue, self.link_token = Product(256, PAIR), Product(256, PAIR)
        self.distance = nn.Embedding(DISTANCES, PAIR)
        self.link_out = nn.Linear(PAIR, 3)
        self.acts, self.reasons = Mix(256, dropout), Mix(256, dropout)
        self.event, self.mode = Product(256, len(EVENT_TAGS)), Product(256, len(MODE_TAGS))
        self.status, self.happened = Product(256, len(STATUS_TAGS)), Product(256, 1)
        self.act_event, self.act_word = Product(256, PAIR), Product(256, PAIR)
        self.act_distance = nn.Embedding(DISTANCES, PAIR)
        self.act_out = nn.Linear(PAIR, 3)
        self.causal = Product(256, 2)
        self.cause, self.effect, self.signal = (Product(256, 3) for _ in range(3))
        self.why_cause, self.why_effect = Product(256, PAIR), Product(256, PAIR)
        self.why_distance = nn.Embedding(DISTANCES, PAIR)
        self.why_out = nn.Linear(PAIR, 1)

    def embedded(self, pieces: Tensor, features: dict[str, Tensor]) -> Tensor:
        """What goes into the first layer: (batch, pieces, HIDDEN)."""
        at = torch.arange(pieces.shape[1], device=pieces.device)
        x = self.words(pieces) + self.positions(at)
        for name, table in self.features.items():
            x = x + table(features[name])
        return self.drop(self.norm(x))

    def trunk(self, pieces: Tensor, features: dict[str, Tensor]) -> list[Tensor]:
        """The hidden states of every layer, each (batch, pieces, HIDDEN)."""
        x = self.embedded(pieces, features)
        bias = torch.where(pieces == 0, -1e4, 0.0)[:, None, None, :].to(x.dtype)
        out = []
        for layer in self.layers:
            x = layer(x, bias)
            out.append(x)
        return out

    def forward(self, pieces: Tensor, features: dict[str, Tensor], first: Tensor, last: Tensor) -> dict[str, Tensor]:
        """pieces, features: (batch, pieces); first, last: (batch, words) index of each word's first and last piece."""
        index = [i[..., None].expand(-1, -1, HIDDEN) for i in (first, last)]
        layers = [(x.gather(1, index[0]) + x.gather(1, index[1])) * 0.5 for x in self.trunk(pieces, features)]
        return self.heads(*(mix(layers) for mix in self.mixes()))

    def mixes(self) -> tuple[Mix, ...]:
        """The mixes of the layers, in the order that `heads` takes them."""
        return self.syntax, self.morph, self.naming, self.roles, self.acts, self.reasons

    def heads(self, s: Tensor, m: Tensor, n: Tensor, r: Tensor, a: Tensor, w: Tensor) -> dict[str, Tensor]:  # noqa: PLR0913, PLR0917
        """Every head's output from the mixes for syntax, morphology, names, roles, acts and reasons.

        Each is (batch, words, 256).
        """
        out = {k: getattr(self, k)(m) for k in ("upos", "xpos", "feats", "lemma", "boundary")}
        out["names"] = self.names(n)
        out |= {k: getattr(self, k)(r) for k in ("source", "cue", "content", "link_cue", "link_token")}
        out |= {k: getattr(self, k)(s) for k in ("arc_dep", "arc_head", "rel_dep", "rel_head")}
        out |= {k: getattr(self, k)(a) for k in ("event", "mode", "status", "happened", "act_event", "act_word")}
        out |= {k: getattr(self, k)(w) for k in ("causal", "cause", "effect", "signal", "why_cause", "why_effect")}
        return out

    def arcs(self, out: dict[str, Tensor]) -> Tensor:
        """(batch, dependents, heads) scores; a root scores itself as head."""
        return out["arc_dep"] @ out["arc_head"].transpose(1, 2) / PAIR**0.5

    def labels(self, dep: Tensor, head: Tensor) -> Tensor:
        """Scores of relations for paired rows of rel_dep and rel_head vectors."""
        return self.rel_out(F.relu(dep + head))

    def links(self, cue: Tensor, token: Tensor, distance: Tensor) -> Tensor:
        """(cues, words, 3) scores of none, source, content. distance: (cues, words) bucket indices."""
        return self.link_out(F.relu(cue[:, None, :] + token[None, :, :] + self.distance(distance)))

    def parts(self, event: Tensor, word: Tensor, distance: Tensor) -> Tensor:
        """(events, words, 3) scores of no part, actor, recipient. distance: (events, words) bucket indices."""
        return self.act_out(F.relu(event[:, None, :] + word[None, :, :] + self.act_distance(distance)))

    def whys(self, cause: Tensor, effect: Tensor, distance: Tensor) -> Tensor:
        """(causes, effects) scores that the one is the cause of the other."""
        return self.why_out(F.relu(cause[:, None, :] + effect[None, :, :] + self.why_distance(distance)))[..., 0]


def buckets(offset: Tensor) -> Tensor:
    """Signed distance in words to one of DISTANCES buckets: exact to 4, then doubling steps of a half octave."""
    a = offset.abs().float()
    far = 4 + torch.floor(2 * torch.log2(a.clamp(min=4) / 4))
    b = torch.where(a < 4, a, far).clamp(max=DISTANCES // 2 - 1).long()
    return torch.where(offset < 0, b, b + DISTANCES // 2)


def load_trunk(model: Encoder, tensors: dict[str, Tensor]) -> None:
    """Start weights of the trunk from a BERT checkpoint with the usual names."""
    state = {"words.weight": tensors["embeddings.word_embeddings.weight"]}
    state["positions.weight"] = (
        tensors["embeddings.position_embeddings.weight"] + tensors["embeddings.token_type_embeddings.weight"][0]
    )
    state |= {f"norm.{k}": tensors[f"embeddings.LayerNorm.{k}"] for k in ("weight", "bias")}
    for i in range(LAYERS):
        src, dst = f"encoder.layer.{i}.", f"layers.{i}."
        for k in ("weight", "bias"):
            state[f"{dst}qkv.{k}"] = torch.cat(
                [tensors[f"{src}attention.self.{n}.{k}"] for n in ("query", "key", "value")]
            )
            state[f"{dst}out.{k}"] = tensors[f"{src}attention.output.dense.{k}"]
            state[f"{dst}norm1.{k}"] = tensors[f"{src}attention.output.LayerNorm.{k}"]
            state[f"{dst}up.{k}"] = tensors[f"{src}intermediate.dense.{k}"]
            state[f"{dst}down.{k}"] = tensors[f"{src}output.dense.{k}"]
            state[f"{dst}norm2.{k}"] = tensors[f"{src}output.LayerNorm.{k}"]
    missing, unexpected = model.load_state_dict(state, strict=False)
    assert not unexpected
    assert not [m for m in missing if m.startswith(("layers", "words"))]
