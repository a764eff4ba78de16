// Before anything is drawn: the reader's own choice of colours, if one was made on this device.
(function () {
  "use strict";
  try {
    var chosen = localStorage.getItem("colours");
    if (chosen === "light" || chosen === "dark") document.documentElement.dataset.colours = chosen;
  } catch (error) {
    // Storage may be closed to us; the system's choice stands.
  }
})();
