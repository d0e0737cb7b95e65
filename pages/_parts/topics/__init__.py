"""Short pages of one topic each, and the index of CBS's Impactmonitor."""
