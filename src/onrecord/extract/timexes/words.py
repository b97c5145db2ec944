"""The words of time in English, as tables."""

from __future__ import annotations


def word_set(text: str) -> frozenset[str]:
    """The words of a list written with blanks."""
    return frozenset(text.split())


MONTHS = {
    name: n
    for n, names in enumerate(
        (
            ("january", "jan"),
            ("february", "feb"),
            ("march", "mar"),
            ("april", "apr"),
            ("may",),
            ("june", "jun"),
            ("july", "jul"),
            ("august", "aug"),
            ("september", "sept", "sep"),
            ("october", "oct"),
            ("november", "nov"),
            ("december", "dec"),
        ),
        start=1,
    )
    for name in names
}
SHORT_MONTHS = frozenset(m for m in MONTHS if len(m) <= 4 and m not in ("may", "june", "july"))
DOUBTFUL_MONTHS = frozenset({"may", "march"})  # also common words
NAME_MONTHS = frozenset({"april", "june", "august", "may"})  # also given names

WEEKDAYS = {
    name: n
    for n, names in enumerate(
        (
            ("monday", "mon"),
            ("tuesday", "tue", "tues"),
            ("wednesday", "wed"),
            ("thursday", "thu", "thur", "thurs"),
            ("friday", "fri"),
            ("saturday", "sat"),
            ("sunday", "sun"),
        ),
        start=1,
    )
    for name in names
}
FULL_WEEKDAYS = frozenset(d for d in WEEKDAYS if d.endswith("day"))
WEEKDAY_PLURALS = {d + "s": n for d, n in WEEKDAYS.items() if d.endswith("day")}
NAMED_DAY_BEFORE = frozenset({"black", "bloody", "super", "good", "ash", "palm", "holy", "cyber", "maundy"})
PAPER_AFTER = frozenset(
    {"times", "telegraph", "mirror", "herald", "express", "mail", "post", "school", "tribune", "sun"}
)

NEWSPAPER_AFTER = word_set("said says reported reports quoted quotes wrote writes newspaper newspapers paper cited")

UNITS = {
    "second": "TS", "seconds": "TS", "minute": "TM", "minutes": "TM", "hour": "TH", "hours": "TH",
    "day": "D", "days": "D", "week": "W", "weeks": "W", "fortnight": "2W", "month": "M", "months": "M",
    "quarter": "Q", "quarters": "Q", "year": "Y", "years": "Y", "yr": "Y", "yrs": "Y", "hrs": "TH", "mins": "TM",
    "decade": "E", "decades": "E", "century": "C", "centuries": "C", "weekend": "WE", "weekends": "WE",
    "night": "N", "nights": "N", "millennium": "L", "millennia": "L",
}  # fmt: skip
PLURAL_UNITS = word_set("seconds minutes hours days weeks months quarters years decades centuries weekends hrs mins")
LONE_PLURALS = word_set("minutes hours days weeks months quarters years decades centuries")
UNIT_ADJECTIVES = word_set(
    "full whole entire straight consecutive successive long more additional extra trading business working calendar "
    "further solid lengthy short crucial difficult critical"
)

SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
PARTS_OF_DAY = {
    "morning": "TMO", "afternoon": "TAF", "evening": "TEV", "night": "TNI", "midday": "T12:00", "noon": "T12:00",
    "midnight": "T24:00", "lunchtime": "TMI", "dawn": "TMO", "dusk": "TEV",
}  # fmt: skip
LONE_TIMES = {"noon": "T12:00", "midday": "T12:00", "midnight": "T24:00"}
ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16,
    "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "thirtieth": 30,
}  # fmt: skip
SMALL = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
    "eighteen": 18, "nineteen": 19,
}  # fmt: skip
TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
SCALES = {"hundred": 100, "thousand": 1000, "dozen": 12}
VAGUE_COUNTS = frozenset({"several", "few", "some", "many", "dozens", "hundreds", "thousands", "scores", "numerous"})
DECADES = {
    "twenties": 2, "thirties": 3, "forties": 4, "fifties": 5, "sixties": 6, "seventies": 7, "eighties": 8,
    "nineties": 9,
}  # fmt: skip

