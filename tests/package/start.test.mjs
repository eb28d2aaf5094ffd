// The start of the program: what is asked before it, a start that fails, one from bytes, and the names under its version.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import test from "node:test";

import { folder, lodestone } from "./support.mjs";

const { v1 } = lodestone.lodestone;

test("a_program_that_has_not_been_started_says_so_and_one_that_failed_starts_again", async () => {
  for (const name of ["cost", "schema", "version", "chartSvg"]) {
    assert.throws(() => lodestone[name]({}), { name: "LodestoneError", field: name, accepted: "await init()" });
  }
  for (const source of [new Uint8Array(8), new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]), "../nothing.wasm", 3, {}]) {
    await assert.rejects(lodestone.init(source), { name: "LodestoneError", field: "init" });
    assert.throws(() => lodestone.cost(), { field: "cost" });
  }
  await lodestone.init(await readFile(join(folder, "engine_bg.wasm")));
  await Promise.all([lodestone.init(), lodestone.init(new Uint8Array(8))]);
  assert.equal(lodestone.version().api, "lodestone.v1");
});

test("everything_stands_under_its_version_and_cannot_be_changed_there", () => {
  assert.equal(lodestone.default, lodestone.lodestone);
  for (const name of Object.keys(v1)) assert.equal(v1[name], lodestone[name], name);
  const others = Object.keys(lodestone).filter((name) => !(name in v1));
  assert.deepEqual(others.sort(), ["LodestoneError", "default", "lodestone"]);
  assert.ok(Object.isFrozen(v1) && Object.isFrozen(lodestone.lodestone));
});

test("an_answer_is_the_callers_own", () => {
  const first = v1.cost({ ranges: "limits" });
  const before = JSON.stringify(first);
  first.motor.magnet_kg.central = -1;
  first.flags.push("mine");
  assert.equal(JSON.stringify(v1.cost({ ranges: "limits" })), before);
});
