"""Documents for a council: two pages for Word and five slides, with charts that can be edited."""
