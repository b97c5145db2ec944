"""What a position is about: one demand with several provisions is several matters."""

from __future__ import annotations

from functools import lru_cache

from onrecord.extract import clauses
from onrecord.extract.acts.find import TALKING, Act
from onrecord.extract.acts.lexicon import table, words
from onrecord.extract.context import Context
from onrecord.extract.positions.topics import topic_noun
from onrecord.layers import Layers, Token
from onrecord.readings import Position

FORM = frozenset({"legal", "legally", "binding", "written", "signed", "long-term", "ironclad", "formal", "significant"})
TALKS = "talks"
TIMETABLE = "timetable"
UNNAMED = "proposals"
PACKAGES = frozenset({UNNAMED, "guarantees"})
TELLING = 10  # words
CIRCUMSTANCES = frozenset({"as", "after", "before", "during", "until", "by", "since", "under", "within", "in", "at"})
CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ"})


def matters(context: Context, act: Act) -> list[list[int]]:
    """The matters of an act as token indices, the whole first if it is not split."""
    layers = context.layers
    if not act.matter:
        return []
    head = _noun_of(layers, act)
    out = _provisions(layers, head, _with_deed(context, list(act.matter)))
    for j in _strays(layers, act.at, head):
        out += _provisions(layers, j, layers.subtree(j))
    return [m for m in out if m] or [list(act.matter)]


def _with_deed(context: Context, matter: list[int]) -> list[int]:
    """A party with what it is to do or not to do, wherever the parse hangs that: "agree on Karsia not coming"."""
    tokens = context.layers.tokens
    after = max(matter) + 1
    if not all(context.agents(j) for j in matter) or after + 1 >= len(tokens):
        return matter
    deed = after + 1 if tokens[after].lower == "not" else after
    if tokens[deed].tag != "VBG" or tokens[deed].sentence != tokens[matter[0]].sentence:
        return matter
    return sorted({*matter, after, *(j for j in context.layers.subtree(deed) if j > after)})


def _strays(layers: Layers, at: int, head: int) -> list[int]:
    """Verbs that the parse joins to the cue although they go on what was asked: "called on them to leave, free the
    crews and pay". A plain form can follow no finite verb."""
    tokens = layers.tokens
    if tokens[head].tag != "VB" or tokens[at].tag == "VB":
        return []
    return [c for c in layers.children[at] if c > head and tokens[c].dep == "conj" and tokens[c].tag == "VB"]


def _noun_of(layers: Layers, act: Act) -> int:
    """The head of the matter; of "its proposals that include ..." the noun itself."""
    head = clauses.top(layers, act.matter)
    return layers.tokens[head].head if act.cue.pos == "n" and layers.tokens[head].lemma in clauses.HOLDING else head


def _provisions(layers: Layers, head: int, whole: list[int]) -> list[list[int]]:
    tokens = layers.tokens
    discussed = layers.child(head, "dobj") if tokens[head].lemma in TALKING else None
    if discussed is not None:
        return _provisions(layers, discussed, layers.subtree(discussed))
    inner = next((c for c in layers.children[head] if tokens[c].dep in ("acl", "relcl", "ccomp") and c > head), None)
    if inner is not None and tokens[inner].lemma in clauses.HOLDING:
        return _list(layers, inner)
    including = next((c for c in layers.children[head] if tokens[c].lower == "including"), None)
    if including is not None:
        return [[j for j in whole if j < including], [j for j in whole if j > including]]
    joined = [c for c in layers.subtree(head) if tokens[c].dep == "conj" and _is_joined(layers, c, head)]
    if tokens[head].lemma in words("carriers.tsv"):
        return _carried(layers, head, inner, whole)
    if joined:
        tails = [layers.subtree(c) for c in joined]
        rest = [j for j in whole if not any(j in t for t in tails)]
        further = [m for c, tail in zip(joined, tails, strict=True) for m in _provisions(layers, c, tail)]
        return [rest, *further] if len(rest) > 2 else [whole]
    return [whole]


def _is_joined(layers: Layers, i: int, head: int) -> bool:
    """Whether a conjunct is a matter beside the head: of several words, or with an article of its own. The same word
    again is one wherever the parse has it: "the deployment of ships near the cape and the deployment of missiles"."""
    tokens = layers.tokens
    if tokens[i].pos in ("ADP", "ADV", "SCONJ"):
        return False  # "at once and without conditions"
    own = len(layers.subtree(i)) > 2 or any(tokens[c].tag == "DT" for c in layers.children[i])
    return own and (tokens[i].head == head or (i != head and tokens[i].lemma == tokens[head].lemma))


def _carried(layers: Layers, head: int, inner: int | None, whole: list[int]) -> list[list[int]]:
    """A guarantee, and what is to be guaranteed: two matters if the form of the guarantee is named."""
    tokens = layers.tokens
    content: list[list[int]] = []
    if inner is not None:
        content = _provisions(layers, inner, layers.subtree(inner))
    else:
        on = next((c for c in layers.children[head] if tokens[c].dep == "prep" and tokens[c].lower != "from"), None)
        about = layers.child(on, "pobj", "pcomp") if on is not None else None
        if about is not None:
            content = _provisions(layers, about, layers.subtree(about))
    taken = {j for c in content for j in c}
    core = [j for j in whole if j not in taken and j <= head]
    if not content:
        return [whole]
    return [core, *content] if any(tokens[j].lower in FORM for j in core) else content


