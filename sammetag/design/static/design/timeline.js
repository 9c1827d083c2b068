// The timeline by keyboard and mouse: one stop for the tab key, arrows inside, and the caption below.
(function () {
  "use strict";

  function itemsOf(view) {
    return Array.from(view.querySelectorAll("[data-item]"));
  }

  function say(timeline, item) {
    const caption = timeline.querySelector("[data-caption]");
    const label = document.createElement("strong");
    label.textContent = item.dataset.label;
    caption.replaceChildren(label, document.createTextNode(" · " + item.dataset.words));
  }

  function stopAt(view, item) {
    itemsOf(view).forEach(function (other) {
      other.setAttribute("tabindex", other === item ? "0" : "-1");
    });
  }

  // The nearest thing in the next lane that has any.
  function across(view, item, step) {
    const lanes = Array.from(view.querySelectorAll("[data-lane]")).filter(function (lane) {
      return lane.querySelector("[data-item]");
    });
    const lane = lanes[lanes.indexOf(item.closest("[data-lane]")) + step];
    if (!lane) return null;
    const x = Number(item.dataset.x);
    return itemsOf(lane).sort(function (one, other) {
      return Math.abs(Number(one.dataset.x) - x) - Math.abs(Number(other.dataset.x) - x);
    })[0];
  }

  function along(item, step) {
    const inLane = itemsOf(item.closest("[data-lane]")).sort(function (one, other) {
      return Number(one.dataset.x) - Number(other.dataset.x);
    });
    return inLane[inLane.indexOf(item) + step];
  }

  function goal(view, item, key) {
    switch (key) {
      case "ArrowRight": return along(item, 1);
      case "ArrowLeft": return along(item, -1);
      case "ArrowDown": return across(view, item, 1);
      case "ArrowUp": return across(view, item, -1);
      case "Home": return itemsOf(view)[0];
      case "End": return itemsOf(view).pop();
      default: return undefined;
    }
  }

  function move(event) {
    const item = event.target.closest("[data-item]");
    if (!item || event.altKey || event.ctrlKey || event.metaKey) return;
    const view = item.closest("svg");
    const next = goal(view, item, event.key);
    if (next === undefined && !event.key.startsWith("Arrow")) return;
    event.preventDefault();
    if (!next) return;
    stopAt(view, next);
    next.focus();
  }

  function prepare(timeline) {
    if (timeline.dataset.ready) return;
    timeline.dataset.ready = "yes";
    timeline.querySelectorAll(".st-tl-svg").forEach(function (view) {
      const items = itemsOf(view);
      if (items.length) stopAt(view, items[0]);
    });
    timeline.addEventListener("keydown", move);
    ["focusin", "mouseover", "click"].forEach(function (kind) {
      timeline.addEventListener(kind, function (event) {
        const item = event.target.closest("[data-item]");
        if (item) say(timeline, item);
      });
    });
  }

  function start(root) {
    if (root.matches && root.matches("[data-timeline]")) prepare(root);
    root.querySelectorAll("[data-timeline]").forEach(prepare);
  }

  document.addEventListener("htmx:load", function (event) { start(event.detail.elt); });
  start(document);
})();
