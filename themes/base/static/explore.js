// The explore page: sifts every event in memory. Data come from data/explore.js, words from there too.
// Text reaches the page through textContent only.
(function () {
  "use strict";
  const data = window.CONFLICT_TIMELINE;
  const app = document.getElementById("explore");
  if (!data || !app) return;

  const say = data.strings;
  const { at, STATUSES, SETS, SORTS, bit, fold, foldedNames, placeNames, sift, order } = window.makeSieve(data, document.documentElement.lang);
  const events = data.events;
  const typeLabels = new Map(data.types);
  const PAGE = 40;
  const byId = (id) => document.getElementById(id);
  const form = byId("filters");
  const results = byId("results");

  // Words
  const fill = (template, values) => template.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? values[name] : whole));
  const number = (n) => String(n).replace(/\B(?=(\d{3})+$)/g, say.group);
  const count = (n) => fill(n === 0 ? say.zero : n === 1 ? say.one : say.other, { n: number(n) });
  const sourceCount = (n) => fill(n === 1 ? say.sources_one : say.sources_other, { n: number(n) });

  // The state: what is asked for. It lives in the address, after the #, so that it can be kept and sent.
  const blank = () => ({ q: "", from: "", to: "", least: 0, sort: "date", view: "list", ...Object.fromEntries(SETS.map((name) => [name, []])) });
  let state = blank();

  function readAddress() {
    const given = new URLSearchParams(location.hash.slice(1));
    const read = blank();
    for (const name of ["q", "from", "to"]) read[name] = given.get(name) || "";
    read.least = Math.max(0, parseInt(given.get("least") || "0", 10) || 0);
    for (const name of SETS) read[name] = [...new Set(given.getAll(name))];
    for (const name of ["actors", "places", "sources"]) read[name] = read[name].filter((one) => data[name].includes(one));
    if (given.get("view") === "table") read.view = "table";
    const sort = given.get("sort");
    if (sort && sort.replace("-", "") in SORTS) read.sort = sort;
    return read;
  }

  let waiting = 0;
  let written = "";
  function writeAddress() {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      const made = new URLSearchParams();
      for (const name of ["q", "from", "to"]) if (state[name]) made.set(name, state[name]);
      for (const name of SETS) for (const one of state[name]) made.append(name, one);
      if (state.least) made.set("least", state.least);
      if (state.sort !== "date") made.set("sort", state.sort);
      if (state.view !== "list") made.set("view", state.view);
      written = "#" + made;
      try {
        history.replaceState(null, "", written);
      } catch (error) {
        location.hash = written;
      }
    }, 250);
  }

  // Drawing
  function element(name, className, text) {
    const made = document.createElement(name);
    if (className) made.className = className;
    if (text !== undefined) made.textContent = text;
    return made;
  }

  function symbol(name, className) {
    const space = "http://www.w3.org/2000/svg";
    const svg = document.createElementNS(space, "svg");
    svg.setAttribute("class", className);
    svg.setAttribute("aria-hidden", "true");
    const use = document.createElementNS(space, "use");
    use.setAttribute("href", "#s-" + name);
    svg.append(use);
    return svg;
  }

  function link(event) {
    const made = element("a", "", event[at.title]);
    made.href = "events/" + encodeURIComponent(event[at.id]) + ".html";
    return made;
  }

  function facts(event) {
    const meta = element("p", "meta");
    const type = element("span", "type");
    type.append(symbol("type-" + event[at.type], "icon"), typeLabels.get(event[at.type]));
    meta.append(type);
    if (event[at.places].length) meta.append(" ", element("span", "", placeNames(event)));
    meta.append(" ", element("span", "sources", sourceCount(event[at.sources].length)));
    for (const flag of event[at.flags]) meta.append(" ", element("span", "flag", data.flags[flag]));
    return meta;
  }

  function item(event) {
    const made = element("li", "hit");
    const heading = element("h4", "event-title");
    heading.append(link(event));
    made.append(symbol("mark-" + data.markers[event[at.marker]], "marker"), element("p", "hit-when", event[at.when]), heading);
    if (event[at.text]) {
      const text = element("p", "event-text", event[at.text]);
      text.dir = "auto";
      made.append(text);
    }
    made.append(facts(event));
    return made;
  }

  const COLUMNS = [["date", say.date], ["title", say.event], ["type", say.type], ["places", say.place], ["sources", say.source_count], ["", say.status]];

  function row(event) {
    const made = element("tr");
    const title = element("th", "cell-title");
    title.scope = "row";
    title.append(link(event));
    made.append(element("td", "cell-date", event[at.when]), title, element("td", "", typeLabels.get(event[at.type])), element("td", "", placeNames(event)));
    made.append(element("td", "number", String(event[at.sources].length)), element("td", "", event[at.flags].map((flag) => data.flags[flag]).join(say.comma)));
    return made;
  }

  function table() {
    const holder = element("div", "scroll");
    holder.tabIndex = 0;
    holder.setAttribute("role", "region");
    holder.setAttribute("aria-label", say.event);
    const made = element("table", "found-table");
    made.append(element("caption", "vh", say.caption));
    const head = element("tr");
    for (const [name, label] of COLUMNS) {
      const cell = element("th");
      cell.scope = "col";
      if (name) {
        const on = state.sort.replace("-", "") === name;
        const button = element("button", "", label);
        button.type = "button";
        button.dataset.sort = on && !state.sort.startsWith("-") ? "-" + name : name;
        cell.setAttribute("aria-sort", !on ? "none" : state.sort.startsWith("-") ? "descending" : "ascending");
        cell.append(button);
      } else cell.textContent = label;
      head.append(cell);
    }
    const thead = element("thead");
    thead.append(head);
    made.append(thead, element("tbody"));
    holder.append(made);
    return holder;
  }

  let ordered = [];
  let shown = 0;
  let lastBand = -1;

  // Forty at a time: what is below the fold waits until it is scrolled to.
  function drawMore() {
    const next = ordered.slice(shown, shown + PAGE);
    if (state.view === "table") {
      results.querySelector("tbody").append(...next.map((index) => row(events[index])));
    } else {
      for (const index of next) {
        const band = events[index][at.band];
        if (!results.lastChild || (/date$/.test(state.sort) && band !== lastBand)) {
          if (/date$/.test(state.sort)) results.append(element("h3", "hit-band", data.bands[band]));
          const list = element("ol", "hits");
          list.setAttribute("role", "list");
          results.append(list);
          lastBand = band;
        }
        results.lastChild.append(item(events[index]));
      }
    }
    shown += next.length;
    byId("more").hidden = shown >= ordered.length;
  }

  function draw() {
    shown = 0;
    lastBand = -1;
    results.replaceChildren();
    if (!ordered.length) return;
    if (state.view === "table") results.append(table());
    drawMore();
  }

  // What is asked for, as a sentence and as chips that can be taken off one by one.
  const label = (name, value) => {
    const box = form.querySelector('input[name="' + name + '"][value="' + CSS.escape(value) + '"]');
    return box ? box.nextElementSibling.textContent : value;
  };

  function parts() {
    const made = [];
    const joined = (name) => state[name].map((value) => label(name, value)).join(say.or);
    for (const name of ["type", "status"]) if (state[name].length) made.push([name, joined(name)]);
    for (const name of ["actors", "places", "sources"]) if (state[name].length) made.push([name, fill(say[name], { names: state[name].join(say.or) })]);
    if (state.least) made.push(["least", fill(say.least, { n: state.least })]);
    for (const name of ["precision", "review"]) if (state[name].length) made.push([name, joined(name)]);
    if (state.from || state.to) {
      const template = state.from && state.to ? say.between : state.from ? say.from : say.to;
      made.push(["date", fill(template, { from: dayWords(state.from), to: dayWords(state.to) })]);
    }
    if (state.q.trim()) made.push(["q", fill(say.matching, { words: state.q.trim() })]);
    return made;
  }

  const dayWords = (text) => {
    const [year, month, date] = text.split("-");
    const shape = { year: "numeric", month: "long", day: "numeric", timeZone: "UTC" };
    return text ? new Intl.DateTimeFormat(document.documentElement.lang === "en" ? "en-GB" : document.documentElement.lang, shape).format(new Date(Date.UTC(year, month - 1, date))) : "";
  };

  function without(name) {
    if (name === "date") state.from = state.to = "";
    else if (name === "least") state.least = 0;
    else state[name] = name === "q" ? "" : [];
    showForm();
    update();
    byId("q").focus();
  }

  function chip(name, words) {
    const made = element("li");
    const button = element("button", "chip", words);
    button.type = "button";
    button.setAttribute("aria-label", fill(say.remove, { filter: words }));
    button.append(element("span", "cross", "\u00d7"));
    button.addEventListener("click", () => without(name));
    made.append(button);
    return made;
  }

  function clearer() {
    const made = element("li");
    const button = element("button", "chip clear", say.clear);
    button.type = "button";
    button.addEventListener("click", () => { state = { ...blank(), view: state.view }; showForm(); update(); byId("q").focus(); });
    made.append(button);
    return made;
  }

  function tell(asked, found, alone) {
    const words = asked.map(([, text]) => text).join(say.comma);
    const total = found.length === events.length ? count(found.length) : fill(say.of, { shown: number(found.length), all: count(events.length) });
    const said = asked.length ? fill(say.result, { filters: words, count: total }) : events.length > 1 ? fill(say.everything, { count: total }) : total;
    byId("status").textContent = said.charAt(0).toUpperCase() + said.slice(1);
    byId("chips").replaceChildren(...asked.map(([name, text]) => chip(name, text)), ...(asked.length > 1 ? [clearer()] : []));
    if (!found.length) results.replaceChildren(...loosen(asked, alone));
  }

  function loosen(asked, alone) {
    const list = element("ul", "loosen");
    for (const [name, text] of asked) {
      const gained = alone.get(bit[name]);
      if (!gained) continue;
      const button = element("button", "", fill(say.without, { filter: text, count: count(gained) }));
      button.type = "button";
      button.addEventListener("click", () => without(name));
      const line = element("li");
      line.append(button);
      list.append(line);
    }
    return list.children.length ? [element("p", "about", say.empty), list] : [element("p", "about", say.nothing)];
  }

  function update() {
    const { found, counts, alone } = sift(state);
    ordered = order(found, state);
    draw();
    tell(parts(), found, alone);
    byId("more").hidden = shown >= ordered.length;
    for (const place of form.querySelectorAll("[data-count]")) place.textContent = number(counts.get(place.dataset.count) || 0);
    for (const button of app.querySelectorAll("[data-save]")) button.disabled = !found.length;
    writeAddress();
  }

  function showForm() {
    for (const name of ["q", "from", "to"]) byId(name).value = state[name];
    byId("least").value = state.least ? String(state.least) : "";
    for (const box of form.querySelectorAll("input[type=checkbox]")) box.checked = state[box.name].includes(box.value);
    byId("sort").value = state.sort;
    for (const button of app.querySelectorAll("[data-view]")) button.setAttribute("aria-pressed", String(button.dataset.view === state.view));
  }

  // Asking
  form.addEventListener("submit", (event) => event.preventDefault());
  byId("q").addEventListener("input", (event) => { state.q = event.target.value; update(); });
  form.addEventListener("change", (event) => {
    const field = event.target;
    if (field.type === "checkbox") {
      state[field.name] = [...form.querySelectorAll('input[name="' + field.name + '"]:checked')].map((box) => box.value);
    } else if (field.dataset.pick) pick(field);
    else if (field.id === "least") state.least = Number(field.value) || 0;
    else if (field.id === "from" || field.id === "to") state[field.id] = field.value;
    else return;
    update();
  });

  function pick(field) {
    const kind = field.dataset.pick;
    const wanted = fold(field.value).trim();
    const found = data[kind].indexOf(field.value) >= 0 ? field.value : data[kind].find((name, index) => foldedNames[kind][index].trim() === wanted);
    field.setCustomValidity("");
    if (!wanted) return;
    if (found === undefined) {
      field.setCustomValidity(fill(say.unknown, { name: field.value }));
      field.reportValidity();
      return;
    }
    if (!state[kind].includes(found)) state[kind].push(found);
    field.value = "";
  }
  for (const field of form.querySelectorAll("[data-pick]")) {
    byId(field.id + "-list").append(...data[field.dataset.pick].slice().sort((a, b) => a.localeCompare(b)).map((name) => new Option("", name)));
    field.addEventListener("input", () => field.setCustomValidity(""));
    // Enter in a picking field chooses; it must not send a form.
    field.addEventListener("keydown", (event) => { if (event.key === "Enter") { event.preventDefault(); pick(field); update(); } });
  }

  byId("sort").addEventListener("change", (event) => { state.sort = event.target.value; update(); });
  app.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    if (button.dataset.view) { state.view = button.dataset.view; showForm(); update(); }
    if (button.dataset.sort) {
      state.sort = button.dataset.sort;
      showForm();
      update();
      results.querySelector('[data-sort="' + (state.sort.startsWith("-") ? state.sort.slice(1) : "-" + state.sort) + '"]').focus();
    }
    if (button.dataset.save) save(button.dataset.save);
  });
  byId("more").addEventListener("click", () => {
    const before = results.querySelectorAll("a").length;
    drawMore();
    results.querySelectorAll("a")[before].focus();
  });
  if ("IntersectionObserver" in window) {
    new IntersectionObserver((entries) => { if (entries[0].isIntersecting && shown < ordered.length) drawMore(); }, { rootMargin: "600px" }).observe(byId("more").parentElement);
  }

  // Taking away what is shown
  const KEPT = ["id", "title", "text", "edtf", "when", "type", "status", "review"];
  function record(index) {
    const event = events[index];
    const made = Object.fromEntries(KEPT.map((name) => [name, event[at[name]]]));
    made.status = STATUSES[event[at.status]];
    for (const kind of ["actors", "places", "sources"]) made[kind] = event[at[kind]].map((one) => data[kind][one]);
    made.url = new URL("events/" + event[at.id] + ".html", location.href).href;
    return made;
  }
  // A spreadsheet must run no cell: a formula's first character gets an apostrophe before it.
  const cell = (value) => {
    const text = Array.isArray(value) ? value.join("; ") : String(value);
    return '"' + (/^[=+\-@\t\r]/.test(text) ? "'" + text : text).replace(/"/g, '""') + '"';
  };
  function save(kind) {
    const records = ordered.map(record);
    const columns = Object.keys(records[0]);
    const lines = [columns, ...records.map((one) => columns.map((name) => one[name]))];
    const text = kind === "json" ? JSON.stringify(records, null, 1) : lines.map((line) => line.map(cell).join(",")).join("\r\n") + "\r\n";
    const address = URL.createObjectURL(new Blob([text], { type: kind === "json" ? "application/json" : "text/csv;charset=utf-8" }));
    const anchor = element("a");
    anchor.href = address;
    anchor.download = "events." + kind;
    anchor.click();
    setTimeout(() => URL.revokeObjectURL(address), 10000);
  }

  window.addEventListener("hashchange", () => {
    if (location.hash === written) return;
    state = readAddress();
    showForm();
    update();
  });

  state = readAddress();
  byId("instead").hidden = true;
  app.hidden = false;
  byId("sieve").open = window.matchMedia("(min-width: 62rem)").matches;
  showForm();
  update();
  // A first search in the air, so that the reader's first letter finds the engine warm.
  setTimeout(() => { for (let turn = 0; turn < 3; turn++) sift({ ...blank(), q: "warm" }); }, 50);
})();