# how an expression is qualified: TIMEX3 mod
PARTS = {
    "early": "START", "earlier": None, "late": "END", "later": None, "mid": "MID", "beginning": "START",
    "start": "START", "end": "END", "middle": "MID", "rest": None, "remainder": None, "close": "END", "midst": "MID",
    "turn": "START", "sometime": None, "outset": "START", "course": None, "eve": None,
}  # fmt: skip
DEGREES = {
    ("about",): "APPROX", ("around",): "APPROX", ("approximately",): "APPROX", ("roughly",): "APPROX",
    ("some",): "APPROX", ("circa",): "APPROX",
    ("almost",): "LESS_THAN", ("nearly",): "LESS_THAN", ("less", "than"): "LESS_THAN", ("under",): "LESS_THAN",
    ("fewer", "than"): "LESS_THAN", ("just", "under"): "LESS_THAN", ("almost", "exactly"): "APPROX",
    ("over",): "MORE_THAN", ("more", "than"): "MORE_THAN", ("just", "over"): "MORE_THAN",
    ("well", "over"): "MORE_THAN", ("longer", "than"): "MORE_THAN",
    ("at", "least"): "EQUAL_OR_MORE", ("no", "less", "than"): "EQUAL_OR_MORE", ("a", "good"): None,
    ("up", "to"): "EQUAL_OR_LESS", ("at", "most"): "EQUAL_OR_LESS", ("no", "more", "than"): "EQUAL_OR_LESS",
    ("as", "long", "as"): "APPROX", ("only",): None, ("just",): None, ("as", "many", "as"): "EQUAL_OR_LESS",
    ("as", "much", "as"): "EQUAL_OR_LESS", ("a", "full"): None,
}  # fmt: skip
DEGREE_STARTS = frozenset(k[0] for k in DEGREES)

SETS = {
    "daily": "P1D", "weekly": "P1W", "monthly": "P1M", "annually": "P1Y", "yearly": "P1Y", "hourly": "PT1H",
    "nightly": "P1D", "biweekly": "P2W", "fortnightly": "P2W", "quarterly": None, "annual": None,
}  # fmt: skip
REFERENCES = {  # words that name a time only as before, at or after the time of writing
    ("now",): "PRESENT_REF", ("right", "now"): "PRESENT_REF", ("currently",): "PRESENT_REF",
    ("current",): "PRESENT_REF", ("at", "present"): "PRESENT_REF", ("nowadays",): "PRESENT_REF",
    ("these", "days"): "PRESENT_REF", ("at", "the", "moment"): "PRESENT_REF",
    ("the", "present"): "PRESENT_REF", ("presently",): "PRESENT_REF",
    ("recently",): "PAST_REF", ("more", "recently"): "PAST_REF", ("most", "recently"): "PAST_REF",
    ("lately",): "PAST_REF", ("the", "past"): "PAST_REF", ("the", "recent", "past"): "PAST_REF",
    ("not", "long", "ago"): "PAST_REF", ("long", "ago"): "PAST_REF", ("not", "too", "long", "ago"): "PAST_REF",
    ("someday",): "FUTURE_REF",
    ("a", "while", "ago"): "PAST_REF", ("some", "time", "ago"): "PAST_REF", ("moments", "ago"): "PAST_REF",
    ("the", "future"): "FUTURE_REF", ("the", "near", "future"): "FUTURE_REF",
    ("the", "near", "term"): "FUTURE_REF", ("the", "foreseeable", "future"): "FUTURE_REF",
    ("the", "short", "term"): "FUTURE_REF", ("the", "long", "term"): "FUTURE_REF",
    ("the", "not", "too", "distant", "future"): "FUTURE_REF", ("the", "immediate", "future"): "FUTURE_REF",
    ("the", "distant", "past"): "PAST_REF", ("near", "future"): "FUTURE_REF",
    ("at", "that", "time"): "PAST_REF",
    ("the", "coming", "future"): "FUTURE_REF", ("the", "weeks", "ahead"): "PXW", ("the", "months", "ahead"): "PXM",
    ("the", "days", "ahead"): "PXD", ("the", "years", "ahead"): "PXY",
}  # fmt: skip
SOME_DAY_BEFORE = frozenset({"will", "would", "may", "might", "could", "can", "should", "must", "to"})
DAYS = {  # shift in days from publication, and the part of the day
    ("today",): (0, None), ("yesterday",): (-1, None), ("tomorrow",): (1, None), ("tonight",): (0, "TNI"),
    ("the", "day", "before", "yesterday"): (-2, None), ("the", "day", "after", "tomorrow"): (2, None),
    ("last", "night"): (-1, "TNI"), ("overnight",): (-1, "TNI"), ("yesterday", "night"): (-1, "TNI"),
    ("earlier", "in", "the", "day"): (0, None), ("later", "in", "the", "day"): (0, None),
    ("early", "in", "the", "day"): (0, None), ("late", "in", "the", "day"): (0, None),
}  # fmt: skip
HOLIDAYS = {
    ("christmas", "eve"): "christmas eve", ("christmas", "day"): "christmas", ("christmas",): "christmas",
    ("new", "year", "'", "s", "eve"): "new year's eve", ("new", "year", "'", "s", "day"): "new year",
    ("new", "year", "'", "s"): "new year", ("thanksgiving", "day"): "thanksgiving", ("thanksgiving",): "thanksgiving",
    ("easter", "sunday"): "easter", ("easter", "monday"): "easter monday", ("easter",): "easter",
    ("good", "friday"): "good friday", ("ash", "wednesday"): "ash wednesday", ("palm", "sunday"): "palm sunday",
    ("halloween",): "halloween", ("valentine", "'", "s", "day"): "valentine", ("labor", "day"): "labor day",
    ("labour", "day"): "may day", ("memorial", "day"): "memorial day", ("columbus", "day"): "columbus day",
    ("veterans", "day"): "veterans day", ("martin", "luther", "king", "day"): "martin luther king day",
    ("presidents", "day"): "presidents day", ("presidents", "'", "day"): "presidents day",
    ("fourth", "of", "july"): "fourth of july", ("july", "fourth"): "fourth of july", ("may", "day"): "may day",
    ("boxing", "day"): "boxing day", ("election", "day"): "election day", ("epiphany",): "epiphany",
    ("pentecost",): "pentecost",
}  # fmt: skip

