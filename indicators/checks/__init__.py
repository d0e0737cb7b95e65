"""Checks of printed figures: what a document prints against what follows from its own parts, or from CBS."""
