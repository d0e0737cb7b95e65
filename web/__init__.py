"""Everything outside the Streamlit script: middleware and routes."""
