"""Bytes into blocks into articles."""
