// What stands behind a mark is shown while the mark has the focus or the pointer; Escape puts it away. Without this
// script citations still show their sources, and names are links as before.

// Citations: the words are in the page, the style sheet shows them.
(() => {
  "use strict";
  const AWAY = "put-away";
  const bring = (event) => event.target.classList?.remove(AWAY);
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    for (const cite of document.querySelectorAll(".cite:hover, .cite:focus")) cite.classList.add(AWAY);
  });
  document.addEventListener("focusout", bring);
  document.addEventListener("pointerout", bring);
})();

// Names in a text: a card with the same words as the list of names below the text.
(() => {
  "use strict";
  const list = document.querySelector(".names-here");
  if (!list) return;
  const known = new Map([...list.querySelectorAll("li")].map((entry) => [entry.querySelector("a").href, entry]));
  const card = document.createElement("div");
  card.id = "name-card";
  card.className = "card";
  card.setAttribute("role", "tooltip");
  card.hidden = true;
  document.body.append(card);
  let named = null;

  const put = (tag, words) => {
    const part = document.createElement(tag);
    part.textContent = words;
    card.append(part);
  };

  const hide = () => {
    if (!named) return;
    named.removeAttribute("aria-describedby");
    named = null;
    card.hidden = true;
  };

  const show = (name) => {
    const entry = known.get(name.href);
    if (!entry || name === named) return;
    hide();
    named = name;
    card.replaceChildren();
    put("b", entry.querySelector("a").textContent);
    for (const fact of entry.querySelectorAll("[data-fact]")) put("p", fact.textContent);
    name.setAttribute("aria-describedby", card.id);
    card.hidden = false;
    const at = [...name.getClientRects()].at(-1);
    const room = document.documentElement.clientWidth - card.offsetWidth - 8;
    card.style.left = `${window.scrollX + Math.max(8, Math.min(at.left, room))}px`;
    card.style.top = `${window.scrollY + at.bottom}px`;
  };

  for (const name of document.querySelectorAll("a.name")) {
    name.addEventListener("focus", () => show(name));
    name.addEventListener("pointerenter", (event) => event.pointerType !== "touch" && show(name));
    name.addEventListener("blur", hide);
    name.addEventListener("pointerleave", (event) => {
      if (!card.contains(event.relatedTarget) && document.activeElement !== name) hide();
    });
  }
  card.addEventListener("pointerleave", (event) => {
    if (named && !named.contains(event.relatedTarget) && document.activeElement !== named) hide();
  });
  document.addEventListener("keydown", (event) => event.key === "Escape" && hide());
})();
