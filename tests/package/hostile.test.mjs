// What was made to break something, given to each entrance: it is answered or refused in one sentence, nothing of it runs,
// nothing stays, nothing leaves.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";

import { lodestone } from "./support.mjs";

const corpus = JSON.parse(readFileSync(new URL("hostile.json", import.meta.url), "utf8"));
const make = ({ js }) => (0, eval)(`(${js})`);
await lodestone.init();

/** Every key of every function, and an argument in which the rest is as it should be. */
const entrances = {
  cost: { inputs: {}, scenario: "nd-plus-100", link: "", shocks: [], ranges: "limits", lang: "en" },
  demand: { year: 2030, ranges: "limits" },
  supply: { inputs: {} },
  balance: { ranges: "limits" },
  shock: { shocks: [], ranges: "limits" },
  report: { year: 2030, ranges: "limits" },
  solve: { output: "motor-after-usd", input: "price-nd-oxide", target: 200, within: [10, 300], over: "motor-after-usd", year: 2030 },
  simulate: { outputs: ["motor-after-usd"], ranges: { draws: 1024 } },
  claims: { id: "", topic: "", source: "", verdict: "recorded" },
  chartSvg: { chart: "motor-build", theme: "dark", width: 400, address: "https://example.org/en/motor/", ranges: "limits" },
};
/** What each needs to be answered at all. */
const least = {
  solve: { output: "motor-after-usd", input: "price-nd-oxide", target: 200 },
  simulate: { outputs: ["motor-after-usd"], ranges: { draws: 1024 } },
  chartSvg: { chart: "motor-build", ranges: "limits" },
  claims: { id: "kr-tesla-humanoid-target" },
};
const quick = (name) => least[name] ?? (["supply"].includes(name) ? {} : { ranges: "limits" });

/** Calls a function; what it refuses is one sentence with its parts. */
function call(name, argument, what) {
  let answer;
  try {
    answer = lodestone[name](argument);
  } catch (fault) {
    assert.ok(fault instanceof lodestone.LodestoneError, `${what}: ${fault?.stack ?? fault}`);
    for (const part of ["field", "value", "accepted", "message"]) assert.equal(typeof fault[part], "string", `${what}: ${part}`);
    assert.ok(fault.message.length > 10 && !/[\u0000-\u001f]/.test(fault.message), `${what}: ${fault.message}`);
    assert.ok(fault.value.length < 100 && fault.accepted.length > 0, `${what}: ${fault.value} / ${fault.accepted}`);
    return;
  }
  if (typeof answer === "string") drawn(answer, what);
}

