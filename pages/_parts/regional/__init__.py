"""Parts of the pages on regional documents and the Impactmonitor."""
