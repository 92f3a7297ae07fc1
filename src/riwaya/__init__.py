"""Read Arabic news into events, each with everyone's account of it."""

__version__ = "0.1.0"
