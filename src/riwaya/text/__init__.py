"""Pure functions on strings and numbers; they know nothing of documents."""
