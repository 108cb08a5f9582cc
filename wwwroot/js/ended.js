// The circuit ended: Blazor's client shows the banner. The keyboard goes to it, but never out of a field somebody types in;
// the page scrolls on far enough that the banner covers nothing of it.
const banner = document.getElementById("blazor-error-ui");
if (banner) {
  new MutationObserver((_, observer) => {
    if (!banner.checkVisibility()) {
      return;
    }
    observer.disconnect();
    banner.setAttribute("role", "alert");
    document.body.style.paddingBottom = `${banner.offsetHeight}px`;
    // The server hears of nothing any more, and no « true » may say that it does.
    document.documentElement.dataset.live = "false";
    if (!document.activeElement?.matches("input, textarea, select, [contenteditable]")) {
      banner.querySelector("button").focus({ preventScroll: true });
    }
  }).observe(banner, { attributes: true, attributeFilter: ["style"] });
}
