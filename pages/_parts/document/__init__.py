"""The document of a reader: read in memory, checked, shown, and forgotten when the run ends."""
