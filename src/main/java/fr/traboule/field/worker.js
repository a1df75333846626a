// Shows the page of field agents where there is no network. It keeps that page alone, without a word of who is there, with its
// style and script; nothing else of the desk.
"use strict";
const SHELL = "/agents/terrain/hors-ligne";
const KEPT = "terrain";
const PATIENCE = 8000;

const keep = async (cache, address) => {
  const known = await cache.match(address);
  if (known) return known;
  const answer = await fetch(address);
  if (answer.ok) await cache.put(address, answer.clone());
  return answer;
};

// The page says what it needs; a style sheet says which letters.
const refresh = async () => {
  const answer = await fetch(SHELL, { redirect: "error", cache: "no-store" });
  if (!answer.ok) throw new Error(String(answer.status));
  const html = await answer.clone().text();
  const needed = [...html.matchAll(/<(?:link|script|img)\s[^>]*?(?:href|src)="(\/[^"]+)"/g)]
    .map((found) => found[1].replaceAll("&amp;", "&"));
  const cache = await caches.open(KEPT);
  for (const address of [...needed]) {
    const part = await keep(cache, address);
    if (!address.includes(".css")) continue;
    for (const [, inside] of (await part.clone().text()).matchAll(/url\(["']?([^"')]+)["']?\)/g)) {
      const letters = new URL(inside, new URL(address, location.origin));
      if (letters.origin !== location.origin) continue;
      needed.push(letters.pathname + letters.search);
      await keep(cache, letters.pathname + letters.search);
    }
  }
  await cache.put(SHELL, answer);
  for (const kept of await cache.keys()) {
    const { pathname, search } = new URL(kept.url);
    if (pathname !== SHELL && !needed.includes(pathname + search)) await cache.delete(kept);
  }
};

const open = async (asked) => {
  const kept = async () => (await caches.open(KEPT)).match(SHELL);
  try {
    const late = new Promise((done, failed) => setTimeout(() => failed(new Error("late")), PATIENCE));
    const answer = await Promise.race([fetch(asked), late]);
    return answer.status >= 502 && answer.status <= 504 ? (await kept()) || answer : answer;
  } catch (failure) {
    const shell = await kept();
    if (shell) return shell;
    throw failure;
  }
};

const part = async (asked) => (await (await caches.open(KEPT)).match(asked)) || fetch(asked);

self.addEventListener("install", (event) => {
  self.skipWaiting();
  event.waitUntil(refresh());
});
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
self.addEventListener("message", (event) => event.waitUntil(refresh().catch(() => {})));
self.addEventListener("fetch", (event) => {
  const asked = event.request;
  if (asked.method !== "GET") return;
  if (asked.mode === "navigate") event.respondWith(open(asked));
  else if (["style", "script", "font", "image"].includes(asked.destination)) event.respondWith(part(asked));
});
