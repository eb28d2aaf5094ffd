// Shows a calculator of this package in a frame that can reach neither the page nor a network. Licence: MIT OR Apache-2.0.
// Not here: the calculators themselves (frames/), which the site writes, and the messages (message.schema.json).
import { LodestoneError } from "./error.js";

const TYPE = "lodestone.v1";
const CALCULATORS = ["motor", "turbine", "products", "demand", "shocks", "balance"];
const LANGUAGES = ["en", "ko", "zh"];
const THEMES = ["light", "dark", "auto"];
const EVENTS = ["ready", "change", "resize", "error"];
const KEYS = ["calculator", "lang", "theme", "inputs", "show", "files"];
// The programs that a document has room for.
const PROGRAMS = ["page", "lens"];
const NAMES = { en: "Lodestone calculator", ko: "Lodestone 계산기", zh: "Lodestone计算器" };
// A frame is no taller than that, whatever it says.
const TALLEST = 20000;
let count = 0;

function refused(field, value, accepted) {
  const shown = typeof value === "string" ? `“${value.slice(0, 40)}”` : typeof value;
  return new LodestoneError({ field, value: shown, accepted, message: `${field}: ${shown} is not possible. Accepted: ${accepted}.` });
}

/** Own listed keys and values that stand there; nothing of a value is run. */
function plain(field, given) {
  if (given === undefined) return new Map();
  let all;
  try {
    const above = Object.getPrototypeOf(given);
    if (typeof given !== "object" || Array.isArray(given) || (above && Object.getPrototypeOf(above))) throw given;
    all = Object.entries(Object.getOwnPropertyDescriptors(given)).filter(([, found]) => found.enumerable);
    if (all.some(([, found]) => found.get || found.set)) throw given;
  } catch {
    throw refused(field, given, "a plain object");
  }
  return new Map(all.map(([key, found]) => [key, found.value]).filter(([, value]) => value !== undefined));
}

function settings(given) {
  const all = plain("mount", given);
  for (const key of all.keys()) if (!KEYS.includes(key)) throw refused("mount", key, KEYS.join(", "));
  const one = (key, accepted, usual) => {
    const value = all.get(key) ?? usual;
    if (!accepted.includes(value)) throw refused(key, value, accepted.join(", "));
    return value;
  };
  const show = all.get("show");
  if (show !== undefined && !(typeof show === "string" && /^[\w-]{1,40}$/.test(show))) throw refused("show", show, "all, or the key of a chart");
  const files = all.get("files") ?? new URL(".", import.meta.url);
  if (!(typeof files === "string" || files instanceof URL)) throw refused("files", files, "an address");
  return { calculator: one("calculator", CALCULATORS, "motor"), lang: one("lang", LANGUAGES, "en"), theme: one("theme", THEMES, "auto"), inputs: inputs(all.get("inputs")), show, files };
}

/** Inputs as the frame takes them; what they mean is the frame's to say. */
function inputs(given) {
  const all = plain("inputs", given);
  for (const [key, value] of all) {
    if (!/^[\w.-]{1,60}$/.test(key)) throw refused("inputs", key, "the keys of schema()");
    const fits = typeof value === "number" ? Number.isFinite(value) : typeof value === "string" && value.length <= 2000 && !/[\r\n]/.test(value);
    if (!fits) throw refused(key, value, "a finite number, or a text of at most 2000 characters");
  }
  return Object.fromEntries(all);
}

const loaded = new Map();

/** A file of the package, fetched once; one that could not be fetched is fetched again. */
function file(files, name, read) {
  const at = new URL(name, new URL(files, document.baseURI)).href;
  if (!loaded.has(at)) {
    const fetched = fetch(at).then((answer) => {
      if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
      return read(answer);
    });
    fetched.catch(() => loaded.delete(at));
    loaded.set(at, fetched);
  }
  return loaded.get(at);
}

async function base64(answer) {
  const bytes = new Uint8Array(await answer.arrayBuffer());
  let text = "";
  // A call takes so many arguments, not more.
  for (let i = 0; i < bytes.length; i += 0x8000) text += String.fromCharCode(...bytes.subarray(i, i + 0x8000));
  return btoa(text);
}

