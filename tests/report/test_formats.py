"""Every format says what the report says, in a form that its reader accepts, whatever the article holds."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

import seoaudit
from seoaudit.report.batch import Batch, Failure, Look, batch_schema
from seoaudit.report.formats import FORMS, MARKED
from seoaudit.report.model import Report
from tests.conftest import SAMPLES

SARIF = json.loads((Path(__file__).parent / "data" / "sarif-schema-2.1.0.json").read_text(encoding="utf-8"))
LOST = Failure(source="perdu: 100%, là.md", message="« perdu » n’existe pas : vérifiez\nle nom.")
# GitLab's documentation, "Code Quality report format".
GITLAB = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "properties": {
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "required": ["path", "lines"],
                "properties": {"lines": {"required": ["begin"], "properties": {"begin": {"type": "integer"}}}},
            },
        },
    },
}


@cache
def reports() -> tuple[Report, ...]:
    names = ("optus.txt", "page-bourree.html", "guide-composteur.md")
    return tuple(seoaudit.audit(SAMPLES / n) for n in names)


def said(form: str, *of: Report, single: bool = False, lang: str = "fr", failures: tuple[Failure, ...] = ()) -> str:
    batch = Batch.of(*of, failures=failures, single=single)
    return "".join(FORMS[form].render(batch, Look(lang=lang)))  # type: ignore[arg-type]


def xml(text: str) -> etree._Element:
    return etree.fromstring(text.encode())


def holding(text: str) -> Report:
    """The reference article's report with a text of anyone's in its name, messages and excerpts."""
    report = reports()[0]
    findings = [f.model_copy(update={"message": text, "advice": text, "excerpt": text}) for f in report.findings]
    points = [p.model_copy(update={"reason": text}) for p in report.points]
    return report.model_copy(update={"source": text or "a.md", "findings": findings, "points": points})


@pytest.mark.parametrize("form", FORMS)
def test_no_report_is_a_valid_report(form: str) -> None:
    out = said(form)
    if form == "json":
        assert json.loads(out) == {"schema_version": "1.0", "reports": [], "errors": []}
    elif form in {"sarif", "gitlab"}:
        json.loads(out)
    elif form == "junit":
        assert list(xml(out)) == []


@pytest.mark.parametrize("form", FORMS)
def test_an_earlier_report_is_known_by_its_mark(form: str) -> None:
    mark = FORMS[form].mark
    if form not in {"text", "concise", "github"}:
        assert mark
        assert mark in said(form, *reports(), single=False)[:MARKED]
    if mark:
        assert mark not in (SAMPLES / "page-cms.html").read_text(encoding="utf-8")


def test_json_of_one_is_its_report_and_of_several_is_valid_by_its_schema() -> None:
    assert said("json", reports()[0], single=True) == reports()[0].to_json()
    several = json.loads(said("json", *reports(), failures=(LOST,)))
    jsonschema.validate(several, batch_schema())
    assert several["reports"] == [r.to_dict() for r in reports()]
    assert several["errors"] == [LOST.model_dump()]


def test_json_lines_are_reports_and_errors() -> None:
    lines = said("jsonl", *reports(), failures=(LOST,)).splitlines()
    assert [json.loads(line) for line in lines[:3]] == [r.to_dict() for r in reports()]
    assert json.loads(lines[3])["error"]["source"] == LOST.source


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_sarif_is_valid_by_the_standards_schema(lang: str) -> None:
    log = json.loads(said("sarif", *reports(), failures=(LOST,), lang=lang))
    jsonschema.Draft4Validator(SARIF).validate(log)
    run = log["runs"][0]
    rules = run["tool"]["driver"]["rules"]
    assert all(rules[r["ruleIndex"]]["id"] == r["ruleId"] for r in run["results"])
    assert not run["invocations"][0]["executionSuccessful"]
    assert sum(len(f.spans) or 1 for r in reports() for f in r.findings) == len(run["results"])


def test_sarif_regions_are_the_places() -> None:
    source = (SAMPLES / "optus.txt").read_text(encoding="utf-8")
    lines = source.split("\n")
    for result in json.loads(said("sarif", reports()[0], single=True))["runs"][0]["results"]:
        region = result["locations"][0]["physicalLocation"].get("region")
        if region is None:
            continue
        place = source[region["charOffset"] : region["charOffset"] + region["charLength"]]
        assert region["startLine"] == region["endLine"]
        assert lines[region["startLine"] - 1][region["startColumn"] - 1 : region["endColumn"] - 1] == place


def test_sarif_brings_the_corrections_of_rules() -> None:
    rules = str(SAMPLES.parent / "examples" / "regles-maison" / "regles_maison")
    report = seoaudit.audit("Il faut solutionner la crise.", settings={"rules": [rules]})
    log = json.loads(said("sarif", report, single=True))
    jsonschema.Draft4Validator(SARIF).validate(log)
    result = next(r for r in log["runs"][0]["results"] if r["ruleId"] == "MAI002")
    replaced = result["fixes"][0]["artifactChanges"][0]["replacements"][0]
    assert replaced["deletedRegion"] == result["locations"][0]["physicalLocation"]["region"]
    assert replaced["insertedContent"]["text"] == "résoudre"


def test_gitlab_takes_its_report_and_every_fingerprint_is_its_own() -> None:
    again = reports()[0].model_copy(update={"source": "copie.txt"})
    entries = json.loads(said("gitlab", *reports(), again, failures=(LOST,)))
    jsonschema.validate(entries, GITLAB)
    assert len({e["fingerprint"] for e in entries}) == len(entries)
    assert entries[-1]["severity"] == "blocker"


def test_junit_counts_are_those_of_its_cases() -> None:
    root = xml(said("junit", *reports(), failures=(LOST,)))
    assert len(root) == 4
    for suite, report in zip(root, reports(), strict=False):
        cases = suite.findall("testcase")
        assert int(suite.get("tests", "")) == len(cases) == len(report.points)
        assert int(suite.get("failures", "")) == len(suite.findall(".//failure"))
        assert int(suite.get("skipped", "")) == len(suite.findall(".//skipped"))
        graver = {f.rule for f in report.findings if f.severity != "suggestion"}
        assert {c.get("name", "").split()[0] for c in cases if c.find("failure") is not None} == graver
    assert root[3].find(".//error") is not None


def test_concise_has_a_line_a_place_in_the_order_of_the_text() -> None:
    lines = said("concise", reports()[0]).splitlines()
    assert len(lines) == sum(len(f.spans) or 1 for f in reports()[0].findings)
    found = [re.match(r"optus\.txt:(\d+):(\d+) [A-Z]{3}\d{3} \S", line) for line in lines]
    assert all(found)
    places = [(int(m[1]), int(m[2])) for m in found if m]
    assert places == sorted(places)


def unescaped(text: str) -> str:
    for code, sign in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
        text = text.replace(code, sign)
    return text


@given(text=st.text(st.characters(exclude_categories=["Cs"]), min_size=1))
def test_any_text_passes_through_every_format(text: str) -> None:
    report = holding(text)
    several = json.loads(said("json", report, report))
    assert several["reports"][1]["findings"][0]["message"] == text
    assert json.loads(said("jsonl", report).splitlines()[0])["source"] == text
    result = json.loads(said("sarif", report))["runs"][0]["results"][0]
    assert text in result["message"]["text"]
    assert json.loads(said("gitlab", report))[0]["location"]["path"] == (text if text != "-" else "stdin")
    xml(said("junit", report))
    assert len(said("concise", report).splitlines()) == len(said("concise", reports()[0]).splitlines())
    commands = said("github", report).split("\n")[:-1]
    assert len(commands) == len(report.findings)
    for command in commands:
        found = re.fullmatch(r"::(error|warning|notice) (?P<where>[^:]*)::(?P<text>.*)", command, re.DOTALL)
        assert found
        where = dict(p.split("=", 1) for p in found["where"].split(","))
        assert unescaped(where["file"]) == (text if text != "-" else "stdin")
        assert unescaped(found["text"]).startswith(f"{text}\n→ ")


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_markdown_shows_text_as_text(lang: str) -> None:
    tricky = "| <img src=x> @equipe [lien](x) `code`\n# titre"
    out = said("markdown", holding(tricky), single=True, lang=lang)
    assert "<img" not in out
    assert "@equipe" not in out
    row = next(line for line in out.splitlines() if "`INT001`" in line and line.startswith("|"))
    assert len(re.findall(r"(?<!\\)\|", row)) == 5


def test_markdown_of_many_articles_fits_into_a_comment() -> None:
    out = said("markdown", *(reports()[:1] * 100), failures=(LOST,))
    assert len(out) < 65_536
    assert "faute de place" in out
    assert out.count("<details>") == out.count("</details>") > 5


def test_places_that_span_lines_have_no_columns_for_github() -> None:
    finding = reports()[0].findings[2]
    span = finding.spans[0].model_copy(update={"end_line": 9})
    report = reports()[0].model_copy(update={"findings": [finding.model_copy(update={"spans": [span]})]})
    assert "line=2,endLine=9,title=" in said("github", report)


def test_formats_for_people_say_what_comments_silence() -> None:
    text = "<!-- seoaudit: disable=TYP001 -->\n\nLe maire a dit: le marché rouvre! Que demander de plus?\n\n"
    report = seoaudit.audit(text + "Les chalets attendent les visiteurs sur la place. " * 5, source_format="markdown")
    for form in ("text", "markdown", "html"):
        assert "commentaires de l’article" in said(form, report, single=True), form
