"""The news agencies whose texts others print, and the names that one agency goes by."""

from __future__ import annotations

import re

AGENCIES = {
    "Reuters": r"Reuters|Thomson Reuters",
    "AP": r"AP|Associated Press|The Associated Press",
    "AFP": r"AFP|Agence France[- ]Presse",
    "TASS": r"TASS|ITAR-TASS",
    "Interfax": r"Interfax",
    "RIA Novosti": r"RIA Novosti|RIA",
    "Xinhua": r"Xinhua",
    "dpa": r"dpa|DPA",
    "UPI": r"UPI|United Press International",
    "ANSA": r"ANSA",
    "EFE": r"EFE",
    "Kyodo": r"Kyodo(?: News)?",
    "Yonhap": r"Yonhap(?: News Agency)?",
    "Anadolu": r"Anadolu(?: Agency)?|AA",
    "PA": r"PA(?: Media)?|Press Association",
    "IRNA": r"IRNA",
    "PTI": r"PTI",
    "Bloomberg": r"Bloomberg(?: News)?",
}


def agency(words: str) -> str | None:
    """The agency that is named among the words: a byline, a credit, an outlet."""
    return next((name for name, forms in AGENCIES.items() if re.search(rf"(?<!\w)(?:{forms})(?!\w)", words)), None)


def is_of(outlet: str | None, wire: str) -> bool:
    """Whether an outlet is the agency that a credit names: "Meridian News Agency" is "Meridian"."""
    if outlet is None:
        return False
    return agency(outlet) == wire or re.search(rf"(?<!\w){re.escape(wire)}(?!\w)", outlet, re.IGNORECASE) is not None
