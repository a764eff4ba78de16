// Small comforts; every page is complete without them.
(function () {
  "use strict";

  // The choice of colours: system, light, dark, in turn.
  var button = document.querySelector("button[data-colours]");
  var order = ["auto", "light", "dark"];
  function show(choice) {
    button.textContent = button.dataset[choice];
    if (choice === "auto") delete document.documentElement.dataset.colours;
    else document.documentElement.dataset.colours = choice;
  }
  if (button) {
    var now = document.documentElement.dataset.colours || "auto";
    button.closest("[hidden]").hidden = false;
    show(now);
    button.addEventListener("click", function () {
      now = order[(order.indexOf(now) + 1) % order.length];
      show(now);
      try {
        if (now === "auto") localStorage.removeItem("colours");
        else localStorage.setItem("colours", now);
      } catch (error) {
        // Not remembered, but shown.
      }
    });
  }

  // The density strip marks the month in view.
  var bars = new Map();
  document.querySelectorAll("[data-band]").forEach(function (bar) {
    bars.set(bar.dataset.band, bar);
  });
  if (bars.size && "IntersectionObserver" in window) {
    var visible = new Set();
    var watcher = new IntersectionObserver(function (entries) {
      entries.forEach(function (entry) {
        var bar = bars.get(entry.target.getAttribute("aria-labelledby"));
        if (!bar) return;
        if (entry.isIntersecting) visible.add(bar);
        else visible.delete(bar);
      });
      var first = Array.from(bars.values()).find(function (bar) { return visible.has(bar); });
      bars.forEach(function (bar) { bar.classList.toggle("here", bar === first); });
    }, { rootMargin: "-20% 0px -60% 0px" });
    document.querySelectorAll(".month-band").forEach(function (band) { watcher.observe(band); });
  }

  // In an article, a quote and its events light each other.
  var pieces = document.querySelectorAll(".reader [data-mentions]");
  function light(piece, on) {
    var ids = piece.dataset.mentions.split(" ");
    pieces.forEach(function (other) {
      var shared = other.dataset.mentions.split(" ").some(function (id) { return ids.includes(id); });
      if (shared) other.classList.toggle("lit", on);
    });
  }
  pieces.forEach(function (piece) {
    piece.addEventListener("mouseenter", function () { light(piece, true); });
    piece.addEventListener("mouseleave", function () { light(piece, false); });
    piece.addEventListener("focusin", function () { light(piece, true); });
    piece.addEventListener("focusout", function () { light(piece, false); });
  });
})();
