// A chart card tells the server how wide it is, and moves the focus between marks with the arrow keys: one stop of the
// Tab key a chart, whatever the number of marks. The key « t » swaps the drawing and its table; in the form of a note it is
// a letter, and Escape closes the form.
const cards = new Map();

export function follow(card, server) {
    let told = 0;
    const observer = new ResizeObserver(([entry]) => {
        const width = Math.floor(entry.contentRect.width);
        if (width > 0 && Math.abs(width - told) > 8) {
            told = width;
            server.invokeMethodAsync('Resized', width).catch(() => { });
        }
    });
    observer.observe(card);
    const onKey = event => move(card, event);
    card.addEventListener('keydown', onKey);
    cards.set(card, () => {
        observer.disconnect();
        card.removeEventListener('keydown', onKey);
    });
}

export function leave(card) {
    cards.get(card)?.();
    cards.delete(card);
}

function move(card, event) {
    if (event.ctrlKey || event.metaKey || event.altKey) {
        return;
    }

    const form = event.target.closest('[data-note-form]');
    if (form) {
        if (event.key === 'Escape') {
            event.preventDefault();
            form.querySelector('[data-cancel]').click();
        }

        return;
    }

    if (event.key === 't') {
        card.querySelector('[data-toggle-table]')?.click();
        return;
    }

    const marks = [...card.querySelectorAll('.hit')];
    const at = marks.indexOf(document.activeElement);
    const to = { ArrowRight: at + 1, ArrowDown: at + 1, ArrowLeft: at - 1, ArrowUp: at - 1, Home: 0, End: marks.length - 1 }[event.key];
    if (at < 0 || to === undefined || !marks[to]) {
        return;
    }

    event.preventDefault();
    marks[at].tabIndex = -1;
    marks[to].tabIndex = 0;
    marks[to].focus();
}
