"""Temporal expressions: a small grammar over tokens."""
