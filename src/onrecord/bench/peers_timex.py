"""Peers that find dates: dateparser's search, and spaCy's entities with and without dateparser for their values."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

from onrecord.bench.layouts import DatedText, Timex3
from onrecord.bench.runs import Reader, System, each
from onrecord.enrich.parse import pipeline
from onrecord.settings import Settings

Found = tuple[Timex3, ...]
FORMS = {"year": "%Y", "month": "%Y-%m", "week": "%G-W%V", "day": "%Y-%m-%d", "time": "%Y-%m-%dT%H:%M"}
"""How a value of each of dateparser's periods is written."""
NO_NEED = ("tagger", "parser", "attribute_ruler", "lemmatizer")


def _search() -> Reader[DatedText, Found]:
    from dateparser.search import search_dates

    def find(document: DatedText) -> Found:
        settings = _settings(document)
        parser = _Parser(settings)
        out, position = [], 0
        for words, moment in search_dates(document.text, languages=["en"], settings=settings) or ():
            start = document.text.find(words, position)
            if start >= 0:
                position = start + len(words)
                form = FORMS.get(parser.period(words), FORMS["day"])
                out.append(Timex3(start, position, "DATE", moment.strftime(form)))
        return tuple(out)

    return each(find)


def _entities() -> Reader[DatedText, Found]:
    nlp = pipeline(Settings().model)

    def read(documents: Sequence[DatedText]) -> Iterator[Found]:
        for doc in nlp.pipe((d.text for d in documents), disable=NO_NEED):
            dated = (e for e in doc.ents if e.label_ in ("DATE", "TIME"))
            yield tuple(Timex3(e.start_char, e.end_char, e.label_, "") for e in dated)

    return read


def _entities_parsed() -> Reader[DatedText, Found]:
    import dateparser  # noqa: F401 - whether it is installed is told before anything is read

    entities = _entities()

    def read(documents: Sequence[DatedText]) -> Iterator[Found]:
        for document, found in zip(documents, entities(documents), strict=True):
            parser = _Parser(_settings(document))
            yield tuple(t._replace(value=parser.value(document.text[t.start : t.end])) for t in found)

    return read


class _Parser:
    """dateparser against one publication date."""

    def __init__(self, settings: dict[str, Any]) -> None:
        from dateparser.date import DateDataParser

        self._parse = DateDataParser(languages=["en"], settings=settings).get_date_data

    def period(self, words: str) -> str:
        return str(self._parse(words).period)

    def value(self, words: str) -> str:
        said = self._parse(words)
        return said.date_obj.strftime(FORMS.get(said.period, FORMS["day"])) if said.date_obj else ""


def _settings(document: DatedText) -> dict[str, Any]:
    base = {"RELATIVE_BASE": datetime.fromisoformat(document.published)} if document.published else {}
    return base | {"PREFER_DATES_FROM": "past"}


PEERS = (
    System("spaCy entities + dateparser", _entities_parsed),
    System("dateparser's search", _search),
    System("spaCy entities (spans alone)", _entities),
)
