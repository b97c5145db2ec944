"""What a position is about: one demand with several provisions is several matters."""

from __future__ import annotations

from onrecord.extract import arguments, clauses
from onrecord.extract.acts.find import Act
from onrecord.extract.acts.lexicon import words
from onrecord.extract.context import Context
from onrecord.extract.positions.topics import EMPTYING
from onrecord.layers import Layers

DISCUSSING = frozenset({"discuss", "negotiate", "debate"})
WEIGHT = frozenset({"importance", "significance", "need", "necessity", "urgency"})  # that is laid on a matter
SETTLEMENTS = frozenset({"accord", "agreement", "compromise", "deal", "pact", "settlement", "solution", "treaty"})
SIDES = frozenset({"from", "with", "between", "among"})  # behind them stands who gives a pledge, or makes a deal
FORM = frozenset({"legal", "legally", "binding", "written", "signed", "long-term", "ironclad", "formal", "significant"})


def matters(context: Context, act: Act) -> list[list[int]]:
    """The matters of an act as token indices, the whole first if it is not split."""
    layers = context.layers
    if not act.matter:
        return []
    if act.cue.words == ("see",) and act.cue.stance == "questions":
        return [list(act.matter)]  # one doubt, however many clauses it has
    if (told := _told(layers, act)) is not None:
        return _provisions(layers, told, layers.subtree(told))
    head = _noun_of(layers, act)
    out = _provisions(layers, head, _with_rest(layers, act.at, _with_deed(context, list(act.matter))))
    for j in _strays(layers, act.at, head):
        out += _provisions(layers, j, layers.subtree(j))
    return [m for m in out if m] or [list(act.matter)]


def _told(layers: Layers, act: Act) -> int | None:
    """What "what" is said to be, by its head: of "what they need is a truce" the truce; None where nothing is said."""
    if [layers.tokens[j].lower for j in act.matter] != ["what"]:
        return None
    verb = layers.tokens[act.predicate]
    told = layers.child(verb.head, "attr", "xcomp", "ccomp") if verb.dep in ("csubj", "nsubj") else None
    return told if told is not None and told > verb.head and layers.tokens[verb.head].lemma == "be" else None


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


def _with_rest(layers: Layers, at: int, matter: list[int]) -> list[int]:
    """A noun that says nothing alone with what the parse hangs on the cue instead: "demand an end to the patrols"."""
    after = max(matter) + 1
    if after >= len(layers.tokens) or layers.tokens[after - 1].lemma not in EMPTYING:
        return matter
    token = layers.tokens[after]
    return [*matter, *layers.subtree(after)] if token.dep == "prep" and token.head == at else matter


def _strays(layers: Layers, at: int, head: int) -> list[int]:
    """Verbs that the parse joins to the cue although they go on what was asked: "called on them to leave, free the
    crews and pay". A plain form can follow no finite verb."""
    tokens = layers.tokens
    if tokens[head].tag != "VB" or tokens[at].tag == "VB":
        return []
    joined = (c for c in layers.children[at] if c > head and tokens[c].dep == "conj" and tokens[c].tag == "VB")
    return [c for c in joined if layers.child(c, "nsubj") is None]


def _noun_of(layers: Layers, act: Act) -> int:
    """The head of the matter; of "its proposals that include ..." the noun itself."""
    head = clauses.top(layers, act.matter)
    return layers.tokens[head].head if act.cue.pos == "n" and layers.tokens[head].lemma in clauses.HOLDING else head


def _provisions(layers: Layers, head: int, whole: list[int]) -> list[list[int]]:
    tokens = layers.tokens
    beneath = layers.child(head, "dobj") if tokens[head].lemma in DISCUSSING else None
    if tokens[head].lemma in WEIGHT:
        beneath = arguments.after(layers, head, "of", "for", "to")
    if beneath is not None:
        return _provisions(layers, beneath, layers.subtree(beneath))
    inner = next((c for c in layers.children[head] if tokens[c].dep in ("acl", "relcl", "ccomp") and c > head), None)
    if inner is not None and tokens[inner].lemma in clauses.HOLDING:
        return _list(layers, inner)
    if inner is not None and tokens[head].lemma in SETTLEMENTS and (items := _laid_down(layers, inner, whole)):
        return items
    including = next((c for c in layers.children[head] if tokens[c].lower == "including"), None)
    if including is not None:
        return [[j for j in whole if j < including], [j for j in whole if j > including]]
    joined = [c for c in layers.subtree(head) if tokens[c].dep == "conj" and _is_joined(layers, c, head)]
    joined = [c for c in joined if c in whole or layers.child(c, "nsubj", "nsubjpass") is None]
    if tokens[head].lemma in words("carriers.tsv"):
        return _carried(layers, head, inner if inner is not None and _is_content(layers, inner) else None, whole)
    if joined:
        tails = [layers.subtree(c) for c in joined]
        rest = [j for j in whole if not any(j in t for t in tails)]
        further = [m for c, tail in zip(joined, tails, strict=True) for m in _provisions(layers, c, tail)]
        return [rest, *further] if len(rest) > 2 else [whole]
    return [whole]


def _laid_down(layers: Layers, verb: int, whole: list[int]) -> list[list[int]]:
    """What a deal is to lay down, verb by verb: "an accord that opens the port and sends disputes to a court". A finite
    verb goes on the first of its kind, wherever the parse joins it."""
    tokens = layers.tokens
    further = [c for c in layers.subtree(verb) if tokens[c].dep == "conj" and tokens[c].tag == tokens[verb].tag]
    further = [c for c in further if c > verb and tokens[c].tag in ("VBZ", "VBP", "MD")]
    if not further:
        return []
    tails = [layers.subtree(c) for c in further]
    return [[j for j in whole if not any(j in t for t in tails)], *tails]


def _is_joined(layers: Layers, i: int, head: int) -> bool:
    """Whether a conjunct is a matter beside the head: of several words, or with an article of its own. The same word
    again is one wherever the parse has it: "the deployment of ships near the cape and the deployment of missiles"."""
    tokens = layers.tokens
    if tokens[i].pos in ("ADP", "ADV", "SCONJ") or any(tokens[c].lower == "else" for c in layers.children[i]):
        return False  # "at once and without conditions", "or else we leave"
    own = len(layers.subtree(i)) > 2 or any(tokens[c].tag == "DT" for c in layers.children[i])
    return own and (tokens[i].head == head or (i != head and tokens[i].lemma == tokens[head].lemma))


def _is_content(layers: Layers, i: int) -> bool:
    """Whether a clause below a noun says what it holds: "a demand to leave", "a pledge that nobody joins"; not what
    is done with it: "demands that it makes", "drafts presented by Karsia"."""
    tokens = layers.tokens
    if tokens[i].dep == "relcl":
        return tokens[min(layers.subtree(i))].tag == "IN"
    return tokens[i].dep == "ccomp" or tokens[i].tag != "VBN"


def _carried(layers: Layers, head: int, inner: int | None, whole: list[int]) -> list[list[int]]:
    """A guarantee, and what is to be guaranteed: two matters if the form of the guarantee is named."""
    tokens = layers.tokens
    content: list[list[int]] = []
    if inner is not None:
        content = _provisions(layers, inner, layers.subtree(inner))
    else:
        on = next((c for c in layers.children[head] if tokens[c].dep == "prep" and tokens[c].lower not in SIDES), None)
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
