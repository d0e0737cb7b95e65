"""What is computed from one data version: once, for all readers, without Streamlit."""
