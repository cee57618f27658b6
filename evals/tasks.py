"""What is measured: the literal table of tasks, and where each figure stands in its scorer's JSON.

Takes nothing, gives TASKS. Numbers are in per cent; a floor, where there is one, is in floors.yaml under `task.figure`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from evals import causes
from evals.events import marked, pairs, predicates, probes, raw
from evals.measures import (
    Json,
    actors,
    coreference,
    faithful,
    gap,
    names,
    parse,
    places,
    speakers,
    statements,
    stories,
    times,
)
from evals.places import ROOT, SETS
from evals.session import Session
from training.held_out import COREFERENCE_DEV, SPEAKER_DEV


@dataclass(frozen=True)
class Figure:
    """One number of a scorer. `value`, `n` and `interval` are paths into its JSON, their keys joined by `/`."""

    name: str
    what: str
    value: str
    n: str
    interval: str = ""


@dataclass(frozen=True)
class Task:
    """One reading and its score. `gold` is relative to the corpora; `measure` gives the scorer's JSON."""

    name: str
    what: str
    gold: str
    measure: Callable[[Session, Path], Json]
    figures: tuple[Figure, ...]


def linked(key: str, what: str) -> Figure:
    """F1 of whole attributions."""
    return Figure(f"{key}_f1", what, f"linked/{key}/F1", f"linked/{key}/gold", f"linked/{key}/ci95")


def recall(name: str, key: str, what: str) -> Figure:
    """The share of one kind of attribution that was found."""
    return Figure(name, what, f"slices/{key}/hit50/R", f"slices/{key}/hit50/gold", f"slices/{key}/hit50_R_ci95")


def tag(role: str) -> Figure:
    """Exact F1 of the fragments of one role."""
    at = f"tags/{role}/exact"
    return Figure(f"{role}_f1", f"{role}, exact F1", f"{at}/F1", f"{at}/gold", f"{at}/ci95")


def parsing(key: str, what: str, count: str = "size/gold_words") -> Figure:
    """F1 of one column of CoNLL-U, from raw text."""
    return Figure(key.lower(), what, f"{key}/F1", count, f"{key}/ci95")


def layer(name: str, what: str, at: str, value: str, n: str) -> Figure:
    """One row of the hand-coded stories' score."""
    return Figure(name, what, f"{at}/{value}", f"{at}/{n}", f"{at}/ci95")


def chains(name: str, what: str, at: str) -> Figure:
    """The CoNLL average of coreference in one of the scorer's four ways to count."""
    return Figure(name, what, f"{at}/conll", f"{at}/gold_mentions", f"{at}/conll_ci95")


def share(key: str, what: str) -> Figure:
    """A share of what is right."""
    return Figure(key, what, f"{key}/share", f"{key}/n", f"{key}/ci95")


PLV = "events/plv.train.jsonl"

CHAINS = (
    chains("heads", "CoNLL average, heads, no singletons", "head_no_singletons"),
    chains("exact", "CoNLL average, exact, no singletons", "exact_no_singletons"),
    chains("heads_all", "CoNLL average, heads, all", "head_with_singletons"),
    chains("exact_all", "CoNLL average, exact, all", "exact_with_singletons"),
)

PARSE = (
    parsing("UPOS", "part of speech, F1"),
    parsing("LAS", "head and relation, F1"),
    parsing("UAS", "head, F1"),
    parsing("Lemmas", "lemmas, F1"),
    parsing("Sentences", "sentences, F1", "size/gold_sentences"),
)

PLACES = (
    Figure(
        "exact_f1",
        "names of places, exact F1",
        "recognition/exact/f1",
        "recognition/exact/gold",
        "recognition/exact/ci95",
    ),
    *(
        Figure(
            f"acc161_{about}", what, f"resolution/acc161_{about}", f"resolution/{of}", f"resolution/acc161_{about}_ci95"
        )
        for about, of, what in (
            ("found", "found", "within 161 km, of those found"),
            ("all", "gold", "within 161 km, of all"),
        )
    ),
    Figure("geonameid", "the very place, of those with an id", "geonameid_equal", "geonameid_compared"),
)

