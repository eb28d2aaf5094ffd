// What npm would publish: these files and no others, with nothing of the machine that made them.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import test from "node:test";
import { fileURLToPath } from "node:url";

import { folder } from "./support.mjs";

const npm = process.platform === "win32" ? "npm.cmd" : "npm";
const [packed] = JSON.parse(execFileSync(npm, ["pack", "--dry-run", "--json", "--ignore-scripts"], { cwd: folder, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }));
const files = packed.files.map(({ path }) => path).sort();

test("npm_packs_just_the_files_of_the_package", () => {
  const calculators = ["motor", "turbine", "products", "demand", "shocks", "balance"];
  const frames = ["en", "ko", "zh"].flatMap((lang) => calculators.map((calculator) => `frames/${lang}-${calculator}.html`));
  const wanted = ["LICENSE-APACHE", "LICENSE-DATA", "LICENSE-MIT", "README.md", "engine.js", "engine_bg.wasm", "error.js", ...frames, "frames/lens.bin", "frames/page.bin", "lodestone.d.ts", "lodestone.js", "message.schema.json", "mount.js", "package.json", "schema.json"];
  assert.deepEqual(files, wanted.sort());
  const described = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  assert.deepEqual([described.name, described.type, described.license], ["lodestone-magnets", "module", "(MIT OR Apache-2.0) AND CC-BY-4.0"]);
  assert.equal(described.dependencies, undefined);
});

test("nothing_in_the_package_names_the_machine_that_made_it", () => {
  const root = fileURLToPath(new URL("../..", import.meta.url)).replace(/\/$/, "");
  for (const file of files) {
    const bytes = readFileSync(join(folder, file));
    for (const name of [root, join(homedir(), ".cargo"), join(homedir(), ".rustup"), "/rustc/"]) assert.ok(!bytes.includes(name), `${file} names ${name}`);
  }
});
