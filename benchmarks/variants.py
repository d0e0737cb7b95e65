"""Our app with some of Streamlit's defaults put back, to measure what leaving them is worth.

BENCH_VARIANT is a comma list: ``cold`` does not warm, ``collect`` collects garbage after every run as Streamlit does
by itself (and freezes nothing), ``grown:N`` repeats every indicator N times.
"""

import gc
import os
from dataclasses import replace

from streamlit import config

wanted = os.environ.get("BENCH_VARIANT", "").split(",")
times = next((int(one.split(":")[1]) for one in wanted if one.startswith("grown:")), 1)
if times > 1:
    from data_sources.catalogue import indicators

    _own = dict(indicators.INDICATORS)
    _copies = {
        f"{key}-{number}": replace(spec, id=f"{key}-{number}", title=f"{spec.title} {number}", twin=None)
        for number in range(2, times + 1)
        for key, spec in _own.items()
    }
    indicators.INDICATORS = {**_own, **_copies}

import app as site  # noqa: E402

if "collect" in wanted:
    config.set_option("runner.postScriptGC", True)  # noqa: FBT003
    gc.freeze = lambda: None
    gc.unfreeze()
if "cold" in wanted:
    site.warm.before_readers = lambda **_later: None

app = site.app
