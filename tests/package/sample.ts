// Every function of the package as a program in TypeScript uses it.
import type { Cost, Inputs, LodestoneError as Refused, Range } from "lodestone-magnets";
import lodestone, { LodestoneError, balance, chartSvg, claims, cost, demand, init, mount, report, schema, shock, simulate, solve, supply, version } from "lodestone-magnets";

await init();
const inputs: Inputs = { "ev-magnet-kg": "2..2.5..4", "price-nd-oxide": 80, drive: "geared", "units.humanoid.2030": 1_000_000 };
const costs: Cost = cost({ inputs, shocks: ["price:nd-metal:100"], ranges: { seed: 7, draws: 1024 }, lang: "ko" });
const after: Range | undefined = costs.motor.currencies["krw"]?.after;
const text: string = (after?.central ?? 0).toFixed(0);
const seed: number | null = costs.seed;
const set: string | number | undefined = costs.set["wind-mw"];
const tonnes: number | null | undefined = demand({ year: 2030, ranges: "limits" }).applications[0]?.magnet_t?.central;
const share: number | undefined = supply().stages["mining"]?.shares[0]?.share;
const gap: Range | null | undefined = balance({ scenario: "drought-baotou" }).years[0]?.gap_t;
const left: number = shock({ link: "?ev-magnet-kg=3" }).supply_left.low;
const keys: string[] = report({ year: 2026 }).outputs.map((o) => `${o.output} [${o.unit}] ${o.does_not_include.join(", ")}`);
const found = solve({ output: "motor-share-after", input: "price-ndpr-oxide", target: 0.2, within: [10, 300] });
if ("central" in found && "at" in found.central) {
  const price: number | undefined = found.central.at[0];
  console.log(price, found.interval[0]);
}
const first = solve({ output: "demand-humanoid-t", over: "demand-wind-t" });
if ("first_year" in first) console.log(first.first_year.central);
const quantiles: number[] = simulate({ outputs: ["motor-after-usd"] }).outputs.flatMap((o) => o.quantiles?.map((q) => q.value) ?? []);
const verdicts: string[] = claims({ verdict: "not-reproduced", source: "x" }).claims.map((c) => `${c.id} ${c.verdict}`);
const labels: string[] = schema().inputs.map((input) => input.label["zh-Hans"]);
const picture: string = chartSvg({ chart: "motor-build", theme: "dark", width: 400, inputs });
const api: "lodestone.v1" = version().api;
try {
  lodestone.v1.cost({ year: 1 } as object);
} catch (fault) {
  if (fault instanceof LodestoneError) {
    const refused: Refused = fault;
    console.log(refused.field, refused.value, refused.accepted, refused.message);
  }
}
const calculator = mount(document.body, { calculator: "turbine", lang: "zh", theme: "dark", inputs: { "wind-mw": 12 }, show: "all" });
const end: () => void = calculator.on("change", ({ outputs }) => console.log(outputs["turbine-after-usd"]?.high));
calculator.on("resize", ({ height }) => console.log(height));
calculator.update({ "wind-mw": "8..12" });
console.log((await calculator.get()).inputs["wind-mw"]);
end();
calculator.destroy();
console.log(text, seed, set, tonnes, share, gap, left, keys, quantiles, verdicts, labels, picture, api);