const quoted = (text) => text.replace(/&/g, "&amp;").replace(/"/g, "&quot;").replace(/</g, "&lt;");

/** The document with its programs in their places, and what its address would say. */
async function whole({ calculator, lang, files }, query) {
  const texts = PROGRAMS.map((name) => file(files, `frames/${name}.bin`, base64));
  let [html, ...programs] = await Promise.all([file(files, `frames/${lang}-${calculator}.html`, (answer) => answer.text()), ...texts]);
  PROGRAMS.forEach((name, i) => {
    const place = `<script type="application/gzip" id="${name}">`;
    html = html.replace(place, () => place + programs[i]);
  });
  return html.replace("<html ", () => `<html data-query="${quoted(`?${query}`)}" `);
}

export function mount(element, given) {
  if (!(typeof Element === "function" && element instanceof Element)) throw refused("element", element, "an element of the page");
  const asked = settings(given), id = `lodestone-${(count += 1)}`;
  const query = new URLSearchParams(asked.inputs);
  query.set("id", id);
  query.set("host", location.origin);
  if (asked.theme !== "auto") query.set("theme", asked.theme);
  if (asked.show) query.set("show", asked.show);
  const frame = document.createElement("iframe");
  frame.setAttribute("sandbox", "allow-scripts");
  frame.title = NAMES[asked.lang];
  frame.lang = asked.lang;
  frame.style.cssText = "display:block;width:100%;height:640px;border:0";
  const heard = Object.fromEntries(EVENTS.map((event) => [event, new Set()]));
  let early = [], waiting = [], gone = false;

  const tell = (event, said) => heard[event].forEach((f) => f(said));
  const post = (message) => {
    if (gone) return;
    // A frame that has not said anything yet does not hear. Its origin is that of nobody, so nobody can be named.
    if (early) early.push(message);
    else frame.contentWindow.postMessage({ type: TYPE, ...message }, "*");
  };
  const hear = ({ source, data }) => {
    if (gone || source !== frame.contentWindow || data?.type !== TYPE || data.id !== id || typeof data.event !== "string") return;
    const before = early;
    early = undefined;
    before?.forEach(post);
    const state = { inputs: data.inputs, outputs: data.outputs, release: data.release };
    if (data.event === "resize") {
      const height = Math.min(Math.max(Number(data.height) || 0, 80), TALLEST);
      frame.style.height = `${height}px`;
      tell("resize", { height });
    } else if (data.event === "state") waiting.splice(0).forEach(({ done }) => done(state));
    else if (data.event === "error") tell("error", { reason: String(data.reason) });
    else if (EVENTS.includes(data.event)) tell(data.event, state);
  };
  const end = (reason) => waiting.splice(0).forEach(({ failed }) => failed(new LodestoneError({ field: "get", value: id, accepted: "a calculator that is shown", message: reason })));
  addEventListener("message", hear);
  element.append(frame);
  whole(asked, query).then(
    (html) => {
      if (!gone) frame.srcdoc = html;
    },
    (fault) => {
      if (gone) return;
      const reason = `The calculator could not be fetched (${fault.message}). Accepted: the folder frames of this package beside its script, or files: its address.`;
      tell("error", { reason });
      end(reason);
    },
  );
  return {
    update(given) {
      post({ set: inputs(given) });
    },
    get() {
      if (gone) return Promise.reject(refused("get", "destroyed", "a calculator that is shown"));
      return new Promise((done, failed) => {
        waiting.push({ done, failed });
        post({ get: true });
      });
    },
    on(event, f) {
      if (!EVENTS.includes(event)) throw refused("on", event, EVENTS.join(", "));
      if (typeof f !== "function") throw refused("on", f, "a function");
      heard[event].add(f);
      return () => heard[event].delete(f);
    },
    destroy() {
      gone = true;
      removeEventListener("message", hear);
      frame.remove();
      end("get: the calculator was taken off the page. Accepted: a calculator that is shown.");
    },
  };
}
