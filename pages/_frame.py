"""The frame around every page: settings, navigation and footer. It runs on every rerun, so nothing slow belongs here.

Header, help line, quick exit and menu are not here but in web/shell: they must work before Streamlit has connected.
"""

import streamlit as st

from pages._parts import load
from pages._parts.document import sending
from pages._parts.sharing import embed
from pages._parts.ui import announce, footer, navigation

st.set_page_config(layout="wide", initial_sidebar_state="collapsed")
current = st.navigation(navigation.pages(), position="hidden")
embed.style()
announce.begin()
sending.close(page=current.url_path)
current.run()
announce.show()
if not st.context.is_embedded:
    footer.show(load.current_edition().snapshot.manifest.created)
