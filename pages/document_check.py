"""Cijfercheck van uw document: the figures in a text of the reader, held against ours; the text is forgotten at once."""

import streamlit as st

from editions.document_check import check_text
from pages._parts import load
from pages._parts.document import asking, outcomes
from pages._parts.figure import parts_of_page
from pages._parts.ui import address, markup, notice

address.enter()
edition = load.current_edition()
st.title("Cijfercheck van uw document")
top = st.container()
markup.lead(
    "Uw tekst wordt niet bewaard en niet doorgestuurd. Wij lezen hem één keer, in het geheugen van de server. Daar rekenen wij "
    "de cijfers over Veilig Thuis na. Daarna vergeet de server uw tekst."
)
given = asking.taken()
if given is not None and given.problem:
    st.warning(given.problem)
if given is not None and given.text:
    outcomes.show(edition, given.text, check_text(edition, given.text))
asking.ask()
with parts_of_page.fold("Wat doet deze controle wel en niet?", key="document-uitleg"):
    markup.bullets(
        (
            "De controle zoekt zinnen met een aantal meldingen of adviezen, een plaats en een jaar. Dat gaat met vaste regels, zonder taalmodel.",
            "‘Klopt’ en ‘wijkt af’ zeggen wij alleen bij dezelfde telling, dezelfde plaats en dezelfde tijd.",
            "‘Klopt voor een half jaar’: het cijfer past bij een half jaar, maar de zin noemt een heel jaar.",
            "‘Past binnen de schatting’: de zin noemt een schatting of een rond getal, en ons cijfer past daarbij.",
            "‘Niet te controleren’ zegt niets over het cijfer zelf. Er staat bij wat er ontbreekt.",
            "Delen van de meldingen, zoals die van de politie of over kinderen, rekent de controle niet na. Drie delen wel: het aandeel adviezen, vervolgmeldingen en hermeldingen.",
            "Noemt een zin geen plaats of jaar? Dan kijkt de controle naar de kop erboven en naar hooguit drie zinnen ervoor.",
        )
    )
markup.link("/bronnen", "Waar onze cijfers vandaan komen")
with top:
    address.show_wrong()
    notice.version(edition)
