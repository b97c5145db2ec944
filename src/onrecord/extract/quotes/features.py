"""What speaks for and against a word's reporting, by name: features of the parse around a candidate.

They name lemmas of common words, labels of the parse and classes of the lexicon, never names.
"""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.extract.quotes.clauses import Candidate
from onrecord.extract.quotes.cues import cue_nouns, cue_verbs
from onrecord.layers import Layers, Token


def features(layers: Layers, c: Candidate, quoted: bool) -> list[str]:
    """The names of the features that hold, each once."""
    cue = layers.tokens[c.cue]
    word = word_of(cue)
    out = ["", f"frame={c.frame}", f"cue={word}", f"cue={word} frame={c.frame}", f"tag={cue.tag} frame={c.frame}"]
    out += _of_lexicon(cue, c.frame)
    source = source_class(layers, c.source)
    out += [f"source={source}", f"source={source} frame={c.frame}", f"cue={word} source={source}"]
    if c.source is not None:
        out += [f"source word={word_of(layers.tokens[c.source])}", f"source before={c.source < c.cue}"]
    out += _of_content(layers, c, quoted)
    out += [f"{f} frame={c.frame}" for f in _of_place(layers, c)]
    return list(dict.fromkeys(out))


def _of_lexicon(cue: Token, frame: str) -> Iterator[str]:
    verb = cue_verbs().get(cue.lemma) if cue.pos in ("VERB", "AUX") else None
    if verb is not None:
        wanted = "clause" if frame == "inserted" else frame
        yield f"class={verb.kind} frame={frame}"
        yield f"class={verb.kind} takes={wanted in verb.frames} frame={frame.split('+')[0]}"
    elif cue.pos == "NOUN":
        yield f"class=noun known={cue.lemma in cue_nouns()} frame={frame}"
    else:
        yield f"class={cue.pos} frame={frame.split('+')[0]}"


def _of_content(layers: Layers, c: Candidate, quoted: bool) -> Iterator[str]:
    top = layers.tokens[c.top]
    length = sum(len(s) for s in c.content)
    size = next((n for n in (8, 16, 32, 64, 128) if length < n), 256)
    yield f"length<{size} frame={c.frame}"
    yield f"quoted={quoted} frame={c.frame.split('+')[0]}"
    yield f"top={word_of(top)} frame={c.frame}"
    yield f"top tag={top.tag} frame={c.frame}"
    yield f"cue={word_of(layers.tokens[c.cue])} top tag={top.tag}"
    yield f"top ent={top.ent or top.pos} frame={c.frame}"
    for child in layers.children[c.top]:
        token = layers.tokens[child]
        if token.dep in ("mark", "aux", "nsubj", "expl", "advmod", "det", "poss") and child != c.cue:
            kind = word_of(token) if token.dep in ("mark", "aux", "advmod") else token.pos
            yield f"top {token.dep}={kind} frame={c.frame}"


def _of_place(layers: Layers, c: Candidate) -> Iterator[str]:
    """Helpers of the cue, what it hangs on, and its neighbours."""
    cue = layers.tokens[c.cue]
    head = layers.tokens[cue.head]
    yield f"dep={cue.dep}"
    yield f"dep={cue.dep} head={word_of(head)}"
    for child in layers.children[c.cue]:
        token = layers.tokens[child]
        if token.dep in ("neg", "aux", "auxpass", "prt", "advmod", "mark", "dative", "prep", "dobj", "cc"):
            yield f"{token.dep}={word_of(token)}"
            if token.dep in ("dobj", "prt", "neg"):
                yield f"cue={word_of(cue)} {token.dep}={word_of(token)}"
        elif token.dep in ("nsubjpass", "expl", "conj"):
            yield token.dep
    if cue.pos in ("VERB", "AUX") and head.pos == "NOUN":
        yield f"noun head={word_of(head)}"
    sentence = layers.sentence_of(c.cue)
    yield f"first sentence={sentence.index == 0}"
    yield f"begins={c.cue - sentence.first < 2}"
    if c.cue + 1 < len(layers.tokens):
        yield f"next={word_of(layers.tokens[c.cue + 1])}"
    if c.cue > 0:
        yield f"previous={word_of(layers.tokens[c.cue - 1])}"


def source_class(layers: Layers, i: int | None) -> str:
    if i is None:
        return "none"
    token = layers.tokens[i]
    if token.pos == "PRON":
        return token.lower
    return token.ent or token.pos


def word_of(token: Token) -> str:
    """The lemma of a common word; of a name only that it is one."""
    if token.pos == "PROPN" or token.ent in (
        "PERSON",
        "GPE",
        "ORG",
        "NORP",
        "LOC",
        "FAC",
        "PRODUCT",
        "WORK_OF_ART",
        "EVENT",
        "LAW",
    ):
        return token.ent or "NAME"
    if token.pos == "NUM":
        return "NUMBER"
    return token.lemma
