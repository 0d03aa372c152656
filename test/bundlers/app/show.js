export function show(result) {
  const shown = document.querySelector("#report");
  shown.textContent = JSON.stringify(result);
  shown.dataset.done = "";
}
