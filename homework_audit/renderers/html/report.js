"use strict";
(() => {
  const find = (id) => document.getElementById(id);
  const rows = [...document.querySelectorAll("main > section [data-row]")];
  const texts = rows.map((row) => row.textContent.toLowerCase());
  const filter = () => {
    const words = find("words").value.trim().toLowerCase().split(/\s+/).filter(Boolean);
    const grade = find("grade").value;
    const severity = find("severity").value;
    let shown = 0;
    rows.forEach((row, number) => {
      const wanted = words.every((word) => texts[number].includes(word))
        && (!grade || !row.dataset.grade || row.dataset.grade === grade)
        && (!severity || !row.dataset.severity || row.dataset.severity === severity);
      row.hidden = !wanted;
      shown += wanted ? 1 : 0;
    });
    find("count").textContent = `${shown} / ${rows.length}`;
  };
  const filters = find("filters");
  filters.hidden = false;
  filters.addEventListener("input", filter);
  filters.addEventListener("submit", (event) => event.preventDefault());
  filter();
  document.addEventListener("click", (event) => {
    const day = event.target.closest("button[data-day]");
    if (!day) return;
    find("told").replaceChildren(find(`day-${day.dataset.day}`).content.cloneNode(true));
    find("day").showModal();
  });
})();
