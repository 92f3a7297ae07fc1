"""The store: pages, readings and what is derived from them, in one database."""
