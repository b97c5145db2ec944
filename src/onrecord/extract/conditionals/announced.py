"""What a party says it will do, without a word of threat or promise and without a condition: "we will impose new
tolls", "said it may extend the blockade", "said it would free the crew"."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.extract import arguments, clauses
from onrecord.extract.acts.lexicon import words
from onrecord.extract.conditionals.candidates import Candidate
from onrecord.extract.conditionals.consequences import CARRYING, kind_of
from onrecord.extract.conditionals.dooms import dooms
from onrecord.extract.conditionals.kinds import way_to_deed
from onrecord.extract.conditionals.tellers import foresees, teller
from onrecord.extract.context import Context, first_person
from onrecord.extract.polarity import WILL, polarity
from onrecord.extract.voice import Voice, owners, parties_at, voice
from onrecord.layers import Layers, Sentence

HARMING = frozenset(["retaliate", "punish", "sanction", "strike", "attack", "bomb", "invade", "expel", "blockade"])
HARMING |= {"barricade", "besiege", "bombard", "confiscate", "deport", "evict", "prosecute", "resist", "veto", "avenge"}
HARMING |= {"crush", "annihilate", "obliterate", "topple", "overthrow", "raid", "shell", "sink", "shoot", "expropriate"}
HARMING |= {"nationalise", "nationalize", "boycott", "sue", "interdict", "intercept", "sever", "annex", "quash"}
HARMING |= {
    "confront",
    "destroy",
    "kill",
    "eliminate",
    "arrest",
    "execute",
    "hang",
    "jail",
    "storm",
    "revoke",
    "withhold",
}
HARMING |= {"suspend", "sabotage", "paralyse", "paralyze", "disrupt", "intervene", "quit"}
TAKING = frozenset({"take", "seek", "adopt", "introduce", "impose", "slap", "launch", "levy", "extend", "expand"})
TAKING |= {"tighten", "widen", "intensify", "pursue", "apply", "use"}
MEASURES = frozenset(["countermeasure", "embargo", "penalty", "reprisal", "restriction", "retaliation", "sanction"])
MEASURES |= {"tariff", "duty", "levy", "offensive", "attack", "strike", "blockade", "quarantine", "boycott", "curfew"}
MEASURES |= {"revenge", "force"}
STERN = frozenset(
    {"military", "retaliatory", "tough", "drastic", "decisive", "punitive", "harsh", "legal", "industrial"}
)
STERN |= {"counter", "countervailing", "coercive", "necessary", "disciplinary", "resolute", "unilateral"}
STEPS = frozenset({"measure", "action", "step", "means"})
SENDING = frozenset({"send", "deploy", "move", "dispatch", "order", "mass", "mobilise", "mobilize"})
FORCES = frozenset({"troop", "force", "army", "tank", "warship", "soldier", "jet", "bomber", "missile", "battalion"})
FORCES |= {"commando", "paratrooper", "warplane", "submarine", "artillery", "fighter"}
BEARING = frozenset({"tolerate", "stand", "sit"})
IDLE = frozenset({"by", "idly", "idle"})
STAYING = frozenset({"remain", "stay", "continue", "keep"})
FINITE = frozenset({"VBD", "VBZ", "VBP"})
MAYBE = frozenset({"may", "might", "could"})
ANAPHORS = frozenset({"it", "they", "he", "she"})
SEEKING = frozenset({"seek", "run", "stand", "contest"})
OFFICE = frozenset({"election", "reelection", "re-election", "office", "term", "presidency", "president", "again"})
YIELDING = frozenset({"resign", "relinquish", "cede", "abdicate"})
DOWN = frozenset({"down", "aside"})
SOLEMN = frozenset({"announce", "declare"})
LEADERS = frozenset({"president", "premier", "chancellor", "king", "queen", "emperor"})


def announced(context: Context, sentence: Sentence) -> Iterator[Candidate]:
    """What parties announce in one sentence as their own deed to come that harms or helps another."""
    for token in context.layers.tokens_of(sentence):
        if token.pos not in ("VERB", "AUX"):
            continue
        heard = teller(context, token.i)
        if dooms(context, token.i, heard) and not foresees(context.layers, heard):
            speaker = (heard.party,) if heard.party else ()
            yield Candidate(token.i, _deed(context.layers, token.i), (), speaker, "threat")
            continue
        harms = _harms(context.layers, token.i)
        if (harms or helps(context.layers, token.i)) and (who := announcing(context, token.i)):
            yield Candidate(token.i, _deed(context.layers, token.i), (), who, "threat" if harms else "promise")
        elif not harms and _is_announced(context, token.i) and (who := announcing(context, token.i)):
            yield Candidate(token.i, _deed(context.layers, token.i), (), who, "promise")


def _deed(layers: Layers, i: int) -> tuple[int, ...]:
    """The clause of verb i with what is to come beside it, without what is told next: "will leave, but vowed to"."""
    told = (c for c in layers.children[i] if layers.tokens[c].dep == "conj" and layers.tokens[c].tag in FINITE)
    return tuple(clauses.clause(layers, i, frozenset(told), joined=True))


def _is_announced(context: Context, i: int) -> bool:
    """Whether verb i is what is solemnly said to come, or not to come: "announced that he would not join them"; or that
    one leaves an office or will not seek it."""
    layers, verb = context.layers, voice(context, i).verb
    near = {layers.tokens[c].lower for c in layers.children[i] if layers.tokens[c].dep == "aux"}
    solemn = verb is not None and layers.tokens[verb].lemma in SOLEMN and layers.tokens[i].head == verb
    return (
        (solemn or _leaves_office(layers, i))
        and bool(near & WILL)
        and "have" not in near
        and not polarity(layers, i).supposed
    )


def _leaves_office(layers: Layers, i: int) -> bool:
    near = {layers.tokens[j].lower for j in layers.subtree(i)}
    lemma, said = layers.tokens[i].lemma, polarity(layers, i)
    seeks = lemma in SEEKING and said.negated and bool(near & OFFICE)
    return seeks or (not said.negated and (lemma in YIELDING or (lemma == "step" and bool(near & DOWN))))


def _is_ahead(layers: Layers, i: int, auxiliaries: frozenset[str]) -> bool:
    """Whether verb i is said to be to come, by one of the auxiliaries: not "would have", not "if it will"."""
    near = [layers.tokens[c] for c in layers.children[i]]
    if not any(t.dep == "aux" and t.lower in auxiliaries for t in near) or any(t.lower == "have" for t in near):
        return False
    said = polarity(layers, i)
    return not said.negated and not said.supposed


def _harms(layers: Layers, i: int) -> bool:
    """Whether verb i is to come and hurts, or puts up with nothing: "will strike", "will take tough measures", "will
    not hesitate to use force", "will not stand idly by"."""
    lemma, deed = layers.tokens[i].lemma, way_to_deed(layers, i)[-1]
    if lemma == "hesitate":
        return deed != i and polarity(layers, i).negated and polarity(layers, i).mood == "planned"
    if lemma in BEARING:
        idle = lemma == "tolerate" or bool(IDLE & {layers.tokens[c].lower for c in layers.children[i]})
        said = polarity(layers, i)
        return idle and said.negated and said.mood == "planned" and not said.supposed
    told = lemma in TAKING | SENDING or _fights_on(layers, i)
    hurts = lemma in HARMING and kind_of(layers, i) in ("threat", None)  # not "suspend its raids"
    return (told or hurts) and _is_harmful(layers, i)


