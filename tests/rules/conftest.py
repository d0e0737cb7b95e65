"""A rule is proven on what a reader sees: a page, a sheet, a file or the open data."""

from tests.pages.conftest import read_page  # noqa: F401
from tests.web.conftest import beside, data  # noqa: F401
