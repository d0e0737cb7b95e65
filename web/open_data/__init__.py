"""Open data under /data/v1/: the figures as CSV, JSON and workbook, with filters, for anyone and any program."""
