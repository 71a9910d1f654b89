"""Places of the world: countries, cities, demonyms. Nothing is loaded before it is asked for."""
