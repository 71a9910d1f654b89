// The terms of the index that a wildcard or a fuzzy word stands for: those of lunr.TokenSet, in time that is bounded.
//
// lunr builds an automaton as a tree, which grows exponentially with the edits, and walks every path through it,
// of which many stars make exponentially many. Here states that are the same are one, and of the terms, which are
// sorted, what they begin with in common is walked once.
(() => {
  "use strict";
  const archiveSearch = (window.archiveSearch = window.archiveSearch || {});
  const WILDCARD = "*";

  /** Whether `term` is `pattern` with something, or nothing, in the place of every star. */
  const matches = (pattern, term) => {
    let [at, read, star, resume] = [0, 0, -1, 0];
    while (read < term.length) {
      if (pattern[at] === WILDCARD) [star, resume] = [at++, read];
      else if (pattern[at] === term[read]) [at, read] = [at + 1, read + 1];
      else if (star >= 0) [at, read] = [star + 1, ++resume];
      else return false;
    }
    while (pattern[at] === WILDCARD) at++;
    return at === pattern.length;
  };

  /**
   * The steps of lunr.TokenSet.fromFuzzyString. A state is what is left of the word: the letters from place `from`
   * on, the first of them being the one at `first`, an earlier place where transpositions have carried a letter on.
   * States are kept with the most edits that are left: more edits reach all that fewer do.
   */
  const fuzzy = (word, edits) => {
    const { length } = word;
    const width = length + 1;
    const key = (from, first) => from * width + first;
    const add = (states, from, first, left) => {
      const place = key(from, first);
      if ((states.get(place) ?? -1) >= left) return;
      states.set(place, left);
      if (left > 0 && from < length - 1) add(states, from + 1, from + 1, left - 1); // a letter left out
    };
    const start = new Map();
    add(start, 0, 0, edits);
    const step = (states, character) => {
      const next = new Map();
      for (const [place, left] of states) {
        const from = Math.floor(place / width);
        const first = place % width;
        if (from < length && (word[first] === character || word[first] === WILDCARD))
          add(next, from + 1, from + 1, left);
        if (!left) continue;
        add(next, from, first, left - 1); // a letter more
        if (from < length) add(next, from + 1, from + 1, left - 1); // another letter
        if (from < length - 1 && (word[from + 1] === character || word[from + 1] === WILDCARD))
          add(next, from + 1, first, left - 1); // two letters in the other order
      }
      return next;
    };
    const ends = (states) => {
      for (const [place, left] of states) {
        const rest = length - Math.floor(place / width);
        if (rest === 0 || (rest === 1 && left > 0)) return true;
      }
      return false;
    };
    return { start, step, ends };
  };

  /** The terms, of all in `sorted`, that are `edits` or fewer from `word`, as lunr counts them. */
  const near = (sorted, word, edits) => {
    const { start, step, ends } = fuzzy(word, edits);
    const walked = [start]; // the states after each letter of the term before
    const found = [];
    let before = "";
    for (const term of sorted) {
      let shared = 0;
      while (shared < before.length && before[shared] === term[shared]) shared++;
      walked.length = Math.min(walked.length, shared + 1);
      while (walked.length <= term.length && walked.at(-1).size)
        walked.push(step(walked.at(-1), term[walked.length - 1]));
      if (walked.length === term.length + 1 && ends(walked.at(-1))) found.push(term);
      before = term;
    }
    return found;
  };

  /** How many steps lunr.TokenSet.fromFuzzyString takes for a word of that many letters: it grows with every edit. */
  const automatonSteps = (length, edits, known = new Map()) => {
    const key = `${length} ${edits}`;
    if (!known.has(key)) {
      const after = (letters, left) => automatonSteps(letters, left, known);
      let steps = 1 + (length > 0 ? after(length - 1, edits) : 0);
      if (edits > 0) steps += after(length, edits - 1); // a letter more
      if (edits > 0 && length > 0) steps += after(length - 1, edits - 1); // another letter
      if (edits > 0 && length > 1) steps += 2 * after(length - 1, edits - 1); // one left out, two exchanged
      known.set(key, steps);
    }
    return known.get(key);
  };

  /**
   * lunr.TokenSet.prototype.intersect, step for step, but for what it has walked before: that adds nothing, for all
   * that follows from it stands in the output by then. So the words come in lunr's order, which scores rest on.
   */
  const intersect = (terms, asked) => {
    const output = new lunr.TokenSet();
    const walked = new Map();
    const stack = [{ asked, output, node: terms }];
    while (stack.length) {
      const frame = stack.pop();
      const before = walked.get(frame.output) ?? new Set();
      if (before.has(frame.asked)) continue;
      walked.set(frame.output, before.add(frame.asked));
      for (const wanted of Object.keys(frame.asked.edges)) {
        for (const letter of wanted === WILDCARD ? Object.keys(frame.node.edges) : [wanted]) {
          const node = frame.node.edges[letter];
          if (!node) continue;
          const next = frame.output.edges[letter] ?? new lunr.TokenSet();
          const follows = frame.asked.edges[wanted];
          next.final = next.final || (node.final && follows.final);
          frame.output.edges[letter] = next;
          stack.push({ asked: follows, output: next, node });
        }
      }
    }
    return output;
  };

  archiveSearch.walking = { automatonSteps, intersect };
  archiveSearch.expansions = (sorted, term, edits) =>
    edits === undefined ? sorted.filter((each) => matches(term, each)) : near(sorted, term, edits);
})();
