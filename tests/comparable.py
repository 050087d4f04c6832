"""A report without what typography decides, so that reports on differently typed texts can be held equal."""

from __future__ import annotations

import json
import re
import unicodedata

from seoaudit.report.model import Report


def comparable(report: Report) -> dict[str, object]:
    """All of a report but places and what typography alone decides."""
    data = report.to_dict()
    data["measures"] = {k: v for k, v in data["measures"].items() if not k.startswith("typography")}
    data["findings"] = [
        {k: v for k, v in f.items() if k not in {"spans", "excerpt", "points_lost"}}
        for f in data["findings"]
        if not f["rule"].startswith("TYP")
    ]
    data["points"] = [p for p in data["points"] if not p["rule"].startswith("TYP")]
    data["outline"] = [{k: v for k, v in e.items() if k not in {"start", "line"}} for e in data["outline"]]
    # The score once restructured counts the typography too.
    data = {k: v for k, v in data.items() if k not in {"score", "score_after", "best_changes", "restructured"}}
    for width in ("title_pixels", "alternative_pixels"):
        data["snippet"].pop(width)
    # What is taken from the text is shown with the article's own characters.
    shown = re.sub(
        "[\u00a0\u202f]",
        " ",
        json.dumps(data, ensure_ascii=False).replace("’", "'").replace("&#x27;", "'").replace("\u00ad", ""),
    )
    plain: dict[str, object] = json.loads(unicodedata.normalize("NFC", shown))
    return plain
