"""Figures as published: catalogue, readers, snapshot, refresh. Knows nothing of places, pages or charts."""
