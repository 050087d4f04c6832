"""The assessment: settings, measures, rules, and the judgement with its points and findings."""
