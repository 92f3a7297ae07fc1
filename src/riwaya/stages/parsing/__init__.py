"""The parts of phrases and clauses: segments, predicates, their arguments and how they hang together."""
