"""Learn which words report: the model of onrecord.extract.quotes.model from labelled attributions.

    pip install lightgbm scikit-learn
    python -m scripts.train_cues FOLDER [-o MODEL.json]

FOLDER holds text/*.txt and attributions/*.ann (brat: Source, Cue and Content of each attribution).
Nothing of the texts is kept: weights and rates name common lemmas and labels of the parse. The trees
learn from scores and rates that others than their own text gave.
"""

from __future__ import annotations

import argparse
import json
import math
import re
import sys
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import lightgbm
import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

import onrecord.extract
from onrecord.bench.brat import AttributedText, attributed
from onrecord.bench.scores import Pair
from onrecord.enrich.layers import enrich
from onrecord.extract.quotes.clauses import Candidate
from onrecord.extract.quotes.features import features
from onrecord.extract.quotes.find import said_directly
from onrecord.extract.quotes.marks import Quotation
from onrecord.extract.quotes.measures import Sheet, traits
from onrecord.extract.quotes.model import HOPELESS, is_quoted
from onrecord.extract.quotes.reported import open_candidates
from onrecord.extract.quotes.trees import Tree
from onrecord.layers import Layers
from onrecord.settings import Settings

OUT = Path(onrecord.extract.__file__).parent / "data" / "cue_model.json"
RARE = 5  # a feature or trait seen less often is left out
FOLDS = 5
STRENGTH = 0.15  # inverse of the weights' decay
DOUBT = 8  # candidates of the common rate that are added to those seen with a trait
TREES = {
    "objective": "binary",
    "num_leaves": 20,
    "learning_rate": 0.05,
    "min_data_in_leaf": 40,
    "bagging_fraction": 0.8,
    "bagging_freq": 1,
    "feature_fraction": 0.4,
    "lambda_l2": 5.0,
    "seed": 0,
    "num_threads": 2,
    "deterministic": True,
    "verbose": -1,
}
ROUNDS = 300


@dataclass(frozen=True)
class Text:
    """One labelled text: its candidates, the features and traits of each, and which of them are quotes."""

    layers: Layers
    marked: Sequence[Quotation]
    found: Sequence[Candidate]
    names: Sequence[Sequence[str]]
    traits: Sequence[Sequence[str]]
    right: Sequence[bool]


@dataclass(frozen=True)
class Counts:
    """Weights and rates learnt from some texts."""

    weights: dict[str, float]
    rates: dict[str, list[float]]


def text_of(document: AttributedText, layers: Layers) -> Text:
    drafts, left = said_directly(document.article, layers)
    found = open_candidates(layers, drafts, left)
    gold = [(characters(a.cue), characters(a.content)) for a in document.attributions]
    return Text(
        layers,
        left,
        found,
        [features(layers, c, is_quoted(c, left)) for c in found],
        [list(traits(layers, c)) for c in found],
        [is_right(layers, c, gold) for c in found],
    )


def is_right(layers: Layers, c: Candidate, gold: Iterable[tuple[set[int], set[int]]]) -> bool:
    mine = characters((s.start, s.end) for s in c.content)
    start = layers.tokens[c.cue].start
    return any(start in cue and len(mine & said) >= 0.3 * max(len(mine), len(said)) for cue, said in gold)


def characters(stretches: Iterable[Pair]) -> set[int]:
    return {i for start, end in stretches for i in range(start, end)}


def learn(texts: Sequence[Text], capital: Mapping[str, int]) -> dict[str, Any]:
    """The whole model as it is written."""
    rows: list[list[float]] = []
    right: list[bool] = []
    for fold in range(FOLDS):
        counts = count([t for n, t in enumerate(texts) if n % FOLDS != fold], capital)
        for t in (t for n, t in enumerate(texts) if n % FOLDS == fold):
            found = measured(t, counts)
            rows += [row for row, _ in found]
            right += [r for _, r in found]
    forest = lightgbm.train(TREES, lightgbm.Dataset(np.array(rows), np.array(right, int)), ROUNDS)
    counts = count(texts, capital)
    trees = [as_tree(t["tree_structure"]) for t in forest.dump_model()["tree_info"]]
    return {"weights": counts.weights, "rates": counts.rates, "trees": trees}


