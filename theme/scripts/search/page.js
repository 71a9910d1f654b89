// The search page: results while typing, filters, the keyboard, and the state in the address.
(() => {
  "use strict";
  const archiveSearch = window.archiveSearch;
  const { store, element } = archiveSearch;
  const one = (selector) => document.querySelector(selector);
  const form = one("[data-search-form]");
  const box = form.querySelector("input[type=search]");
  const list = one("[data-search-results]");
  const status = one("[data-search-status]");
  const notes = one("[data-search-notes]");
  const more = one("[data-search-more]");
  const words = JSON.parse(one("[data-search-words]").textContent);
  const filters = archiveSearch.filters(form, words);
  const OFFERED = 2; // words of no text for which others are offered
  const AT_ONCE = 10; // results shown at a time
  const LOOKED_AT = 100; // records at most that are looked at for a phrase before the reader is asked
  const PAUSE = 30; // milliseconds without a key before a search; none where more than a letter came at once
  const SLOW = 3000; // milliseconds until the page says that it is still loading
  const SETTLED = 1500; // milliseconds after which typing begins a new entry of the history

  const say = (key, values = {}) =>
    words[key].replace(/\{(\w+)\}/g, (_, name) => String(values[name]));
  const counted = (key, number) => say(number === 1 ? `${key}_one` : `${key}_other`, { number: archiveSearch.number(number) });
  let round = 0; // of searches; an answer of an earlier round is not shown
  let current = null; // what is shown: { text, answer, hits, at, found }

  // --- searching --------------------------------------------------------------------------------

  /**
   * Loads records in rank order and makes an item of each that says the phrases, while others still load, until
   * there are enough or another search has begun; gives the items, and where it stopped. `show` gets each as soon
   * as it is there.
   */
  const collect = async (answer, hits, from, itsRound, show) => {
    const { phrases } = answer.asked;
    const items = [];
    let at = from;
    while (at < hits.length && items.length < AT_ONCE && at - from < LOOKED_AT) {
      const loading = hits.slice(at, at + AT_ONCE).map((hit) => store.record(hit.document));
      loading.forEach((record) => record.catch(() => {})); // the first that fails speaks for all
      for (const record of loading) {
        const loaded = await record;
        at += 1;
        if (phrases.length && !archiveSearch.saysPhrases(loaded, phrases, answer.meta)) continue;
        items.push(archiveSearch.resultItem(loaded, answer, say));
        if (itsRound === round) show(items.at(-1));
        if (items.length === AT_ONCE) break;
      }
      if (itsRound !== round) break;
    }
    return { items, at };
  };

  const note = (...children) => notes.append(element("p", {}, ...children));
  const button = (text, act) => {
    const made = element("button", { type: "button" }, text);
    made.addEventListener("click", act);
    return made;
  };
  const clear = () => {
    list.replaceChildren();
    notes.replaceChildren();
    more.hidden = true;
    current = null;
  };

  const explain = (answer, total) => {
    if (answer.relaxed) note(say("relaxed"));
    if (answer.missing.length > OFFERED) note(say("missing_many", { words: answer.missing.join(" ") }));
    else
      for (const word of answer.missing) {
        const place = element("p", {}, say("missing", { word }));
        notes.append(place);
        offer(word, place, round);
      }
    if (!total && answer.asked.common.length && !answer.asked.clauses.length)
      note(say("common", { words: answer.asked.common.join(" ") }));
  };

  const offer = async (word, place, itsRound) => {
    const meant = await archiveSearch.suggest(word);
    if (!meant || itsRound !== round) return;
    place.append(" ", button(say("meant", { word: meant }), () => {
      box.value = replaced(box.value, word, meant);
      change(true);
      box.focus();
    }));
  };
  const replaced = (text, word, by) => {
    const meta = current.answer.meta;
    const found = archiveSearch.placed(text, meta).find((each) => each.folded.includes(word));
    return found ? text.slice(0, found.start) + by + text.slice(found.end) : by;
  };

  const count = (answer, hits, at, found) => {
    if (!hits.length) return say("none");
    if (!answer.asked.phrases.length) return counted("found", hits.length);
    if (at >= hits.length) return found ? counted("found", found) : say("none");
    return say("phrase", { checked: at, number: hits.length, found });
  };

  const show = async (text, answer, itsRound) => {
    const hits = archiveSearch.mixed(await filters.narrow(answer));
    // The first results of all come one by one below their number; later ones together, in the place of those that
    // are there. How many hold a phrase is not known before they are looked at.
    const oneByOne = !list.childElementCount && hits.length && !answer.asked.phrases.length;
    if (oneByOne) status.textContent = counted("found", hits.length);
    const asTheyCome = oneByOne ? (item) => list.append(item) : () => {};
    const { items, at } = await collect(answer, hits, 0, itsRound, asTheyCome);
    if (itsRound !== round) return;
    const found = items.length;
    clear();
    list.append(...items);
    current = { answer, hits, at, found, text };
    status.textContent = count(answer, hits, at, found);
    more.hidden = at >= hits.length;
    explain(answer, found);
    await filters.count(answer);
  };

  const failed = (error, itsRound) => {
    if (itsRound !== round) return;
    if (!(error instanceof store.LoadingError)) throw error;
    clear();
    status.textContent = say("failed");
    note(button(say("retry"), search));
  };

  async function search() {
    const itsRound = ++round;
    const text = box.value;
    if (!text.trim()) {
      clear();
      status.textContent = "";
      filters.empty();
      return;
    }
    const slow = setTimeout(() => {
      if (itsRound !== round) return;
      status.textContent = say("slow");
      notes.replaceChildren(button(say("retry"), search));
    }, SLOW);
    try {
      await store.fresh(async () => {
        const answer = await archiveSearch.find(text);
        if (itsRound === round) await show(text, answer, itsRound);
      });
    } catch (error) {
      failed(error, itsRound);
    } finally {
      clearTimeout(slow);
    }
  }

  more.addEventListener("click", async () => {
    const { answer, hits, at } = current;
    const itsRound = round;
    more.hidden = true;
    try {
      const next = await collect(answer, hits, at, itsRound, (item) => list.append(item));
      if (itsRound !== round) return;
      const { items } = next;
      list.append(...items);
      Object.assign(current, { at: next.at, found: current.found + items.length });
      status.textContent = count(answer, hits, next.at, current.found);
      more.hidden = next.at >= hits.length;
      if (items.length) items[0].querySelector("a").focus();
    } catch (error) {
      if (error instanceof store.StaleError) search(); // other records have these numbers now
      else failed(error, itsRound);
    }
  });

  // --- the state in the address -----------------------------------------------------------------

  const remember = (push) => {
    const state = new URLSearchParams();
    if (box.value.trim()) state.set("q", box.value);
    filters.write(state);
    const address = new URL(window.location.href);
    address.search = state.toString();
    if (address.href === window.location.href) return;
    window.history[push ? "pushState" : "replaceState"](null, "", address.href);
  };
  const restore = () => {
    const state = new URLSearchParams(window.location.search);
    box.value = state.get("q") || "";
    filters.read(state);
  };

  let pause = 0;
  let lastChange = -Infinity;
  const change = (settled, atOnce = settled) => {
    clearTimeout(pause);
    const now = performance.now();
    const push = settled || now - lastChange > SETTLED;
    lastChange = settled ? -Infinity : now;
    remember(push);
    if (atOnce) search();
    else pause = setTimeout(search, PAUSE);
  };

  let before = "";
  box.addEventListener("input", () => {
    const pasted = Math.abs(box.value.length - before.length) > 1;
    before = box.value;
    // Results of words that are no longer there would be in the way; those of a shorter word may stay.
    if (current && !box.value.startsWith(current.text) && !current.text.startsWith(box.value)) clear();
    change(false, pasted);
  });
  form.addEventListener("change", (event) => event.target !== box && change(true));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    change(true);
  });
  window.addEventListener("popstate", () => {
    restore();
    search();
  });

  // --- the keyboard -----------------------------------------------------------------------------

  const links = () => [...list.querySelectorAll("a")];
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const typing = /^(INPUT|SELECT|TEXTAREA)$/.test(document.activeElement.tagName);
    if (event.key === "/" && !typing) box.focus();
    else if (event.key === "Escape" && links().includes(document.activeElement)) box.focus();
    else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      const all = links();
      const at = all.indexOf(document.activeElement);
      if (at < 0 && document.activeElement !== box) return;
      const next = at + (event.key === "ArrowDown" ? 1 : -1);
      if (next < 0) box.focus();
      else if (next < all.length) all[next].focus();
      else return;
    } else return;
    event.preventDefault();
  });

  restore();
  if (box.value) search();
  else store.describe().catch(() => {}); // ahead of the first search, which says what is missing if this fails
})();
