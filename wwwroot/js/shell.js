// Small manners of the shell; every one of them only improves what already works without a script.

const closeMenus = (except) => {
  for (const menu of document.querySelectorAll("[data-menu][open]")) {
    if (menu !== except && !menu.contains(except)) {
      menu.open = false;
    }
  }
};

document.addEventListener("click", (event) => {
  const target = event.target;
  const choice = target.closest?.("[data-theme-choice]");
  if (choice) {
    event.preventDefault();
    window.amiDashboard.chooseTheme(choice.dataset.themeChoice);
    for (const other of document.querySelectorAll("[data-theme-choice]")) {
      other.toggleAttribute("aria-current", false);
    }
    choice.setAttribute("aria-current", "true");
    const menu = choice.closest("[data-menu]");
    menu.open = false;
    menu.querySelector("summary").focus();
    return;
  }

  const toggle = target.closest?.("[data-nav-toggle]");
  if (toggle) {
    fold(toggle.closest("[data-nav]"), toggle.getAttribute("aria-expanded") === "true");
  }

  // A link followed inside a menu closes it too: the page changes without being loaded anew.
  closeMenus(target.closest?.("a") ? null : target.closest?.("[data-menu]"));
  if (target.closest?.("[data-nav] a")) {
    fold(target.closest("[data-nav]"), true);
  }
}, true);

// Without going anywhere: the address stays what it is.
document.addEventListener("click", (event) => {
  if (event.target.closest?.(".skip")) {
    event.preventDefault();
    event.stopPropagation();
    document.getElementById("content").focus();
  }
}, true);

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") {
    return;
  }
  const menu = document.activeElement?.closest?.("[data-menu][open]");
  closeMenus(null);
  menu?.querySelector("summary").focus();
});

document.addEventListener("focusin", (event) => closeMenus(event.target));

function fold(nav, folded) {
  nav.dataset.folded = String(folded);
  nav.querySelector("[data-nav-toggle]").setAttribute("aria-expanded", String(!folded));
}

for (const nav of document.querySelectorAll("[data-nav]")) {
  fold(nav, true);
}
// The circuit draws the navigation again and knows nothing of what was folded.
new MutationObserver(() => {
  for (const nav of document.querySelectorAll("[data-nav]:not([data-folded])")) {
    fold(nav, true);
  }
}).observe(document.body, { childList: true, subtree: true });

const dialog = document.getElementById("components-reconnect-modal");
dialog?.addEventListener("components-reconnect-state-changed", (event) => {
  // A wall screen has nobody to press a button: it says so itself, and comes back by itself (wall.js).
  if (document.querySelector("[data-wall]")) {
    return;
  }
  const state = event.detail.state;
  if (state === "show" || state === "paused") {
    if (!dialog.open) {
      dialog.showModal();
    }
  } else if (state === "hide") {
    dialog.close();
  } else if (state === "rejected") {
    location.reload();
  }
});
dialog?.addEventListener("click", async (event) => {
  const action = event.target.dataset?.reconnect;
  try {
    if (action === "reload") {
      location.reload();
    } else if (action === "retry" && !(await Blazor.reconnect())) {
      location.reload();
    } else if (action === "resume" && !(await Blazor.resumeCircuit())) {
      location.reload();
    }
  } catch {
    // The server is still out of reach: the dialog stays, and says so.
  }
});

// Copies what a field holds. Where the browser does not let scripts copy, the text stands selected.
document.addEventListener("click", async (event) => {
  const button = event.target.closest?.("[data-copy]");
  const field = button && document.getElementById(button.dataset.copy);
  if (!field) {
    return;
  }
  field.select();
  try {
    await navigator.clipboard.writeText(field.value);
    button.textContent = button.dataset.copied;
  } catch {
    field.focus();
  }
});
