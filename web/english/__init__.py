"""Pages of the English edition beside the sheets, made on the server without script: start, words, history, search."""
