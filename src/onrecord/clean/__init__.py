"""Capture -> Article: the text made once, its blocks, its title, outlet and dates."""
