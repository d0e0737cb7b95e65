"""What we compute: rates, bands, comparison, trend words, sentences. Pure, no I/O."""
