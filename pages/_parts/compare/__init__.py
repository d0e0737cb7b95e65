"""Parts that set places and periods side by side."""
