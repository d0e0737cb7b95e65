// Figures and boundaries that the mounts on a page share: each is read once.

const payloads = new Map();
const waiting = new Map();
const outlines = new Map();

// The figures come as gzipped JSON: made once on the server, kept by Streamlit's message cache, unpacked here.
export const unpack = bytes => new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))).json();

export function publish(payload) {
  if (payloads.has(payload.id)) return; // the same, drawn already
  payloads.set(payload.id, payload);
  (waiting.get(payload.id) ?? []).forEach(tell => tell(payload));
  waiting.delete(payload.id);
}

export function payloadOf(id) {
  if (payloads.has(id)) return Promise.resolve(payloads.get(id));
  return new Promise(tell => waiting.set(id, [...(waiting.get(id) ?? []), tell]));
}

// Relative to this module, so that a base path or a deep page address does not break it.
export function outlineOf(url) {
  if (!outlines.has(url)) {
    outlines.set(url, fetch(new URL(`__ROOT__${url}`, import.meta.url)).then(answer => {
      if (!answer.ok) throw new Error(`grenzen ${answer.status}`);
      return answer.json();
    }).catch(error => { outlines.delete(url); throw error; }));
  }
  return outlines.get(url);
}
