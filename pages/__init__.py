"""What a reader sees: thin pages that choose, call and show."""
