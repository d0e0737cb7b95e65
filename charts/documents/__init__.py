"""The tables of the regional documents as figures: what is printed, with its place, beside what we make of it."""
