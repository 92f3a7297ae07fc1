"""Which reading of a word is meant: its neighbours and what they prefer."""
