"""Learn which words report: weights for onrecord.extract.quotes.model from labelled attributions.

    python -m scripts.train_cues FOLDER [-o WEIGHTS.json]

FOLDER holds text/*.txt and attributions/*.ann (brat: Source, Cue and Content of each attribution).
Nothing of the texts is kept: the weights name common lemmas and labels of the parse.
"""

from __future__ import annotations

import argparse
import json
import math
import random
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

import onrecord.extract
from onrecord.articles import Article
from onrecord.bench.brat import Attribution, attributed
from onrecord.bench.scores import Pair
from onrecord.enrich.parse import parse
from onrecord.extract.quotes.clauses import candidates
from onrecord.extract.quotes.find import marked_passages
from onrecord.extract.quotes.model import features
from onrecord.layers import Layers
from onrecord.settings import Settings

Example = tuple[list[str], bool]
OUT = Path(onrecord.extract.__file__).parent / "data" / "cue_weights.json"
RARE = 5  # a feature seen less often is left out
EPOCHS = 8
RATE = 0.15
DECAY = 2e-6


def examples(article: Article, layers: Layers, labelled: Iterable[Attribution]) -> Iterator[Example]:
    marked = marked_passages(article, layers)
    gold = [(characters(a.cue), characters(a.content)) for a in labelled]
    for c in candidates(layers):
        mine = {i for s in c.content for i in range(s.start, s.end)}
        start = layers.tokens[c.cue].start
        right = any(start in cue and len(mine & said) >= 0.3 * max(len(mine), len(said)) for cue, said in gold)
        quoted = any(q.outer.overlaps(s) for q in marked for s in c.content)
        yield features(layers, c, quoted), right


def characters(stretches: Iterable[Pair]) -> set[int]:
    return {i for start, end in stretches for i in range(start, end)}


def learn(data: list[Example], seed: int = 0) -> dict[str, float]:
    """Logistic regression by AdaGrad with weight decay; the order of examples is fixed by the seed."""
    seen = Counter(f for names, _ in data for f in names)
    kept = [([f for f in names if seen[f] >= RARE], right) for names, right in data]
    weight: dict[str, float] = defaultdict(float)
    square: dict[str, float] = defaultdict(lambda: 1.0)
    rng = random.Random(seed)
    for _ in range(EPOCHS):
        rng.shuffle(kept)
        for names, right in kept:
            score = max(-30.0, min(30.0, sum(weight[f] for f in names)))
            slope = 1 / (1 + math.exp(-score)) - right
            for f in names:
                step = slope + DECAY * seen[f] * weight[f]
                square[f] += step * step
                weight[f] -= RATE * step / math.sqrt(square[f])
    return {f: round(w, 2) for f, w in sorted(weight.items()) if abs(w) >= 0.03}


def capitals(layers: Layers) -> Counter[str]:
    """For each lemma how much oftener it stands with a capital inside a sentence than without."""
    out: Counter[str] = Counter()
    for t in layers.tokens:
        if t.i != layers.sentence_of(t.i).first:
            out[t.lemma] += 1 if t.text[:1].isupper() else -1
    return out


def without_names(learned: dict[str, float], capital: Counter[str]) -> dict[str, float]:
    """The weights without those of words that are mostly names, however the parse tags them."""
    words = {f: re.findall(r"=(\S+)", f) for f in learned}
    return {f: w for f, w in learned.items() if not any(capital[word] > 0 and word.islower() for word in words[f])}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("-o", "--out", type=Path, default=OUT)
    args = parser.parse_args()
    data: list[Example] = []
    capital: Counter[str] = Counter()
    texts = attributed(args.folder)
    for article, tokens, sentences in parse((t.article for t in texts.values()), Settings().model):
        layers = Layers(tokens, sentences)
        data.extend(examples(article, layers, texts[article.id].attributions))
        capital.update(capitals(layers))
    learned = without_names(learn(data), capital)
    args.out.write_text(json.dumps(learned, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")
    sys.stdout.write(f"{len(data)} candidates, {sum(r for _, r in data)} of them quotes; {len(learned)} weights\n")


if __name__ == "__main__":
    main()
