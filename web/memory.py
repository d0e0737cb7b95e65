"""What a start leaves behind: less of it, by reading figures into the memory that the rest of the process uses too.

Arrow comes with an allocator of its own and a thread per core; for tables of a megabyte they cost 12 MB for good.
"""

import pyarrow as pa


def share() -> None:
    """Let Arrow allocate as Python does, in one thread; before anything is read."""
    pa.set_memory_pool(pa.system_memory_pool())
    pa.set_cpu_count(1)
