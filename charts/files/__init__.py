"""Files of one figure: Chart in, bytes out. What stands in a file is exactly what the figure shows."""
