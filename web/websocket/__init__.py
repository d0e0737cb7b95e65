"""What stands on the socket between a run and a reader, so that neither side does 45 times what it can do once.

Messages of a run leave this process in one write when the run is over (`script_run_buffer`, `coalescing_transport`),
and the browser draws them in one go (`message_batching.js`, in every page). All use public ways: an ASGI middleware, a
protocol class named with `--ws`, a subclass of WebSocket. web/patches says what each brings and switches it off.
"""
