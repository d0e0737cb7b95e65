"""Arrow allocates as the rest of the process does, and reads in one thread."""

import subprocess
import sys

from tests.conftest import ROOT

CODE = """
import pyarrow as pa
from web.patches import arrow_memory
before = pa.default_memory_pool().backend_name
arrow_memory.use_system_pool()
print(before, pa.default_memory_pool().backend_name, pa.cpu_count())
"""


def test_arrow_uses_the_system_allocator_which_is_not_its_default() -> None:
    answer = subprocess.run([sys.executable, "-c", CODE], cwd=ROOT, capture_output=True, text=True, check=True)
    before, after, threads = answer.stdout.split()
    assert before != "system", "the default of Arrow: else the patch has no use any more"
    assert (after, threads) == ("system", "1")
