// Runs in the head, before the first paint: « as the system » is resolved here, and told to the server by a cookie so
// that charts are drawn in the colours shown.
(() => {
  const root = document.documentElement;
  const dark = window.matchMedia("(prefers-color-scheme: dark)");
  const secure = location.protocol === "https:" ? "; secure" : "";
  const keep = (name, value) => {
    document.cookie = `${name}=${value}; path=/; max-age=31536000; samesite=lax${secure}`;
  };
  const cookie = (name) => document.cookie.match(new RegExp(`(?:^|; )${name}=([^;]*)`))?.[1];

  window.amiDashboard = {
    theme: () => cookie("theme") ?? "system",
    applyTheme() {
      const theme = this.theme();
      const scheme = theme === "dark" || (theme === "system" && dark.matches) ? "dark" : "light";
      root.dataset.theme = theme;
      root.dataset.scheme = scheme;
      keep("scheme", scheme);
      document.dispatchEvent(new CustomEvent("scheme", { detail: scheme }));
    },
    chooseTheme(theme) {
      keep("theme", theme);
      this.applyTheme();
    },
    followScheme(circuit) {
      const tell = () => circuit.invokeMethodAsync("SchemeIs", root.dataset.scheme).catch(() => {});
      document.addEventListener("scheme", tell);
      tell();
      // From here on the page answers clicks; tests wait for it.
      root.dataset.live = "true";
    },
  };

  window.amiDashboard.applyTheme();
  dark.addEventListener("change", () => window.amiDashboard.applyTheme());
})();
