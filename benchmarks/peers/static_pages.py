"""Write the limit: one static page with hand-made SVG, and one with plotly.js.

Both hold a map, a trend and a table, and a step changes all three, as on the pages of the peers and on ours: the colours,
the mark at the period in the trend, the rows of the table.
"""

from __future__ import annotations

import json
from html import escape
from pathlib import Path

import plotly

from benchmarks.peers import figures, world

_COLOURS = ["#f2f0f7", "#dadaeb", "#bcbddc", "#9e9ac8", "#756bb1", "#54278f"]
_BREAKS = (20.0, 30.0, 40.0, 50.0, 65.0)
_SCRIPT = "plotly.0000000a.js"


def write(folder: Path) -> Path:
    """Write svg.html, plotly.html, the plotly script of the Python package and the shapes; returns the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    script = Path(plotly.__file__).parent / "package_data" / "plotly.min.js"
    (folder / _SCRIPT).write_bytes(script.read_bytes())
    (folder / "shapes.0000000a.json").write_text(world.shapes_json(), encoding="utf-8")
    (folder / "world_110m.json").write_text(world.EMPTY, encoding="utf-8")
    (folder / "svg.html").write_text(_svg_page(), encoding="utf-8")
    (folder / "plotly.html").write_text(_plotly_page(), encoding="utf-8")
    return folder


def _class_of(value: float) -> int:
    return sum(value >= border for border in _BREAKS)


def _table() -> str:
    return f'<table><caption>{figures.TITLE}</caption><tbody id="rows">{_rows(figures.periods()[-1])}</tbody></table>'


def _rows(period: str) -> str:
    """The ten highest."""
    highest = figures.rates()[period].nlargest(10)
    return "".join(
        f"<tr><th>{escape(figures.name_of(code))}</th><td>{value}</td></tr>" for code, value in highest.items()
    )


def _rows_of_all_periods() -> str:
    return json.dumps([_rows(period) for period in figures.periods()])


def _head() -> str:
    return (
        f'<!DOCTYPE html><html lang="nl"><meta charset="utf-8"><title>{figures.TITLE}</title>'
        '<meta name="viewport" content="width=device-width">'
    )


def _svg_page() -> str:
    """Class digits of all periods stand in the page; a step sets the class of each path, the mark and the rows."""
    rates, shapes = figures.rates(), figures.boundary_file()
    digits = {period: "".join(str(_class_of(value)) for value in rates[period]) for period in figures.periods()}
    paths = "".join(f'<path class="k{digits[figures.periods()[-1]][n]}" d="{shapes["p"][code][1]}"/>'
                    for n, code in enumerate(rates.index))  # fmt: skip
    style = "".join(f".k{n}{{fill:{colour}}}" for n, colour in enumerate(_COLOURS))
    values = [float(value) for value in rates.loc["GM0014"]]
    points = [f"{20 * n},{100 - value}" for n, value in enumerate(values)]
    return f"""{_head()}<style>{style}path{{stroke:#fff}}</style><h1>{figures.TITLE}</h1>
<button id="next">Volgende</button>
<svg id="map" viewBox="0 0 {shapes["w"]} {shapes["h"]}" width="600">{paths}</svg>
<svg viewBox="0 0 280 100" width="600"><polyline fill="none" stroke="#54278f" points="{" ".join(points)}"/>
<circle id="mark" r="3" transform="translate({points[-1]})"/></svg>{_table()}
<script>const D={json.dumps(list(digits.values()))},R={_rows_of_all_periods()},Q={json.dumps(points)};
const P=document.querySelectorAll('#map path'),one=id=>document.getElementById(id);let i=D.length-1;
one('next').onclick=()=>{{i=(i+1)%D.length;
 P.forEach((p,n)=>p.setAttribute('class','k'+D[i][n]));
 one('mark').setAttribute('transform',`translate(${{Q[i]}})`);
 one('rows').innerHTML=R[i];
}};</script>"""


def _plotly_page() -> str:
    """The same with plotly.js: a choropleth with shapes by address, and a trend; both updated with Plotly.restyle."""
    rates = figures.rates()
    values = {period: [float(value) for value in rates[period]] for period in figures.periods()}
    trend = [float(value) for value in rates.loc["GM0014"]]
    return f"""{_head()}<script src="{_SCRIPT}" defer></script><h1>{figures.TITLE}</h1>
<button id="next">Volgende</button><div id="map" style="height:700px"></div><div id="trend"></div>{_table()}
<script>const V={json.dumps(list(values.values()))},K={json.dumps(list(rates.index))},T={json.dumps(trend)};
const R={_rows_of_all_periods()},one=id=>document.getElementById(id);let i=V.length-1;
const quiet={{topojsonURL:location.origin+'/',displayModeBar:false}};
document.addEventListener('DOMContentLoaded',()=>{{
 Plotly.newPlot('map',[{{type:'choropleth',geojson:'shapes.0000000a.json',locations:K,z:V[i],featureidkey:'id'}}],
  {{geo:{{visible:false,projection:{{type:'mercator'}},lonaxis:{{range:[3.2,7.4]}},lataxis:{{range:[50.7,53.7]}}}},margin:{{l:0,r:0,t:0,b:0}}}},quiet);
 Plotly.newPlot('trend',[{{type:'scatter',y:T}},{{type:'scatter',mode:'markers',x:[i],y:[T[i]]}}],{{}},quiet);
 one('next').onclick=()=>{{i=(i+1)%V.length;
  Plotly.restyle('map',{{z:[V[i]]}});
  Plotly.restyle('trend',{{x:[[i]],y:[[T[i]]]}},[1]);
  one('rows').innerHTML=R[i];
 }};
}});</script>"""
