// The package and the command give the same answers to the same questions, to the last bit.
import assert from "node:assert/strict";
import test from "node:test";

import { asked, each, given, lodestone, random } from "./support.mjs";

await lodestone.init();
const schema = lodestone.schema();
/** How many states are made up. */
const STATES = 200;

/** A state as arguments of both: what the package is given, and the options of the command. */
function state({ inputs = {}, scenario, shocks, year }) {
  const options = [];
  if (scenario) options.push("--scenario", scenario);
  for (const [key, value] of Object.entries(inputs)) options.push("--set", `${key}=${value}`);
  if (shocks?.length === 0) options.push("--no-shocks");
  for (const shock of shocks ?? []) options.push("--shock", shock);
  return { argument: { inputs, scenario, shocks }, options, year };
}

/** A state that is made up: some inputs within what makes sense, as numbers, as ranges, as choices; shocks now and then. */
function madeUp(next) {
  const one = (list) => list[Math.floor(next() * list.length)];
  const inputs = {};
  for (let i = Math.ceil(next() * 5); i > 0; i -= 1) {
    const input = one(schema.inputs);
    const [low, high] = input.evidence ?? [input.min, input.max];
    const value = low + (high - low) * next();
    if (next() < 0.3 && low < value && input.takes.includes("uniform")) inputs[input.key] = `${low + (value - low) * next()}..${value}`;
    else inputs[input.key] = next() < 0.5 ? value : String(value);
  }
  if (next() < 0.5) {
    const choice = one(schema.choices);
    inputs[choice.key] = one(choice.values).key;
  }
  if (next() < 0.2) inputs["alloy.motor"] = one(schema.alloys[0].values).key;
  if (next() < 0.2) inputs[one(schema.units).key.replace("YEAR", "2030")] = Math.round(next() * 1e6);
  const shocks = next() < 0.3 ? [] : next() < 0.4 ? [`price:nd-metal:${Math.round(next() * 200)}`, `rate:krw:value:${next() * 0.3}`] : undefined;
  return state({ inputs, shocks, scenario: next() < 0.2 ? one(schema.scenarios).key : undefined, year: 2010 + Math.floor(next() * 26) });
}

const numbers = random(20261130);
const states = [
  state({ year: 2025 }),
  state({ shocks: [], year: 2026 }),
  ...schema.scenarios.map(({ key }) => state({ scenario: key, year: 2030 })),
  ...Array.from({ length: STATES }, () => madeUp(numbers)),
];

/** Both answer the same, or refuse in the same words. */
async function compare(name, argument, args) {
  const [ours, theirs] = [given(name, argument), await asked([name, ...args])];
  assert.deepStrictEqual(ours, theirs, `${name} ${JSON.stringify(argument)}`);
  return ours;
}

/** No range of an answer lacks a number: JSON would have null, and the types say that it has none. */
function lacking(value, what) {
  if (value === null || typeof value !== "object") return;
  if ("central" in value && "error" in value) assert.ok(Object.values(value).every(Number.isFinite), `${what}: ${JSON.stringify(value)}`);
  Object.values(value).forEach((one) => lacking(one, what));
}

/** Ranges as limits for one state, as draws for the next. */
const ways = [
  { ranges: "limits", options: ["--limits"] },
  { ranges: { seed: 7, draws: 1024 }, options: ["--seed", "7", "--draws", "1024"] },
];

/** Every state is answered by both in the same way. */
async function everywhere(name) {
  let answered = 0;
  await each(states, async ({ argument, options, year }, i) => {
    const way = ways[i % 2];
    const [asking, args] = [{ ...argument }, [...options]];
    if (name !== "supply") {
      asking.ranges = way.ranges;
      args.push(...way.options);
    }
    if (name === "demand" || name === "report") {
      asking.year = year;
      args.push("--year", String(year));
    }
    const found = await compare(name, asking, args);
    if ("answer" in found) answered += 1;
    lacking(found.answer, `${name} ${JSON.stringify(asking)}`);
  });
  // Some states that are made up make no sense, and are refused by both; most are answered.
  assert.ok(answered > STATES * 0.8, `${answered} of ${states.length}`);
}

