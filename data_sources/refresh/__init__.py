"""Fetches figures from CBS and publishes them as a new data version: fetch, tidy, validate, publish."""
