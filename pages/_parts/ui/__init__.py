"""What every page is made of: controls, markup, notices, and small sections that several pages share."""
