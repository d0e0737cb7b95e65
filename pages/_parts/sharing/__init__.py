"""What a reader takes away: files, links, embed code, whole tables."""
