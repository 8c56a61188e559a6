"use strict";
(() => {
  const said = document.getElementById("said");
  const brief = document.getElementById("brief");
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  let runs = new Map();
  let sizes = new Map();

  // Which runs of the article belong to which item: "q1.p0" carries q1, "q1.d0" is one of its details.
  function learn() {
    runs = new Map();
    sizes = new Map();
    for (const form of brief.querySelectorAll(".sieve")) form.hidden = false;
    for (const run of brief.querySelectorAll("[data-r]")) {
      for (const ref of run.dataset.r.split(" ")) {
        const [, item, part] = /^(.+?)(?:\.([pd])\d+)?$/.exec(ref);
        if (!part) continue;
        if (!runs.has(item)) runs.set(item, []);
        runs.get(item).push([run, part]);
        if (part === "p") sizes.set(item, (sizes.get(item) || 0) + run.textContent.length);
      }
    }
  }

  function clear() {
    for (const lit of brief.querySelectorAll(".on, .near")) lit.classList.remove("on", "near");
    for (const now of brief.querySelectorAll("[aria-current]")) now.removeAttribute("aria-current");
  }

  function show(element) {
    element.scrollIntoView({ block: "center", behavior: calm ? "auto" : "smooth" });
  }

  // Light an item and its evidence; `from` says where the reader is, so that only the other side moves.
  function choose(item, from, keyboard) {
    const card = document.getElementById(item);
    if (!card || !brief.contains(card)) return;
    clear();
    if (card.hidden) {
      const form = brief.querySelector(".sieve");
      form.reset();
      sift(form);
    }
    const parts = runs.get(item) || [];
    for (const [run, part] of parts) run.classList.add(part === "p" ? "on" : "near");
    card.classList.add("on");
    const chip = document.getElementById("t-" + item);
    if (chip) chip.classList.add("on");
    for (const link of brief.querySelectorAll(`[data-item="${item}"].pin, [data-item="${item}"].chip`)) link.setAttribute("aria-current", "true");
    const first = parts.find(([, part]) => part === "p");
    const pin = card.querySelector(".pin");
    if (from !== "card" && card.closest(".rail")) show(card);
    if (from !== "text" && first) show(first[0]);
    const next = from === "card" ? chip : pin;
    if (keyboard && next) next.focus({ preventScroll: true });
    const passages = parts.filter(([, part]) => part === "p").map(([run]) => run.textContent).join("");
    said.textContent = passages ? `${pin ? pin.textContent : item}: “${passages.slice(0, 300)}”` : "no evidence in the article";
  }

  // Of the items under a click the one with the fewest characters: what is nested stays within reach.
  function under(run) {
    const items = run.dataset.r.split(" ").filter((ref) => /\.p\d+$/.test(ref)).map((ref) => ref.replace(/\.p\d+$/, ""));
    return items.sort((a, b) => sizes.get(a) - sizes.get(b))[0];
  }

  brief.addEventListener("click", (event) => {
    const link = event.target.closest("a");
    const keyboard = event.detail === 0;
    if (link && link.dataset.item) {
      event.preventDefault();
      choose(link.dataset.item, link.matches(".chip") ? "text" : link.matches(".pin") ? "card" : "", keyboard);
    } else if (link && link.hash && link.getAttribute("href").startsWith("#")) {
      event.preventDefault();
      const part = document.getElementById(link.hash.slice(1));
      part.scrollIntoView({ block: "start", behavior: calm ? "auto" : "smooth" });
      part.setAttribute("tabindex", "-1");
      part.focus({ preventScroll: true });
    } else if (!link && getSelection().isCollapsed) {
      const run = event.target.closest("[data-r]");
      const card = event.target.closest("[data-item]");
      const item = run ? under(run) : card && card.dataset.item;
      if (item) choose(item, run ? "text" : "card", false);
      else if (!event.target.closest("summary, details")) clear();
    }
  });
  // Show the events and points of one status or support; what is left out is left out of the article's marks, too.
  function sift(form) {
    const asked = Object.fromEntries(new FormData(form));
    const all = brief.querySelectorAll("[data-support]");
    let shown = 0;
    for (const one of all) {
      const fits = (!asked.status || one.dataset.status === asked.status) && (!asked.support || one.dataset.support === asked.support);
      one.hidden = !fits;
      const chip = document.getElementById("t-" + one.id);
      if (chip) chip.hidden = !fits;
      shown += fits;
    }
    form.querySelector("[role=status]").textContent = shown < all.length ? `${shown} of ${all.length} events and points` : "";
  }
  brief.addEventListener("change", (event) => { const form = event.target.closest(".sieve"); if (form) sift(form); });
  brief.addEventListener("submit", (event) => event.preventDefault());
  addEventListener("keydown", (event) => { if (event.key === "Escape") clear(); });
  addEventListener("beforeprint", () => { for (const part of brief.querySelectorAll("details")) part.open = true; });

  learn();
  if (document.body.classList.contains("single")) {
    choose(decodeURIComponent(location.hash.slice(1)).replace(/^t-/, ""), "", false);
    return;
  }

  // An index of many briefs: each is unpacked when it is opened.
  const index = document.getElementById("index");
  const opened = document.getElementById("opened");
  const title = document.title;
  let left = 0;

  async function unpack(text) {
    const bytes = Uint8Array.from(atob(text.trim()), (char) => char.charCodeAt(0));
    return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"))).text();
  }

  async function route() {
    const packed = document.getElementById(location.hash.slice(1) + "-packed");
    if (packed && /^#b\d+$/.test(location.hash)) {
      if (!index.hidden) left = scrollY;
      brief.innerHTML = await unpack(packed.textContent);
      learn();
      index.hidden = true;
      opened.hidden = false;
      document.title = brief.querySelector("h2").textContent;
      scrollTo(0, 0);
      brief.focus({ preventScroll: true });
    } else {
      brief.replaceChildren();
      opened.hidden = true;
      index.hidden = false;
      document.title = title;
      scrollTo(0, left);
    }
  }

  const form = document.getElementById("filters");
  const count = document.getElementById("count");
  const entries = [...document.querySelectorAll(".entries > li")];
  const searched = unpack(document.getElementById("searched").textContent).then(JSON.parse);

  async function filter() {
    const known = await searched;
    const asked = Object.fromEntries(new FormData(form));
    const wanted = asked.search.toLowerCase().split(/\s+/).filter(Boolean);
    const speaker = asked.speaker.trim().toLowerCase();
    let shown = 0;
    known.forEach((entry, n) => {
      const fits = wanted.every((word) => entry.search.includes(word))
        && (!speaker || entry.speakers.some((name) => name.toLowerCase().includes(speaker)))
        && (!asked.topic || entry.topics.includes(asked.topic))
        && (!asked.from || entry.date >= asked.from)
        && (!asked.to || (entry.date && entry.date <= asked.to));
      entries[n].hidden = !fits;
      shown += fits;
    });
    const briefs = known.length === 1 ? "brief" : "briefs";
    count.textContent = shown === known.length ? `${shown} ${briefs}` : `${shown} of ${known.length} ${briefs}`;
  }

  form.addEventListener("input", filter);
  form.addEventListener("reset", () => setTimeout(filter));
  form.addEventListener("submit", (event) => event.preventDefault());
  addEventListener("hashchange", route);
  route();
})();
