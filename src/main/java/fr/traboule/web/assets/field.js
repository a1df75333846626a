// For agents in the street: asks the telephone where it is, keeps reports on it while there is no network, and sends each until
// it hears the answer. Without this the page sends while there is a network. Texts come from the page and from the program.
"use strict";
(() => {
  for (const place of document.querySelectorAll("[data-locate]")) {
    const fields = ["latitude", "longitude", "accuracy"].map((name) => place.querySelector(`[name=${name}]`));
    const said = place.querySelector("[data-position]");
    const drop = place.querySelector("[data-drop]");
    const words = (name) => place.querySelector(`[data-words=${name}]`).content.textContent;
    const show = () => {
      const [latitude, , accuracy] = fields.map((field) => field.value);
      drop.hidden = !latitude;
      said.textContent = latitude
        ? [words("taken"), Math.round(accuracy), accuracy > 100 ? words("weak") : ""].join(" ")
        : "";
    };
    const set = (values) => {
      fields.forEach((field, index) => { field.value = values[index]; });
      show();
    };
    place.querySelector("[data-locating]").hidden = !navigator.geolocation;
    place.querySelector("[data-take]").addEventListener("click", () => {
      said.textContent = words("asking");
      navigator.geolocation.getCurrentPosition(
        ({ coords }) => set([coords.latitude, coords.longitude, coords.accuracy]),
        () => { said.textContent = words("none"); },
        { enableHighAccuracy: true, timeout: 20000, maximumAge: 10000 },
      );
    });
    drop.addEventListener("click", () => {
      set(["", "", ""]);
      said.textContent = words("dropped");
      place.querySelector("[data-take]").focus();
    });
    place.addEventListener("shown", show);
    show();
  }

  const page = document.querySelector("[data-field]");
  if (!page || !window.indexedDB) return;
  const form = page.querySelector("form");
  const at = (name) => page.querySelector(`[data-${name}]`);
  const text = (name) => page.querySelector(`[data-words=${name}]`).content.textContent;
  const say = (...words) => {
    const said = words.join(" ");
    if (at("said").textContent !== said) at("said").textContent = said;
  };
  const limit = (name) => Number(page.dataset[name]);
  const TYPED = ["subjectWords", "description", "place", "landmark", "latitude", "longitude", "accuracy"];
  const DAY = 86400000;

  // An id as the program makes its own: the time first (UUID, version 7).
  const fresh = () => {
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    const now = Date.now();
    for (let index = 0; index < 6; index++) bytes[index] = Math.floor(now / 2 ** (8 * (5 - index))) % 256;
    bytes[6] = (bytes[6] & 15) | 112;
    bytes[8] = (bytes[8] & 63) | 128;
    return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("")
      .replace(/(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
  };

  // ---- what the telephone keeps: it is on the disk when it is said to be kept
  const opened = new Promise((done, failed) => {
    const asked = indexedDB.open("terrain", 1);
    asked.onupgradeneeded = () => {
      asked.result.createObjectStore("reports", { keyPath: "id" });
      asked.result.createObjectStore("known", { keyPath: "name" });
    };
    asked.onsuccess = () => done(asked.result);
    asked.onerror = () => failed(asked.error);
  });
  const keep = async (place, mode, act) => {
    const work = (await opened).transaction(place, mode, { durability: "strict" });
    const asked = act(work.objectStore(place));
    return new Promise((done, failed) => {
      work.oncomplete = () => done(asked.result);
      work.onabort = () => failed(work.error);
    });
  };
  const all = () => keep("reports", "readonly", (reports) => reports.getAll());
  const find = (id) => keep("reports", "readonly", (reports) => reports.get(id));
  const put = (report) => keep("reports", "readwrite", (reports) => reports.put(report));
  const erase = (id) => keep("reports", "readwrite", (reports) => reports.delete(id));

  let owner = page.dataset.agent;
  const belongsTo = async (agent) => {
    owner = agent;
    await keep("known", "readwrite", (known) => known.put({ name: "agent", value: agent }));
  };

  // ---- the form
  let photos = [];
  let mended = null;
  let keeping = false;

  const showPhotos = () => {
    at("chosen").replaceChildren(...photos.map((photo, index) => {
      const line = at("photo").content.cloneNode(true);
      line.querySelector("[data-name]").textContent = photo.name;
      line.querySelector("[data-of]").textContent = ` ${photo.name}`;
      line.querySelector("[data-remove]").addEventListener("click", () => {
        photos.splice(index, 1);
        showPhotos();
        form.elements.files.focus();
      });
      return line;
    }));
  };
  const right = () => {
    at("wrong").hidden = true;
    for (const field of form.querySelectorAll("[aria-errormessage]")) {
      field.removeAttribute("aria-errormessage");
      field.removeAttribute("aria-invalid");
    }
  };
  const wrong = (words, name) => {
    right();
    at("wrong").textContent = words;
    at("wrong").hidden = false;
    const field = form.elements[name] && form.elements[name].focus && form.elements[name].type !== "hidden"
      ? form.elements[name]
      : form.elements.subjectWords;
    field.setAttribute("aria-invalid", "true");
    field.setAttribute("aria-errormessage", "wrong");
    field.focus();
    return false;
  };
  const blank = () => {
    form.reset();
    for (const name of TYPED) form.elements[name].value = "";
    photos = [];
    mended = null;
    showPhotos();
    right();
    page.querySelector("#addresses").replaceChildren();
    page.querySelector("[data-locate]").dispatchEvent(new Event("shown"));
  };
  const plain = (words) => words.trim().normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const check = () => {
    const subject = plain(form.elements.subjectWords.value);
    const subjects = [...page.querySelectorAll("#subjects option")].map((option) => plain(option.value));
    if (!subject && !form.elements.description.value.trim()) return wrong(text("nothing"), "description");
    if (subject && !subjects.includes(subject)) return wrong(text("unknown"), "subjectWords");
    if (photos.length > limit("photos")) return wrong(text("tooMany"), "files");
    if (photos.some((photo) => photo.size > limit("largest"))) return wrong(text("tooLarge"), "files");
    return true;
  };
  // Only once the telephone keeps: else the form is sent as it is.
  const takeOver = () => {
    form.elements.files.addEventListener("change", () => {
      photos.push(...form.elements.files.files);
      form.elements.files.value = "";
      showPhotos();
      if (photos.length > limit("photos")) wrong(text("tooMany"), "files");
    });
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      if (keeping || !check()) return;
      keeping = true;
      await keepTyped().catch(() => wrong(text("noRoom"), "files"));
      keeping = false;
    });
  };
  const keepTyped = async () => {
    const waiting = (await all()).filter((report) => report.state !== "sent");
    if (!mended && waiting.length >= limit("kept")) return wrong(text("full"), "subjectWords");
    const before = mended && await find(mended.id);
    const typed = Object.fromEntries(TYPED.map((name) => [name, form.elements[name].value]));
    const same = before && (before.state === "refused" || before.state === "waiting" && !before.tried);
    const now = Date.now();
    const report = {
      id: same ? before.id : fresh(),
      owner,
      state: "waiting",
      tried: false,
      typed,
      photos,
      keptAt: now,
      seenAt: !mended ? now : mended.wrongTime ? null : mended.seenAt,
      asTyped: Boolean(mended && mended.asked === typed.place && typed.place),
    };
    await put(report);
    if (navigator.storage && navigator.storage.persist) navigator.storage.persist();
    blank();
    say(text("kept"));
    await show();
    page.querySelector("#kept").focus();
    send();
  };
  const mend = (report) => {
    blank();
    mended = report;
    for (const name of TYPED) form.elements[name].value = report.typed[name];
    photos = [...report.photos];
    showPhotos();
    page.querySelector("#addresses").replaceChildren(...(report.addresses || []).map((address) => {
      const option = document.createElement("option");
      option.value = address;
      return option;
    }));
    page.querySelector("[data-locate]").dispatchEvent(new Event("shown"));
    if (report.says) {
      wrong(report.says, report.field);
    } else {
      form.elements.description.focus();
    }
    say(text("mending"));
  };

  // ---- the list
  let busy = false;
  const line = (report) => {
    const shown = at("report").content.cloneNode(true);
    const part = (name) => shown.querySelector(`[data-${name}]`);
    const item = shown.firstElementChild;
    const title = report.typed
      ? report.typed.subjectWords || report.typed.description.slice(0, 80)
      : report.title || text("noSubject");
    part("title").textContent = title;
    for (const of of shown.querySelectorAll("[data-of]")) of.textContent = ` ${title}`;
    const seen = new Date(report.seenAt || report.keptAt);
    part("seen").dateTime = seen.toISOString();
    part("seen").textContent = new Intl.DateTimeFormat(document.documentElement.lang, {
      dateStyle: "long", timeStyle: "short",
    }).format(seen);
    for (const state of ["waiting", "refused", "sent"]) part(state).hidden = report.state !== state;
    part("tried").hidden = !report.tried || busy;
    part("says").textContent = report.says || "";
    part("link").textContent = report.number || "";
    if (report.address) part("link").href = report.address;
    part("mend").hidden = report.state === "sent" || report.state === "waiting" && report.tried;
    const sure = part("sure");
    const mending = part("mend");
    const deleting = part("delete");
    const gone = async () => {
      await erase(report.id);
      if (mended && mended.id === report.id) mended = null;
      await show();
      say(text("deleted"));
      page.querySelector("#kept").focus();
    };
    mending.disabled = deleting.disabled = busy;
    mending.addEventListener("click", () => mend(report));
    deleting.addEventListener("click", () => {
      if (report.state === "sent") return gone();
      sure.hidden = false;
      sure.querySelector("button").focus();
    });
    part("erase").addEventListener("click", gone);
    part("keep").addEventListener("click", () => {
      sure.hidden = true;
      deleting.focus();
    });
    return item;
  };
  const show = async () => {
    const reports = await all();
    const mine = reports.filter((report) => report.owner === owner).sort((one, other) => other.keptAt - one.keptAt);
    const others = reports.filter((report) => report.owner !== owner && report.state !== "sent").length;
    at("list").hidden = false;
    at("none").hidden = mine.length > 0;
    at("others").hidden = others === 0;
    at("count").textContent = others;
    at("reports").replaceChildren(...mine.map(line));
    at("send").hidden = !mine.some((report) => report.state === "waiting");
    at("send").disabled = busy;
  };

  // ---- sending
  const standing = async () => {
    const answer = await fetch("/terrain/etat", { cache: "no-store", signal: AbortSignal.timeout(20000) });
    if (!answer.ok) throw new Error("away");
    return answer.json();
  };
  const post = (report, who) => {
    const sent = new FormData();
    sent.set("key", report.id);
    sent.set("owner", report.owner);
    for (const name of TYPED) if (report.typed[name]) sent.set(name, report.typed[name]);
    if (report.asTyped) sent.set("placeChoice", "as-typed");
    if (report.seenAt) sent.set("ago", Math.round((Date.now() - report.seenAt) / 1000));
    for (const photo of report.photos) sent.append("files", photo, photo.name);
    return fetch("/agents/terrain/envoi", {
      method: "POST",
      body: sent,
      headers: { Accept: "application/json, application/problem+json", [who.header]: who.token },
      redirect: "error",
      signal: AbortSignal.timeout(180000),
    });
  };
  // Answers how to go on: nothing where it is done, or why the rest must wait.
  const sendOne = async (report, who) => {
    await put({ ...report, tried: true });
    let answer = await post(report, who);
    if (answer.status === 403) {
      const again = await standing();
      if (!again.signedIn) return "signedOut";
      answer = await post(report, again);
    }
    if (answer.ok) {
      const { number, address } = await answer.json();
      const { id, keptAt, seenAt } = report;
      await put({ id, owner: report.owner, state: "sent", title: report.typed.subjectWords, keptAt, seenAt, number, address });
      return "";
    }
    if (answer.status === 401) return "signedOut";
    if (![400, 409, 413, 422].includes(answer.status)) return "away";
    const problem = await answer.json();
    const fields = (problem.errors || []).map((error) => error.field);
    await put({
      ...report,
      state: "refused",
      says: problem.detail,
      field: fields[0],
      addresses: problem.addresses,
      asked: fields.includes("place") ? report.typed.place : "",
      wrongTime: fields.includes("ago"),
    });
    return "";
  };
  const round = async () => {
    const waits = (report) => report.owner === owner && report.state === "waiting";
    if (!(await all()).some(waits)) return;
    if (!navigator.onLine) throw new Error("offline");
    say(text("sending"));
    await show();
    const who = await standing();
    at("signed-out").hidden = who.signedIn;
    if (!who.signedIn) return say("");
    if (who.agent !== owner) await belongsTo(who.agent);
    for (const report of (await all()).filter(waits).sort((one, other) => one.keptAt - other.keptAt)) {
      const why = await sendOne(report, who);
      at("signed-out").hidden = why !== "signedOut";
      if (why) return say(why === "away" ? text("away") : "");
      await show();
    }
    const refused = (await all()).some((report) => report.owner === owner && report.state === "refused");
    say(text(refused ? "someRefused" : "sent"));
  };
  const send = async () => {
    if (busy) return;
    busy = true;
    try {
      await (navigator.locks ? navigator.locks.request("terrain", round) : round());
    } catch (failure) {
      say(text(failure.message === "away" ? "away" : "offline"));
    }
    busy = false;
    await show();
    at("send").disabled = false;
  };

  // What was never sent for too long goes, and it is said; what was sent is remembered for a week.
  const sweep = async () => {
    const now = Date.now();
    let lost = 0;
    for (const report of await all()) {
      const days = (now - report.keptAt) / DAY;
      if (days > (report.state === "sent" ? 7 : limit("days"))) {
        await erase(report.id);
        if (report.state !== "sent" && report.owner === owner) lost++;
      }
    }
    if (lost) say(text("tooOld"), lost);
  };

  const start = async () => {
    await opened;
    takeOver();
    if (owner) {
      await belongsTo(owner);
      if (navigator.serviceWorker) {
        navigator.serviceWorker.register("/terrain/hors-ligne.js", { scope: "/agents/terrain" }).catch(() => {});
        navigator.serviceWorker.ready.then((worker) => worker.active.postMessage("refresh"));
      }
    } else {
      const known = await keep("known", "readonly", (known) => known.get("agent"));
      owner = known ? known.value : "";
    }
    await sweep();
    await show();
    at("send").addEventListener("click", send);
    window.addEventListener("online", send);
    document.addEventListener("visibilitychange", () => { if (!document.hidden) send(); });
    setInterval(send, 60000);
    await send();
  };
  start().catch(() => {});
})();
