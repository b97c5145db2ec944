"""Scoring components on labelled data, their peers beside them: what `onrecord bench` runs. No stage needs it."""
