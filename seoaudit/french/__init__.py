"""French text: words, sentences, syllables, readability, the parse, and what they are measured by."""
