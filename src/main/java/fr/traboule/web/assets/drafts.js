// Saves what is typed at the desk as a draft, by itself, a little after each change. Without it there is the button. Texts come
// from the page and from the program.
"use strict";
(() => {
  const place = document.querySelector("[data-draft]");
  const form = place.closest("form");
  let timer;
  let busy = false;
  let ended = false;

  const save = async () => {
    if (busy) return later();
    busy = true;
    const typed = new FormData(form);
    typed.delete("files");
    try {
      const answer = await fetch(place.dataset.draft, { method: "POST", body: typed, redirect: "error" });
      const said = await answer.json();
      ended = answer.status === 409;
      if (answer.ok) form.elements.version.value = said.version;
      place.textContent = said.words;
    } catch {
      place.textContent = place.dataset.unsaved;
    }
    busy = false;
  };
  const later = () => {
    clearTimeout(timer);
    if (!ended) timer = setTimeout(save, 3000);
  };

  form.addEventListener("input", later);
  form.addEventListener("submit", () => {
    ended = true;
    clearTimeout(timer);
  });
  window.addEventListener("pageshow", () => { ended = false; }); // come back to from the next page
})();
