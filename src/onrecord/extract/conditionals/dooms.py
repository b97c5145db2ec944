"""What is told to befall another, or to be left open, without a condition: "they will pay for this", "there will be
consequences", "will not go unpunished", "all options are on the table"."""

from __future__ import annotations

from onrecord.extract import arguments
from onrecord.extract.conditionals.consequences import COSTS
from onrecord.extract.context import Context, first_person
from onrecord.extract.polarity import polarity
from onrecord.extract.voice import Voice, parties_at
from onrecord.layers import Layers

SUFFERED = frozenset({"pay", "suffer", "face", "bear", "regret", "reap"})
ANSWERS = frozenset({"consequence", "reprisal", "retaliation", "repercussion", "bloodshed", "retribution", "hell"})
UNAVENGED = frozenset({"unpunished", "unanswered", "unavenged"})
OPTIONS = frozenset({"option", "force", "action", "strike", "intervention"})


def dooms(context: Context, i: int, heard: Voice) -> bool:
    """Whether at verb i whoever is heard tells that another will suffer, or keeps force open."""
    layers = context.layers
    if heard.party is None or polarity(layers, i).supposed:
        return False
    if is_open_option(layers, i):
        return True
    said = polarity(layers, i)
    if said.mood != "planned":
        return False
    if said.negated:
        return layers.tokens[i].lemma == "go" and bool(_words_of(layers, i) & UNAVENGED)
    return _is_due(context, i, heard) or _is_answer(layers, i)


def is_open_option(layers: Layers, i: int) -> bool:
    """Whether verb i says that force may be used: "all options are on the table", "force remains an option"."""
    subject = layers.child(i, "nsubj")
    if layers.tokens[i].lemma not in ("be", "remain", "stay") or subject is None:
        return False
    kept = arguments.after(layers, i, "on")
    attribute = layers.child(i, "attr")
    open_ = (kept is not None and layers.tokens[kept].lemma == "table") or (
        attribute is not None and layers.tokens[attribute].lemma == "option"
    )
    return open_ and not polarity(layers, i).negated and bool({layers.tokens[subject].lemma} & OPTIONS)


def _is_due(context: Context, i: int, heard: Voice) -> bool:
    """Whether verb i tells what somebody else will have to pay: "will pay for this", "will suffer the consequences"."""
    layers, subject = context.layers, arguments.subject(context.layers, i)
    if layers.tokens[i].lemma not in SUFFERED or subject is None:
        return False
    own = first_person(layers.tokens[subject]) or heard.party in parties_at(context, subject)
    dear = layers.tokens[i].lemma == "regret" or not COSTS.isdisjoint(_words_of(layers, i))
    paid = layers.tokens[i].lemma == "pay" and layers.child(i, "dobj") is None
    return not own and (dear or (paid and arguments.after(layers, i, "for") is not None))


def _is_answer(layers: Layers, i: int) -> bool:
    there, attribute = layers.child(i, "expl"), layers.child(i, "attr", "dobj")
    return there is not None and attribute is not None and layers.tokens[attribute].lemma in ANSWERS


def _words_of(layers: Layers, i: int) -> set[str]:
    return {layers.tokens[j].lemma.lower() for j in layers.subtree(i)}
