"""Words, sentences, folding and slugs: pure functions of strings."""
