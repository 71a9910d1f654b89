// Folds a reader's words as the build folded the texts (plugins/crisis_archive/search/folding.py says why).
(() => {
  "use strict";
  const archiveSearch = (window.archiveSearch = window.archiveSearch || {});

  const UNITED_STATES = /(?<![\p{L}\p{N}_])(?:[Uu]\.[Ss]\.(?:[Aa]\.)?|US)(?![\p{L}\p{N}_])/gu;
  const DOTTED = /(?<![\p{L}\p{N}_])(?:[A-Za-z]\.){2,}(?![\p{L}\p{N}_])/gu;
  const POSSESSIVE = /(?:'s)+(?![\p{L}\p{N}_])/gu;
  const KEPT_OR_MARK =
    /[\p{L}\p{N}_\s-]+|(?<=\p{Nd})[.,](?=\p{Nd})|(?<=[\p{L}\p{N}_])'(?=[\p{L}\p{N}_])|([^])/gu;
  const ASCII = /^[\0-\x7f]*$/;
  const WORDS = /^[\p{L}\p{N}_\s-]*$/u;

  // Whether a mark belongs to the letter before it (its combining class is not 0): such marks change
  // places with marks of another class when a text is brought into canonical order.
  const combines = (mark) =>
    ("\u0301" + mark).normalize("NFD") !== "\u0301" + mark.normalize("NFD") ||
    (mark + "\u0334").normalize("NFD") !== mark.normalize("NFD") + "\u0334" ||
    mark === "\u0301" || mark === "\u0334";
  const known = new Map();
  const isAccent = (mark) => {
    if (!known.has(mark)) known.set(mark, combines(mark));
    return known.get(mark);
  };

  const withoutMark = (kept, mark) => {
    if (mark === undefined) return kept;
    if (/\p{Cf}/u.test(mark)) return "";
    return /[\p{Cc}\p{P}\p{S}]/u.test(mark) ? " " : mark;
  };

  /** The folded text. `exceptions`: characters with a fold that Unicode alone does not give. */
  archiveSearch.folder = (exceptions) => (text) => {
    let folded = text.replace(UNITED_STATES, "usa");
    if (!ASCII.test(folded)) {
      folded = Array.from(folded, (character) => exceptions[character] ?? character).join("");
      folded = folded.normalize("NFKD").replace(/\p{M}/gu, (m) => (isAccent(m) ? "" : m)).normalize("NFC");
    }
    folded = folded.replace(DOTTED, (match) => match.replaceAll(".", ""));
    folded = folded.toLowerCase().replaceAll("ς", "σ");
    if (WORDS.test(folded)) return folded;
    return folded.replace(POSSESSIVE, " ").replace(KEPT_OR_MARK, withoutMark);
  };
})();
