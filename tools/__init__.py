"""What people run while they work on the project; the app never imports it."""
