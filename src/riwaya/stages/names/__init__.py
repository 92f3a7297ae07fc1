"""The parts of mentions: names, titles, bodies, common nouns, and what resumes them."""
