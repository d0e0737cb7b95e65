"""Gemeentebladen: one A4 per municipality and year, as HTML without JavaScript and as tagged PDF."""
