"""Numbers about a candidate for the trees: how far, how long, how often words of its kind report, and
how likely those around it do.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from onrecord.extract.quotes.clauses import Candidate
from onrecord.extract.quotes.cues import cue_nouns, cue_verbs
from onrecord.extract.quotes.features import source_class, word_of
from onrecord.extract.quotes.marks import Quotation
from onrecord.layers import Layers, Token

NOTHING = -8.0
"""The score of a candidate that is not there."""

Rates = Mapping[str, Sequence[float]]
"""For a trait the log-odds that a word with it reports, and the logarithm of how often it was seen."""

_DEPS = ("neg", "nsubj", "nsubjpass", "conj", "dobj", "prep", "aux", "auxpass", "mark", "relcl", "acl")


class Sheet:
    """The candidates of one article with their scores by the weights, and who stands in one sentence."""

    def __init__(
        self, layers: Layers, marked: Sequence[Quotation], found: Sequence[Candidate], scores: Sequence[float]
    ) -> None:
        self.layers = layers
        self.marked = marked
        self.found = found
        self.scores = scores
        self.places: dict[int, list[int]] = defaultdict(list)
        for n, c in enumerate(found):
            self.places[layers.tokens[c.cue].sentence].append(n)
        self.sentences = max(1, len(layers.sentences))
        self.likely = sum(s > 0 for s in scores) / self.sentences
        self.mean = sum(scores) / max(1, len(scores))
        self.quoted = sum(len(q.inner) for q in marked) / max(1, layers.tokens[-1].end if layers.tokens else 1)

    def best(self, numbers: Sequence[int]) -> float:
        return max((self.scores[n] for n in numbers), default=NOTHING)

    def measures(self, n: int, rates: Rates) -> list[float]:
        """All numbers about candidate n, in a fixed order."""
        c = self.found[n]
        unseen = rates[""]
        out = [self.scores[n], *self._of_place(c), *self._of_content(c), *self._of_neighbours(n)]
        for trait in traits(self.layers, c):
            out += rates.get(trait, unseen)
        return out

    def _of_place(self, c: Candidate) -> Iterator[float]:
        layers, cue = self.layers, self.layers.tokens[c.cue]
        sentence = layers.sentence_of(c.cue)
        yield cue.sentence / self.sentences
        yield c.cue - sentence.first
        yield sentence.last - sentence.first
        yield sentence.kind == "headline"
        yield cue.text[:1].isupper()
        yield 99 if c.source is None else c.source - c.cue
        deps = {layers.tokens[x].dep for x in layers.children[c.cue]}
        yield from (dep in deps for dep in _DEPS)
        yield len(layers.children[c.cue])
        mention = None if c.source is None else layers.mention_headed(c.source) or layers.mention_with(c.source)
        kinds = ("person", "party", "unnamed", "outlet", "place")
        yield -1 if mention is None else kinds.index(mention.kind)
        verb = cue_verbs().get(cue.lemma) if cue.pos in ("VERB", "AUX") else None
        yield verb is not None and ("clause" if c.frame == "inserted" else c.frame) in verb.frames

    def _of_content(self, c: Candidate) -> Iterator[float]:
        layers, tokens = self.layers, self.layers.tokens
        yield sum(len(s) for s in c.content)
        yield c.content[0].start - tokens[c.cue].end
        deps = {tokens[x].dep for x in layers.children[c.top]}
        yield from (dep in deps for dep in _DEPS)
        yield len(layers.children[c.top])
        yield any(q.outer.overlaps(s) for q in self.marked for s in c.content)
        yield any(q.outer.holds(s) for q in self.marked for s in c.content)
        yield any(q.outer.holds(tokens[c.cue].span) for q in self.marked)
        yield self.quoted

    def _of_neighbours(self, n: int) -> Iterator[float]:
        """How likely those report that stand round the candidate, inside it, beside it and in the next sentences."""
        tokens = self.layers.tokens
        c = self.found[n]
        at = tokens[c.cue].sentence
        others = [o for o in self.places[at] if o != n]
        around = [o for o in others if any(p.holds(tokens[c.cue].span) for p in self.found[o].content)]
        inside = [o for o in others if any(p.holds(tokens[self.found[o].cue].span) for p in c.content)]
        beside = [o for o in others if o not in around and o not in inside]
        yield self.best(around)
        yield self.best(inside)
        yield self.best(beside)
        yield self.best(self.places.get(at - 1, ()))
        yield self.best(self.places.get(at + 1, ()))
        yield len(inside)
        yield len(around)
        yield self.mean
        yield self.likely


def traits(layers: Layers, c: Candidate) -> Iterator[str]:
    """The kinds of words, labels and frames by which candidates are counted, one of each sort, in a fixed order."""
    tokens = layers.tokens
    cue, top, head = tokens[c.cue], tokens[c.top], tokens[tokens[c.cue].head]
    word, source = word_of(cue), source_class(layers, c.source)
    sentence = layers.sentence_of(c.cue)
    before = tokens[c.cue - 1] if c.cue > sentence.first else None
    after = tokens[c.cue + 1] if c.cue + 1 < sentence.last else None
    below = {tokens[x].dep: tokens[x] for x in layers.children[c.cue]}
    inside = {tokens[x].dep: tokens[x] for x in layers.children[c.top]}
    yield f"cue={word}"
    yield f"cue={word} {c.frame}"
    yield f"cue={word} source={source}"
    yield f"cue={word} top={top.tag}"
    yield f"cue={word} object={_word(below.get('dobj'))}"
    yield f"cue={word} mark={_word(inside.get('mark'))}"
    yield f"cue={word} to={_word(below.get('prep'))}"
    yield f"class={_class(cue)} {c.frame}"
    yield f"source={source} {c.frame}"
    yield f"speaker={_word(tokens[c.source]) if c.source is not None else '-'}"
    yield f"top={word_of(top)} {c.frame}"
    yield f"top={top.tag} {c.frame}"
    yield f"entity={top.ent or top.pos} {c.frame}"
    yield f"dep={cue.dep} {c.frame}"
    yield f"dep={cue.dep} head={word_of(head)}"
    yield f"tag={cue.tag} aux={_word(below.get('aux'))}"
    yield f"before={_word(before)}"
    yield f"after={_word(after)}"
    yield f"adverb={_word(below.get('advmod'))}"


def _word(token: Token | None) -> str:
    return "-" if token is None else word_of(token)


def _class(cue: Token) -> str:
    if cue.pos in ("VERB", "AUX"):
        verb = cue_verbs().get(cue.lemma)
        return verb.kind if verb is not None else "verb"
    return "noun" if cue.lemma in cue_nouns() else cue.pos
