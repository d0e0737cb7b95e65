"""What an operator types after ``python -m data_sources``, in groups."""
