// Answers a query from the shards of its own terms: a partial lunr.Index that scores like the whole one.
//
// A hit's score needs the entries of the query's terms alone, and what the description says of all texts together. See
// docs/search.md for why the results, their order and their scores are those of the whole index.
(() => {
  "use strict";
  const archiveSearch = (window.archiveSearch = window.archiveSearch || {});
  const { store } = archiveSearch;
  const WILDCARD = "*";
  const MOST_EDITS = 9; // of a fuzzy word; with so many almost any word is near, and a link must not stop a browser

  const MOST_STEPS = 200000; // of building automata for a query's fuzzy words, as lunr does: some tenths of a second
  const NAME = "\u0000"; // no term begins so

  const pipeline = (meta) => lunr.Pipeline.load(meta.pipeline);

  /** The folded words of a clause's term; marks of the query language in it are kept. */
  const foldTerm = (term, fold) => {
    const folded = term.split(WILDCARD).map((part) => fold(part).trim()).join(WILDCARD);
    const words = folded.split(lunr.tokenizer.separator).filter((word) => word);
    return words.length ? words : [""];
  };

  /** Clauses with folded terms, as lunr's own parser reads the text. Throws lunr.QueryParseError. */
  const parse = (text, meta) => {
    const query = new lunr.Query(meta.fields);
    new lunr.QueryParser(text, query).parse();
    if (query.clauses.some((clause) => clause.editDistance > MOST_EDITS))
      throw new lunr.QueryParseError("too many edits", 0, text.length);
    return query.clauses.flatMap((clause) =>
      foldTerm(clause.term, meta.foldText).map((term) => ({ ...clause, term })),
    );
  };

  const isPrefix = (clause, term) =>
    !("editDistance" in clause) && term.indexOf(WILDCARD) === term.length - 1 && term.length > 1;
  const isExact = (clause, term) => !("editDistance" in clause) && !term.includes(WILDCARD);

  /** Starts loading the shards that these clauses are sure to need, all at once. */
  const ahead = (clauses, meta) => {
    const steps = pipeline(meta);
    const terms = clauses.flatMap((clause) =>
      isExact(clause, clause.term) ? steps.runString(clause.term) : isPrefix(clause, clause.term) ? [clause.term.slice(0, -1)] : [],
    );
    store.shards([...new Set(terms.map(store.shardOf))]).catch(() => {}); // whoever needs them says what failed
  };

  /** The terms of the index that a clause stands for. */
  const expand = async (clause, meta) => {
    const own = clause.usePipeline === false ? [clause.term] : pipeline(meta).runString(clause.term);
    const found = await Promise.all(
      own.map(async (term) => {
        if (isExact(clause, term)) return term === "" ? [] : [term];
        if (!isPrefix(clause, term))
          return archiveSearch.expansions(await store.dictionary(), term, clause.editDistance);
        const prefix = term.slice(0, -1);
        const last = store.shardOf(prefix + "\uffff");
        const places = [];
        for (let place = store.shardOf(prefix); place <= last; place++) places.push(place);
        return [...(await store.shards(places)).keys()].filter((each) => each.startsWith(prefix));
      }),
    );
    return found.flat();
  };

  /** Term -> decoded postings of those terms that the index has. */
  const fetchPostings = async (terms) => {
    const places = [...new Set(terms.map(store.shardOf))];
    const encoded = await store.shards(places);
    const found = new Map();
    for (const term of terms) if (encoded.has(term)) found.set(term, store.postings(encoded.get(term)));
    return found;
  };

  const NOTHING = Object.freeze({});

  /** Where lunr met a term first: document, field, and how many terms stand before it there. */
  const firstMet = ({ place, fields }) => {
    const firsts = fields.map(({ documents }) => (documents.length ? documents[0] : Infinity));
    const document = Math.min(...firsts);
    return [document, firsts.indexOf(document), place];
  };
  const asMet = (a, b) => {
    const [one, other] = [firstMet(a), firstMet(b)];
    return one[0] - other[0] || one[1] - other[1] || one[2] - other[2];
  };

  /** lunr.idf of a term that so many documents hold, each counted once for every field that does. */
  const rarity = (holding, documents) => Math.log(1 + Math.abs((documents - holding + 0.5) / (holding + 0.5)));

  /** The steps of lunr.Builder.createFieldVectors: what a document's vector holds for a term. */
  const weight = (inverse, count, length, field, { k1, b, boosts, totals, documents }) => {
    const average = totals[field] / documents;
    const score = (inverse * ((k1 + 1) * count)) / (k1 * (1 - b + b * (length / average)) + count);
    return Math.round(score * boosts[field] * 1000) / 1000;
  };

  /**
   * A lunr.Index of these terms alone; `all` has documents that get a vector in any case. Where `only` is given, documents
   * that it has no 1 for are left out: a document's score does not depend on them.
   */
  const assemble = (postings, meta, all, only) => {
    const invertedIndex = Object.create(null);
    const fieldVectors = Object.create(null);
    const vector = (name) => (fieldVectors[name] = fieldVectors[name] || new lunr.Vector([]));
    for (const number of all) for (const field of meta.fields) vector(`${field}/${number}`);
    // In rising order of lunr's _index: a vector's elements must be sorted, and so sum in lunr's order.
    [...postings].sort((a, b) => asMet(a[1], b[1])).forEach(([term, { fields }], index) => {
      const posting = Object.create(null);
      posting._index = index;
      const held = fields.reduce((sum, { documents }) => sum + documents.length, 0);
      const inverse = rarity(held, meta.documents);
      meta.fields.forEach((field, place) => {
        const { documents, counts, lengths } = fields[place];
        const holding = Object.create(null);
        for (let n = 0; n < documents.length; n++) {
          const number = documents[n];
          if (only && !only[number]) continue;
          holding[number] = NOTHING;
          vector(`${field}/${number}`).elements.push(index, weight(inverse, counts[n], lengths[n], place, meta));
        }
        posting[field] = holding;
      });
      invertedIndex[term] = posting;
    });
    return new lunr.Index({
      invertedIndex,
      fieldVectors,
      tokenSet: lunr.TokenSet.fromArray([...postings.keys()].sort()),
      fields: meta.fields,
      pipeline: pipeline(meta),
    });
  };

  /** What each clause (terms folded) stands for, and the postings of all those terms. */
  const gather = async (clauses, meta) => {
    const expansions = await Promise.all(clauses.map((clause) => expand(clause, meta)));
    return { expansions, postings: await fetchPostings([...new Set(expansions.flat())]) };
  };

  /**
   * Clauses for lunr in which a fuzzy word whose automaton would be too large has a name in its place, and what the
   * names stand for. lunr then takes the same terms, but in another order: the last digit of a score may differ.
   */
  const inBounds = (clauses, expansions) => {
    let left = MOST_STEPS;
    const named = new Map();
    const asked = clauses.map((clause, nth) => {
      if (!("editDistance" in clause)) return { ...clause };
      const steps = archiveSearch.walking.automatonSteps(clause.term.length, clause.editDistance);
      if (steps <= left) {
        left -= steps;
        return { ...clause };
      }
      const { editDistance: _, ...rest } = clause;
      const name = NAME + nth;
      named.set(name, { toArray: () => expansions[nth] });
      return { ...rest, term: name, usePipeline: false };
    });
    return { asked, named };
  };

  /** lunr's results for the clauses and their postings; only among some documents where they are given. */
  const score = async (clauses, { expansions, postings }, meta, only = null) => {
    const negated = clauses.every((clause) => clause.presence === lunr.Query.presence.PROHIBITED);
    const index = assemble(postings, meta, negated ? await store.documents() : [], only);
    const { asked, named } = inBounds(clauses, expansions);
    const own = index.tokenSet;
    const known = (other) => (NAME in other.edges ? named.get(other.toArray()[0]) : undefined);
    index.tokenSet = {
      intersect: (other) => known(other) ?? archiveSearch.walking.intersect(own, other),
    };
    return index.query((query) => asked.forEach((clause) => query.clause(clause)));
  };

  /** lunr's own query language with lunr's own meaning: a promise of [{ref, score}] in rank order. */
  archiveSearch.query = (text) =>
    store.fresh(async () => {
      const meta = await store.describe();
      const clauses = parse(text, meta);
      const results = await score(clauses, await gather(clauses, meta), meta);
      return results.map(({ ref, score }) => ({ ref, score }));
    });

  archiveSearch.partial = { ahead, parse, gather, score, foldTerm, expand, fetchPostings };
})();