def _list(layers: Layers, verb: int) -> list[list[int]]:
    """What "include" lists, item by item: cut where a new item starts with a verb in -ing, "as well as", or a noun
    joined to the first. Long lists are parsed badly, so the words count more here than the tree."""
    first = layers.child(verb, "dobj")
    if first is None:
        return []
    start, end = min(layers.subtree(first)), layers.sentence_of(verb).last
    joined = {min(layers.subtree(c)) for c in layers.children[first] if layers.tokens[c].dep == "conj"}
    items: list[list[int]] = [[]]
    for j in range(start, end):
        words_ahead = [t.lower for t in layers.tokens[j : j + 3]]
        after_pause = j > start and layers.tokens[j - 1].lower in (",", ";", "and", "or", "as")
        opens = after_pause and (layers.tokens[j].tag == "VBG" or j in joined)
        if (opens or words_ahead == ["as", "well", "as"]) and len(items[-1]) > 2:
            items.append([])
        items[-1].append(j)
    fillers = {",", ";", "and", "or", "as", "well", "."}
    return [item for item in items if any(layers.tokens[j].lower not in fillers for j in item)]


def terms_of(context: Context, matter: list[int], at: int) -> tuple[str, ...]:
    """What the matter is about, in lemmas or the senses that they share with other words; each once, sorted.

    Talks are a matter only by themselves ("to negotiate the fee" is about the fee), and so is when. A package is one
    only where none of its items is named, parties where nothing else is, and verbs where no noun is: what is done
    about a thing is the stance, not the matter. Where only a party is named ("will not join the League"), it is what
    is done with it, if the verb at `at` has a sense of its own.
    A matter without any content word ("some things") is what lies on the table.
    """
    named, done, parties = _terms(context, matter)
    out = named or done
    noun = topic_noun(context, matter)
    if noun is not None and _sense(context.layers.tokens[noun]) == TALKS:
        return (TIMETABLE,) if TIMETABLE in out else (TALKS,)
    out = out - {TALKS, *PACKAGES} or out
    verb = context.layers.tokens[at].head if context.layers.tokens[at].pos == "AUX" else at
    own = _sense(context.layers.tokens[verb])
    deed = {own} if parties and own and own not in {TALKS, TIMETABLE, *PACKAGES} else set()
    return tuple(sorted(out or deed or parties or {UNNAMED}))


def telling_words(content: str, position: Position) -> str:
    """The words by whose meaning a matter is compared: the first of it, for what follows costs time and tells little;
    "" for talks and packages, whose terms say all."""
    if set(position.terms) <= {TALKS, TIMETABLE, *PACKAGES}:
        return ""
    return " ".join(content[position.matter.start : position.matter.end].split()[:TELLING])


def names_thing(context: Context, matter: list[int]) -> bool:
    """Whether a matter says what it is about, by a noun or a word with a sense of its own."""
    return bool(_terms(context, matter)[0])


def _terms(context: Context, matter: list[int]) -> tuple[set[str], set[str], set[str]]:
    """The terms of things, of what is done about them, and of parties."""
    layers = context.layers
    named: set[str] = set()
    done: set[str] = set()
    parties: set[str] = set()
    for j in _core(layers, matter):
        token = layers.tokens[j]
        sense = _sense(token)
        if sense is None and (token.pos not in CONTENT or token.lemma in words("empty.tsv")):
            continue
        if not token.lemma.replace("-", "").isalnum():
            continue
        term = sense or token.lemma.lower()
        mention = layers.mention_with(j)
        a_party = mention is not None and mention.kind == "party" and mention.how == "name"
        if a_party or context.agents(j) or (token.pos == "PROPN" and token.dep == "compound"):
            parties.add(term)
        else:
            (done if token.pos == "VERB" and term == token.lemma else named).add(term)
    return named, done, parties


def _core(layers: Layers, matter: list[int]) -> list[int]:
    """The words of a matter without its circumstances: when, after what, as what; all if nothing else is left."""
    asides: set[int] = set()
    for j in matter:
        token = layers.tokens[j]
        clause = token.dep == "advcl" or (
            token.dep == "relcl" and token.lemma not in clauses.HOLDING and layers.tokens[token.head].pos != "PRON"
        )
        beside = token.dep == "prep" and token.lower in CIRCUMSTANCES
        if (clause or beside) and token.head in matter:
            asides.update(layers.subtree(j))
        elif token.ent in ("DATE", "TIME", "CARDINAL", "ORDINAL"):
            asides.add(j)
    return [j for j in matter if j not in asides] or matter


def _sense(token: Token) -> str | None:
    """The sense under which the words of one matter meet ("expand", "enlargement"), None if the word has none."""
    senses = _senses()
    return senses.get(token.lemma) or (senses.get(f"{token.lemma}/v") if token.pos == "VERB" else None)


@lru_cache(maxsize=1)
def _senses() -> dict[str, str]:
    """Lemma -> its sense; "place/v" is the verb alone."""
    return {w: row["sense"] for row in table("senses.tsv") for w in row["words"].split()}
