"""Accounts of many articles put together as events: pure functions, no database."""
