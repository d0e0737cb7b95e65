"""The search of the site: ``/zoek``, a plain page that works without script, and ``/zoek.json`` for suggestions."""