/** What a picture is made of, and nothing else: elements that draw, without what runs or loads. */
function drawn(svg, what) {
  for (const [tag, name] of svg.matchAll(/<\/?([^\s>/]*)[^>]*>/g)) {
    assert.ok(["svg", "title", "desc", "rect", "text", "line", "polyline", "polygon", "path", "circle"].includes(name), `${what}: ${tag}`);
    assert.ok(!/\s(on\w+|href|xlink:href|style)=/i.test(tag.replace(/="[^"]*"/g, '=""')), `${what}: ${tag}`);
  }
}

const globals = Object.getOwnPropertyNames(globalThis).sort();
const fetched = [];
globalThis.fetch = (address) => {
  fetched.push(address);
  return Promise.reject(new Error("nothing is fetched"));
};

function nothingHappened(what) {
  assert.equal(globalThis.ran, undefined, `${what} ran`);
  assert.equal({}.polluted, undefined, `${what} changed every object`);
  assert.equal({}.nothing, undefined, what);
}

/** Gives the whole corpus to a function, as its argument and as each of its keys. */
function attack(name) {
  const keys = entrances[name], before = JSON.stringify(lodestone[name](quick(name)));
  for (const one of corpus) {
    call(name, make(one), `${name}(${one.name})`);
    for (const key of Object.keys(keys)) {
      const [argument, what] = [{ ...quick(name), [key]: make(one) }, `${name}({ ${key}: ${one.name} })`];
      call(name, argument, what);
      // What is taken as a text comes behind the beginning of an address, too.
      if (key === "address" && typeof argument[key] === "string") call(name, { ...argument, [key]: `https://${argument[key]}` }, `${what} in an address`);
      if (Array.isArray(keys[key])) call(name, { ...argument, [key]: [make(one), make(one)] }, `${what} in a list`);
      nothingHappened(what);
    }
  }
  assert.equal(JSON.stringify(lodestone[name](quick(name))), before, "the answer is the same as before");
}

test("each_function_answers_or_refuses_whatever_it_is_given", () => Object.keys(entrances).forEach(attack));

test("every_input_and_the_ranges_answer_or_refuse_whatever_they_are_given", () => {
  const { inputs, choices } = lodestone.schema();
  const some = [...inputs.filter((_, i) => i % 12 === 0).map(({ key }) => key), choices[0].key, "alloy.motor", "units.humanoid.2030", "shocks", "nothing", "__proto__", "constructor", "units.x.y"];
  for (const one of corpus) {
    for (const key of some) {
      const what = `inputs.${key}: ${one.name}`;
      const value = make(one);
      call("cost", { ranges: "limits", inputs: Object.defineProperty({}, key, { value, enumerable: true }) }, what);
      nothingHappened(what);
    }
    for (const key of ["seed", "draws", "nothing"]) {
      // As many draws as are asked for are drawn: not here.
      if (!(key === "draws" && make(one) === 1e308)) call("simulate", { outputs: ["motor-after-usd"], ranges: { draws: 1024, [key]: make(one) } }, `ranges.${key}: ${one.name}`);
    }
  }
  nothingHappened("an input");
});

test("a_getter_is_named_and_not_run", () => {
  assert.throws(() => lodestone.cost({ get lang() { globalThis.ran = true; return "ko"; } }), { name: "LodestoneError" });
  assert.throws(() => lodestone.cost({ inputs: { get "wind-mw"() { globalThis.ran = true; return 3; } } }), { field: "inputs", value: "get" });
  nothingHappened("a getter");
});

test("unknown_keys_are_refused_with_the_known_ones_in_the_language_that_is_asked_for", () => {
  const refused = (name, argument) => {
    try {
      lodestone[name](argument);
    } catch (fault) {
      return fault;
    }
    assert.fail(`${name} took ${JSON.stringify(argument)}`);
  };
  const top = refused("cost", { imputs: {} });
  assert.equal(top.message, "cost: “imputs” is not a known key. Known: inputs, scenario, link, shocks, ranges, lang.");
  assert.deepEqual([top.field, top.value, top.accepted], ["cost", "imputs", "inputs, scenario, link, shocks, ranges, lang"]);
  const input = refused("cost", { lang: "ko", inputs: { "ev-magnet": 3 } });
  assert.match(input.message, /^inputs: “ev-magnet” 키는 없습니다\. .*ev-magnet-kg/);
  const limits = refused("cost", { inputs: { "ev-magnet-kg": -1 } });
  assert.deepEqual([limits.field, limits.value, limits.accepted.startsWith("≥ 0")], ["ev-magnet-kg", "-1", true]);
  assert.match(limits.message, /-1|−1/);
  assert.equal(refused("simulate", { outputs: [] }).field, "outputs");
  assert.equal(refused("solve", { output: "motor-after-usd" }).field, "input");
  assert.equal(refused("cost", { link: "?a=1", scenario: "nd-plus-100" }).field, "link");
});

test("a_calculator_without_a_page_is_refused", () => {
  for (const one of corpus) {
    assert.throws(() => lodestone.mount(make(one), {}), { name: "LodestoneError", field: "element" }, one.name);
  }
});

test("nothing_is_left_behind_and_nothing_leaves", () => {
  assert.deepEqual(fetched, []);
  assert.deepEqual(Object.getOwnPropertyNames(globalThis).sort(), globals);
  nothingHappened("all of it");
});
