"""The data folder turned into one frozen Lexicon."""
