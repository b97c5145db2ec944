"""What websites print round their articles: tables of general English phrases, one pattern to a line.

Each pattern is matched without regard to case against a line whose white space is single. The tables
OPENERS, FORMS, FURNITURE must match the whole line; NOTICES may stand anywhere in a short line.
"""

from __future__ import annotations

import re

COUNT = r"\(?\d[\d,.]*\)?"
SORTED = r"(?:[\W_]*(?:(?:newest|oldest|latest|best|top|most \w+)(?: first)?|sort(?:ed)? by .{0,30}))?"

OPENERS = (
    r"leave a (?:reply|comment).{0,40}",
    r"(?:post|add|write|submit) (?:a|your) (?:comment|reply).{0,40}",
    (
        r"(?:{count}|no|one|two|three|all|show|view|hide|see|load|read)(?: all| more)?(?: the| {count})?"
        r" (?:reader |user )?(?:comments?|responses?|replies|thoughts)"
        r"(?: (?:on|to|for|so far|posted|have)\b.{0,120}|[\W\d]*{sorted}[\W\d]*)?"
    ),
    r"(?:reader(?:s'?|'s|s’)? |top |best |latest )?comments?(?: section| policy| below)?[\s:(\[]*\d*[\s)\]]*{sorted}",
    r"(?:join|start) the (?:conversation|discussion|debate).{0,60}",
    r"have your say.{0,40}",
    r"(?:be the )?first to (?:comment|reply|respond).{0,60}",
    r"(?:discussion|responses|what others (?:say|think)|what readers (?:say|think))[\s:(]*\d*\)?",
    r"comments? (?:are|is|have been) (?:now )?(?:closed|open|disabled|moderated|turned off).{0,80}",
    r"(?:disqus|please enable javascript to view the comments).{0,60}",
)
"""Lines after which readers speak, or are asked to."""

FORMS = (
    r"your e-?mail (?:address )?will (?:not|never) be .{0,60}",
    r"required fields are marked.{0,30}",
    r"save my name,? e-?mail.{0,120}",
    r"(?:you must be|please) (?:logged|log|sign) ?in\b.{0,80}",
    r"notify me of (?:new|follow).{0,60}",
    r"(?:name|e-?mail|website|comment) ?\*?",
    r"{press}(?:[\W\d_]+{press})*",
    r"this site uses akismet.{0,120}",
    r"(?:verify|previewing|preview|edit) your comment.{0,40}",
    r"(?:this is only a preview\. )?your comment (?:could not be|has (?:not (?:yet )?)?been)\b.{0,160}",
    r"the letters and numbers you entered.{0,80}",
    r"as a final step before posting your comment.{0,200}",
    r"having trouble reading this image.{0,60}",
    r"you can follow (?:this conversation|any responses).{0,120}",
    r"(?:trackbacks?|pingbacks?|comment feed|rss feed|feed for this entry)(?:\W.{0,60})?",
    r"sort by\b.{0,40}",
    r"(?:log|sign) in (?:to|with)\b.{0,60}",
    r"\W+",
)
"""Lines of a comment form, and lines of punctuation alone."""

