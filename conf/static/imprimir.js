// Al imprimir, pistas, soluciones y celdas plegadas salen abiertas; después vuelven a su estado.
addEventListener("beforeprint", () => {
  for (const details of document.querySelectorAll("details:not([open])")) {
    details.dataset.cerrado = "";
    details.open = true;
  }
});
addEventListener("afterprint", () => {
  for (const details of document.querySelectorAll("details[data-cerrado]")) {
    delete details.dataset.cerrado;
    details.open = false;
  }
});
