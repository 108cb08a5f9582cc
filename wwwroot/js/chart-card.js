// A chart card tells the server how wide it is. Its keys are in chart-keys.js, which waits for no card.
const cards = new Map();

export function follow(card, server) {
    let told = 0;
    const observer = new ResizeObserver(async ([entry]) => {
        const width = Math.floor(entry.contentRect.width);
        if (width > 0 && Math.abs(width - told) > 8) {
            told = width;
            delete card.dataset.drawn;
            await server.invokeMethodAsync('Resized', width).catch(() => { });
            // The answer comes after the drawing it asked for. Tests, and pictures for people, wait for it.
            if (told === width) {
                card.dataset.drawn = width;
            }
        }
    });
    observer.observe(card);
    cards.set(card, () => observer.disconnect());
}

export function leave(card) {
    cards.get(card)?.();
    cards.delete(card);
}
