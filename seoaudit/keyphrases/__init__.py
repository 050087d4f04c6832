"""Key phrases: extraction, and matching of a keyphrase in a text."""
