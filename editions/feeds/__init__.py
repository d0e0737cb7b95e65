"""What a feed tells: every cell that a publish changed, once, in entries of one table and period."""
