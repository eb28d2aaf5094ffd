// window.mc(draws, seed, workers = 1): a promise of [mean, p5, p50, p95]. Nothing is computed on this thread.

const workers = [];

// Asks worker `i`, which is started when first needed.
const ask = (i, call, numbers, transfer = []) => new Promise((resolve, reject) => {
  const worker = (workers[i] ??= new Worker("worker.js", { type: "module" }));
  worker.onmessage = ({ data }) => ("error" in data ? reject(new Error(data.error)) : resolve(data.answer));
  worker.onerror = (e) => reject(new Error(e.message || "the worker could not be started"));
  worker.postMessage({ call, numbers }, transfer);
});

async function draw(draws, seed, count) {
  if (count === 1) return [...(await ask(0, "draw", [draws, seed]))];
  const drawn = Array.from({ length: count }, (_, i) => ask(i, "part", [draws, seed, i, count]));
  // All of them, so that none still answers when the next run begins.
  const parts = await Promise.allSettled(drawn);
  const failed = parts.find((p) => p.status === "rejected");
  if (failed) throw failed.reason;
  const numbers = parts.map((p) => p.value);
  return [...(await ask(0, "merge", [numbers], numbers.map((n) => n.buffer)))];
}

// One run after the other.
let last = Promise.resolve();
window.mc = (draws, seed, count = 1) => (last = last.catch(() => {}).then(() => draw(draws, seed, count)));