def _fights_on(layers: Layers, i: int) -> bool:
    return layers.tokens[i].lemma in CARRYING and kind_of(layers, i) == "threat"


def _is_harmful(layers: Layers, i: int) -> bool:
    lemma, patient = layers.tokens[i].lemma, layers.child(i, "dobj")
    told = layers.tokens[patient].lemma if patient is not None else ""
    stern = patient is not None and any(layers.tokens[c].lemma in STERN for c in layers.children[patient])
    measured = told in MEASURES or (told in STEPS and stern)
    into = arguments.after(layers, i, "into")
    seized = into is not None and layers.tokens[into].lemma == "hand"  # "take matters into its own hands"
    if lemma in HARMING and told in MEASURES:
        return False  # "strike a blow", not "attack the tariffs"
    harm = lemma in HARMING or (lemma in TAKING and (measured or seized)) or (lemma in SENDING and told in FORCES)
    return (harm or _fights_on(layers, i)) and _is_ahead(layers, i, WILL | MAYBE)


def helps(layers: Layers, i: int) -> bool:
    """Whether verb i is to come and eases, helps or keeps to a course: "would free the crew", "would stay neutral"."""
    if not _is_ahead(layers, i, WILL) or _fights_on(layers, i):
        return False
    return layers.tokens[i].lemma in STAYING or kind_of(layers, i) == "promise"


def announcing(context: Context, i: int) -> tuple[str, ...]:
    """The party that speaks of itself here; () if nobody does."""
    layers, subject, heard = context.layers, arguments.subject(context.layers, i), teller(context, i)
    if subject is None or heard.party is None or foresees(layers, heard):
        return ()
    if arguments.is_passive(layers, i):  # "said its ban would be lifted", not "its people would be freed"
        policy = layers.tokens[subject].lemma in words("policies.tsv") and arguments.by_phrase(layers, i) is None
        return (heard.party,) if policy and heard.party in owners(context, subject) else ()
    if is_own(context, subject, heard):
        return (heard.party,)
    return parties_at(context, subject)[:1] if _leads(context, heard) else ()


def is_own(context: Context, subject: int, heard: Voice) -> bool:
    """Whether a subject is the speaker's own side: "we" in a quotation, or the party that is heard."""
    own = first_person(context.layers.tokens[subject]) and heard.quote is not None
    return own or heard.party in parties_at(context, subject) or is_anaphor(context.layers, subject)


def is_anaphor(layers: Layers, subject: int) -> bool:
    """Whether the subject of what is reported is a pronoun that nobody else is found for: "said it would stay"."""
    return layers.tokens[subject].lower in ANAPHORS and layers.mention_with(subject) is None


def _leads(context: Context, heard: Voice) -> bool:
    """Whether the speaker is a state's leader, of which state the article takes for known: "President Vask said"."""
    person = context.layers.person_by_key.get(heard.ref or "")
    titles = person.roles if person is not None and person.party is None else ()
    return any(role.title.lower().split()[-1:] and role.title.lower().split()[-1] in LEADERS for role in titles)