TASKS = (
    Task(
        "statements",
        "PolNeAR dev",
        "statements/polnear.dev.jsonl",
        statements,
        (
            linked("hit50", "linked, hit@50 F1"),
            recall("direct_recall", "quote:direct", "direct, recall"),
            recall("mixed_recall", "quote:mixed", "mixed, recall"),
            recall("indirect_recall", "quote:indirect", "indirect, recall"),
            recall("speech_recall", "speech_cue", "speech cues, recall"),
            tag("source"),
            tag("cue"),
            tag("content"),
            linked("who_what50", "who and what, F1"),
            linked("what50", "content alone, F1"),
        ),
    ),
    Task(
        "names",
        "Worldwide dev",
        "names/worldwide.dev.jsonl",
        names,
        (
            Figure("exact_f1", "micro, exact F1", "micro/exact/f1", "micro/exact/gold", "micro/exact/ci95"),
            Figure("overlap_f1", "micro, overlap F1", "micro/overlap/f1", "micro/overlap/gold", "micro/overlap/ci95"),
        ),
    ),
    Task("parse_ewt", "EWT dev", "parse/ewt.dev.conllu", parse, PARSE),
    Task("parse_gum", "GUM devcarve", "parse/gum.devcarve.conllu", parse, PARSE),
    Task(
        "speakers",
        f"GUM, {len(SPEAKER_DEV)} held-out documents",
        "speakers/gum_attr.train.jsonl",
        lambda session, gold: speakers(session, gold, SPEAKER_DEV),
        (
            Figure(
                "news_interview",
                "news and interviews, right of all",
                "genre:news+interview/acc_all",
                "genre:news+interview/n",
                "genre:news+interview/acc_all_ci95",
            ),
            Figure("news", "news, right of all", "genre:news/acc_all", "genre:news/n", "genre:news/acc_all_ci95"),
        ),
    ),
    Task("places", "TR-News, first half", "places/tr-news.first.jsonl", places, PLACES),
    Task("places_lgl", "LGL", "places/lgl.jsonl", places, PLACES),
    Task(
        "coref",
        f"GUM, {len(SPEAKER_DEV)} held-out documents",
        "coref/gum_chains.train.jsonl.gz",
        lambda session, gold: coreference(session, gold, SPEAKER_DEV),
        CHAINS,
    ),
    Task(
        "coref_actors",
        "the same, without places",
        "coref/gum_chains.train.jsonl.gz",
        lambda session, gold: coreference(session, gold, SPEAKER_DEV, "person,organization"),
        CHAINS,
    ),
    Task(
        "coref_second",
        f"GUM, {len(COREFERENCE_DEV)} other documents, each of its own genre",
        "coref/gum_chains.train.jsonl.gz",
        lambda session, gold: coreference(session, gold, COREFERENCE_DEV),
        CHAINS,
    ),
    Task(
        "gap",
        "GAP development",
        "coref/gap.development.jsonl",
        gap,
        (
            Figure("f1", "F1 on folds not trained on", "cross_validated/f1", "cross_validated/n"),
            Figure("masculine", "the same, he", "cross_validated/masculine", "cross_validated/n"),
            Figure("feminine", "the same, she", "cross_validated/feminine", "cross_validated/n"),
            Figure("trained", "F1 of what is shipped, trained on these", "overall/F1", "texts", "headline/ci95"),
        ),
    ),
    Task(
        "stories",
        "hand-coded stories",
        "../stories",
        stories,
        (
            layer("linked_f1", "statements, F1", "statements/linked", "f1", "gold"),
            layer("speaker", "speaker right", "statements/speaker", "accuracy", "n"),
            layer("form", "form right", "statements/form", "accuracy", "n"),
            layer("kind", "kind right", "statements/kind", "accuracy", "n"),
            layer("act", "act right", "statements/act", "accuracy", "n"),
            layer("certainty", "certainty right", "statements/certainty", "accuracy", "n"),
            layer("negated", "negated right", "statements/negated", "accuracy", "n"),
            layer("anonymous", "anonymous right", "statements/anonymous", "accuracy", "n"),
            layer("mentions_f1", "mentions, F1", "actors/mentions", "f1", "gold"),
            layer("coref_b3", "coreference, B³ F1", "actors/coref_b3", "f1", "mentions"),
            layer("code", "actor's code right", "actors/code", "accuracy", "n"),
            layer("sector", "actor's primary sector right", "actors/sector_primary", "accuracy", "n"),
            layer("events_f1", "events, F1", "events/found", "f1", "gold"),
            layer("event_type", "event's type right", "events/type", "accuracy", "n"),
            layer("event_status", "event's status right", "events/status", "accuracy", "n"),
            layer("event_actors", "events' actors, F1", "events/actors", "f1", "gold"),
            layer("event_recipients", "events' recipients, F1", "events/recipients", "f1", "gold"),
            layer("factuality_author", "author's commitment right", "events/factuality_author", "accuracy", "n"),
            layer("factuality_source", "first source's commitment right", "events/factuality_source", "accuracy", "n"),
            layer("reported_by", "events' statements right", "events/reported_by", "accuracy", "n"),
            layer("countable", "countable, precision", "events/countable", "precision", "predicted"),
            layer("countable_recall", "countable, recall", "events/countable", "recall", "gold"),
            layer("claims_precision", "causal claims, precision", "causal_claims/linked", "precision", "predicted"),
            layer("claims_recall", "causal claims, recall", "causal_claims/linked", "recall", "gold"),
            layer("polarity", "polarity right", "causal_claims/polarity", "accuracy", "n"),
            layer("claimant", "claimant right", "causal_claims/claimant", "accuracy", "n"),
            layer("positions_precision", "positions, precision", "positions/found", "precision", "predicted"),
            layer("positions_recall", "positions, recall", "positions/found", "recall", "gold"),
            layer("stance", "stance right", "positions/stance", "accuracy", "n"),
        ),
    ),
    Task(
        "events_raw",
        "PLV, the tenth held out, raw",
        PLV,
        raw,
        (
            Figure("acc_pair", "type of the pair's event right", "acc_pair", "gold_events", "acc_pair_ci95"),
            Figure("macro_f1", "macro-F1 of types", "macro_f1", "gold_events"),
            Figure("hit_any", "type among those read", "hit_any", "gold_events", "hit_any_ci95"),
            Figure("quad", "quad class right", "quad_accuracy", "gold_events", "quad_accuracy_ci95"),
            Figure("actor", "actor found in its role", "actor_found", "actor_n"),
            Figure("recipient", "recipient found in its role", "recipient_found", "recipient_n"),
            Figure("per_text", "events per hundred sentences", "events_per_hundred", "texts"),
        ),
    ),
    Task(
        "events_pair",
        "PLV, the tenth held out, both sides given",
        PLV,
        pairs,
        (
            share("type", "type right"),
            Figure("macro_f1", "macro-F1 of types", "macro/f1", "macro/n"),
            share("quad", "quad class right"),
        ),
    ),
    Task(
        "events_own",
        "marked sentences and stories of our own, held out",
        str(ROOT / "training" / "sentences"),
        marked,
        (
            Figure("found_f1", "events, F1", "found/f1", "found/gold", "found/ci95"),
            share("type", "type right, of those found"),
            share("mode", "mode right, where one is marked"),
            share("status", "status right, of those found"),
            Figure("status_macro_f1", "status, macro-F1", "status/macro", "status/n"),
            share("actor", "actor right"),
            share("recipient", "recipient right"),
        ),
    ),
    Task(
        "happened",
        "UDS dev, clear cases, every predicate asked",
        "factuality/uds_ih2.dev.jsonl",
        predicates,
        (
            Figure("macro_f1", "happened or not, macro-F1", "macro/f1", "macro/n"),
            share("right", "happened or not, right"),
        ),
    ),
    Task(
        "probes",
        "probes of status and source, of our own",
        str(SETS / "probes.jsonl"),
        probes,
        (
            Figure("status_macro_f1", "status of the given predicate, macro-F1", "status/macro", "status/n"),
            share("status", "status of the given predicate right"),
            share("found", "event read"),
            share("read", "status right, of those read"),
            share("type", "type right, of those read"),
            share("author", "author's commitment right, of those read"),
            share("countable", "countable rightly"),
        ),
    ),
    Task(
        "actors",
        "phrases of our own",
        str(SETS / "actors.tsv"),
        actors,
        (
            Figure("code", "country code right", "code/share", "code/n", "code/ci95"),
            Figure("sector", "primary sector right", "sector/share", "sector/n", "sector/ci95"),
        ),
    ),
    Task(
        "times",
        "TDG dev",
        "times/tdg.dev.jsonl",
        times,
        (Figure("relaxed_f1", "time expressions, relaxed F1", "relaxed/f1", "expressions", "relaxed/ci95"),),
    ),
    Task(
        "times_own",
        "news sentences of our own",
        "evals/sets/times.jsonl",
        times,
        (
            Figure("value", "value right, of those found", "value/accuracy", "value/n", "value/ci95"),
            Figure("interval", "first and last day right", "interval/accuracy", "interval/n", "interval/ci95"),
            Figure("relaxed_f1", "time expressions, relaxed F1", "relaxed/f1", "expressions", "relaxed/ci95"),
        ),
    ),
    Task(
        "causes",
        "Causal News Corpus, tenth held out",
        "causal/cnc_v2.train.jsonl",
        causes.news,
        (
            Figure("sentence_f1", "sentence holds a claim, F1", "sentence/F1", "sentence/n", "sentence/ci95"),
            Figure("relation_f1", "cause and effect overlap, F1", "overlap/F1", "overlap/gold", "overlap/ci95"),
            Figure("exact_f1", "cause and effect exact, F1", "exact/F1", "exact/gold"),
            Figure("relation_recall", "recall in causal sentences", "recall/share", "recall/n"),
        ),
    ),
    Task(
        "causes_own",
        "sentences of our own",
        "evals/sets/causes.jsonl",
        causes.own,
        (
            Figure("found_f1", "cause and effect overlap, F1", "found/f1", "found/n", "found/ci95"),
            Figure("sentence", "claim or none, right", "sentence/share", "sentence/n", "sentence/ci95"),
            Figure("relation", "relation right", "relation/share", "relation/n", "relation/ci95"),
            Figure("polarity", "polarity right", "polarity/share", "polarity/n", "polarity/ci95"),
            Figure("claimant", "claimant right", "claimant/share", "claimant/n", "claimant/ci95"),
        ),
    ),
    Task(
        "faithful",
        "PolNeAR dev, read twice",
        "statements/polnear.dev.jsonl",
        faithful,
        (
            Figure("verbatim", "spans that are verbatim", "verbatim/share", "verbatim/n", "verbatim/ci95"),
            Figure("valid", "records that `verify` accepts", "valid/share", "valid/n", "valid/ci95"),
            Figure("identical", "records byte-identical", "identical/share", "identical/n", "identical/ci95"),
        ),
    ),
)
