"""Parameters that other sites and mail programs add to an address: they mean nothing here and are never passed on."""

from __future__ import annotations

import re

_TRACKING = re.compile(
    r"(utm|mtm|pk|piwik|matomo|hsa|mc|at|ga|oly|vero|wt|trk|spm|sc|ns|cm|ml|bsft|ef|int|itm|li|ir|_hs)_.*"
    r"|.*clid|.*clkid|.*clickid|srsltid|epik|xtor|_kx|_ke|__s|gad_source|gad_campaignid|dm_i|elq\w*|s_cid|rdt_cid|hsctatracking|mkwid"
    r"|ck_subscriber_id|fb_(action_ids|action_types|source|ref)|wt\.\w+|action_(object|type|ref)_map"
    r"|_ga|_gl|_gac|gbraid|wbraid|dclid|igsh|igshid|mkt_tok|_hsenc|_hsmi|_openstat|_branch_.*|__twitter_impression"
    r"|cmp|cmpid|campaign|ref|ref_src|ref_url|referrer|referer|src|source|share|shared|sfnsn|mibextid|rcm|si|trk|spm|s_kwcid|__tn__",
    re.IGNORECASE,
)


def is_tracking(name: str) -> bool:
    """Whether a parameter of an address only tells where a reader came from."""
    return _TRACKING.fullmatch(name) is not None
