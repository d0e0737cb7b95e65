// Draw the messages of a run in one go. Streamlit draws the page at the first message of a run and again when the others
// are in; they come within a few milliseconds of each other (script_run_buffer.py), so all that have come are handed over
// together.
// Relies on: a subclass of WebSocket, set before Streamlit's script. Upstream: no issue. Bar: choose_place.
// Test: tests/web/websocket/test_message_batching.py. Measure: make bench NAMES=patches.
window.WebSocket = class extends WebSocket {
  addEventListener(type, listener, options) {
    if (type !== "message") {
      super.addEventListener(type, listener, options)
      return
    }
    let come = []
    const handOver = () => {
      const all = come
      come = []
      all.forEach((message) => listener.call(this, message))
    }
    super.addEventListener("message", (message) => {
      if (come.push(message) === 1) setTimeout(handOver, 2)
    }, options)
    super.addEventListener("close", handOver)
  }
}
