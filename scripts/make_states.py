"""Make src/onrecord/data/states.tsv: the states of the world, their names, adjectives and capitals.

    pip install countryinfo babel && python scripts/make_states.py [i18n-nationality/langs/en.json]

Names: Unicode CLDR (through Babel, Unicode licence) and countryinfo (MIT); adjectives: countryinfo and
i18n-nationality (MIT, npm; only its English list is read); capitals: countryinfo. Territories without a
government of their own in foreign affairs are left out. What the sources lack or have out of date stands in
`MENDED`, nothing else is typed in by hand.
"""

from __future__ import annotations

import json
import re
import sys
import unicodedata
from pathlib import Path
from typing import Any

import babel
import countryinfo

OUT = Path(__file__).parents[1] / "src/onrecord/data/states.tsv"
DEPENDENT = {
    *("AC", "AI", "AN", "AQ", "AS", "AW", "AX", "BL", "BM", "BQ", "BV", "CC", "CK", "CP", "CQ", "CS", "CW", "CX", "DG"),
    *("EA", "EU", "EZ", "FK", "FO", "GF", "GG", "GI", "GP", "GS", "GU", "HM", "IC", "IM", "IO", "JE", "KY", "MF", "MP"),
    *("MQ", "MS", "NC", "NF", "NU", "PF", "PM", "PN", "PR", "QO", "RE", "SH", "SJ", "SX", "TA", "TC", "TF", "TK", "UM"),
    *("UN", "VG", "VI", "WF", "XA", "XB", "YT", "ZZ"),
}
MENDED: dict[str, tuple[list[str], list[str], list[str]]] = {  # id -> further names, adjectives, capitals
    "AR": ([], ["Argentine", "Argentinian"], []),
    "AE": (["UAE", "U.A.E.", "Emirates"], [], []),
    "BA": (["Bosnia", "Bosnia-Herzegovina"], [], []),
    "BY": (["Byelorussia"], ["Belarussian"], []),
    "BO": ([], [], ["La Paz"]),
    "CD": (["DR Congo", "Congo", "DRC"], [], []),
    "CI": (["Ivory Coast"], [], []),
    "CZ": (["Czechia"], [], []),
    "GB": (["Great Britain", "Britain", "UK", "U.K."], [], []),
    "IL": ([], [], ["Tel Aviv"]),
    "KG": ([], ["Kyrgyz"], []),
    "KP": (["DPRK", "Democratic People's Republic of Korea"], [], []),
    "KR": (["ROK"], [], []),
    "KZ": ([], ["Kazakh"], ["Astana"]),
    "MM": (["Burma"], ["Myanmarese"], []),
    "NL": (["Holland"], [], []),
    "PH": ([], ["Philippine"], []),
    "PS": (["Palestinian Authority", "Palestine"], [], []),
    "SA": ([], ["Saudi"], []),
    "SK": ([], ["Slovak"], []),
    "SZ": (["Swaziland"], [], []),
    "TJ": ([], ["Tajik"], []),
    "TR": (["Turkey", "Türkiye", "Turkiye"], [], []),
    "TZ": ([], [], ["Dar es Salaam"]),
    "UA": ([], [], ["Kiev"]),
    "US": (["US", "U.S.", "USA", "U.S.A.", "America", "United States of America"], [], ["Washington"]),
    "UZ": ([], ["Uzbek"], []),
    "XK": (["Kosovo", "Republic of Kosovo"], ["Kosovar", "Kosovan"], ["Pristina"]),
    "HR": ([], ["Croat"], []),
    "TL": (["East Timor"], ["Timorese"], []),
    "TH": ([], ["Thai"], []),
    "NP": ([], ["Nepali"], []),
    "NZ": ([], ["New Zealand"], []),
    "ME": ([], ["Montenegrin"], []),
    "MK": (["Macedonia"], [], []),
    "VN": (["Viet Nam"], [], []),
    "VA": (["Holy See", "Vatican"], [], []),
    "IE": (["Republic of Ireland"], [], []),
    "CV": (["Cape Verde"], [], []),
    "CN": (["PRC"], [], ["Peking"]),
    "IN": ([], [], ["Delhi"]),
}
NOT_NAMES = {"Yugoslavia", "Republic of China", "Republic of Macedonia", "Democratic Socialist Republic of Sri Lanka"}
NOT_ADJECTIVES = {
    "Antiguans", "Bosnian - Herzegovinian", "Icelander", "Liechtensteiner", "Luxembourger", "New Zealander", "Occupied",
    "Palestinian Territory", "Solomon Islander", "Surinamer", "Trinidadian or Tobagonian", "Vaticanian",
}  # fmt: skip
NOT_CAPITALS = {"Vatican City State", "Amsterdam", "City of Victoria", "Lobamba", "Nur-Sultan"}
OTHERS = {("CG", "Congo"), ("DM", "Dominican"), ("HK", "Chinese"), ("MO", "Chinese"), ("PS", "Jerusalem")}
"""Words that mean another state first."""
FORMS_OF_STATE = re.compile(
    r"\b(Republic|Kingdom|State|States|Federation|Union|Commonwealth|Principality|Duchy|Sultanate|Confederation)\b"
)


