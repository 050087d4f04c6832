"""The report and its renderers: one function each, from a report to text."""

from seoaudit.report.model import Report, json_schema

__all__ = ["Report", "json_schema"]