def measured(t: Text, counts: Counts) -> list[tuple[list[float], bool]]:
    """The measures of each candidate that is not hopeless, and whether it is right."""
    scores = [sum(counts.weights.get(f, 0.0) for f in names) for names in t.names]
    sheet = Sheet(t.layers, t.marked, t.found, scores)
    return [(sheet.measures(n, counts.rates), t.right[n]) for n, s in enumerate(scores) if s >= HOPELESS]


def count(texts: Sequence[Text], capital: Mapping[str, int]) -> Counts:
    names = [n for t in texts for n in t.names]
    right = np.array([r for t in texts for r in t.right], int)
    seen = Counter(f for n in names for f in n)
    place = {f: i for i, f in enumerate(f for f in seen if seen[f] >= RARE and is_common(f, capital))}
    cells = [[place[f] for f in n if f in place] for n in names]
    ends = np.cumsum([0, *(len(c) for c in cells)])
    columns = [i for c in cells for i in c]
    matrix = csr_matrix((np.ones(len(columns)), columns, ends), shape=(len(cells), len(place)))
    fitted = LogisticRegression(C=STRENGTH, solver="liblinear", fit_intercept=False).fit(matrix, right)
    weights = {f: round(float(w), 2) for f, w in zip(place, fitted.coef_[0], strict=True) if abs(w) >= 0.02}
    return Counts(dict(sorted(weights.items())), rates_of(texts, capital))


def rates_of(texts: Sequence[Text], capital: Mapping[str, int]) -> dict[str, list[float]]:
    hits: Counter[str] = Counter()
    seen: Counter[str] = Counter()
    for t in texts:
        for kinds, right in zip(t.traits, t.right, strict=True):
            seen.update(kinds)
            hits.update(kinds if right else ())
    base = sum(r for t in texts for r in t.right) / sum(len(t.right) for t in texts)
    out = {"": [round(math.log(base / (1 - base)), 2), 0.0]}
    for trait in sorted(f for f in seen if seen[f] >= RARE and is_common(f, capital)):
        rate = (hits[trait] + DOUBT * base) / (seen[trait] + DOUBT)
        out[trait] = [round(math.log(rate / (1 - rate)), 2), round(math.log1p(seen[trait]), 1)]
    return out


def capitals(layers: Layers) -> Counter[str]:
    """For each lemma how much oftener it stands with a capital inside a sentence than without."""
    out: Counter[str] = Counter()
    for t in layers.tokens:
        if t.i != layers.sentence_of(t.i).first:
            out[t.lemma] += 1 if t.text[:1].isupper() else -1
    return out


def is_common(feature: str, capital: Mapping[str, int]) -> bool:
    """Whether a feature names no word that is mostly a name, however the parse tags it."""
    return not any(capital.get(w, 0) > 0 and w.islower() for w in re.findall(r"=(\S+)", feature))


def as_tree(node: Mapping[str, Any]) -> Tree:
    """A tree of LightGBM's in the form of onrecord.extract.quotes.trees."""
    if "leaf_value" in node:
        return round(node["leaf_value"], 4)
    below = as_tree(node["left_child"]), as_tree(node["right_child"])
    return [node["split_feature"], round(node["threshold"], 3), *below]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("-o", "--out", type=Path, default=OUT)
    args = parser.parse_args()
    documents = attributed(args.folder)
    texts, capital = [], Counter[str]()
    for article, layers in enrich((d.article for d in documents.values()), Settings()):
        texts.append(text_of(documents[article.id], layers))
        capital.update(capitals(layers))
    args.out.write_text(json.dumps(learn(texts, capital), ensure_ascii=False, indent=None) + "\n", encoding="utf-8")
    right = [r for t in texts for r in t.right]
    sys.stdout.write(f"{len(right)} candidates, {sum(right)} of them quotes\n")


if __name__ == "__main__":
    main()
