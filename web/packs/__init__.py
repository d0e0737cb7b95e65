"""Packs for a council: /raadspakket/, a document of two pages and five slides for each place and each comparison."""
