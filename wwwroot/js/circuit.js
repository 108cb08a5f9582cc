// Opens the page's circuit, and opens it again after a cut: a short one is over in a second, a long one is tried less and
// less often, each page at moments of its own, so that a server that starts again is not asked by all at once.
const FIRST_WAITS = [0, 250, 500, 1000, 2000, 3000];
const wait = (attempt) => FIRST_WAITS[attempt] ?? (attempt < 20 ? 5000 : 30000);

Blazor.start({
  circuit: {
    reconnectionOptions: {
      retryIntervalMilliseconds: (attempt, most) =>
        attempt >= most ? null : Math.round(wait(attempt) * (0.75 + Math.random() / 2)),
    },
  },
});
