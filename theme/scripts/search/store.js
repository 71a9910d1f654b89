// Loads the scripts of the index, each once, and reads what they hold. Works over HTTP and from disk.
(() => {
  "use strict";
  const archiveSearch = (window.archiveSearch = window.archiveSearch || {});
  const ROOT = new URL("../", document.currentScript.src);
  const KEPT = 400; // scripts' contents kept in memory
  const PATIENCE = 20000; // milliseconds until a script counts as missing
  const AT_ONCE = 48; // scripts asked for at a time; a wide wildcard needs a thousand, and none shall be late in the queue

  const STAMP = 3; // characters of a stamp (plugins/crisis_archive/search/shards.py)

  let version = ""; // the stamp of the description, and of all else that is about the whole index
  let wanted = new Map(); // name -> what to do with the value when it comes
  let kept = new Map(); // name -> promise of the value, the least recently used first

  /** Called by every script of the index; the page itself loads the description, before anyone asks for it. */
  archiveSearch.receive = (name, stamp, value) => {
    const waiting = wanted.get(name);
    if (waiting) waiting(stamp, value);
    else if (name === "meta" && !version) {
      version = stamp;
      kept.set(name, Promise.resolve(value));
    }
  };

  class LoadingError extends Error {}
  class StaleError extends Error {}

  const addScript = (name, expected) =>
    new Promise((resolve, reject) => {
      const script = document.createElement("script");
      const address = new URL(`search/${name}.js`, ROOT);
      address.search = expected ? `?v=${expected}` : "";
      script.src = address.href;
      const finish = (act, value) => {
        clearTimeout(timer);
        wanted.delete(name);
        script.remove();
        act(value);
      };
      const timer = setTimeout(() => finish(reject, new LoadingError(name)), PATIENCE);
      wanted.set(name, (stamp, value) => {
        if (name === "meta") version = stamp;
        if (name === "meta" || stamp === expected) finish(resolve, value);
        else finish(reject, Object.assign(new StaleError(name), { stamp }));
      });
      script.onload = () => wanted.has(name) && finish(reject, new LoadingError(name));
      script.onerror = () => finish(reject, new LoadingError(name));
      document.head.append(script);
    });

  let underWay = 0;
  const queue = [];
  /** The outcome of `act` when it is its turn. */
  const inTurn = async (act) => {
    if (underWay < AT_ONCE) underWay += 1;
    else await new Promise((resolve) => queue.push(resolve));
    try {
      return await act();
    } finally {
      if (queue.length) queue.shift()();
      else underWay -= 1;
    }
  };

  /**
   * The value that the script `search/<name>.js` holds; what failed to load is asked for again. A stamp other than the
   * description says is that of a site published since.
   */
  const load = (name, stamp = version) => {
    const promise = kept.get(name) || inTurn(() => addScript(name, stamp));
    kept.delete(name);
    kept.set(name, promise);
    promise.catch(() => kept.delete(name));
    if (kept.size > KEPT) kept.delete(kept.keys().next().value);
    return promise;
  };

  let meta = null;
  /** The description of the index, made ready. */
  const describe = async () => {
    if (!meta) {
      const loaded = await load("meta");
      const { fold, shards, bounds, kinds } = loaded;
      let [after, buckets] = [0, shards];
      const numbered = kinds.map(([kind, group, scripts, room]) => {
        const [first, firstBucket] = [after, buckets];
        after += room;
        buckets += room / (group * scripts);
        return { kind, group, scripts, first, after, firstBucket };
      });
      meta = {
        ...loaded,
        bounds: shards ? bounds.split(" ") : [],
        kinds: numbered,
        numbers: after,
        foldText: archiveSearch.folder(fold),
      };
    }
    return meta;
  };
  /** The stamp of a shard or, behind all shards, of a bucket of records. */
  const stampOf = (place) => meta.stamps.slice(place * STAMP, (place + 1) * STAMP);

  /** Runs `search`; where the site was published anew in between, once more with the new index. */
  const fresh = async (search) => {
    try {
      return await search();
    } catch (error) {
      if (!(error instanceof StaleError)) throw error;
      meta = null;
      kept = new Map();
      version = error.stamp; // so that the browser does not take the old description from its cache
      return search();
    }
  };

  const BASE = 46;
  /** The whole numbers that a text stands for (plugins/crisis_archive/search/encoding.py). */
  const decode = (text) => {
    const numbers = new Float64Array(text.length); // a number has at least one character
    let size = 0;
    let number = 0;
    let factor = 1;
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      const digit = code === 33 ? 57 : code - 35;
      if (digit >= BASE) {
        number += (digit - BASE) * factor;
        factor *= BASE;
      } else {
        numbers[size++] = number + digit * factor;
        number = 0;
        factor = 1;
      }
    }
    return numbers.subarray(0, size);
  };

  /** Place of the last one in a sorted list that is not above `value`. */
  const lastUpTo = (sorted, value) => {
    let low = 0;
    let high = sorted.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (sorted[middle] <= value) low = middle;
      else high = middle;
    }
    return low;
  };

  /** What a shard is called that begins with this bound (plugins/crisis_archive/search/shards.py). */
  const nameOf = (bound) => {
    let hash = 0x811c9dc5;
    for (let at = 0; at < bound.length; at++) hash = Math.imul(hash ^ bound.charCodeAt(at), 0x01000193);
    return (hash >>> 0).toString(16);
  };

  /** Place of the shard that would hold `term`. */
  const shardOf = (term) => lastUpTo(meta.bounds, term);

  /** Term -> encoded postings, for the shards with these places. */
  const shards = async (places) => {
    const found = new Map();
    if (!meta.bounds.length) return found;
    const contents = await Promise.all(places.map((place) => load(`terms/${nameOf(meta.bounds[place])}`, stampOf(place))));
    for (const content of contents)
      for (let at = 0; at < content.length; at += 2) found.set(content[at], content[at + 1]);
    return found;
  };

  /**
   * The postings of one term: its place where it was first met and, for each field, documents, how often the term
   * stands in each, and how many terms each has in that field.
   */
  const postings = (text) => {
    const numbers = decode(text);
    let at = 0;
    const next = (size) => numbers.subarray(at, (at += size));
    const place = numbers[at++];
    const fields = meta.fields.map(() => {
      const size = numbers[at++];
      const documents = next(size);
      for (let n = 0, last = -1; n < size; n++) last = documents[n] += last + 1;
      return { documents, counts: next(size), lengths: next(size) };
    });
    return { place, fields };
  };

  let terms = null;
  /** All terms of the index in order. */
  const dictionary = async () => {
    if (terms && terms.version === version) return terms.all;
    const [shared, rests] = await load("dictionary");
    const lengths = decode(shared);
    let before = "";
    const all = lengths.length
      ? rests.split(" ").map((rest, place) => (before = before.slice(0, lengths[place]) + rest))
      : [];
    terms = { version, all };
    return all;
  };

  /** Kind of a document, the script that holds its record with its stamp, and the place in it. */
  const placeOf = (documentNumber) => {
    const of = meta.kinds.find(({ after }) => documentNumber < after);
    if (!of) throw new RangeError(`no document ${documentNumber}`);
    const nth = Math.floor((documentNumber - of.first) / of.group);
    const bucket = Math.floor(nth / of.scripts);
    const script = `records/${of.kind}-${bucket}-${nth % of.scripts}`;
    return { kind: of.kind, script, stamp: stampOf(of.firstBucket + bucket), at: (documentNumber - of.first) % of.group };
  };

  /** The numbers of all documents: there are more numbers than documents (plugins/crisis_archive/search/buckets.py). */
  const documents = async () => {
    const found = [];
    let at = 0;
    decode(await load("numbers")).forEach((size, nth) => {
      for (const after = at + size; at < after; at++) if (nth % 2 === 0) found.push(at);
    });
    return found;
  };

  /** What a result shows: kind, title, address, note, passages of text and fragment. */
  const record = async (documentNumber) => {
    const place = placeOf(documentNumber);
    const [title, address, note, ...parts] = (await load(place.script, place.stamp))[place.at];
    const passages = [];
    for (let at = 0; at < parts.length; at += 2) passages.push({ text: parts[at], fragment: parts[at + 1] });
    return { kind: place.kind, title, address, note, passages };
  };

  archiveSearch.store = {
    describe, load, fresh, decode, shardOf, shards, postings, dictionary, placeOf, documents, record, LoadingError, StaleError, ROOT,
  };
})();
