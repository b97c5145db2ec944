"""Figures, documents on the table, past events invoked."""
