"""The reading site as plain files, for any file host: ``python -m web.export --out FOLDER``.

Pages are the scripts of pages/, run once each without a browser and written as HTML (recording.py, web/page_elements.py);
sheets and open data come from the functions that answer for them (docs/decisions/a-site-of-files.md).
"""
