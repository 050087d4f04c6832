"""The house style of a newspaper as rules of seoaudit; the rules are the YAML files beside this file."""
