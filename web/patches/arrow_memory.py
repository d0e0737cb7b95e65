"""Use the system allocator for Arrow, in one thread; saves 12 MB per worker.

Arrow comes with an allocator of its own and a thread per core; for tables of a megabyte they keep memory for good.
Replaces: nothing private (pyarrow's public settings). Upstream: apache/arrow#45882, memory that is not given back.
Bar: memory_idle. Test: tests/web/patches/test_arrow_memory.py. Measure: make bench NAMES=patches.
"""

import pyarrow as pa


def use_system_pool() -> None:
    """Allocate as Python does; call it before anything is read."""
    pa.set_memory_pool(pa.system_memory_pool())
    pa.set_cpu_count(1)