FURNITURE = (
    (
        r"(?:read|see|learn|find out|view) (?:more|also|next|all|less|the full (?:story|article))"
        r"(?: ?[:»>–—|-].{0,120}| (?:about|on|at|here|in)\b[^.]{0,80})?"
    ),
    r"(?:show|watch|discover) (?:more|all|less)",
    (
        r"(?:related|recommended|popular|trending|latest|more|other|similar|further|top|previous|next|most)"
        r" (?:articles?|stor(?:y|ies)|news|posts?|reading|coverage|content|topics?|links|videos?|read|popular|viewed"
        r"|headlines)(?:\W.{0,60})?"
    ),
    (
        r"(?:related|recommended|trending|most read|most popular|don['’]t miss|editors?['’]?s? picks?|also read|also on"
        r"|up next)(?::.{0,160}|(?: for you| now| this week| today)?)"
    ),
    r"(?:you (?:may|might) (?:also )?(?:like|enjoy|be interested in)|in this (?:story|article)|explore more).{0,40}",
    r"more (?:from|on|in|about) [^.]{0,60}",
    r"(?:additional )?(?:reporting|editing|writing|translat(?:ed|ion)|compiled) by (?:[^.]|\b\w\.){0,200}",
    r"\((?:additional )?(?:reporting|editing|writing|translation)(?: and (?:editing|writing))? .{0,300}\)",
    r"our standards: .{0,80}",
    r"\[(?:editor|editing|writer|reporter)s? ?: .{1,60}\]",
    r"(?:tags?|topics?|filed under|key ?words?|categor(?:y|ies)|posted in|labels) ?:.{0,300}",
    r"(?:tags?|topics|key ?words)",
    r"(?:share|tweet|print|email|save|bookmark|copy link|pin)(?: (?:this|on|via|it|with)\b.{0,60}| article| story)?",
    r"(?:{network}|{control})(?:[\s,|/·•]+(?:{network}|{control}))*",
    r"click to (?:share|e-?mail|print)\b.{0,80}",
    r"(?:you can )?share this (?:story|article|post) on .{0,60}",
    r"home(?: ?[/>»›|] ?[\w&'’ -]{2,30}){1,5}",
    r"(?:sign up|subscribe) (?:for|to) (?:our|the|my)\b.{0,160}",
    r"[a-z][a-z&'’ ]{1,18}(?: ?[|/•>»›] ?[a-z][a-z&'’ ]{1,18}){2,6}",
    r"{section}(?: news)?",
    r"\(?(?:ends?|enditem)\)?",
    r"[\w.+-]+@[\w.-]+\.\w{2,}(?:, ?[\w.+-]+@[\w.-]+\.\w{2,})*|@\w{2,30}",
    r"(?:updated|published|posted)(?: on)? ?:? ?(?:\d+|an?|one|two|three) (?:minutes?|mins?|hours?|days?) ago",
    r"also on [\w-]+\.(?:com|org|net|news|ru)\b.{0,160}",
    r"follow (?:us|me|him|her|@).{0,120}|follow .{2,60} on (?:{network}|x)\b.{0,60}",
    r"[^.“”\"]{3,160} contributed (?:reporting|to this (?:report|story|article))\b.{0,120}",
    r"as published in .{0,60}",
    r"source ?: [^.]{2,60}",
    r"read (?:it|the rest|the whole .{0,30}|the full .{0,30}) (?:all )?here",
    r"watch the (?:full )?(?:video|interview|speech)\b.{0,80}",
    r"(?:like|find) us on\b.{0,80}",
    r"advertise?ment(?:s| - .{0,60})?|advertising|sponsored(?: (?:content|by.{0,40}))?|promoted|ad choices",
    r"(?:story|article) continues (?:below|after).{0,60}",
    r"(?:continue|keep) reading.{0,90}",
    r"scroll (?:down|to)\b.{0,60}",
    r"skip to\b.{0,40}",
    r"(?:main )?menu|search|home|back to top|close|subscribe|newsletters?|log ?in|sign (?:in|up)",
    r"(?:watch|listen|video|audio|gallery|podcast) ?: .{0,140}",
    r"listen to this (?:article|story).{0,60}",
    r"(?:watch|click) (?:here|the video|below).{0,140}",
    r"load(?:ing)?(?: more)?(?: .{0,30})?",
    r"\d[\d,.]*k? ?(?:shares?|views?|likes?|min(?:ute)?s? read)",
    r"about the author|about us|contact us|privacy policy.{0,60}|terms (?:of|and) (?:use|service|conditions).{0,60}",
    r"(?:previous|next)(?: (?:article|post|story))(?: ?[:›»«].{0,160})?",
)
"""Whole lines that a website puts round its articles."""

NETWORKS = (
    r"facebook|twitter|whatsapp|linkedin|telegram|reddit|instagram|youtube|pinterest|e-?mail|pocket|flipboard|messenger"
)

