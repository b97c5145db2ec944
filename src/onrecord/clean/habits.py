"""Habits of writing that tell a reader from a reporter, each with its weight.

Weights are log-odds for a line to be a reader's comment (positive) or a reporter's (negative), fitted
on lines of either by `benchmarks/comments.py`. They look at a line without what stands in quotation
marks there: whom an article quotes may speak as he likes.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from typing import Literal

from onrecord.clean.lines import DATE, STAMP_WORDS
from onrecord.clean.transcript import LABEL, NAMED

QUOTED = re.compile(r"“[^”]*(?:”|$)|\"[^\"]*(?:\"|$)|«[^»]*»")
WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")

SAYS = re.compile(
    r"""^.{0,60}\b(?:says|said|wrote|writes|replied|commented)\s*(?:on\b.{0,40})?(?:[:,]|\.\.\.|…)?$
    | ^(?:posted|written|comment(?:ed)?|submitted|reply)\s+(?:by|to|from)\b.{0,90}$ | ^(?:in\s)?reply\sto\b.{0,60}$""",
    re.I | re.X,
)
AGO = re.compile(r"\b\d+\s(?:second|minute|min|hour|day|week|month|year)s?\sago\b", re.I)
SENTENCE_END = re.compile(r"(?:[?!”\"]|(?<![ap]m)(?<![ap]\.m)\.)$", re.I)
STAMPED = re.compile(rf"^\W*(?:{DATE.pattern})\W+(?:at\s)?\d{{1,2}}[:.]\d\d(?:\s?[ap]\.?m\.?)?\s?\|", re.I | re.X)
"""A stamp with which a comment begins or ends, run together with the next: "3 May 2024 10:20 | Reply That ..."."""
LONGEST_SIGNATURE = 110

BIAS = -1.2
TRAITS = {"length": -0.8, "brief": 0.7, "names": -2.1, "no full stop": 1.7}
"""Weights of: the logarithm of the number of words, at most six of them, the share of capitalised ones, a
long line that just ends."""

LONGEST = 4000  # characters that are looked at: more tells nothing more

REPEATS = 2.0  # set by hand: only readers quote a whole paragraph of the article

HABITS: tuple[tuple[str, float, re.Pattern[str]], ...] = tuple(
    (name, weight, re.compile(pattern, re.X | flags))
    for name, weight, flags, pattern in (
        ("I", 2.5, 0, r"\bI\b | \b(?:my|me|myself|mine)\b"),
        ("you", 1.6, re.I, r"\b(?:you|your|yours|yourself|ur)\b | \bu\b(?![.-])"),  # not "U.S."
        ("we", 1.2, 0, r"\b(?:we|us|our)\b"),
        ("exclaims", 1.9, 0, r"!"),
        ("asks", 0.9, 0, r"\?"),
        ("trails off", 1.4, 0, r"\.\. | …"),
        ("address", 1.4, 0, r"https?:// | \bwww\."),
        ("small start", 0.2, 0, r"^\W*[a-z]"),
        (
            "contracts", 0.4, re.I,
            r"\b\w+n['’]t\b | \b(?:it|that|there|he|she|they|you|we|who|what|let|here)['’](?:s|re|ll|d|ve)\b",
        ),
        (
            "careless", 1.0, re.I,
            r"""\b(?:dont|cant|wont|isnt|didnt|doesnt|im|ive|thats|whats|youre|alot|gonna|wanna|gotta|ppl|pls|thx
            |cos|cuz)\b""",
        ),
        (
            "makes faces", 1.4, re.I,
            r"[:;]-?[)(DPp] | <3 | \bx+o*x*\b$ | \b(?:lol|lmao|haha+|omg|wtf|imo|imho|btw|smh|rofl)\b",
        ),
        (
            "interjects", 1.5, re.I,
            r"""^\W*(?:yes|yeah|yep|yup|no|nope|well|wow|oh|ah|hey|hi|hello|ok|okay|sorry|amen|exactly|agreed?|true
            |right|correct|indeed|thanks?|great|good|nice|excellent|awesome|love(?:ly)?|congrat\w*|brilliant|sure
            |please|lol)\b""",
        ),
        (
            "opines", 0.9, re.I,
            r"""\b(?:i\s+(?:think|guess|believe|hope|doubt|agree|wonder)|of\s+course|obviously|clearly|frankly
            |honestly|seriously|really|actually|basically|apparently|sounds\s+like|looks\s+like|in\s+my\s+opinion
            |should|must|ought|shame)\b""",
        ),
        (
            "absolute", 0.4, re.I,
            r"""\b(?:always|never|ever|everyone|everybody|no\s?one|nobody|anyone|anybody|nothing|anything
            |everything|totally)\b""",
        ),
        (
            "insults", 0.6, re.I,
            r"""\b(?:stupid|idiots?|idiotic|morons?|fools?|foolish|liars?|lies|lying|clowns?|criminals?|crooks?
            |corrupt|evil|insane|crazy|hypocri\w+|propaganda|puppets?|bullies|bully|brainwash\w*|nonsense|garbage
            |rubbish|crap|bs|damn|hell|shit\w*|ass)\b""",
        ),
        (
            "reports", -1.5, 0,
            r"""\b(?:said|told|says|added|announced|according\s+to|reported|stated|confirmed|reiterated|stressed
            |noted|warned|urged|insisted|declared|argued|explained|spokes(?:man|woman|person)|officials?|quoted
            |statement|interview|reporters)\b""",
        ),
        (
            "names a day", -1.0, 0,
            r"""\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b | \b(?:January|February|March|April|June|July|August
            |September|October|November|December)\b | \b(?:Jan|Feb|Aug|Sept|Oct|Nov|Dec)\.""",
        ),
        (
            "gives titles", -1.6, 0,
            r"""\b(?:President|Minister|Secretary|Chancellor|Ambassador|General|Gov|Sen|Rep|Mr|Mrs|Ms|Dr
            |Prof(?:essor)?|Director|Chairman|Chief|Foreign|Prime|Senator|Governor|Judge|Commissioner)\b""",
        ),
        ("labels a speaker", -1.2, 0, rf"{LABEL.pattern} | {NAMED.pattern}"),
        (
            "gives figures", -0.2, re.I,
            r"\b\d+(?:[.,]\d+)*\s*(?:percent|per\s+cent|%|million|billion|people|years|troops) | [$€£]\d",
        ),
    )
)  # fmt: skip


def signature(line: str) -> Literal["dated", "named"] | None:
    """How a line signs a comment: with a time ("Ann, 3 May 2024 10:20", "3 hours ago"), a name, or not."""
    line = " ".join(line.split())
    if STAMPED.match(line):
        return "dated"
    if len(line) > LONGEST_SIGNATURE:
        return None
    if (DATE.search(line) or AGO.search(line)) and not SENTENCE_END.search(line):
        rest = WORD.findall(STAMP_WORDS.sub(" ", DATE.sub(" ", line)))
        if len(rest) <= 6:
            return "dated"
    return "named" if SAYS.match(line) else None


def features(line: str) -> Iterator[tuple[str, float]]:
    """The habits that show in a line by name, each 1.0, and its traits."""
    line = " ".join(line[:LONGEST].split())
    spoken = LABEL.match(line)  # "MINISTER: I ..." is speech as well
    own = line[: spoken.end()] if spoken else QUOTED.sub(" ", line)
    yield from ((name, 1.0) for name, _, habit in HABITS if habit.search(own))
    size = len(WORD.findall(line))
    yield "length", math.log(size + 1) - 3.5
    if size <= 6:
        yield "brief", 1.0
    elif size >= 8 and line[-1:].isalnum():
        yield "no full stop", 1.0
    words = WORD.findall(own)
    yield "names", min(0.5, sum(w[0].isupper() for w in words[1:]) / (len(words) + 1))


WEIGHTS = {**TRAITS, **{name: weight for name, weight, _ in HABITS}}
MUTE = frozenset({"address", "small start", "contracts", "absolute"})  # lists and reporters have these too
VOICE = frozenset(name for name, weight, _ in HABITS if weight > 0) - MUTE


def score(line: str, *, repeats: bool = False) -> float:
    """Log-odds that a reader wrote the line and not the article's author.

    A line in which nobody is heard, however short and careless ("Injured: 40"), leaves it open at most.
    """
    if repeats:
        return REPEATS
    found = dict(features(line))
    odds = BIAS + sum(WEIGHTS[name] * value for name, value in found.items())
    return odds if VOICE & found.keys() else min(odds, 0.0)
