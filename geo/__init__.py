"""Places: codes and names, membership per year, mergers, neighbours, boundaries per year."""
