"""Figures about Veilig Thuis in the text of a reader: found by rules, held against ours (STATISTICS rule 18)."""
