// What the tests of the package share: the package as a page has it, the command, random numbers that are the same each time.
import { execFile } from "node:child_process";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";

/** The folder of the package. */
export const folder = process.env.LODESTONE_PACKAGE;
/** The native command. */
const command = process.env.LODESTONE_COMMAND;
if (!folder || !command) throw new Error("LODESTONE_PACKAGE and LODESTONE_COMMAND name the folder of the package and the command; `cargo xtask test` sets them.");

export const lodestone = await import(pathToFileURL(`${folder}/lodestone.js`));
const run = promisify(execFile);

/** What the command answers as JSON, or the sentence by which it refuses. */
export async function asked(args) {
  try {
    const { stdout } = await run(command, [...args, "--json"], { maxBuffer: 1 << 26 });
    return { answer: JSON.parse(stdout) };
  } catch (fault) {
    if (fault.code !== 2) throw fault;
    return { refused: fault.stderr.trim().replace(/^lodestone: /, "") };
  }
}

/** What the package answers, or the sentence by which it refuses. */
export function given(name, argument) {
  try {
    return { answer: lodestone[name](argument) };
  } catch (fault) {
    if (!(fault instanceof lodestone.LodestoneError)) throw fault;
    return { refused: fault.message };
  }
}

/** Random numbers between 0 and 1 (mulberry32), the same for the same seed. */
export function random(seed) {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Does the work for each of a list, some at a time. */
export async function each(list, work) {
  const rest = list.entries();
  const worker = async () => {
    for (const [i, one] of rest) await work(one, i);
  };
  await Promise.all([worker(), worker()]);
}
