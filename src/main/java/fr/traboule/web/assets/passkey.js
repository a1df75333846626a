// Asks the browser for a passkey, or to make one, and sends its answer by the form of the page. One of the two scripts of the
// program: without it the page says how to go on. Texts come from the page.
"use strict";
(() => {
  const place = document.querySelector("[data-passkey]");
  const form = place.querySelector("form");
  const status = place.querySelector("[role=status]");
  const again = place.querySelector("button");

  const bytes = (text) =>
    Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (sign) => sign.charCodeAt(0));
  const text = (buffer) =>
    btoa(String.fromCharCode(...new Uint8Array(buffer || [])))
      .replace(/\+/g, "-").replace(/\//g, "_").replace(/=/g, "");

  const options = () => {
    const asked = JSON.parse(place.dataset.options);
    asked.challenge = bytes(asked.challenge);
    if (asked.user) asked.user.id = bytes(asked.user.id);
    for (const key of asked.excludeCredentials || asked.allowCredentials) key.id = bytes(key.id);
    return asked;
  };

  const send = (key) => {
    const said = key.response;
    const answer = { credential: text(key.rawId), client: text(said.clientDataJSON) };
    if (said.attestationObject) {
      answer.attestation = text(said.attestationObject);
      answer.transports = said.getTransports ? said.getTransports().join(",") : "";
    } else {
      answer.authenticator = text(said.authenticatorData);
      answer.signature = text(said.signature);
      answer.user = text(said.userHandle);
    }
    for (const part in answer) form.elements[part].value = answer[part];
    form.submit();
  };

  const ask = async () => {
    again.parentElement.hidden = true;
    status.textContent = place.dataset.asking;
    try {
      const key = await navigator.credentials[place.dataset.passkey]({ publicKey: options() });
      status.textContent = place.dataset.sending;
      send(key);
    } catch (failure) {
      const why = { NotAllowedError: "stopped", AbortError: "stopped", InvalidStateError: "known" }[failure.name];
      status.textContent = place.dataset[why || "unable"];
      again.parentElement.hidden = false;
      again.focus();
    }
  };

  again.addEventListener("click", ask);
  ask();
})();
