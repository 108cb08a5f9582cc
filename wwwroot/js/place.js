// Who comes back through the history finds their place: the page is drawn anew, so the link they left it by takes the
// keyboard again where it stood on the screen, whatever else the page sends the keyboard to while it is drawn.
const Patience = 5000;
const places = new Map();
let sought = null;

const alike = (href) => [...document.querySelectorAll("main a[href]")].filter((link) => link.getAttribute("href") === href);

document.addEventListener("click", (event) => {
  sought = null;
  const link = event.target.closest?.("main a[href]");
  if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
    const href = link.getAttribute("href");
    places.set(location.href, { href, at: alike(href).indexOf(link), scroll: scrollY });
  }
}, true);

addEventListener("popstate", () => {
  const place = places.get(location.href);
  sought = place ? { ...place, until: performance.now() + Patience } : null;
  settle();
});

// From the first sign of the person on, the place is theirs.
for (const sign of ["keydown", "pointerdown", "wheel", "touchstart"]) {
  addEventListener(sign, () => { sought = null; }, { capture: true, passive: true });
}

function settle() {
  if (sought && performance.now() > sought.until) {
    sought = null;
  }
  if (!sought) {
    return;
  }
  const links = alike(sought.href);
  const link = links[sought.at] ?? links[0];
  if (!link) {
    return;
  }
  if (document.activeElement !== link) {
    link.focus({ preventScroll: true });
  }
  if (Math.abs(scrollY - sought.scroll) > 1) {
    scrollTo({ top: sought.scroll, behavior: "instant" });
  }
}

document.addEventListener("focusin", settle);
new MutationObserver(settle).observe(document.body, { childList: true, subtree: true });
