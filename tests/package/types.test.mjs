// The types are those of the package: a sample that uses every function compiles, wrong ones do not.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test from "node:test";
import { fileURLToPath } from "node:url";

import { folder, lodestone } from "./support.mjs";

/** The script of TypeScript's compiler. */
const tsc = process.env.LODESTONE_TSC;
const sample = fileURLToPath(new URL("sample.ts", import.meta.url));

/** What the compiler says of a text; nothing where it compiles. */
function compiled(text) {
  const place = mkdtempSync(join(tmpdir(), "lodestone-"));
  try {
    mkdirSync(join(place, "node_modules"));
    symlinkSync(folder, join(place, "node_modules/lodestone-magnets"), "dir");
    writeFileSync(join(place, "package.json"), '{ "type": "module" }');
    copyFileSync(sample, join(place, "sample.ts"));
    if (text) writeFileSync(join(place, "sample.ts"), text);
    const options = ["--strict", "--noEmit", "--module", "nodenext", "--moduleResolution", "nodenext", "--target", "es2022", "--lib", "es2022,dom", "--exactOptionalPropertyTypes", "--noUncheckedIndexedAccess", "--preserveSymlinks"];
    const { stdout, status } = spawnSync(process.execPath, [tsc, ...options, "sample.ts"], { cwd: place, encoding: "utf8" });
    return status === 0 ? "" : stdout;
  } finally {
    rmSync(place, { recursive: true });
  }
}

test("a_sample_that_uses_every_function_compiles_strictly", () => {
  assert.equal(compiled(), "");
  const text = readFileSync(sample, "utf8");
  for (const name of Object.keys(lodestone.lodestone.v1)) assert.match(text, new RegExp(`\\b${name}\\(`), name);
});

test("what_the_package_refuses_does_not_compile", () => {
  const begin = 'import { cost, solve, chartSvg } from "lodestone-magnets";\n';
  for (const [line, wanted] of [
    ["cost({ imputs: {} });", "imputs"],
    ['cost({ inputs: { "ev-magnet": 3 } });', "ev-magnet"],
    ['cost({ inputs: { drive: "none-such" } });', "none-such"],
    ['cost({ scenario: "no-such" });', "no-such"],
    ["solve({});", "output"],
    ['chartSvg({ chart: "motor" });', "motor"],
    ["cost({}).motor.magnet;", "magnet"],
  ]) {
    const said = compiled(`${begin}${line}\n`);
    assert.ok(said.includes("error TS") && said.includes(wanted), `${line}: ${said}`);
  }
});
