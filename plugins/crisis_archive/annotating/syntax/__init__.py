"""A light grammar of news English for quotations and figures: clauses, cue verbs, noun phrases. No model."""
