// The search box in the header of every page: "/" leads to it, and it suggests names and titles while typing.
// Nothing is loaded before a reader enters the box.
(() => {
  "use strict";
  const HERE = document.currentScript.src;
  const SCRIPTS = ["../../search/lunr.js", "../../search/engine.js"];
  const KINDS = new Set(["entity", "briefing", "text"]);
  const MOST = 6; // suggestions at a time
  const LEAST = 2; // letters before there are any
  const PAUSE = 150; // milliseconds without a key before suggestions are looked for

  class ScriptError extends Error {}

  const box = document.querySelector(".search-box input[type=search]");
  if (!box) return;
  const list = document.createElement("datalist");
  list.id = "suggestions";
  box.after(list);
  box.setAttribute("list", list.id);

  const add = (path) =>
    new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = new URL(path, HERE).href;
      script.async = false; // they are fetched together and run in order
      script.onload = resolve;
      script.onerror = () => reject(new ScriptError(path));
      document.head.append(script);
    });
  let ready = null;
  const load = () => (ready = ready || Promise.all(SCRIPTS.map(add)));

  let round = 0;
  const suggest = async () => {
    const itsRound = ++round;
    const text = box.value;
    if (text.trim().length < LEAST) return list.replaceChildren();
    await load();
    const { find, store } = window.archiveSearch;
    const { hits } = await find(text);
    const named = hits.filter((hit) => KINDS.has(store.placeOf(hit.document).kind)).slice(0, MOST);
    const records = await Promise.all(named.map((hit) => store.record(hit.document)));
    if (itsRound !== round) return null;
    const titles = [...new Set(records.map((record) => record.title))];
    return list.replaceChildren(...titles.map((title) => new Option(title, title)));
  };

  let pause = 0;
  box.addEventListener("input", () => {
    clearTimeout(pause);
    pause = setTimeout(() => {
      suggest().catch((error) => {
        // The search page says what could not be loaded; here the reader just types on.
        const { store } = window.archiveSearch || {};
        if (!(error instanceof ScriptError || (store && error instanceof store.LoadingError))) throw error;
        ready = null;
      });
    }, PAUSE);
  });

  document.addEventListener("keydown", (event) => {
    const typing = /^(INPUT|SELECT|TEXTAREA)$/.test(document.activeElement.tagName);
    if (event.key !== "/" || typing || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    box.focus();
  });
})();
