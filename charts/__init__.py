"""Pure functions: tidy rows in, figure with description and table out. No I/O, no clock, no Streamlit."""
