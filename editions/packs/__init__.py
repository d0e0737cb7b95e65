"""What the packs for a council say: built from the objects that the pages show, nothing computed again."""
