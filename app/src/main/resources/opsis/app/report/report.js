"use strict";
(() => {
  const page = document.documentElement;
  const posts = Array.from(document.querySelectorAll("details.post"));
  const showAll = document.querySelector("#show-all");

  // Assistive technology reads by the page's language, so the attribute follows the choice.
  const speak = (language) => {
    page.lang = language;
    document.querySelectorAll("[data-el]").forEach((element) => {
      const text = element.getAttribute("data-" + language);
      if (element instanceof HTMLImageElement) {
        element.alt = text;
      } else {
        element.textContent = text;
      }
    });
  };
  document.querySelectorAll("input[name=language]").forEach((choice) => {
    choice.addEventListener("change", () => speak(choice.value));
  });

  const showEvery = (shown) => {
    posts.forEach((post) => { post.open = shown; });
    showAll.checked = shown;
  };
  showAll.addEventListener("change", () => showEvery(showAll.checked));
  posts.forEach((post) => post.addEventListener("toggle", () => {
    showAll.checked = posts.every((each) => each.open);
  }));
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      showEvery(false);
    }
  });

  // Coming back to the page by the browser's history shows nothing that was uncovered before.
  window.addEventListener("pageshow", (event) => {
    if (event.persisted) {
      showEvery(false);
    }
  });
  document.querySelectorAll("[data-script]").forEach((element) => { element.hidden = false; });
})();
