"use strict";
// What a browser keeps of this release, by the digest of each file. A file of another release has another key, so a
// release that waits gathers its files beside those in use, and only what changed is fetched.
const release = @release;
const top = new URL("./", self.location).href;
const store = () => caches.open("lodestone " + top);
// The digests of the releases whose pages may still be open.
const BOOK = top + "?book";
const FILLED = top + "?filled=";
const AWAY = "away.html";
// Where a site keeps its releases: each has a worker of its own, and its pages are never answered from here.
const RELEASES = "releases/";
const languages = Object.keys(release.words);

const digest = (path) => release.pages[path] || release.files[path];
const key = (path) => top + path + "?" + digest(path).slice(7, 23);
const files = (language) => Object.keys(release.files).filter((name) => {
  const other = languages.find((each) => release.words[each].includes(name));
  return !other || other === language;
});
const pages = (language) => Object.keys(release.pages).filter((path) => {
  const begin = path.split("/")[0];
  return begin === language || !languages.includes(begin);
});

// Below the top of the site, as the list of pages has it.
function place(address) {
  const { origin, pathname } = new URL(address);
  return (origin + pathname).slice(top.length).replace(/(^|\/)index\.html$/, "$1");
}

// An answer that came by a detour is not taken for a page; its content is.
async function plain(answer) {
  const headers = new Headers(answer.headers);
  headers.delete("Content-Encoding");
  headers.delete("Content-Length");
  return new Response(await answer.arrayBuffer(), { headers });
}

async function keep(path) {
  const kept = await store();
  if (await kept.match(key(path))) return;
  // What is named by its content is there already, or never changes; documents are asked for again.
  const cache = path in release.pages ? "no-cache" : "default";
  const answer = await fetch(top + path, { integrity: digest(path), cache, priority: "low" });
  if (!answer.ok) throw new Error(path);
  await kept.put(key(path), await plain(answer));
}

async function fill(language) {
  const kept = await store();
  for (const path of [...files(language), ...pages(language)]) await keep(path);
  await kept.put(FILLED + language, new Response(""));
}

// Before a newer release says that it is there, it has what its forerunner had.
async function gather() {
  const kept = await store();
  await keep(AWAY);
  const had = (await kept.keys()).map((request) => request.url);
  const mine = had.filter((url) => !url.startsWith(BOOK) && !url.startsWith(FILLED)).map(place);
  for (const path of new Set(mine)) if (digest(path)) await keep(path);
  for (const language of languages) if (had.includes(FILLED + language)) await fill(language);
}

async function tidy() {
  const kept = await store();
  const book = await kept.match(BOOK);
  const before = book ? await book.json() : [];
  const now = Object.keys({ ...release.pages, ...release.files }).map(key);
  const stays = new Set([...now, ...before, BOOK, ...languages.map((language) => FILLED + language)]);
  for (const request of await kept.keys()) if (!stays.has(request.url)) await kept.delete(request);
  await kept.put(BOOK, new Response(JSON.stringify(now)));
}

async function page(event, path) {
  const kept = await store();
  const found = path in release.pages && await kept.match(key(path));
  if (found) return found;
  try {
    const answer = await fetch(event.request);
    // A page of another release is shown, and that release is asked for, which announces it.
    if (path in release.pages) event.waitUntil(keep(path).catch(() => self.registration.update()).catch(() => {}));
    return answer;
  } catch (fault) {
    // A host leads from a folder without its slash to the folder.
    if (path + "/" in release.pages) return Response.redirect(top + path + "/" + new URL(event.request.url).search);
    const away = await kept.match(key(AWAY));
    if (!away) throw fault;
    const text = (await away.text()).replaceAll("@top/", top);
    return new Response(text, { status: 503, headers: { "Content-Type": "text/html; charset=utf-8" } });
  }
}

async function file(event, path) {
  const asking = event.clientId && await self.clients.get(event.clientId);
  // A calculator in a frame has nothing from here.
  if (asking && asking.frameType === "nested") return fetch(event.request);
  const found = await (await store()).match(key(path));
  if (found) return found;
  const answer = await fetch(event.request);
  if (answer.ok) event.waitUntil(keep(path).catch(() => {}));
  return answer;
}

self.addEventListener("install", (event) => event.waitUntil(gather()));
self.addEventListener("activate", (event) => event.waitUntil(tidy()));
self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || !request.url.startsWith(top)) return;
  const path = place(request.url);
  if (path.startsWith(RELEASES)) return;
  if (request.mode === "navigate") {
    const own = path in release.pages || !/\.\w+$/.test(path);
    if (request.destination === "document" && own) event.respondWith(page(event, path));
  } else if (path in release.files) event.respondWith(file(event, path));
});
self.addEventListener("message", (event) => {
  const { use, seen, language } = event.data || {};
  if (use === true) self.skipWaiting();
  const wanted = Array.isArray(seen) ? seen.filter((url) => typeof url === "string" && url.startsWith(top)).map(place) : [];
  const all = async () => {
    for (const path of wanted) if (digest(path)) await keep(path);
    if (languages.includes(language)) await fill(language);
  };
  event.waitUntil(all().catch(() => {}));
});
