"""What holds across texts: entities, reuse, crises, dates, disputes."""
