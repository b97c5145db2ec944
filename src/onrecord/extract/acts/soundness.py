"""Whether a cue of the lexicon is an act where it stands, or only the word."""

from __future__ import annotations

from onrecord.extract import arguments, clauses
from onrecord.extract.acts.cue_match import JUDGING, cues_at
from onrecord.extract.acts.judging import can_be_blamed, is_asserted, is_judged_so, is_own
from onrecord.extract.acts.lexicon import Cue, words
from onrecord.extract.acts.nouns import is_told
from onrecord.extract.acts.slots import matter_of
from onrecord.extract.context import Context, first_person
from onrecord.extract.polarity import is_supposed
from onrecord.layers import Layers

HOPES = frozenset({"expect", "hope"})
PUBLISHED = frozenset(["book", "data", "detail", "document", "draft", "figure", "film", "footage", "letter", "list"])
PUBLISHED |= {"name", "plan", "poll", "report", "result", "statement", "study", "survey", "tape", "text", "transcript"}
PUBLISHED |= {"video", "ad", "advertisement", "album", "app", "commercial", "song", "website"}
SELF = ("self", "selves")
ADVICE = frozenset({"advice", "answer", "assessment", "explanation", "glimpse", "insight", "opinion", "question"})
TELLING = frozenset(
    ["answer", "comment", "detail", "estimate", "explanation", "figure", "information", "name", "number"]
)
ASSEMBLING = frozenset({"gather", "assemble", "convene", "reconvene"})
OTHERS = frozenset({"side", "party", "country", "government", "nation"})
FORBIDDEN = frozenset(
    {"continue", "go", "stand", "last", "happen", "remain", "stay", "keep", "have", "impose", "claim"}
)
FORBIDDEN |= {
    "dictate",
    "ignore",
    "deny",
    "escape",
    "expect",
    "use",
    "return",
    "hold",
    "block",
    "decide",
    "force",
    "serve",
}
FORBIDDEN |= {"deprive", "allow", "let", "tolerate", "accept", "permit", "demand", "rule", "become", "repeat"}
BINDING_ALL = frozenset({"must", "should", "need"})


def is_sound(context: Context, i: int, cue: Cue, actor: tuple[str, ...], matter: list[int]) -> bool:
    """Whether the cue is an act here: a noun or verb of speech needs what it is about, a judgement somebody else."""
    if "no" in cue.particle:
        return True
    if cue.actor == "self":
        return _refuses(context.layers, i, cue)
    if cue.actor == "voice":
        return _judges(context, i, cue, actor)
    if (
        cue.pos == "a"
        and cue.type == "SUPPORT"
        and matter
        and is_own(context, clauses.top(context.layers, matter), actor)
    ):
        return False  # "happy with our position"
    if _is_plain_doing(context, i, cue) or _is_no_stance(context, i, cue, actor):
        return False
    if cue.pos == "n":
        return is_told(context, i, cue, actor, matter)
    return bool(matter) or cue.stance in (None, "rejects", "accepts")


def _refuses(layers: Layers, i: int, cue: Cue) -> bool:
    """Whether "will not" refuses: not to know or to say, and not what has a stance of its own."""
    inner = clauses.complement(layers, i) if cue.pos == "v" else None  # "is not going to pay"
    i = i if inner is None else inner
    verb = layers.tokens[i]
    if verb.lemma == "talk" and any(t.tag in ("WP", "WDT", "WRB") for t in layers.tokens[i : i + 4]):
        return False  # "will not talk about what it would do"
    return verb.lemma not in words("unrefusing.tsv") and not any(
        _tells_stance(layers, i, c) for c in cues_at(layers, i)
    )


def _judges(context: Context, i: int, cue: Cue, actor: tuple[str, ...]) -> bool:
    """Whether the speaker judges somebody else, or lays down a duty."""
    layers = context.layers
    judged = arguments.subject(layers, i)
    inner = clauses.complement(layers, i) if cue.pos == "n" or cue.words[0] in ("have", "need") else None
    if inner is not None and layers.tokens[inner].lemma in words("unrefusing.tsv"):
        return False  # "there is no reason to believe", "people need to understand"
    if judged is None:
        return not cue.of and cue.pos != "x" and layers.tokens[i].dep != "oprd"
    if layers.tokens[judged].tag in ("WP", "WDT", "WRB"):
        return False
    if cue.type in JUDGING and cue.pos == "v" and arguments.is_passive(layers, i):
        judged = arguments.by_phrase(layers, i)  # "bullied by the navy"
        if judged is None:
            return False
    if cue.type in JUDGING and not (is_judged_so(context, judged, cue, actor) and is_asserted(layers, i, cue)):
        return False
    unable = cue.pos == "x" and cue.words[0] in ("can", "ca")
    if unable and not (_is_forbidden(layers, i) and can_be_blamed(context, judged)):
        return False
    if layers.tokens[judged].lower in ("they", "these", "those", "it", "this", "that"):
        return True  # nobody says "they" of themselves; "it" stands for what is judged
    if cue.words[0] in ("have", "need") and not _is_obliging(layers, i, judged):
        return False
    if cue.words[0] == "deserve" or (layers.tokens[judged].lower == "we" and cue.words[0] in BINDING_ALL):
        return True  # "we must keep the strait open": who says so asks it of all
    return not first_person(layers.tokens[judged]) and not set(context.agents(judged)) & set(actor)