test("cost_answers_the_same_to_the_bit_as_the_command", () => everywhere("cost"));
test("demand_answers_the_same_to_the_bit_as_the_command", () => everywhere("demand"));
test("supply_answers_the_same_to_the_bit_as_the_command", () => everywhere("supply"));
test("balance_answers_the_same_to_the_bit_as_the_command", () => everywhere("balance"));
test("shock_answers_the_same_to_the_bit_as_the_command", () => everywhere("shock"));
test("report_answers_the_same_to_the_bit_as_the_command", () => everywhere("report"));

test("without_a_word_on_ranges_both_draw_the_same", async () => {
  for (const name of ["cost", "demand", "shock"]) await compare(name, undefined, []);
});

test("solve_answers_the_same_to_the_bit_as_the_command", async () => {
  const outputs = ["motor-share-after", "motor-after-usd", "turbine-after-usd", "demand-magnet-t", "balance-gap-t"];
  const inputs = ["price-ndpr-oxide", "price-nd-oxide", "ev-magnet-kg", "wind-mw", "fx-krw"];
  await each(states, async ({ argument, options }, i) => {
    const [output, input, target] = [outputs[i % 5], inputs[(i * 3) % 5], [0.02, 150, 250000, 90000, -1000][i % 5]];
    const args = [...options, "--output", output, "--input", input, `--target=${target}`];
    const asking = { ...argument, output, input, target };
    if (i % 4 === 0) {
      asking.within = [10, 300];
      args.push("--from=10", "--to=300");
    }
    await compare("solve", asking, args);
  });
  for (const { argument, options } of states.slice(0, 20)) {
    await compare("solve", { ...argument, output: "demand-humanoid-t", over: "demand-wind-t" }, [...options, "--output", "demand-humanoid-t", "--over", "demand-wind-t"]);
  }
});

test("simulate_answers_the_same_to_the_bit_as_the_command", async () => {
  await each(states, async ({ argument, options, year }, i) => {
    const outputs = [schema.outputs[i % schema.outputs.length].key, "motor-after-usd"];
    const [seed, draws] = [i, 1024];
    const args = [...options, "--output", outputs.join(","), "--year", String(year), "--seed", String(seed), "--draws", String(draws)];
    await compare("simulate", { ...argument, outputs, year, ranges: { seed, draws } }, args);
  });
});

test("claims_and_schema_are_those_of_the_command", async () => {
  await compare("claims", {}, []);
  await compare("claims", { topic: "balance" }, ["--topic", "balance"]);
  await compare("claims", { verdict: "not-reproduced" }, ["--verdict", "not-reproduced"]);
  assert.deepStrictEqual(schema, (await asked(["schema"])).answer);
});

test("a_link_opens_as_the_command_opens_it", async () => {
  for (const link of ["?ev-magnet-kg=3&wind-mw=2..4", "https://example.org/en/motor/?scenario=won-minus-10", "?drive=geared&v=0.1.0-2026.11.1", ""]) {
    await compare("cost", { link, ranges: "limits" }, ["--from-link", link, "--limits"]);
  }
  await compare("cost", { link: "?wind-mw=x" }, ["--from-link", "?wind-mw=x"]);
});

test("what_makes_no_sense_is_refused_in_the_words_of_the_command", async () => {
  for (const lang of ["en", "ko", "zh"]) {
    for (const [key, value] of [["ev-magnet-kg", -1], ["ev-magnet-kg", "x"], ["ev-w-tb", 0.9], ["drive", "none-such"], ["units.humanoid.2030", -5], ["shocks", "price:nd-metal"]]) {
      const { refused } = await compare("cost", { lang, inputs: { [key]: value } }, ["--lang", lang, "--set", `${key}=${value}`]);
      assert.ok(refused.length > 10);
    }
  }
});

test("every_range_has_its_numbers_also_where_an_input_is_at_the_end_of_what_makes_sense", () => {
  for (const inputs of schema.inputs.flatMap(({ key, min, max }) => [{ [key]: min }, { [key]: max }])) {
    for (const name of ["cost", "demand", "shock", "balance"]) {
      const { answer } = given(name, { inputs, ranges: "limits" });
      lacking(answer, `${name} ${JSON.stringify(inputs)}`);
    }
  }
});
