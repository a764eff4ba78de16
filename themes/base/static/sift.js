// Finds and orders events for the explore page: nothing here touches the page.
window.makeSieve = function (data, language) {
  "use strict";
  const at = Object.fromEntries(data.fields.map((name, index) => [name, index]));
  const events = data.events;
  const typeLabels = new Map(data.types);
  const STATUSES = ["happened", "planned", "claimed", "denied"];
  const GROUPS = ["day", "days", "month", "coarser", "undated"];
  const SETS = ["type", "status", "precision", "review", "actors", "places", "sources"];
  const fold = (text) => text.normalize("NFD").replace(/\p{M}+/gu, "").toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ");

  // What each event is searched by, folded once; every word is found at its beginning.
  const foldedNames = {};
  for (const kind of ["actors", "places", "sources"]) foldedNames[kind] = data[kind].map(fold);
  const texts = events.map((event) => {
    const names = ["actors", "places", "sources"].flatMap((kind) => event[at[kind]].map((one) => foldedNames[kind][one]));
    return ["", fold([event[at.title], event[at.text], event[at.when]].join(" ")), ...names].join(" ");
  });

  // What is chosen by ticking: for each facet its values, and each event's value as a number.
  const TICKED = { type: data.types.map(([name]) => name), status: STATUSES, precision: GROUPS, review: ["machine", "confirmed", "edited"] };
  const ticked = {};
  for (const name in TICKED) {
    const numbers = new Map(TICKED[name].map((value, index) => [value, index]));
    ticked[name] = Uint8Array.from(events, (event) => (typeof event[at[name]] === "number" ? event[at[name]] : numbers.get(event[at[name]])));
  }

  // Sifting. Each condition has a bit; an event is counted for a choice when nothing but that choice's own bit fails.
  const BITS = ["q", "date", "least", ...SETS];
  const bit = Object.fromEntries(BITS.map((name, index) => [name, 1 << index]));
  const day = (text) => (text ? Number(text.replace(/-/g, "")) : 0);

  function conditions(asked) {
    const words = fold(asked.q).trim().split(" ").filter(Boolean).map((word) => " " + word);
    const numbers = (kind) => new Set(asked[kind].map((name) => data[kind].indexOf(name)));
    const wanted = { actors: numbers("actors"), places: numbers("places"), sources: numbers("sources") };
    data.parents.forEach((parent, place) => {
      if (parent >= 0 && asked.places.includes(data.places[parent])) wanted.places.add(place);
    });
    const sets = {};
    for (const name in TICKED) if (asked[name].length) sets[name] = TICKED[name].map((value) => asked[name].includes(value));
    for (const kind in wanted) if (!asked[kind].length) delete wanted[kind];
    return { words, wanted, sets, from: day(asked.from), to: day(asked.to) || Infinity, dated: Boolean(asked.from || asked.to), least: asked.least };
  }

  function failing(index, asked) {
    const event = events[index];
    let fails = 0;
    for (const word of asked.words) if (!texts[index].includes(word)) { fails |= bit.q; break; }
    if (asked.dated && (event[at.first] === null || event[at.last] < asked.from || event[at.first] > asked.to)) fails |= bit.date;
    if (asked.least && event[at.sources].length < asked.least) fails |= bit.least;
    for (const name in asked.sets) if (!asked.sets[name][ticked[name][index]]) fails |= bit[name];
    for (const name in asked.wanted) if (!event[at[name]].some((one) => asked.wanted[name].has(one))) fails |= bit[name];
    return fails;
  }

  function sift(state) {
    const asked = conditions(state);
    const found = [];
    const tallies = Object.keys(TICKED).map((name) => [ticked[name], bit[name], new Uint32Array(TICKED[name].length)]);
    const alone = new Map();
    for (let index = 0; index < events.length; index++) {
      const fails = failing(index, asked);
      if (!fails) found.push(index);
      else if (!(fails & (fails - 1))) alone.set(fails, (alone.get(fails) || 0) + 1);
      if (!(fails & (fails - 1))) for (const [values, own, tally] of tallies) if (!(fails & ~own)) tally[values[index]]++;
    }
    const counts = new Map();
    Object.keys(TICKED).forEach((name, place) => TICKED[name].forEach((value, index) => counts.set(name + ":" + value, tallies[place][2][index])));
    return { found, counts, alone };
  }

  // Order
  const SORTS = {
    date: () => 0,
    title: (a, b) => a[at.title].localeCompare(b[at.title], language),
    weight: (a, b) => a[at.weight] - b[at.weight],
    sources: (a, b) => a[at.sources].length - b[at.sources].length,
    type: (a, b) => typeLabels.get(a[at.type]).localeCompare(typeLabels.get(b[at.type])),
    places: (a, b) => (placeNames(a) || "\uffff").localeCompare(placeNames(b) || "\uffff"),
  };
  const placeNames = (event) => {
    const names = event[at.places].map((one) => data.places[one]);
    const end = names.pop() || "";
    return names.length ? data.strings.last.replace("{start}", names.join(data.strings.comma)).replace("{end}", end) : end;
  };

  function order(found, state) {
    const down = state.sort.startsWith("-");
    const name = state.sort.replace("-", "");
    const compare = SORTS[name];
    if (name === "date") {
      if (!down) return found;
      const dated = found.filter((index) => events[index][at.first] !== null).reverse();
      return dated.concat(found.filter((index) => events[index][at.first] === null));
    }
    const sign = down ? -1 : 1;
    return found.slice().sort((a, b) => sign * compare(events[a], events[b]) || a - b);
  }

  return { at, STATUSES, SETS, SORTS, bit, fold, foldedNames, placeNames, sift, order };
};
