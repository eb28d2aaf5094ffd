// node squiggle.mjs DRAWS RUNS, in a folder where @quri/squiggle-lang is installed: one JSON line of times.
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const { resolve } = createRequire(join(process.cwd(), "package.json"));
const { run } = await import(pathToFileURL(resolve("@quri/squiggle-lang")).href);
const MODEL = `m = Sym.triangular(2, 2.8, 4)
w = Sym.uniform(0.27, 0.32)
p = 60 to 140
fx = Sym.uniform(1300, 1500)
y = Sym.uniform(0.6, 0.8)
cost = m * w * p * fx / y
[mean(cost), quantile(cost, 0.05), quantile(cost, 0.5), quantile(cost, 0.95)]`;

async function once(draws, seed) {
  const environment = { sampleCount: draws, xyPointLength: 1000, seed: String(seed), profile: false };
  const { result } = await run(MODEL, { environment });
  if (!result.ok) throw new Error(result.value.toString());
  return JSON.parse(result.value.result.toString());
}

const [draws, runs] = process.argv.slice(2).map(Number), ms = [];
let summary = await once(draws, 0);
for (let seed = 1; seed <= runs; seed++) {
  const begun = performance.now();
  summary = await once(draws, seed);
  ms.push(performance.now() - begun);
}
console.log(JSON.stringify({ name: "squiggle-lang, Node", ms, summary }));
