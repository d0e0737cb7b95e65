"""A figure as a card on a page: title, drawing, table, source, and what a reader can do with it."""
