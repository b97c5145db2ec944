"""The JSON export: its published schema, its evidence, and that the same record gives the same bytes."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import fields
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from onrecord.entries import Entries
from onrecord.serve.export_json import schema, to_json, to_object
from tests.serve.sample import sample


@pytest.fixture(scope="module")
def exported() -> dict[str, Any]:
    return to_object(sample())


def evidence(value: Any) -> Iterator[dict[str, Any]]:
    """Every object with file, start, end and text in the export."""
    if isinstance(value, dict):
        if {"file", "start", "end", "text"} <= set(value):
            yield value
        for v in value.values():
            yield from evidence(v)
    elif isinstance(value, list):
        for v in value:
            yield from evidence(v)


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(schema())


def test_the_export_keeps_to_its_schema(exported: dict[str, Any]) -> None:
    assert not [e.message for e in Draft202012Validator(schema()).iter_errors(exported)]


def test_an_empty_record_keeps_to_the_schema_too() -> None:
    assert Draft202012Validator(schema()).is_valid(to_object(Entries()))


def test_every_section_is_exported_and_filled(exported: dict[str, Any]) -> None:
    sections = {f.name for f in fields(Entries)} - {"orphaned"}
    assert set(exported) == sections | {"onrecord"}
    assert all(exported[s] for s in sections)


def test_the_schema_refuses_what_is_no_record(exported: dict[str, Any]) -> None:
    broken = json.loads(json.dumps(exported))
    broken["meetings"][0]["status"] = "rumoured"
    del broken["quotes"][0]["content"]
    broken["positions"][0]["extra"] = 1
    where = {e.absolute_path[0] for e in Draft202012Validator(schema()).iter_errors(broken)}
    assert where == {"meetings", "quotes", "positions"}


def test_all_evidence_is_the_words_of_its_article(exported: dict[str, Any]) -> None:
    texts = {a["file"]: a["text"] for a in exported["articles"]}
    found = list(evidence(exported))
    assert len(found) > 50
    for e in found:
        assert texts[e["file"]][e["start"] : e["end"]] == e["text"]


def test_references_lead_somewhere(exported: dict[str, Any]) -> None:
    quotes = {q["id"] for q in exported["quotes"]}
    assert all(q in quotes for group in exported["quote_groups"] for q in group)
    assert {p["issue"] for p in exported["positions"]} <= {i["id"] for i in exported["issues"]}
    reports = {step["id"] for m in exported["meetings"] for step in m["history"]}
    for link in exported["links"]:
        joined = reports if link["section"] == "meetings" else {e["id"] for e in exported[link["section"]]}
        assert {link["a"], link["b"]} <= joined
    figures = {f["id"] for f in exported["figures"]}
    assert all(f in figures for group in exported["figure_groups"] for f in group["figures"])


def test_the_same_record_gives_the_same_bytes() -> None:
    once, again = to_json(sample()), to_json(sample())
    assert once == again
    assert once.endswith("}\n")
    assert "\\u" not in once  # real text stays readable
