// Lodestone for JavaScript: starts the program, names its functions, makes errors of what they refuse.
// Licence: MIT OR Apache-2.0. Not here: arithmetic (engine_bg.wasm) and the calculators that can be shown (mount.js).
import start, { ask, schema as described, version as versions } from "./engine.js";
export { mount } from "./mount.js";
import { mount } from "./mount.js";
import { LodestoneError } from "./error.js";
export { LodestoneError };

/** Where this script stands; bundlers read other uses of it as files that they shall take along. */
const HERE = import.meta.url;

let started, running = false;

/** The program from bytes, an answer, an address; in Node also from the disk. */
async function compiled(source) {
  if (source instanceof WebAssembly.Module) return source;
  let found = source;
  if (typeof source === "string" || source instanceof URL) {
    const at = new URL(source, HERE);
    if (at.protocol === "file:") found = await (await import(/* webpackIgnore: true */ /* @vite-ignore */ "node:fs/promises")).readFile(at);
    else found = await fetch(at);
  }
  if (found instanceof Response) {
    if (!found.ok) throw new Error(`${found.status} ${found.url}`);
    found = await found.arrayBuffer();
  }
  return WebAssembly.compile(found);
}

/** Compiles and starts it. A program that is another one is not started: it would stay. */
async function begin(source) {
  const module = await compiled(source);
  if (!WebAssembly.Module.exports(module).some(({ name }) => name === "ask")) throw new Error("another program");
  await start({ module_or_path: module });
  running = true;
}

/** Starts the program; once is enough. One that could not be started can be started again. */
export function init(source) {
  started ??= begin(source ?? new URL("engine_bg.wasm", import.meta.url)).catch((fault) => {
    started = undefined;
    const message = `init: the program could not be started (${fault?.message ?? fault}). Accepted: engine_bg.wasm of this package.`;
    throw new LodestoneError({ field: "init", value: String(fault?.name ?? "fault"), accepted: "engine_bg.wasm", message });
  });
  return started;
}

/** What a function of the program gives back; what it refuses is thrown as an error. */
function answered(field, work) {
  if (!running) throw new LodestoneError({ field, value: "not started", accepted: "await init()", message: `${field}: the program has not been started. Accepted: await init() before it.` });
  try {
    return work();
  } catch (fault) {
    throw fault instanceof Error ? fault : new LodestoneError(fault);
  }
}

const named = (name) => (argument) => answered(name, () => ask(name, argument));

export const cost = named("cost");
export const demand = named("demand");
export const supply = named("supply");
export const balance = named("balance");
export const shock = named("shock");
export const report = named("report");
export const solve = named("solve");
export const simulate = named("simulate");
export const claims = named("claims");
export const chartSvg = named("chartSvg");
export const schema = () => answered("schema", described);
export const version = () => answered("version", versions);

export const lodestone = Object.freeze({
  v1: Object.freeze({ init, cost, demand, supply, balance, shock, report, solve, simulate, claims, schema, chartSvg, mount, version }),
});
export default lodestone;
