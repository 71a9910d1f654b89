// What a reader types, found: all words by default, "exact phrases", filters, and honest relaxing.
(() => {
  "use strict";
  const archiveSearch = (window.archiveSearch = window.archiveSearch || {});
  const { store, partial } = archiveSearch;
  const { OPTIONAL, REQUIRED, PROHIBITED } = lunr.Query.presence;
  const PIECES = /([+-]?)["“”„«]([^"“”«»]*)["“”»]|(\S+)/g;
  const LIMIT = /^(from|to):(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/i;
  const LEAST_LETTERS = 2; // in a word with a star, and in one that is completed

  const isStopWord = (word, { language }) => {
    const { stopWordFilter } = language === "en" ? lunr : lunr[language];
    return !stopWordFilter(new lunr.Token(word));
  };
  const clauseOf = (term, meta, more) => ({ term, fields: meta.fields, boost: 1, presence: OPTIONAL, ...more });
  const words = (text, meta) => partial.foldTerm(meta.foldText(text), (same) => same).filter((word) => word);

  const lastDay = (year, month) => new Date(Date.UTC(year, month, 0)).getUTCDate();
  const pad = (number) => String(number).padStart(2, "0");
  /** The first or last day that `from:2019`, `to:2019-05` stand for. */
  const limit = (side, year, month, day) =>
    side === "from"
      ? `${year}-${month || "01"}-${day || "01"}`
      : `${year}-${month || "12"}-${day || pad(lastDay(Number(year), Number(month || 12)))}`;

  /** A piece with marks of the query language (+ - field: * ~ ^), as lunr reads it; null where it cannot. */
  const withSyntax = (piece, meta) => {
    if (!/[+:*~^\\]|^-./.test(piece)) return null;
    try {
      const clauses = partial.parse(piece, meta).filter((clause) => clause.term.replaceAll("*", ""));
      const tooWide = (clause) => clause.term.includes("*") && clause.term.replaceAll("*", "").length < LEAST_LETTERS;
      return clauses.some(tooWide) ? null : clauses;
    } catch (error) {
      if (!(error instanceof lunr.QueryParseError)) throw error;
      return null;
    }
  };

  /** The reader's text as clauses, phrases and days. */
  const read = (text, meta) => {
    const asked = { clauses: [], phrases: [], from: "", to: "", common: [] };
    const add = (word, more) => {
      if (isStopWord(word, meta)) asked.common.push(word);
      else asked.clauses.push(clauseOf(word, meta, more));
    };
    for (const [, sign, phrase, piece] of text.matchAll(PIECES)) {
      if (phrase !== undefined) {
        const inside = words(phrase, meta);
        if (inside.length) asked.phrases.push({ words: inside, without: sign === "-" });
        if (sign !== "-") inside.forEach((word) => add(word));
        continue;
      }
      const day = piece.match(LIMIT);
      if (day) asked[day[1].toLowerCase()] = limit(day[1].toLowerCase(), day[2], day[3], day[4]);
      else {
        const clauses = withSyntax(piece, meta);
        if (clauses) clauses.forEach((each) => asked.clauses.push({ ...each, exact: true }));
        else words(piece, meta).forEach((word) => add(word, { typed: text.endsWith(piece) }));
      }
    }
    return asked;
  };

  /** Where a word that is still being typed stands in no text, it stands for all words that begin so. */
  const completed = async (asked, meta) => {
    const last = asked.clauses.at(-1);
    if (!last || !last.typed || last.term.length < LEAST_LETTERS) return;
    const terms = await partial.expand(last, meta);
    const held = await store.shards([...new Set(terms.map(store.shardOf))]);
    if (terms.some((term) => held.has(term))) return;
    const prefix = { ...last, term: last.term + "*", usePipeline: false };
    if ((await partial.expand(prefix, meta)).length) Object.assign(last, prefix);
  };

  /** The documents, one after the other and some more than once, that hold a clause's terms in its fields. */
  const postingsOf = (clause, terms, postings, meta) =>
    terms.flatMap((term) => {
      const posting = postings.get(term);
      return posting ? clause.fields.map((field) => posting.fields[meta.fields.indexOf(field)].documents) : [];
    });

  /** For each document the number of clauses, prohibited ones aside, that it answers; `empty`: those that none does. */
  const tally = (clauses, { expansions, postings }, meta) => {
    const held = new Uint16Array(meta.numbers);
    const latest = new Uint16Array(meta.numbers); // the last clause, counted from 1, that counted a document
    const empty = [];
    clauses.forEach((clause, nth) => {
      if (clause.presence === PROHIBITED) return;
      let any = false;
      for (const documents of postingsOf(clause, expansions[nth], postings, meta))
        for (const each of documents) {
          any = true;
          if (latest[each] === nth + 1) continue;
          latest[each] = nth + 1;
          held[each] += 1;
        }
      if (!any) empty.push(clause);
    });
    return { held, empty };
  };

  /** The words of a passage with their places and the terms that the index has for them. */
  const WORDS = /(?:[A-Za-z]\.){2,}|[\p{L}\p{N}\p{M}_]+(?:['’.,][\p{L}\p{N}\p{M}_]+)*/gu;
  // The same where all letters are plain ones, found sooner than with the letters of all scripts.
  const PLAIN = /^[\0-\x7f\u00a0\u2010-\u201f\u2026]*$/;
  const PLAIN_WORDS = /(?:[A-Za-z]\.){2,}|[A-Za-z0-9_]+(?:['’.,][A-Za-z0-9_]+)*/g;
  const KNOWN = 20000; // words whose folded form and terms are kept
  const known = new Map();
  const reading = (word, meta, steps) => {
    if (!known.has(word)) {
      if (known.size >= KNOWN) known.clear();
      const folded = words(word, meta);
      known.set(word, { folded, terms: folded.flatMap((each) => steps.runString(each)) });
    }
    return known.get(word);
  };
  const placed = (text, meta, passed = () => false) => {
    const steps = lunr.Pipeline.load(meta.pipeline);
    const found = [];
    for (const { 0: word, index } of text.matchAll(PLAIN.test(text) ? PLAIN_WORDS : WORDS))
      if (!passed(word)) found.push({ start: index, end: index + word.length, ...reading(word, meta, steps) });
    return found;
  };

  const holdsPhrase = (text, phrase, meta) => {
    const all = words(text, meta);
    for (let at = 0; at + phrase.length <= all.length; at++)
      if (phrase.every((word, nth) => all[at + nth] === word)) return true;
    return false;
  };

  /** Whether a record says every phrase, and none that it must not. */
  const saysPhrases = (record, phrases, meta) =>
    phrases.every(({ words: phrase, without }) => {
      const texts = [record.title, ...record.passages.map((passage) => passage.text)];
      return without !== texts.some((text) => holdsPhrase(text, phrase, meta));
    });

  const everything = async () => (await store.documents()).map((document) => ({ document, score: 0 }));

  /**
   * Everything that answers the reader's text: documents in rank order with their score; `relaxed` where
   * no document holds all words, so that those with half of them or more are given; `missing`: words of no text.
   */
  archiveSearch.find = (text) =>
    store.fresh(async () => {
      const meta = await store.describe();
      const asked = read(text, meta);
      const nothing = { asked, meta, hits: [], terms: new Set(), missing: [], relaxed: false };
      partial.ahead(asked.clauses, meta);
      await completed(asked, meta);
      const { clauses } = asked;
      if (!clauses.length) {
        const { phrases, from, to } = asked; // days alone are answered by all that stands in them
        return phrases.length || !(from || to) ? nothing : { ...nothing, hits: await everything() };
      }
      const gathered = await partial.gather(clauses, meta);
      const { held, empty } = tally(clauses, gathered, meta);
      const needed = clauses.filter((clause) => clause.presence !== PROHIBITED).length;
      const holding = (least) => held.map((count) => Number(count >= least));
      // Scoring is what takes time, so only those are scored that will be shown: here those with all words ...
      const ranked = async (only) =>
        (await partial.score(clauses, gathered, meta, only)).map(({ ref, score }) => ({ document: Number(ref), score }));
      let hits = await ranked(needed ? holding(needed) : null);
      const missing = empty.filter((clause) => !clause.exact);
      const demanded = clauses.some((clause) => clause.presence === REQUIRED);
      let relaxed = false;
      if (!hits.length && needed && !demanded) {
        hits = await ranked(holding(Math.max(1, needed / 2))); // ... and here, where there are none, those with half of them
        hits.sort((a, b) => held[b.document] - held[a.document]);
        relaxed = hits.length > 0;
      }
      const shown = clauses.flatMap((clause, nth) =>
        clause.presence === PROHIBITED ? [] : gathered.expansions[nth],
      );
      return {
        ...nothing,
        hits,
        terms: new Set(shown),
        missing: missing.map((clause) => clause.term.replaceAll("*", "")),
        relaxed,
      };
    });

  /** Like the language's own spelling check: terms of the index few letters away from `word`, nearest first. */
  const nearTerms = async (word, meta) => {
    const [term] = lunr.Pipeline.load(meta.pipeline).runString(word);
    const all = await store.dictionary();
    const most = term.length < 5 ? 1 : 2;
    return all
      .filter((each) => Math.abs(each.length - term.length) <= most)
      .map((each) => ({ term: each, edits: distance(term, each, most) }))
      .filter(({ edits }) => edits <= most)
      .sort((a, b) => a.edits - b.edits || (b.term[0] === term[0]) - (a.term[0] === term[0]))
      .map((each) => each.term);
  };

  /** Edits (insertion, deletion, substitution, transposition) between two words; more than `most`: Infinity. */
  const distance = (left, right, most) => {
    let before = null;
    let row = Array.from({ length: right.length + 1 }, (_, n) => n);
    for (let i = 1; i <= left.length; i++) {
      const next = [i];
      for (let j = 1; j <= right.length; j++) {
        const same = left[i - 1] === right[j - 1] ? 0 : 1;
        next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + same);
        if (i > 1 && j > 1 && left[i - 1] === right[j - 2] && left[i - 2] === right[j - 1])
          next[j] = Math.min(next[j], before[j - 2] + 1);
      }
      if (Math.min(...next) > most) return Infinity;
      [before, row] = [row, next];
    }
    return row[right.length];
  };

  /** A word of the texts that the reader may have meant by a word of no text; null where none is near. */
  archiveSearch.suggest = async (word) => {
    const meta = await store.describe();
    const near = (await nearTerms(word, meta)).slice(0, 5);
    const found = await partial.fetchPostings(near);
    const sizes = near
      .filter((term) => found.has(term))
      .map((term) => ({ term, places: found.get(term).fields.flatMap((field) => [...field.documents]) }));
    if (!sizes.length) return null;
    const { term, places } = sizes.reduce((a, b) => (b.places.length > a.places.length * 4 ? b : a));
    const record = await store.record(Math.min(...places));
    for (const text of [record.title, ...record.passages.map((passage) => passage.text)])
      for (const { start, end, terms } of placed(text, meta))
        if (terms.includes(term)) return text.slice(start, end);
    return term;
  };

  Object.assign(archiveSearch, { placed, saysPhrases });
})();
