"use strict";
(() => {
  const root = document.documentElement, bar = document.querySelector(".bar");
  const steps = [...document.querySelectorAll(".step")];
  const range = bar.querySelector("input"), where = bar.querySelector(".where");
  root.classList.add("js");
  bar.hidden = steps.length === 0;

  let at = 0;
  function show(n, scroll) {
    at = Math.max(0, Math.min(steps.length, n));
    steps.forEach((step, i) => {
      step.classList.toggle("now", i === at - 1);
      step.classList.toggle("later", at > 0 && i >= at);
    });
    range.value = at;
    const step = steps[at - 1];
    where.textContent = step ? `${at} of ${steps.length}: ${step.dataset.id}` : `${steps.length} steps`;
    range.setAttribute("aria-valuetext", where.textContent);
    if (!scroll) return;
    if (!step) { scrollTo({ top: 0 }); return; }
    for (let d = step.closest("details"); d; d = d.parentElement.closest("details")) d.open = true;
    step.scrollIntoView({ block: step.offsetHeight > innerHeight * .7 ? "start" : "center" });
    history.replaceState(null, "", "#" + step.id);
  }

  range.addEventListener("input", () => show(Number(range.value), true));
  bar.querySelectorAll("[data-go]").forEach(b => b.addEventListener("click", () => show(at + Number(b.dataset.go), true)));

  const charts = bar.querySelector("[data-charts]");
  function toggleCharts() {
    const off = document.body.classList.toggle("no-charts");
    charts.setAttribute("aria-pressed", String(!off));
  }
  charts.addEventListener("click", toggleCharts);

  function toggleTheme() {
    const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
    root.dataset.theme = dark ? "light" : "dark";
  }
  bar.querySelector("[data-theme-switch]").addEventListener("click", toggleTheme);

  addEventListener("keydown", event => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.target.closest("input, summary, button, a")) return;
    const scrolls = event.target.closest(".scroll, pre");
    const keys = { n: 1, j: 1, p: -1, k: -1 };
    if (!scrolls) Object.assign(keys, { ArrowRight: 1, ArrowLeft: -1 });
    if (event.key in keys) show(at + keys[event.key], true);
    else if (event.key === "Home") show(0, true);
    else if (event.key === "End") show(steps.length, true);
    else if (event.key === "c") toggleCharts();
    else if (event.key === "t") toggleTheme();
    else return;
    event.preventDefault();
  });

  document.querySelectorAll(".quiz").forEach(quiz => {
    const button = quiz.querySelector("button"), verdict = quiz.querySelector("output");
    const answer = quiz.querySelector(".answer");
    button.hidden = false;
    quiz.addEventListener("submit", event => {
      event.preventDefault();
      const right = [...quiz.querySelectorAll("input")].every(box => box.checked === box.hasAttribute("data-right"));
      verdict.textContent = right ? "That is right." : "Not quite. Try again.";
      verdict.className = right ? "right" : "wrong";
      if (right) answer.open = true;
    });
  });

  let folded = [];
  addEventListener("beforeprint", () => {
    folded = [...document.querySelectorAll("details:not([open])")];
    folded.forEach(d => { d.open = true; });
  });
  addEventListener("afterprint", () => folded.forEach(d => { d.open = false; }));

  const target = steps.findIndex(step => "#" + step.id === location.hash);
  show(target + 1, target >= 0);
})();
