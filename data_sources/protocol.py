"""The registration protocol of Veilig Thuis: from this year on all regions count alike."""

FIRST_YEAR = 2019
"""First year of the protocol (1 January 2019). Nothing before it is comparable, and CBS gave no national figure then."""
