"""What is new, for a program that asks for it: Atom feeds of the site and of each place, and a calendar of expectations."""
