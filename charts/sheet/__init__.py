"""Small pictures for the municipality sheet: legible at a third of an A4, drawn without a browser."""
