// Theme, filters and links of the report. The page is whole without it.
(() => {
  "use strict";
  const root = document.documentElement;
  const KEY = "seoaudit-theme";

  const stored = () => { try { return localStorage.getItem(KEY); } catch { return null; } };
  const store = (theme) => { try { localStorage.setItem(KEY, theme); } catch { /* a file opened without storage */ } };
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const theme = () => root.dataset.theme || (dark.matches ? "dark" : "light");

  // Before the first paint, so that the page does not flash.
  const chosen = stored();
  if (chosen === "dark" || chosen === "light") root.dataset.theme = chosen;
  root.classList.add("js");

  function wireTheme() {
    const button = document.querySelector("[data-theme-toggle]");
    const say = () => { button.textContent = theme() === "dark" ? button.dataset.light : button.dataset.dark; };
    button.hidden = false;
    button.addEventListener("click", () => {
      root.dataset.theme = theme() === "dark" ? "light" : "dark";
      store(root.dataset.theme);
      say();
    });
    dark.addEventListener("change", say);
    say();
  }

  const ORDER = ["error", "warning", "suggestion"];
  const worst = (rules, grades) => ORDER.find((s) => rules.some((r) => grades.get(r) === s)) || "";

  // One set of filters governs the findings and the text of its own section.
  function wireFilters(form) {
    const section = form.closest("section");
    const findings = [...section.querySelectorAll(".finding")];
    const grades = new Map(findings.map((f) => [f.dataset.rule, f.dataset.severity]));
    const marks = [...section.querySelectorAll("[data-narrow]")];
    const margins = [...section.querySelectorAll("[data-margin]")];
    const calls = [...section.querySelectorAll(".ref a")];
    const phrases = [...section.querySelectorAll(".kw")];
    const status = form.querySelector("[data-status]");
    const list = (text) => text.split(" ").filter(Boolean);

    function paint(element, letter, rules, visible) {
      for (const severity of ORDER) element.classList.remove(`${letter}-${severity}`);
      const severity = worst(rules.filter((r) => visible.has(r)), grades);
      if (severity) element.classList.add(`${letter}-${severity}`);
    }

    function apply() {
      const on = (name) => new Set([...form.querySelectorAll(`input[name=${name}]:checked`)].map((i) => i.value));
      const severities = on("severity"), families = on("family");
      const visible = new Set();
      for (const f of findings) {
        f.hidden = !(severities.has(f.dataset.severity) && families.has(f.dataset.family));
        if (!f.hidden) visible.add(f.dataset.rule);
      }
      for (const m of marks) {
        paint(m, "n", list(m.dataset.narrow), visible);
        paint(m, "w", list(m.dataset.wide), visible);
      }
      for (const b of margins) paint(b, "g", list(b.dataset.margin), visible);
      for (const c of calls) c.hidden = !visible.has(c.dataset.rule);
      const keyphrase = form.querySelector("input[name=keyphrase]");
      for (const p of phrases) p.classList.toggle("off", Boolean(keyphrase) && !keyphrase.checked);
      const said = `${status.dataset.status} ${visible.size} / ${findings.length}`;
      if (status.textContent !== said) status.textContent = said;
    }

    form.hidden = false;
    form.addEventListener("change", apply);
    form.addEventListener("submit", (e) => e.preventDefault());
    form.addEventListener("reset", () => setTimeout(apply));
    apply();
    return () => { form.reset(); apply(); };
  }

  // A link may lead to what is folded or filtered away: it opens and shows itself.
  function reveal(resets) {
    const id = decodeURIComponent(location.hash.slice(1));
    const target = id && document.getElementById(id);
    if (!target) return;
    const finding = target.closest(".finding");
    if (finding && finding.hidden) resets.get(finding.closest("section"))?.();
    if (target.matches("details")) target.open = true;
    if (target.hasAttribute("tabindex")) target.focus({ preventScroll: true });
    light(target);
  }

  // The places of the finding that was followed stand out until another is.
  function light(target) {
    for (const e of document.querySelectorAll(".lit")) e.classList.remove("lit");
    const finding = target.closest(".finding");
    if (finding) finding.classList.add("lit");
    if (target.matches(".at")) {
      const next = target.nextElementSibling;
      if (next?.matches(".m")) next.classList.add("lit");
      else target.closest(".margin")?.classList.add("lit");
    }
  }

  // A click on marked text follows its first visible call.
  function wireMarks() {
    document.addEventListener("click", (event) => {
      const mark = event.target.closest?.("mark.m");
      if (!mark || String(getSelection()) !== "") return;
      const rules = `${mark.dataset.narrow} ${mark.dataset.wide}`.split(" ").filter(Boolean);
      const section = mark.closest("section");
      const finding = rules.map((r) => section.querySelector(`.finding[data-rule="${r}"]`)).find((f) => f && !f.hidden);
      if (!finding) return;
      finding.scrollIntoView({ block: "nearest" });
      finding.focus({ preventScroll: true });
      light(finding);
    });
  }

  function wireTable(table) {
    const body = table.tBodies[0];
    const heads = [...table.tHead.rows[0].cells];
    const status = table.parentElement.querySelector("[data-sorted]");
    heads.forEach((head, column) => {
      const button = head.querySelector("button");
      if (!button) return;
      button.disabled = false;
      button.addEventListener("click", () => {
        const up = head.getAttribute("aria-sort") === "ascending" ? -1 : 1;
        const numbers = head.dataset.kind === "number";
        const key = (row) => row.cells[column].dataset.value;
        const compare = numbers
          ? (a, b) => up * (Number(key(a)) - Number(key(b)))
          : (a, b) => up * key(a).localeCompare(key(b), root.lang, { numeric: true });
        body.append(...[...body.rows].sort(compare));
        for (const h of heads) h.removeAttribute("aria-sort");
        head.setAttribute("aria-sort", up === 1 ? "ascending" : "descending");
        if (status) status.textContent = `${status.dataset.sorted} ${button.textContent.trim()}`;
      });
    });
    const search = document.querySelector("[data-search]");
    if (!search) return;
    search.closest("[hidden]")?.removeAttribute("hidden");
    const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
    search.addEventListener("input", () => {
      const wanted = plain(search.value.trim());
      for (const row of body.rows) row.hidden = !plain(row.cells[0].textContent).includes(wanted);
    });
  }

  document.addEventListener("DOMContentLoaded", () => {
    wireTheme();
    const resets = new Map();
    for (const form of document.querySelectorAll("[data-filters]")) resets.set(form.closest("section"), wireFilters(form));
    for (const table of document.querySelectorAll("[data-sortable]")) wireTable(table);
    wireMarks();
    addEventListener("hashchange", () => reveal(resets));
    reveal(resets);
    addEventListener("beforeprint", () => { for (const d of document.querySelectorAll("details")) d.open = true; });
  });
})();
