"""The prose of the rules' examples, for tests in which only the length matters."""

from seoaudit.assessment.filler import expand, filler

__all__ = ["expand", "filler"]