def _is_forbidden(layers: Layers, i: int) -> bool:
    """Whether "cannot" before verb i forbids or refuses: "it cannot go on", "cannot be ignored"; most are unable."""
    verb, who = layers.tokens[i], layers.child(i, "nsubj", "nsubjpass")
    anybody = verb.dep == "relcl" or (who is not None and layers.tokens[who].lower in ("you", "one"))
    return not anybody and (verb.lemma in FORBIDDEN or layers.child(i, "auxpass") is not None)


def _is_plain_doing(context: Context, i: int, cue: Cue) -> bool:
    """Whether the object shows a plain doing: to offer advice, to gather evidence, to welcome somebody to a palace."""
    layers, patient = context.layers, arguments.patient(context.layers, i)
    if cue.words == ("welcome",) and arguments.after(layers, i, "to") is not None:
        return True
    if (
        cue.words[0] in ("allow", "permit")
        and layers.tokens[i].tag == "VBG"
        and layers.tokens[i].dep in ("advcl", "acl")
    ):
        return True  # "a pause allowing the ships to leave": what allows it is no party
    if patient is None:
        return False
    if cue.words == ("see",) and layers.child(patient, "poss") is not None:
        return True  # "did not see the minister's point"
    if cue.words == ("held",) and arguments.is_passive(layers, i):
        mention, lemma = layers.mention_headed(patient), layers.tokens[patient].lemma
        meant = mention is not None and mention.kind in ("person", "party", "unnamed")
        return not meant and lemma not in words("doers.tsv")  # "views held by Karsia"
    if cue.slot == "subj" and cue.type == "MOBILIZE":
        return True  # "the troops moved the barriers"
    token = layers.tokens[patient]
    if cue.words == ("demonstrate",):
        return True  # "demonstrated its unity"
    if token.ent == "QUANTITY" or (token.lower.endswith(SELF) and token.lower not in cue.fillers):
        return True  # "weighs ten pounds", "allowed himself to hope"
    if cue.words == ("release",) and token.lemma in PUBLISHED:
        return True
    told = (layers.tokens[c].lemma for c in layers.children[i] if layers.tokens[c].dep == "dobj")
    if cue.words[0] in ("offer", "ask") and not (ADVICE | TELLING).isdisjoint(told):
        return True  # "asked the minister just that question", "offered no figure of his own"
    gathered = cue.words[0] in ASSEMBLING and not cue.slot and layers.tokens[i].tag != "VBN"
    return gathered or _is_thing_done(context, i, cue, patient)


def _is_no_stance(context: Context, i: int, cue: Cue, actor: tuple[str, ...]) -> bool:
    """Whether what a verb refuses or asks for has no stance: "declined to comment", "asked whether"."""
    layers, inner = context.layers, clauses.complement(context.layers, i)
    if inner is None or cue.pos != "v":
        return False
    if cue.stance == "rejects":
        told = layers.child(inner, "dobj")
        silent = layers.tokens[inner].lemma in words("unrefusing.tsv")
        return silent or (told is not None and layers.tokens[told].lemma in TELLING)  # "declined to give a figure"
    if cue.stance != "demands":
        return False
    return is_supposed(layers, inner) or (cue.words[0] in HOPES and not _expected(context, inner, actor))


def _is_thing_done(context: Context, i: int, cue: Cue, patient: int) -> bool:
    """Whether a verb of stance names a plain doing: a man is questioned or welcomed, two hours are needed, a thing is
    considered something."""
    layers, word = context.layers, cue.words[0]
    if word in ("question", "welcome"):
        mention = layers.mention_headed(patient)
        named = mention is not None and mention.kind in ("person", "unnamed", "party")
        return named or layers.tokens[patient].tag == "PRP" or (word == "question" and _asks(layers, i))
    if word == "meet" and cue.type == "CONSULT" and not cue.slot:
        token = layers.tokens[patient]
        return token.pos == "NOUN" and layers.mention_headed(patient) is None and token.lemma not in words("bodies.tsv")
    if word == "consider":
        as_label = layers.tokens[i].dep == "relcl" and layers.child(i, "dobj") is not None
        return as_label or arguments.label(layers, i) is not None
    return word == "need" and layers.tokens[patient].ent in ("TIME", "DATE", "CARDINAL", "PERCENT")


def _asks(layers: Layers, i: int) -> bool:
    """Whether somebody is questioned about something, or by the police."""
    return arguments.after(layers, i, "about") is not None or arguments.by_phrase(layers, i) is not None


def _is_obliging(layers: Layers, i: int, judged: int) -> bool:
    """Whether "have to" or "need to" lays down a duty: not "the men who have to go", "you need to", "has yet to"."""
    yet = "yet" in {t.lower for t in layers.tokens[i : i + 2]} | {layers.tokens[c].lower for c in layers.children[i]}
    return layers.tokens[i].dep != "relcl" and layers.tokens[judged].lower not in ("you", "one") and not yet


def _tells_stance(layers: Layers, i: int, cue: Cue) -> bool:
    """Whether the refused verb has a stance of its own: "will not discuss the fee", but not "will not negotiate"."""
    if cue.actor == "voice" and cue.type == "ACCUSE":
        return False  # "we will not be bullied"
    return cue.stance is not None and (cue.stance in ("rejects", "accepts") or bool(matter_of(layers, i, cue)))


def _expected(context: Context, inner: int, actor: tuple[str, ...]) -> bool:
    """Whether somebody else is expected to do something: the rest are forecasts."""
    who = arguments.subject(context.layers, inner)
    if who is not None and context.layers.tokens[who].lemma in OTHERS:
        return True  # "hopes that all sides will talk"
    expected = context.agents(who) if who is not None else ()
    return bool(expected) and not set(expected) & set(actor)
