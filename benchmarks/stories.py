"""How well events of many articles are brought together: `python benchmarks/stories.py [--gold DIR] [--scale N,N,…] [--fit]`.

Our own: examples/stories, 16 briefs written by hand. In DIR: `ecb/` (ECB+: train, which weights and thresholds were tuned on;
dev, which they were not) and `meantime_cross/` (MEANTIME, corpora airbus and apple). The gold's mentions are given as events:
title = the mention's words, evidence = its sentence; MEANTIME's articles have their date. Nothing else of the gold is used;
events within one article are compared, too. Each cell: precision, recall, F1 in percent.

singletons         every mention alone
lemma              mentions whose words have the same stems (events of briefs: whose titles have)
lemma, by topic    the same within the gold's topics (an oracle: nobody has them)
lemma, like texts  the same where the two articles' tf-idf cosine is 0.2 or more, joined transitively (Upadhyay 2016, "lemma-delta")
tf-idf sentences   sentences with a cosine of 0.45 or more, joined transitively: how news is grouped without models
jaccard sentences  sentences that share 40 % of their words: near-duplicates
nutgraf            as `nutgraf.stories` does it, rules alone
nutgraf, judged    the same with --judged FILE: lines `{"a": …, "b": …, "same": true|false|null}` by mention, judged by hand
nutgraf, oracle    the same with --oracle: a judge that knows the gold, which is what judging can bring at most

--scale: processor seconds and peak memory for so many events (made up: 8 an article, stories of 2 to 12 articles), in a process each.
--fit: the regression behind the weights in storylines/pairs.py (numpy).
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import math
import random
import resource
import subprocess
import sys
import time
import xml.etree.ElementTree as ET
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from pathlib import Path
from typing import Any

from coreference import b_cubed, ceaf_e, conll, muc, pairs
from nutgraf.checking.rules.stems import content_stems
from nutgraf.storylines.clustering import Joined
from nutgraf.storylines.gathering import Gathering, Noted, gathered, noted
from nutgraf.storylines.notes import Note, note, terms_of
from nutgraf.telling import Briefs

ROOT = Path(__file__).resolve().parents[1]
TEXTS, SENTENCES, WORDS = 0.2, 0.45, 0.4


@dataclass(frozen=True)
class Mention:
    """An event as the gold gives it."""

    name: str
    article: str
    topic: str
    words: str
    sentence: str
    chain: Hashable


@dataclass(frozen=True)
class Corpus:
    """Mentions and the articles they stand in."""

    name: str
    mentions: list[Mention]
    noted: list[Noted]
    texts: dict[str, str]
    clauses: bool = False
    """True where events are told in clauses of their own, and not by a word in a sentence."""


def ecb(folder: Path, split: str) -> Corpus:
    """A split of ECB+."""
    sentences: defaultdict[str, defaultdict[int, list[str]]] = defaultdict(lambda: defaultdict(list))
    for line in (folder / f"{split}_corpus.txt").read_text("utf-8").splitlines():
        parts = line.split("\t")
        if len(parts) >= 5:
            sentences[parts[0]][int(parts[1])].append(parts[3])
    mentions = [
        Mention(
            f"{one['doc_id']}/{one['sent_id']}/{'_'.join(map(str, one['tokens_number']))}",
            one["doc_id"],
            one["doc_id"].split("_")[0],
            one["tokens_str"],
            " ".join(sentences[one["doc_id"]][one["sent_id"]]),
            one["coref_chain"],
        )
        for one in json.loads((folder / f"{split}_event_mentions.json").read_text("utf-8"))
    ]
    texts = {key: "\n".join(" ".join(words) for _, words in sorted(found.items())) for key, found in sentences.items()}
    return _corpus(f"ECB+ {split}", mentions, texts, {})


def meantime(folder: Path) -> Corpus:
    """MEANTIME with cross-document coreference; mentions without an instance are chains of their own."""
    mentions, texts, days = list[Mention](), dict[str, str](), dict[str, int]()
    for path in sorted(folder.rglob("*.xml")):
        root = ET.parse(path).getroot()
        sentences: defaultdict[int, list[str]] = defaultdict(list)
        tokens: dict[str, tuple[str, int]] = {}
        for token in root.iter("token"):
            tokens[token.get("t_id", "")] = token.text or "", int(token.get("sentence", 0))
            sentences[int(token.get("sentence", 0))].append(token.text or "")
        published = [
            one.get("value", "") for one in root.iter("TIMEX3") if one.get("functionInDocument") == "CREATION_TIME"
        ]
        if published and len(published[0]) == 10:
            days[path.stem] = dt.date.fromisoformat(published[0]).toordinal()
        texts[path.stem] = "\n".join(" ".join(words) for _, words in sorted(sentences.items()))
        instances = {one.get("m_id"): one.get("instance_id") for one in root.iter("EVENT")}
        chains = {
            source.get("m_id"): instances.get(target.get("m_id"))
            for link in root.iter("REFERS_TO")
            for target in link.iter("target")
            for source in link.iter("source")
        }
        for one in root.iter("EVENT_MENTION"):
            anchors = [tokens[anchor.get("t_id", "")] for anchor in one.iter("token_anchor")]
            if anchors:
                name = f"{path.stem}/{one.get('m_id')}"
                words, sentence = " ".join(word for word, _ in anchors), " ".join(sentences[anchors[0][1]])
                chain = chains.get(one.get("m_id")) or name
                mentions.append(Mention(name, path.stem, path.parent.name, words, sentence, chain))
    return _corpus("MEANTIME", mentions, texts, days)


def _corpus(name: str, mentions: list[Mention], texts: dict[str, str], days: dict[str, int]) -> Corpus:
    by_article: defaultdict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        by_article[mention.article].append(mention)
    found = [
        Noted(
            key=article,
            digest=article,
            line="{}",
            terms=terms_of(texts[article].split("\n", 1)[0], texts[article]),
            notes=tuple(
                note(one.words, [one.sentence], event=one.name, published=days.get(article)) for one in members
            ),
        )
        for article, members in by_article.items()
    ]
    return Corpus(name, [one for members in by_article.values() for one in members], found, texts)


def our_own() -> Corpus:
    """The stories written by hand, their events as briefs have them."""
    folder = ROOT / "examples" / "stories"
    chains: dict[str, str] = {}
    for topic, found in json.loads((folder / "gold.json").read_text("utf-8")).items():
        chains |= {event: f"{topic}: {name}" for name, events in found.items() for event in events}
    briefs = Briefs.load(folder / "briefs.jsonl")
    mentions = [
        Mention(
            name := f"{brief.article.key} {event.id}",
            brief.article.key,
            brief.article.key.split("-")[0],
            event.title,
            " ".join(span.text for span in event.evidence),
            chains.get(name, name),
        )
        for brief in briefs
        for event in brief.events
    ]
    texts = {brief.article.key: brief.article.text for brief in briefs}
    return Corpus("our own", mentions, [noted(brief) for brief in briefs], texts, clauses=True)


# --- systems: each gives a cluster's name for every mention, in their order ---

Answer = Sequence[Hashable]


def by_lemma(corpus: Corpus) -> Answer:
    return [content_stems(one.words) or one.words for one in corpus.mentions]


def by_lemma_and_topic(corpus: Corpus) -> Answer:
    return list(zip(by_lemma(corpus), (one.topic for one in corpus.mentions), strict=True))


def by_lemma_and_text(corpus: Corpus) -> Answer:
    vectors = tf_idf({key: content_stems(text) for key, text in corpus.texts.items()})
    like: dict[tuple[str, str], float] = {}
    groups: defaultdict[Hashable, list[int]] = defaultdict(list)
    for at, lemma in enumerate(by_lemma(corpus)):
        groups[lemma].append(at)
    joined = Joined(len(corpus.mentions))
    for members in groups.values():
        for one, other in combinations(members, 2):
            pair = corpus.mentions[one].article, corpus.mentions[other].article
            if pair not in like:
                like[pair] = 1.0 if pair[0] == pair[1] else cosine(vectors[pair[0]], vectors[pair[1]])
            if like[pair] >= TEXTS:
                joined.join(one, other)
    return [joined.find(at) for at in range(len(corpus.mentions))]


def by_sentence(corpus: Corpus) -> Answer:
    vectors = tf_idf({one.name: content_stems(f"{one.sentence} {one.words}") for one in corpus.mentions})
    return _joined_where(corpus, lambda a, b: cosine(vectors[a.name], vectors[b.name]) >= SENTENCES)


def by_words(corpus: Corpus) -> Answer:
    words = {one.name: set(content_stems(f"{one.sentence} {one.words}")) for one in corpus.mentions}
    return _joined_where(
        corpus, lambda a, b: len(words[a.name] & words[b.name]) >= WORDS * max(1, len(words[a.name] | words[b.name]))
    )


def _joined_where(corpus: Corpus, alike: Callable[[Mention, Mention], bool]) -> Answer:
    """Mentions of one sentence are told apart by their words; events of briefs have titles of their own."""
    joined = Joined(len(corpus.mentions))
    groups: defaultdict[Hashable, list[int]] = defaultdict(list)
    for at, lemma in enumerate(by_lemma(corpus)):
        groups["" if corpus.clauses else lemma].append(at)
    for members in groups.values():
        for one, other in combinations(members, 2):
            if alike(corpus.mentions[one], corpus.mentions[other]):
                joined.join(one, other)
    return [joined.find(at) for at in range(len(corpus.mentions))]


Verdict = Callable[[str, str], bool | None]
"""What a judge says of two mentions, by name."""


def by_nutgraf(corpus: Corpus, judge: Verdict | None = None) -> Answer:
    answer: list[Hashable] = list(range(len(corpus.mentions)))
    with gathered(corpus.noted, within=True) as gathering:
        if judge:
            asked = gathering.decide(
                lambda found: [judge(gathering.note(a).event, gathering.note(b).event) for a, b in found]
            )
            print(f"{'':18}  {asked:,} pairs asked")
        for events in gathering.clusters():
            for event in events:
                answer[event] = events[0]
    return answer


def never_wrong(corpus: Corpus) -> Verdict:
    """A judge that knows the gold: what judging can bring at most."""
    chains = {one.name: one.chain for one in corpus.mentions}
    return lambda one, other: chains[one] == chains[other]


def tf_idf(texts: dict[str, Sequence[str]]) -> dict[str, dict[str, float]]:
    frequency = Counter(word for words in texts.values() for word in set(words))
    return {
        key: {
            word: (1 + math.log(count)) * math.log(len(texts) / frequency[word])
            for word, count in Counter(words).items()
        }
        for key, words in texts.items()
    }


def cosine(one: dict[str, float], other: dict[str, float]) -> float:
    product = sum(weight * other[word] for word, weight in one.items() if word in other)
    norms = math.sqrt(sum(w * w for w in one.values()) * sum(w * w for w in other.values()))
    return product / norms if norms else 0.0


SYSTEMS: dict[str, Callable[[Corpus], Answer]] = {
    "singletons": lambda corpus: list(range(len(corpus.mentions))),
    "lemma": by_lemma,
    "lemma, by topic": by_lemma_and_topic,
    "lemma, like texts": by_lemma_and_text,
    "tf-idf sentences": by_sentence,
    "jaccard sentences": by_words,
    "nutgraf": by_nutgraf,
}


def table(corpus: Corpus, judged: dict[frozenset[str], bool | None], *, oracle: bool) -> Iterator[str]:
    gold = {at: one.chain for at, one in enumerate(corpus.mentions)}
    chains = len(set(gold.values()))
    yield f"{corpus.name}: {len(gold):,} mentions in {len(corpus.noted)} articles, {chains:,} chains"
    yield f"{'':18}  {'pairs':>17}  {'MUC':>17}  {'B³':>17}  {'CEAF-e':>17}  CoNLL"
    systems = dict(SYSTEMS)
    if judged:
        systems["nutgraf, judged"] = lambda corpus: by_nutgraf(corpus, lambda *pair: judged.get(frozenset(pair)))
    if oracle:
        systems["nutgraf, oracle"] = lambda corpus: by_nutgraf(corpus, never_wrong(corpus))
    for name, system in systems.items():
        began = time.perf_counter()
        answer = dict(enumerate(system(corpus)))
        took = time.perf_counter() - began
        figures = "  ".join(str(measure(gold, answer)) for measure in (pairs, muc, b_cubed, ceaf_e))
        yield f"{name:18}  {figures}  {100 * conll(gold, answer):5.1f}  {took:6.1f} s"


def _within(corpus: Corpus, topics: str) -> Corpus:
    if not topics:
        return corpus
    mentions = [one for one in corpus.mentions if one.topic in topics.split(",")]
    articles = {one.article for one in mentions}
    return replace(corpus, mentions=mentions, noted=[one for one in corpus.noted if one.key in articles])


# --- cost ---


def made_up(events: int, seed: int = 0) -> Iterator[Noted]:
    """Articles of eight events each in stories of 2 to 12 articles, over a year: words, names and days drawn anew for each story."""
    draw = random.Random(seed)
    vocabulary = [
        f"{a}{b}{c}" for a in ("ba", "ko", "ru", "mi") for b in ("lan", "ster", "vin", "dor") for c in range(60)
    ]
    names = [f"N{a}{b}" for a in ("ar", "el", "os", "um") for b in range(2_000)]
    made = 0
    while made < events:
        topic, cast = draw.sample(vocabulary, 30), draw.sample(names, 8)
        day, deeds = 739_000 + draw.randrange(365), draw.sample(vocabulary, 8)
        for _ in range(draw.randint(2, 12)):
            notes = list[Note]()
            for deed in deeds:
                who, where = draw.sample(cast, 2), draw.choice(cast)
                words = [*draw.sample(topic, 5), *draw.sample(vocabulary, 5)]
                sentence = f"Then {who[0]} {deed} {who[1]} at {where} {' '.join(words)} {draw.randrange(90)}"
                title = f"The {deed} of {who[0]} {words[0]}"
                notes.append(note(title, [sentence], event=f"e{len(notes)}", names=who, published=day, days=(day, day)))
            text = " ".join([*topic, *topic, *cast, *deeds, *draw.sample(vocabulary, 40)])
            yield Noted(key=str(made), digest=str(made), line="{}", terms=terms_of(None, text), notes=tuple(notes))
            made += len(notes)
            if made >= events:
                return


def measure(events: int) -> None:
    """Processor seconds for each step, pairs compared, and the process's peak of memory."""
    times: dict[str, float] = {}

    def timed(name: str, work: Callable[[], Any]) -> Any:
        began = time.process_time()
        result = work()
        times[name] = time.process_time() - began
        return result

    with Gathering() as gathering:
        timed("noted", lambda: [gathering.add(one) for one in made_up(events)] and None)
        timed("proposed", gathering.propose)
        timed("scored", gathering.score)
        clusters = timed("clustered", lambda: sum(1 for _ in gathering.told()))
        scored = sum(1 for _ in gathering.pairs())
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    steps = ", ".join(f"{name} {seconds:.1f}" for name, seconds in times.items())
    total = sum(times.values())
    print(
        f"{events:>9,} events: {total:6.1f} s of processor ({steps}), {scored:,} pairs kept, {clusters:,} clusters, {peak:.0f} MiB peak"
    )


