// The arrow keys move the focus between the marks of a chart: one stop of the Tab key a chart, whatever the number of
// marks. The key « t » swaps the drawing and its table; in the form of a note Escape closes the form. Listened to on the document, from the first paint on: a card that
// is drawn, or drawn again, has its keys at once.
document.addEventListener('keydown', event => {
    const card = event.target.closest?.('.chart-card');
    if (!card || event.ctrlKey || event.metaKey || event.altKey) {
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
});
