"""What the parties do and hold: events, positions, conditionals, from one lexicon of cues."""
