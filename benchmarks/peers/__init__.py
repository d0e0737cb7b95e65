"""The pages we compare with: the limit, and the same page in other frameworks. Made-up figures only."""
