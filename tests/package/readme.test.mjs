// The examples of the README run as they stand, and print what stands behind them.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test from "node:test";

import { folder } from "./support.mjs";

const readme = readFileSync(join(folder, "README.md"), "utf8");
const examples = [...readme.matchAll(/^```js\n([\s\S]*?)^```/gm)].map(([, code]) => code);
/** Begins what a line prints. */
const PRINTS = " // → ";

/** A folder in which the package is installed. */
function installed(work) {
  const place = mkdtempSync(join(tmpdir(), "lodestone-"));
  try {
    mkdirSync(join(place, "node_modules"));
    symlinkSync(folder, join(place, "node_modules/lodestone-magnets"), "dir");
    writeFileSync(join(place, "package.json"), "{}");
    return work(place);
  } finally {
    rmSync(place, { recursive: true });
  }
}

test("the_examples_of_the_readme_run_as_they_stand_and_print_what_they_say", () => {
  const run = examples.filter((code) => !code.includes("document."));
  assert.ok(run.length >= 6, `${run.length} examples`);
  for (const code of run) {
    const wanted = code.split("\n").filter((line) => line.includes(PRINTS)).map((line) => line.split(PRINTS)[1]);
    assert.ok(wanted.length > 0, `an example that prints nothing:\n${code}`);
    const printed = installed((place) => {
      writeFileSync(join(place, "example.mjs"), code);
      return execFileSync(process.execPath, ["example.mjs"], { cwd: place, encoding: "utf8" });
    });
    assert.deepEqual(printed.trim().split("\n"), wanted, code);
  }
});

test("every_function_has_an_example", () => {
  const all = examples.join("\n");
  for (const name of ["init", "cost", "demand", "supply", "balance", "shock", "report", "solve", "simulate", "claims", "schema", "chartSvg", "mount", "version"]) {
    assert.match(all, new RegExp(`\\b${name}\\(`), name);
  }
});
