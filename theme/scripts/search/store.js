// Loads the scripts of the index, each once, and reads what they hold. Works over HTTP and from disk.
(() => {
  "use strict";
  const archiveSearch = (window.archiveSearch = window.archiveSearch || {});
  const ROOT = new URL("../", document.currentScript.src);
  const KEPT = 400; // scripts' contents kept in memory
  const PATIENCE = 20000; // milliseconds until a script counts as missing
  const AT_ONCE = 48; // scripts asked for at a time; a wide wildcard needs a thousand, and none shall be late in the queue

  let version = "";
  let wanted = new Map(); // name -> what to do with the value when it comes
  let kept = new Map(); // name -> promise of the value, the least recently used first

  /** Called by every script of the index; the page itself loads the description, before anyone asks for it. */
  archiveSearch.receive = (name, itsVersion, value) => {
    const waiting = wanted.get(name);
    if (waiting) waiting(itsVersion, value);
    else if (name === "meta" && !version) {
      version = itsVersion;
      kept.set(name, Promise.resolve(value));
    }
  };

  class LoadingError extends Error {}
  class StaleError extends Error {}

  const addScript = (name) =>
    new Promise((resolve, reject) => {
      const script = document.createElement("script");
      const address = new URL(`search/${name}.js`, ROOT);
      address.search = version ? `?v=${version}` : "";
      script.src = address.href;
      const finish = (act, value) => {
        clearTimeout(timer);
        wanted.delete(name);
        script.remove();
        act(value);
      };
      const timer = setTimeout(() => finish(reject, new LoadingError(name)), PATIENCE);
      wanted.set(name, (itsVersion, value) => {
        if (name === "meta") version = itsVersion;
        if (itsVersion === version) finish(resolve, value);
        else finish(reject, Object.assign(new StaleError(name), { version: itsVersion }));
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

  /** The value that the script `search/<name>.js` holds; what failed to load is asked for again. */
  const load = (name) => {
    const promise = kept.get(name) || inTurn(() => addScript(name));
    kept.delete(name);
    kept.set(name, promise);
    promise.catch(() => kept.delete(name));
    if (kept.size > KEPT) kept.delete(kept.keys().next().value);
    return promise;
  };

  let meta = null;
  /** The description of the index, with `fold` made ready. */
  const describe = async () => {
    if (!meta) {
      const loaded = await load("meta");
      meta = { ...loaded, foldText: archiveSearch.folder(loaded.fold) };
    }
    return meta;
  };

  /** Runs `search`; where the site was published anew in between, once more with the new index. */
  const fresh = async (search) => {
    try {
      return await search();
    } catch (error) {
      if (!(error instanceof StaleError)) throw error;
      meta = null;
      kept = new Map();
      version = error.version; // so that the browser does not take the old description from its cache
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

  /** Place of the shard that would hold `term`. */
  const shardOf = (term) => {
    const { bounds } = meta;
    let low = 0;
    let high = bounds.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (bounds[middle] <= term) low = middle;
      else high = middle;
    }
    return low;
  };

  /** Term -> encoded postings, for the shards with these places. */
  const shards = async (places) => {
    const found = new Map();
    if (!meta.bounds.length) return found;
    const contents = await Promise.all(places.map((place) => load(`terms/${place}`)));
    for (const content of contents)
      for (let at = 0; at < content.length; at += 2) found.set(content[at], content[at + 1]);
    return found;
  };

  /** The postings of one term: its number and, for each field, documents and their scores in thousandths. */
  const postings = (text) => {
    const numbers = decode(text);
    let at = 0;
    const index = numbers[at++];
    const fields = meta.fields.map(() => {
      const size = numbers[at++];
      const documents = numbers.subarray(at, at + size);
      for (let n = 0, last = -1; n < size; n++) last = documents[n] += last + 1;
      const scores = numbers.subarray(at + size, (at += 2 * size));
      return { documents, scores };
    });
    return { index, fields };
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

  /** Kind of a document, and the script and place that hold its record. */
  const placeOf = (documentNumber) => {
    let first = 0;
    for (const [kind, count, group] of meta.kinds) {
      const nth = documentNumber - first;
      if (nth < count) return { kind, script: `records/${kind}-${Math.floor(nth / group)}`, at: nth % group };
      first += count;
    }
    throw new RangeError(`no document ${documentNumber}`);
  };

  /** What a result shows: kind, title, address, note, passages of text and fragment. */
  const record = async (documentNumber) => {
    const place = placeOf(documentNumber);
    const [title, address, note, ...parts] = (await load(place.script))[place.at];
    const passages = [];
    for (let at = 0; at < parts.length; at += 2) passages.push({ text: parts[at], fragment: parts[at + 1] });
    return { kind: place.kind, title, address, note, passages };
  };

  archiveSearch.store = {
    describe, load, fresh, decode, shardOf, shards, postings, dictionary, placeOf, record, LoadingError, StaleError, ROOT,
  };
})();
