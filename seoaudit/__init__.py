"""Rule-based SEO auditor and structurer for French articles."""
