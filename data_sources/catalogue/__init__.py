"""The catalogue: every source, table and indicator, declared once and read by captions, files, pages and tests."""