def plain(name: str) -> bool:
    """Names in Latin letters as newspapers print them; inverted index forms and codes are left out."""
    return (
        bool(name)
        and "," not in name
        and "(" not in name
        and not (name.isupper() and len(name) <= 3)
        and all(unicodedata.name(c, "").startswith("LATIN") or c in " -'’." for c in name)
    )


def unique(names: list[str], never: set[str]) -> list[str]:
    out: list[str] = []
    for name in (n.strip().removeprefix("The ").removeprefix("the ") for n in names):
        if name and name not in out and name not in never:
            out.append(name)
    return out


def with_ascii(names: list[str]) -> list[str]:
    folded = [unicodedata.normalize("NFKD", n).encode("ascii", "ignore").decode() for n in names]
    return unique([*names, *(f for f, n in zip(folded, names, strict=True) if len(f) == len(n))], set())


def main() -> None:
    cldr: dict[str, str] = dict(babel.Locale("en").territories)
    nationalities = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))["nationalities"] if sys.argv[1:] else {}
    known: dict[str, list[dict[str, Any]]] = {}
    for path in sorted((Path(countryinfo.__file__).parent / "data").glob("*.json")):
        entry = json.loads(path.read_text(encoding="utf-8"))
        known.setdefault(entry.get("ISO", {}).get("alpha2", ""), []).append(entry)
    lines = []
    for code in sorted(c for c in cldr if len(c) == 2 and c.isalpha() and c not in DEPENDENT):
        names = [cldr[code].split(" (")[0].replace(" SAR China", "")]
        adjectives: list[str] = []
        capitals: list[str] = []
        if " - " in names[0]:
            names = []  # CLDR tells the two Congos apart as no newspaper does
        for entry in known.get(code, []):
            others = (n for n in map(str, entry.get("altSpellings", [])) if FORMS_OF_STATE.search(n))
            names += [str(entry["name"]), *others]
            adjectives += str(entry.get("demonym") or "").replace("/", ",").split(",")
            if isinstance(entry.get("capital"), str):
                capitals.append(str(entry["capital"]).replace(" D.C.", ", D.C."))
        adjectives += str(nationalities.get(code, "")).replace("/", ",").split(",")
        more = MENDED.get(code, ([], [], []))
        never = {word for other, word in OTHERS if other == code}
        names = [n.replace(" & ", " and ") for n in names]
        columns = (
            code,
            ";".join(with_ascii(unique([*filter(plain, names), *more[0]], NOT_NAMES | never))),
            ";".join(unique([*filter(plain, adjectives), *more[1]], NOT_ADJECTIVES | never)),
            ";".join(with_ascii(unique([*filter(plain, capitals), *more[2]], NOT_CAPITALS | never))),
        )
        lines.append("\t".join(columns))
    head = "# Made by scripts/make_states.py. Columns: id, names (the first is the name shown), adjectives, capitals."
    OUT.write_text("\n".join([head, *lines]) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
