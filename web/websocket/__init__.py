"""The websocket between a run and a reader: the messages of a run go together, not 45 times one by one.

Messages of a run leave this process in one write when the run is over (`script_run_buffer`, `coalescing_transport`),
and the browser draws them in one go (`message_batching.js`, in every page). All use public ways: an ASGI middleware, a
protocol class named with `--ws`, a subclass of WebSocket. web/patches says what each brings and switches it off.
"""
