"""Parts of one place: its card, choice, figures, trend and what more there is to say."""
