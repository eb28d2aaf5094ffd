// Calls the kernel for page.js; a seed becomes 64 bits, parts become one row of numbers.
import init, { draw, Run } from "./lodestone_montecarlo.js";

const ready = init();
let run;
const calls = {
  draw: (draws, seed) => draw(draws, BigInt(seed)),
  part: (draws, seed, worker, workers) => {
    run?.free();
    run = undefined;
    run = new Run(draws, BigInt(seed));
    return run.part(worker, workers);
  },
  // Of the run whose part this worker has drawn last.
  merge: (parts) => {
    const all = new Float64Array(parts.reduce((sum, p) => sum + p.length, 0));
    let end = 0;
    for (const p of parts) {
      all.set(p, end);
      end += p.length;
    }
    return run.merge(all, Uint32Array.from(parts, (p) => p.length));
  },
};

onmessage = async ({ data: { call, numbers } }) => {
  try {
    await ready;
    const answer = calls[call](...numbers);
    postMessage({ answer }, [answer.buffer]);
  } catch (e) {
    postMessage({ error: String(e?.message ?? e) });
  }
};
