// Narrowing results: by kind at once, by crisis, person, place, year and language when the reader opens them.
(() => {
  "use strict";
  const archiveSearch = (window.archiveSearch = window.archiveSearch || {});
  const { store } = archiveSearch;

  /** One value for each document, from runs of equal ones. */
  const spread = (text) => {
    const runs = store.decode(text);
    const values = [];
    for (let at = 0; at < runs.length; at += 2)
      for (let n = 0; n < runs[at]; n++) values.push(runs[at + 1]);
    return values;
  };

  const belongs = async () => {
    const facets = await store.load("facets");
    const crisis = spread(facets.crisis);
    const language = spread(facets.language);
    return {
      crisis: (document) => (crisis[document] ? [facets.crises[crisis[document] - 1]] : []),
      language: (document) => {
        const code = facets.languages[language[document] - 1];
        return code ? [[code, code]] : [];
      },
    };
  };

  const dated = async () => {
    const { days, day } = await store.load("days");
    const of = spread(day);
    return (document) => (of[document] ? days[of[document] - 1] : null);
  };
  const yearsOf = (range) => {
    const years = [];
    if (range)
      for (let year = Number(range[0].slice(0, 4)); year <= Number(range[1].slice(0, 4)); year++)
        years.push([String(year), String(year)]);
    return years;
  };

  const naming = async () => {
    const { entities, named } = await store.load("entities");
    const numbers = store.decode(named);
    const of = [];
    for (let at = 0; at < numbers.length; ) {
      const size = numbers[at++];
      const mine = [];
      let last = -1;
      for (let n = 0; n < size; n++) mine.push(entities[(last += numbers[at++] + 1)]);
      of.push(mine);
    }
    return (kind) => (document) => of[document].filter(([id]) => id.startsWith(`${kind}-`));
  };

  /** Name of a filter -> a promise of the function that gives a document's values as [value, words]. */
  const SOURCES = {
    kind: async (words) => (document) => {
      const { kind } = store.placeOf(document);
      return [[kind, words[`kind_${kind}`]]];
    },
    crisis: async () => (await belongs()).crisis,
    language: async () => (await belongs()).language,
    year: async () => {
      const of = await dated();
      return (document) => yearsOf(of(document));
    },
    person: async () => (await naming())("person"),
    place: async () => (await naming())("place"),
  };

  /** A number as readers of the page write it; the browser's own writing is slow to start, and rarely needed. */
  archiveSearch.number = (count) =>
    count < 1000 ? String(count) : count.toLocaleString(document.documentElement.lang);

  /** Of so many results that follow each other this many are quotations and figures, while others remain. */
  const RUN = 10;
  const MOST_PARTS = 3;
  const PARTS = new Set(["quotation", "figure"]);

  /** Hits in rank order, but quotations and figures (short, so ranked high) do not crowd out all others. */
  archiveSearch.mixed = (hits) => {
    const isPart = (hit) => PARTS.has(store.placeOf(hit.document).kind);
    const parts = hits.filter(isPart);
    const others = hits.filter((hit) => !isPart(hit));
    if (!parts.length || !others.length) return hits;
    const rank = new Map(hits.map((hit, place) => [hit, place]));
    const made = [];
    let [part, other, inRun] = [0, 0, 0];
    while (part < parts.length && other < others.length) {
      if (made.length % RUN === 0) inRun = 0;
      if (inRun < MOST_PARTS && rank.get(parts[part]) < rank.get(others[other])) {
        inRun += 1;
        made.push(parts[part++]);
      } else made.push(others[other++]);
    }
    return [...made, ...parts.slice(part), ...others.slice(other)];
  };

  /** The filters of a form: `<select name="kind">` and so on, filled with what the results have. */
  archiveSearch.filters = (form, words) => {
    const selects = [...form.querySelectorAll("select[data-filter]")];
    const panel = form.querySelector("details");
    const value = (select) => select.value || select.dataset.wanted || "";
    const isOpen = (select) => !panel || panel.open || !panel.contains(select) || value(select);
    let last = null; // the answer whose hits the selects count

    const fill = (select, counts, chosen) => {
      const options = [...counts].sort((a, b) => b[1].count - a[1].count || (a[1].words < b[1].words ? -1 : 1));
      const all = new Option(select.dataset.all, "");
      const made = options.map(([key, each]) => new Option(`${each.words} (${archiveSearch.number(each.count)})`, key));
      if (chosen && !counts.has(chosen)) made.push(new Option(`${chosen} (0)`, chosen));
      select.replaceChildren(all, ...made);
      select.value = chosen;
    };

    const within = async ({ hits, asked: { from, to } }) => {
      if (!from && !to) return hits;
      const of = await dated();
      const inside = (range) => range && (!from || range[1] >= from) && (!to || range[0] <= to);
      return hits.filter((hit) => inside(of(hit.document)));
    };
    const passing = async (some) => {
      const sources = await Promise.all(some.map((select) => SOURCES[select.name](words)));
      const chosen = some.map(value);
      const passes = (hit, nth) =>
        !chosen[nth] || sources[nth](hit.document).some(([key]) => key === chosen[nth]);
      return { sources, chosen, passes };
    };

    /** The hits that pass all filters. */
    const narrow = async (answer) => {
      const hits = await within(answer);
      const set = selects.filter(value);
      const { passes } = await passing(set);
      return hits.filter((hit) => set.every((_, nth) => passes(hit, nth)));
    };

    /** Fills each select that can be seen with what the others leave. */
    const count = async (answer) => {
      last = answer;
      const hits = await within(answer);
      const open = selects.filter(isOpen);
      const { sources, chosen, passes } = await passing(open);
      if (last !== answer) return;
      open.forEach((select, nth) => {
        const others = hits.filter((hit) => open.every((_, each) => each === nth || passes(hit, each)));
        const counts = new Map();
        for (const hit of others)
          for (const [key, itsWords] of sources[nth](hit.document)) {
            const entry = counts.get(key) || { words: itsWords, count: 0 };
            entry.count += 1;
            counts.set(key, entry);
          }
        fill(select, counts, chosen[nth]);
        delete select.dataset.wanted;
      });
    };

    if (panel) panel.addEventListener("toggle", () => panel.open && last && count(last));
    return {
      narrow,
      count,
      empty: () => (last = null),
      write: (state) => selects.forEach((select) => value(select) && state.set(select.name, value(select))),
      read: (state) =>
        selects.forEach((select) => {
          select.dataset.wanted = state.get(select.name) || "";
          select.value = "";
          if (select.dataset.wanted && panel && panel.contains(select)) panel.open = true;
        }),
    };
  };
})();
