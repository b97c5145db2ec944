"""Quotations, reported speech, and whose they are."""
