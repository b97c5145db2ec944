"""Coming to talks as an act: who says that they will be there ("its delegation would travel to Tolm for the talks")."""

from __future__ import annotations

from onrecord.extract import arguments, clauses
from onrecord.extract.acts.find import Act
from onrecord.extract.acts.lexicon import Cue, words
from onrecord.extract.context import Context
from onrecord.extract.polarity import polarity
from onrecord.extract.voice import parties_at, voice

COMING = Cue(("come",), "v", frozenset(), "", frozenset(), "AGREE", None, "", (), (), None)
GOING = frozenset({"travel", "come", "go", "fly", "return", "attend", "arrive", "be", "join"})
ENVOYS = frozenset({"delegation", "team", "negotiator", "envoy", "representative", "delegate", "diplomat"})
SETTLED = frozenset({"agree", "plan", "schedule", "arrange", "promise"})


def find_attendances(context: Context) -> tuple[Act, ...]:
    """Who is said to be coming to talks, or not to: the verb lies ahead, and talks, an agreement or envoys show for
    what they come."""
    tokens = (t for s in context.sentences() for t in context.layers.tokens_of(s))
    found = (_attendance(context, t.i) for t in tokens if t.lemma in GOING and t.pos in ("VERB", "AUX"))
    return tuple(act for act in found if act is not None)


def _attendance(context: Context, i: int) -> Act | None:
    layers, said = context.layers, polarity(context.layers, i)
    who = arguments.agent(layers, i)
    if said.mood != "planned" or said.supposed or who is None or not _is_to_talks(context, i, who):
        return None
    heard = voice(context, i)
    actor = parties_at(context, who) or ((heard.party,) if heard.party else ())
    if not actor:
        return None
    return Act(
        cue=COMING,
        at=i,
        predicate=i,
        actor=actor,
        who=who,
        recipient=(),
        matter=(),
        clause=clauses.span_of(layers, clauses.clause(layers, i)),
        voice=heard,
        polarity=said,
    )


def _is_to_talks(context: Context, i: int, who: int) -> bool:
    layers = context.layers
    goals = [arguments.after(layers, i, "for"), arguments.after(layers, i, "to"), layers.child(i, "dobj")]
    goals.append(_behind_place(context, i))
    if (
        any(j is not None and layers.tokens[j].lemma in words("talks.tsv") for j in goals)
        and layers.tokens[i].lemma != "be"
    ):
        return True
    if any(layers.tokens[c].dep == "advcl" and layers.tokens[c].lemma in SETTLED for c in layers.children[i]):
        return True
    there = arguments.after(layers, i, "in", "to", "at") is not None
    return there and layers.tokens[who].lemma in ENVOYS and _is_dated(context, i)


def _behind_place(context: Context, i: int) -> int | None:
    """Of "travel to Tolm for the talks" the talks, which the parse may hang on the place."""
    place = arguments.after(context.layers, i, "to", "in")
    return arguments.after(context.layers, place, "for") if place is not None else None


def _is_dated(context: Context, i: int) -> bool:
    return context.timex_in(clauses.span_of(context.layers, clauses.clause(context.layers, i))) is not None
