"""Where settings come from: the files around an article, their overrides by path, and the order of all layers."""
