// What a result shows: its name, the passage that answers best, and the reader's words marked in both.
(() => {
  "use strict";
  const archiveSearch = window.archiveSearch;
  const AROUND = 240; // characters of an excerpt
  const SLACK = 1.3; // a text this much longer is shown whole

  const element = (tag, attributes = {}, ...children) => {
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
    made.append(...children);
    return made;
  };

  /**
   * The words of a text that stand for any of the terms. Stemming takes time, and English stems begin as their
   * words do: plain words that begin like no term are passed over.
   */
  const hitsOf = (text, { terms, meta }) => {
    const initials = new Set([...terms].map((term) => term[0]));
    const passed = (word) => meta.language === "en" && /^[A-Za-z]+$/.test(word) && !initials.has(word[0].toLowerCase());
    return archiveSearch.placed(text, meta, passed).filter((word) => word.terms.some((term) => terms.has(term)));
  };

  /** The passage with most of the terms, then with most of their words; undefined where there is none. */
  const best = (passages, answer) => {
    let found = { score: -1, hits: [] };
    for (const passage of passages) {
      const hits = hitsOf(passage.text, answer);
      const kinds = new Set(hits.flatMap((word) => word.terms.filter((term) => answer.terms.has(term))));
      const score = kinds.size * 100 + Math.min(hits.length, 99);
      if (score > found.score) found = { score, passage, hits };
    }
    return found;
  };

  /** The text around its first hit, all hits marked. */
  const marked = (text, hits) => {
    const middle = hits.length ? hits[0].start : 0;
    let start = text.length <= AROUND * SLACK ? 0 : Math.max(0, middle - AROUND / 3);
    if (start > 0) start = text.indexOf(" ", start) + 1;
    let end = start + AROUND * SLACK >= text.length ? text.length : text.lastIndexOf(" ", start + AROUND);
    if (end <= start) end = Math.min(text.length, start + AROUND);
    const parts = start > 0 ? ["… "] : [];
    let at = start;
    for (const hit of hits.filter((each) => each.start >= start && each.end <= end)) {
      parts.push(text.slice(at, hit.start), element("mark", {}, text.slice(hit.start, hit.end)));
      at = hit.end;
    }
    parts.push(text.slice(at, end));
    if (end < text.length) parts.push(" …");
    return parts;
  };

  /** A record as an item of the list of results; `say` gives the page's words. */
  archiveSearch.resultItem = (record, answer, say) => {
    const { passage, hits } = best(record.passages, answer);
    const href = passage && passage.fragment ? `${record.address}#${passage.fragment}` : record.address;
    const title = record.title ? marked(record.title, hitsOf(record.title, answer)) : [say("untitled")];
    const parts = record.kind === "entity" ? [say(`kind_${record.note}`)] : [say(`kind_${record.kind}`), record.note];
    const about = parts.filter((part) => part).join(" · ");
    const made = element("li", { class: "result", "data-kind": record.kind });
    made.append(element("a", { href }, ...title), " ", element("span", { class: "kind" }, about));
    if (passage && passage.text !== record.title)
      made.append(element("p", { class: "excerpt" }, ...marked(passage.text, hits)));
    return made;
  };
  archiveSearch.element = element;
})();
