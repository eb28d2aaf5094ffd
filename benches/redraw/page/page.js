import init, { prepare, update } from "./lodestone_redraw.js";

const asked = new URLSearchParams(location.search);
const series = Number(asked.get("series") ?? 3), points = Number(asked.get("points") ?? 200);
const canvas = document.querySelector("canvas");
window.ready = init().then(() => {
  window.prepare = (i) => prepare(i, series, points);
  window.update = () => update(canvas, devicePixelRatio);
  window.prepare(0);
  window.update(0);
});
