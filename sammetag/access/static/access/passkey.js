// Passkeys: asks the browser for one and sends what it says with the form around the button. A browser that
// cannot says so in the page, and whatever else the form asks for still works.
(function () {
  "use strict";

  function bytesOf(text) {
    const padded = text.replace(/-/g, "+").replace(/_/g, "/");
    return Uint8Array.from(atob(padded), function (letter) { return letter.charCodeAt(0); });
  }

  function textOf(buffer) {
    const letters = Array.from(new Uint8Array(buffer), function (byte) { return String.fromCharCode(byte); });
    return btoa(letters.join("")).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
  }

  function described(keys) {
    return (keys || []).map(function (key) { return Object.assign({}, key, { id: bytesOf(key.id) }); });
  }

  async function optionsFor(form) {
    const body = new FormData();
    body.append("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value);
    const answer = await fetch(form.dataset.options, { method: "POST", body: body, credentials: "same-origin" });
    if (!answer.ok || !(answer.headers.get("Content-Type") || "").includes("json")) throw new TypeError("no options");
    const options = await answer.json();
    options.challenge = bytesOf(options.challenge);
    options.allowCredentials = described(options.allowCredentials);
    options.excludeCredentials = described(options.excludeCredentials);
    if (options.user) options.user.id = bytesOf(options.user.id);
    return options;
  }

  function written(made) {
    const said = { clientDataJSON: textOf(made.response.clientDataJSON) };
    ["attestationObject", "authenticatorData", "signature", "userHandle"].forEach(function (part) {
      if (made.response[part]) said[part] = textOf(made.response[part]);
    });
    return JSON.stringify({ id: made.id, rawId: textOf(made.rawId), type: made.type, response: said });
  }

  function sentenceFor(fault, words) {
    if (fault.name === "InvalidStateError") return words.known;
    if (fault.name === "NotAllowedError" || fault.name === "AbortError") return words.cancelled;
    return fault.name === "TypeError" ? words.unreachable : words.failed;
  }

  async function start(form, button) {
    const said = form.querySelector("[data-passkey-said]");
    said.hidden = true;
    button.disabled = true;
    try {
      const options = { publicKey: await optionsFor(form) };
      const makes = form.dataset.passkey === "make";
      const made = await (makes ? navigator.credentials.create(options) : navigator.credentials.get(options));
      form.querySelector("[data-passkey-answer]").value = written(made);
      form.submit();
    } catch (fault) {
      said.textContent = sentenceFor(fault, said.dataset);
      said.hidden = false;
      button.disabled = false;
    }
  }

  document.querySelectorAll("form[data-passkey]").forEach(function (form) {
    const button = form.querySelector("[data-passkey-start]");
    if (!button || !window.PublicKeyCredential) return;
    button.hidden = false;
    form.querySelector("[data-passkey-missing]").hidden = true;
    button.addEventListener("click", function () { start(form, button); });
    // The enter key in the name of a passkey makes it, since there is nothing else to send.
    form.addEventListener("submit", function (event) {
      if (form.dataset.passkey !== "make") return;
      event.preventDefault();
      start(form, button);
    });
  });
})();