# what tells on which side of the anchor an unsaid year or week lies
FUTURE_CUES = word_set(
    "will shall 'll would could may might should wo must due coming upcoming scheduled slated expected planned plans "
    "plan expects expect hopes hope hoped intends intend going effective forthcoming likely "
    "aims aim deadline tentatively prepares preparing planning postponed delayed "
    "can wants want"
)
PAST_CUES = word_set(
    "was were had did been said told came went held met took made gave got began begun became brought built bought "
    "broke caught chose cut dealt did drew drove ate fell felt fought found flew forgot froze grew heard hid hit kept "
    "knew laid led left lent let lost meant paid put quit read rode rose ran saw sold sent shook shot showed shut sang "
    "sat slept spoke spent stood stole struck swore swept taught tore thought threw understood woke wore won wrote "
    "withdrew sought since ago taken given done gone seen known shown written spoken has have fled sank hurt "
    "vowed died"
)
REPORTING = word_set("saying telling adding calling describing accusing")  # of what stands in a report
PLANNED = word_set(  # what is held on a day known before
    "vote votes election elections primary primaries caucus caucuses contest contests debate debates meeting meetings "
    "summit talks session hearing referendum runoff deadline ballot ballots match game final round ceremony visit "
    "convention conference inauguration negotiations rally"
)
CONTRACTED = {  # before "'t"; "wouldn't say" and "couldn't agree" tell of a refusal, not of what is to come
    "won": 1, "can": 1, "shouldn": 1, "didn": -1, "wasn": -1, "weren": -1, "hadn": -1, "hasn": -1, "haven": -1,
    "wouldn": -1, "couldn": -1,
}  # fmt: skip
NOT_PAST = word_set(
    "need indeed hundred united red speed feed exceed proceed succeed bed wed shed sacred naked rapid unprecedented "
    "armed allied so-called bleed breed seed weed deed led indebted embed"
)
LOOKS_AHEAD = FUTURE_CUES | word_set(
    "set agreed ready agree agrees decided want wanted invited asked ordered urged promised pledged offered vowed vows "
    "pledges promises willing able wishes wish required requires need needs needed begin begins seeks eager "
    "poised bound sure plan planning decision agreement invitation deadline forced allowed about call calls called on "
    "approval preparing time opportunity chance request threatened threatens proposed proposes"
)
SCHEDULED = word_set(  # verbs of which the bare present or infinitive tells what is to come
    "meet begin start resume open convene hold visit arrive depart leave travel vote take end expire close host attend "
    "gather reconvene hand fly"
)
SCHEDULED_PRESENT = word_set(
    "meet meets begins resumes opens convenes visits arrives departs leaves travels votes starts ends expires hosts "
    "reconvenes gathers holds"
)
GATHERING = word_set(  # "envoys gather Monday"
    "gather convene reconvene resume arrive depart sit return head fly brief"
)
ZONES = word_set("gmt utc est edt cst cdt mst mdt pst pdt cet cest bst msk eet et pt ct local")
OPENINGS = word_set(  # further words that may begin an expression
    "the this that last next past previous preceding prior coming following upcoming same current a an half couple "
    "every each per fiscal year q eighteen nineteen twenty ' ‘ first latest recent"
)
AFTER_PHRASE = word_set(  # words that may follow a time phrase, which nouns may not
    "and or but as to of in on at by for with from that which who when where while if is are was were be has have had "
    "will would can could may might should shall must do does did not the a an he she it they we i after before "
    "because than then there so"
)
