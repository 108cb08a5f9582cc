// A wall screen: turns its views, and stays alive for days without hands. What it shows stays on it while the server is
// away; it is loaded again only once the server has answered.

const SECOND = 1000;
const LOST_AFTER = 30 * SECOND;
const FIRST_WAIT = 5 * SECOND;
const LONGEST_WAIT = 60 * SECOND;
const ASK_AGAIN = 600 * SECOND;
// The sign-in lasts ten hours from the last request, and twelve in all: then it is asked for again without a hand.
const RENEW = 3600 * SECOND;
const PATIENCE = 15 * SECOND;

const root = document.documentElement;
const wall = () => document.querySelector("[data-wall]");
const now = () => performance.now();

let shown = 0;
let turnedAt = now();
let isPaused = false;

function show(index) {
  const views = [...document.querySelectorAll("[data-view]")];
  if (views.length === 0) {
    return;
  }
  shown = (index + views.length) % views.length;
  views.forEach((view, at) => view.toggleAttribute("data-shown", at === shown));
  for (const dot of document.querySelectorAll("[data-go]")) {
    if (Number(dot.dataset.go) === shown) {
      dot.setAttribute("aria-current", "true");
    } else {
      dot.removeAttribute("aria-current");
    }
  }
  document.querySelector("[data-pause]")?.setAttribute("aria-pressed", String(isPaused));
  root.dataset.turning = isPaused ? "paused" : "on";
}

function turn(to) {
  turnedAt = now();
  root.toggleAttribute("data-turned", root.hasAttribute("data-turned") || to !== shown);
  show(to);
}

function pause() {
  isPaused = !isPaused;
  turn(shown);
}

document.addEventListener("keydown", (event) => {
  if (!wall() || event.ctrlKey || event.altKey || event.metaKey) {
    return;
  }
  if (event.key === " " && !event.target.closest?.("a, button")) {
    event.preventDefault();
    pause();
  } else if (event.key === "ArrowRight" || event.key === "ArrowLeft") {
    event.preventDefault();
    turn(shown + (event.key === "ArrowRight" ? 1 : -1));
  }
});

document.addEventListener("click", (event) => {
  if (event.target.closest?.("[data-pause]")) {
    pause();
  }
  const dot = event.target.closest?.("[data-go]");
  if (dot) {
    turn(Number(dot.dataset.go));
  }
});

function tell() {
  const clock = document.querySelector("[data-clock]");
  if (clock) {
    const time = new Intl.DateTimeFormat(clock.dataset.clock, {
      timeZone: "Europe/Paris", hour: "2-digit", minute: "2-digit",
    }).format(new Date());
    if (clock.textContent !== time) {
      clock.textContent = time;
    }
  }
}

let beat;
let beatAt = now();
let isLost = false;
let isTrying = false;
let tryAt = 0;
let wait = FIRST_WAIT;
let renewAt = now() + RENEW;
let nightAt = nextNight();

/** Half past three tonight, and some minutes: not all screens at once. */
function nextNight() {
  const night = new Date();
  night.setHours(3, 30, 0, 0);
  if (night.getTime() <= Date.now()) {
    night.setDate(night.getDate() + 1);
  }
  return night.getTime() + Math.random() * 1200 * SECOND;
}

/** What the server says to an address; 0 where it says nothing. */
async function statusOf(address) {
  try {
    const answer = await fetch(address, { cache: "no-store", signal: AbortSignal.timeout(PATIENCE) });
    return answer.status;
  } catch {
    return 0;
  }
}

/** Loads the page again where that gives the page, or says why not; a sign-in that expired is asked for without a hand. */
async function loadAgain() {
  const status = await statusOf(location.href);
  if (status === 401) {
    const back = encodeURIComponent(location.pathname + location.search);
    location.assign(`/signin?prompt=none&returnUrl=${back}`);
  } else if (status === 200 || status === 403) {
    location.reload();
  }
}

async function attempt() {
  isTrying = true;
  if ((await statusOf("/health/ready")) === 200) {
    await loadAgain();
  }
  isTrying = false;
  tryAt = now() + wait;
  wait = Math.min(wait * 1.5, LONGEST_WAIT);
}

function lose() {
  if (!isLost) {
    [isLost, tryAt, wait] = [true, now(), FIRST_WAIT];
  }
}

function watch() {
  const seen = document.querySelector("[data-beat]")?.dataset.beat;
  if (seen !== beat) {
    [beat, beatAt, isLost] = [seen, now(), false];
  } else if (now() - beatAt > LOST_AFTER) {
    lose();
  }
  document.querySelector("[data-lost]")?.toggleAttribute("hidden", !isLost);
  if (isLost) {
    if (!isTrying && now() >= tryAt) {
      attempt();
    }
  } else if (Date.now() >= nightAt) {
    nightAt = Date.now() + ASK_AGAIN;
    loadAgain();
  } else if (now() >= renewAt) {
    renewAt = now() + RENEW;
    statusOf(location.href);
  }
}

// The circuit is gone for good: no need to wait for a beat that will not come.
document.getElementById("components-reconnect-modal")?.addEventListener("components-reconnect-state-changed", (event) => {
  if (wall() && (event.detail.state === "rejected" || event.detail.state === "failed")) {
    lose();
  }
});

const signIn = document.querySelector("[data-wall-signin]");
if (signIn) {
  setInterval(async () => {
    if ((await statusOf("/health/ready")) === 200) {
      location.assign(signIn.dataset.wallSignin);
    }
  }, ASK_AGAIN);
} else {
  show(0);
  tell();
  setInterval(() => {
    const seconds = Number(wall()?.dataset.seconds ?? 20);
    if (!isPaused && now() - turnedAt >= seconds * SECOND) {
      turn(shown + 1);
    } else {
      // The server may have drawn the views anew.
      show(shown);
    }
    tell();
    watch();
  }, SECOND / 2);
}
