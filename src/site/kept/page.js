// Keeps the site for a second visit without a network, and says when there is a newer one. It runs when a page has been
// loaded and has had time to do what the reader came for.
const words = @words;
const at = new URL("./", import.meta.url);
const shop = navigator.serviceWorker;
const language = document.documentElement.lang.split("-")[0];
const QUIET = 4000;

function button(text, act) {
  const made = document.createElement("button");
  made.type = "button";
  made.textContent = text;
  made.addEventListener("click", act);
  return made;
}

// The line is at the foot of the window, so that nothing moves; it is there before it says something, so that it is read out.
function announce(use) {
  const said = words[language];
  if (!said || document.getElementById("newer")) return;
  const line = document.createElement("p");
  line.id = "newer";
  line.className = "notice";
  line.setAttribute("role", "status");
  Object.assign(line.style, { position: "sticky", bottom: 0, zIndex: 5, margin: 0, padding: "0.75rem 1rem", background: "var(--paper)", borderTop: "2px solid var(--accent)", display: "flex", maxInlineSize: "none", borderInlineStart: 0, flexWrap: "wrap", gap: "0.5rem 1rem", alignItems: "center" });
  document.body.append(line);
  document.documentElement.style.scrollPaddingBottom = "6rem";
  const close = () => {
    line.remove();
    document.documentElement.style.scrollPaddingBottom = "";
  };
  setTimeout(() => {
    const text = document.createElement("span");
    text.textContent = said.newer;
    line.append(text, button(said.use, use), button(said.later, close));
  }, 100);
}

// Whether this page is answered by the worker of its own site: above a release in a folder of its own stands that of the newest,
// beside which its own is no newer release.
const own = () => !!shop.controller && shop.controller.scriptURL === new URL("sw.js", at).href;

async function begin() {
  const controlled = own();
  let asked = false;
  shop.addEventListener("controllerchange", () => {
    if (asked) location.reload();
    // Another window has taken the newer release; this one still shows the older.
    else if (controlled) announce(() => location.reload());
  });
  const newer = (worker) => announce(() => {
    asked = true;
    worker.postMessage({ use: true });
  });
  const watch = (worker) => worker && worker.addEventListener("statechange", () => {
    if (worker.state === "installed" && own()) newer(worker);
  });
  const kept = await shop.register(new URL("sw.js", at), { scope: at });
  if (kept.waiting && own()) newer(kept.waiting);
  watch(kept.installing);
  kept.addEventListener("updatefound", () => watch(kept.installing));
  document.addEventListener("visibilitychange", () => document.hidden || kept.update().catch(() => {}));
  const { active } = await shop.ready;
  // Who pays for each byte, or waits for it, gets what was looked at and no more.
  const { saveData, effectiveType } = navigator.connection || {};
  const seen = [location.href, ...performance.getEntriesByType("resource").map((entry) => entry.name)];
  active.postMessage({ seen, language: saveData || /[23]g/.test(effectiveType) ? null : language });
}

// A page in a frame of somebody else's keeps nothing. Where a browser refuses, the page works as before.
if (shop && self === self.top) setTimeout(() => begin().catch(() => {}), QUIET);
