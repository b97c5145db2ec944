"""Reports of talks, calls and summits: who, when, where, how far."""