NOTICES = (
    r"(?:this|our|the) (?:web ?)?sites? (?:uses?|may use) cookies",
    r"we (?:and our partners )?use cookies",
    r"(?:accept|manage|reject) (?:all )?cookies",
    r"cookies? (?:policy|settings|preferences)",
    r"personal data to enhance|browsing experience",
    r"(?:sign|signing) up (?:for|to) (?:our|the|receive|get|free|daily|weekly)\b",
    r"subscribe (?:to (?:our|the|us|this)|now|for|today)\b",
    r"(?:our|free|daily|weekly|morning) (?:e-?mail )?newsletters?",
    r"(?:in|to) your inbox",
    r"get (?:our|the) (?:(?:free|daily|weekly|morning|latest) )*(?:e-?mails?|briefing|updates)",
    r"the post .{3,200} appeared first on",
    r"thank you for (?:your support|reading|subscribing)",
    r"(?:in the comments|comments? section|comments? below)",
    r"breaking news alerts?",
    r"we need your (?:support|help)",
    r"support (?:our|independent|quality) (?:work|journalism|reporting|media)",
    r"(?:make|become) a (?:donation|member|subscriber|supporter)\b",
    r"donate (?:now|today|here)",
    r"your (?:donation|contribution|subscription)",
    r"keep (?:delivering|bringing) (?:you )?.{0,40}\bnews",
    r"follow us on|join (?:us on|our) (?:telegram|whatsapp|facebook)",
    r"all rights reserved",
    r"(?:copyright|©) (?:© )?(?:19|20)\d\d",
    r"(?:may|must|can) ?not be (?:published, broadcast|reproduced|republished)",
    r"(?:re)?published (?:here )?with permission",
    (
        r"(?:this|the) (?:article|story|post|piece|report|text) (?:was|is|has been|originally|first)\b.{0,30}"
        r"\b(?:appeared|published|provided|syndicated|generated|translated)\b"
    ),
    r"(?:views|opinions) expressed (?:in|here|by|are|on)",
    r"(?:do|does) not necessarily (?:reflect|represent)",
    r"(?:download|get) (?:our|the) .{0,20}\bapp\b",
    r"enable javascript|your browser|ad ?blocker",
    r"(?:our|the) (?:terms of (?:use|service)|privacy policy)",
    r"click here to|click on the link",
    r"e-?mail (?:us|me) at",
    r"(?:unlock|unlimited) (?:full )?(?:digital )?access|already a subscriber",
    r"(?:send|submit) (?:us )?your (?:tips|feedback|comments|letters)",
    r"(?:report|spotted|(?:did you |have you )?f(?:i|ou)nd) an? (?:typo|error|mistake)",
    r"(?:hyper)?links? (?:is|are) (?:obligatory|required|mandatory)|^© ",
    r"chip in .{0,20}\bto (?:keep|help|support)|buy (?:us|me) a (?:coffee|beer|pint)|ko-fi|patreon",
    r"(?:enjoyed|liked?|enjoying) (?:this|what you (?:read|see))(?: \w+)?\?",
    r"if you (?:like|liked|enjoy|enjoyed) (?:what we do|this)\b",
    r"(?:help|keep) us (?:going|independent|alive|free|online)|reader[- ](?:funded|supported)",
    r"(?:have you|do you have|got) (?:got )?(?:a|any) (?:story|tip|news)\b",
    r"(?:to )?contact (?:the|this) (?:writer|author|reporter|journalist)s?\b",
    r"(?:text|call|e-?mail|contact|message) (?:our|the) (?:newsroom|news ?desk|news team|editors?)",
)
"""What only a website says to its visitor; it makes a notice of a short line."""


PRESS = r"(?:reply|report|likes?|dislikes?|upvote|downvote|flag|permalink|delete|edit|cancel reply)"
"""What readers may press under a comment."""

CONTROL = (
    r"(?:print(?:er[- ]friendly)?|share|send (?:this |it )?to a friend|e-?mail (?:this|to a friend)|a a a"
    r"|(?:text|font) size|(?:number of )?(?:visits|views|hits|reads)(?: ?: ?[\d,.]+)?)"
)
"""What they may press over or under an article."""

SECTION = (
    r"(?:africa|americas|analysis|asia|breaking|business|commentary|defen[cs]e|diplomacy|economy|editorial|energy"
    r"|europe|exclusive|features?|front ?page|international|latest|local|middle east|national|news|opinion|politics"
    r"|security|society|top stories|world)"
)
"""What a site calls the parts of its coverage."""

PARTS = {
    "control": CONTROL,
    "count": COUNT,
    "network": NETWORKS,
    "press": PRESS,
    "section": SECTION,
    "sorted": SORTED,
}
"""What the tables name in braces."""


def whole(patterns: tuple[str, ...]) -> re.Pattern[str]:
    """One expression that matches a whole line, whatever punctuation stands round it."""
    joined = "|".join(patterns)
    for name, meant in PARTS.items():
        joined = joined.replace(f"{{{name}}}", meant)
    return re.compile(rf"[\W_]*(?:{joined})[\W_]*", re.I)


def anywhere(patterns: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(patterns)})", re.I)
