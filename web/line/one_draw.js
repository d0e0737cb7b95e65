// Streamlit draws the page at the first message of a run and again when the others are in. They come within a few
// milliseconds of each other (whole_runs.py), so all that have come are handed over in one go.
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
