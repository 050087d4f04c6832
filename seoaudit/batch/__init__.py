"""A run over many articles: which files, in which processes, from which cache, and whether it passes."""
