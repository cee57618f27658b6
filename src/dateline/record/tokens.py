"""The words of a story, as plain parallel tuples. Takes nothing, gives the type only."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Tokens:
    """Syntactic words (Universal Dependencies) of a whole story, as parallel tuples; all offsets are code points.

    `sentence`: index of the sentence. `multiword`: index of the first word of the surface token this word is a part of
    ("don't" = "do" + "n't"), or -1 where word and surface token are one. `head`: index in the story of the syntactic
    head, or the word's own index for the root of a sentence. `feats`: CoNLL-U FEATS ("Number=Sing|Tense=Past"), or "_".
    """

    start: tuple[int, ...]
    end: tuple[int, ...]
    text: tuple[str, ...]
    sentence: tuple[int, ...]
    multiword: tuple[int, ...]
    upos: tuple[str, ...] = ()
    xpos: tuple[str, ...] = ()
    feats: tuple[str, ...] = ()
    lemma: tuple[str, ...] = ()
    head: tuple[int, ...] = ()
    deprel: tuple[str, ...] = ()

    def __len__(self) -> int:
        return len(self.start)
