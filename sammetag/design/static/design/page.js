// What every page needs and HTML alone cannot do: the reader's place after an error, letters left, and what
// to do when the session has ended.
(function () {
  "use strict";

  function focusErrors(root) {
    const summary = root.querySelector("[data-focus-on-load]");
    if (summary) summary.focus();
  }

  // Browsers move the view to a link's target but not always the keyboard.
  function followErrorLink(event) {
    const link = event.target.closest(".st-error-summary a[href^='#']");
    if (!link) return;
    const target = document.getElementById(link.getAttribute("href").slice(1));
    if (!target) return;
    event.preventDefault();
    const field = target.matches("fieldset") ? target.querySelector("input") || target : target;
    field.focus();
    target.scrollIntoView({ block: "center" });
  }

  // The browser counts a new line as one letter and the server as two, so the server's count is shown.
  function lengthOf(text) {
    return Array.from(text.replace(/\r?\n/g, "\r\n")).length;
  }

  function showLeft(line, field) {
    const left = Math.max(0, Number(line.dataset.limit) - lengthOf(field.value));
    line.textContent = left === 1 ? line.dataset.one : line.dataset.many.replace("%s", left.toLocaleString(document.documentElement.lang));
  }

  function countCharacters(root) {
    root.querySelectorAll("[data-characters-for]").forEach(function (line) {
      const field = document.getElementById(line.dataset.charactersFor);
      if (!field || line.dataset.counting) return;
      line.dataset.counting = "yes";
      let pause;
      field.addEventListener("input", function () {
        showLeft(line, field);
        // Said aloud only after a rest, so that a screen reader is not interrupted at every key.
        line.removeAttribute("aria-live");
        clearTimeout(pause);
        pause = setTimeout(function () {
          line.setAttribute("aria-live", "polite");
          showLeft(line, field);
        }, 1200);
      });
      showLeft(line, field);
    });
  }

  // Whoever is writing reads it under the form and can go on; whoever is only looking is sent to log in.
  function tellOfLogOut(event) {
    if (event.detail.xhr.status !== 401) return;
    event.detail.isError = false;
    if (event.detail.requestConfig.verb === "get") location.reload();
    else event.detail.shouldSwap = true;
  }

  function start(root) {
    focusErrors(root);
    countCharacters(root);
  }

  // A change of language fetches the page anew: where nothing is kept, what was typed would be lost.
  function keepLanguage(event) {
    const language = document.querySelector(".st-language");
    if (language && event.target.closest("[data-kept-nowhere]")) language.hidden = true;
  }

  document.addEventListener("click", followErrorLink);
  document.addEventListener("input", keepLanguage);
  document.addEventListener("htmx:beforeSwap", tellOfLogOut);
  document.addEventListener("htmx:load", function (event) {
    if (event.detail.elt !== document.body) start(event.detail.elt);
  });
  start(document);
})();