def fit(corpus: Corpus) -> None:
    """Logistic regression on the pairs that blocking proposes, by Newton's method; prints weights by name."""
    import numpy as np

    from nutgraf.storylines.pairs import FEATURES

    with gathered(corpus.noted, within=True) as gathering:
        found = [(one, other) for one, other, score in gathering.pairs() if score >= 0]
        x = np.array([gathering.features(one, other) for one, other in found])
    y = np.array([corpus.mentions[one].chain == corpus.mentions[other].chain for one, other in found], float)
    weights = np.zeros(x.shape[1])
    for _ in range(40):
        p = 1 / (1 + np.exp(-np.clip(x @ weights, -30, 30)))
        hessian = (x * (p * (1 - p))[:, None]).T @ x + np.eye(len(weights))
        weights += np.linalg.solve(hessian, x.T @ (y - p) - weights)
    print(f"{len(found):,} pairs of {corpus.name}, {int(y.sum()):,} of one event")
    print(", ".join(f"{name} {weight:.2f}" for name, weight in zip(FEATURES, weights, strict=True)))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, help="folder with ecb/ and meantime_cross/")
    parser.add_argument("--only", default="", help="corpora whose name holds this")
    parser.add_argument("--judged", type=Path, help="pairs judged by a person, as JSON Lines")
    parser.add_argument("--oracle", action="store_true", help="also with a judge that is never wrong")
    parser.add_argument("--topics", default="", help="topics of ECB+, separated by commas")
    parser.add_argument("--scale", default="", help="numbers of events, separated by commas")
    parser.add_argument("--measure", type=int, help=argparse.SUPPRESS)
    parser.add_argument("--fit", action="store_true")
    args = parser.parse_args()
    if args.measure:
        measure(args.measure)
        return
    if args.scale:
        for events in args.scale.split(","):
            subprocess.run([sys.executable, __file__, "--measure", events.replace("_", "")], check=True)
        return
    loaders: dict[str, Callable[[], Corpus]] = {"our own": our_own}
    if args.gold:
        loaders |= {f"ECB+ {split}": lambda split=split: ecb(args.gold / "ecb", split) for split in ("train", "dev")}
        loaders["MEANTIME"] = lambda: meantime(args.gold / "meantime_cross")
    if args.fit:
        fit(loaders["ECB+ train"]())
        return
    judged = {}
    if args.judged:
        lines = map(json.loads, args.judged.read_text("utf-8").splitlines())
        judged = {frozenset((line["a"], line["b"])): line["same"] for line in lines}
    for name, load in loaders.items():
        if args.only in name:
            corpus = load()
            print("\n".join(table(_within(corpus, args.topics), judged, oracle=args.oracle)), end="\n\n")


if __name__ == "__main__":
    main()
