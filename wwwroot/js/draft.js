// Keeps what somebody types in a form: in this browser at each key stroke, at the server a moment later. Until the server
// has answered for a field it stays here, through lost connections, restarted servers and closed tabs. Fields are sent one
// by one, for a message has a bound (CircuitMessages.cs), and saved together with the last.
const quiet = 600;
const retry = 2000;
const patience = 6000;
const sheets = new Map();

export function follow(form, server, name) {
    const sheet = { form, server, key: `amidashboard-draft:${name}`, pending: new Map(), sending: null, timer: 0 };
    sheets.set(form, sheet);
    for (const [field, value] of Object.entries(read(sheet.key))) {
        sheet.pending.set(field, value);
        show(form, field, value);
    }

    // What was filled in before this script was there.
    for (const input of form.querySelectorAll('[data-field]')) {
        if (isTyped(input)) {
            sheet.pending.set(input.dataset.field, input.value);
        }
    }

    form.dataset.ready = 'true';
    sheet.begun = form.querySelector('[data-draft-status]').textContent;
    keep(sheet);

    sheet.onInput = event => typed(sheet, event.target);
    sheet.onKey = event => key(sheet, event);
    sheet.onClick = event => take(sheet, event.target.closest('[data-take]'));
    form.addEventListener('input', sheet.onInput);
    form.addEventListener('keydown', sheet.onKey);
    form.addEventListener('click', sheet.onClick);
    if (sheet.pending.size > 0) {
        send(sheet);
    }
}

export function leave(form) {
    const sheet = sheets.get(form);
    if (sheet) {
        clearTimeout(sheet.timer);
        form.removeEventListener('input', sheet.onInput);
        form.removeEventListener('keydown', sheet.onKey);
        form.removeEventListener('click', sheet.onClick);
        sheets.delete(form);
    }
}

// True once nothing is left to send.
export async function flush(form) {
    const sheet = sheets.get(form);
    for (let tries = 0; sheet && sheet.pending.size > 0 && tries < 3; tries++) {
        await send(sheet);
    }

    return !sheet || sheet.pending.size === 0;
}

function isTyped(input) {
    if (input.tagName === 'SELECT') {
        return ![...input.options].find(option => option.defaultSelected)?.selected;
    }

    return input.type === 'radio' ? input.checked && !input.defaultChecked : input.value !== input.defaultValue;
}

// A button that puts a text at hand into its field, after what stands there.
function take(sheet, button) {
    const field = button && [...sheet.form.querySelectorAll('[data-field]')].find(one => one.dataset.field === button.dataset.take);
    if (field) {
        const text = field.value.trim() === '' ? button.dataset.text : `${field.value.trimEnd()}\n${button.dataset.text}`;
        if (field.maxLength > 0 && text.length > field.maxLength) {
            say(sheet, 'refused', sheet.form.querySelector('[data-draft-status]').dataset.full);
            return;
        }

        field.value = text;
        field.focus();
        typed(sheet, field);
    }
}

function typed(sheet, field) {
    if (!field.dataset.field) {
        return;
    }

    sheet.pending.set(field.dataset.field, field.value);
    keep(sheet);
    say(sheet, 'saving');
    plan(sheet, quiet);
}

function plan(sheet, delay) {
    clearTimeout(sheet.timer);
    sheet.timer = setTimeout(() => send(sheet), delay);
}

function send(sheet) {
    sheet.sending ??= attempt(sheet).finally(() => sheet.sending = null);
    return sheet.sending;
}

async function attempt(sheet) {
    clearTimeout(sheet.timer);
    const sent = new Map(sheet.pending);
    try {
        let answer = {};
        let left = sent.size;
        for (const [field, value] of sent) {
            left--;
            answer = await Promise.race([
                sheet.server.invokeMethodAsync('Typed', field, value, left),
                new Promise((_, reject) => setTimeout(() => reject(new Error('no answer')), patience)),
            ]);
        }

        if (answer.refused) {
            say(sheet, 'refused', answer.refused);
            return;
        }

        for (const [field, value] of sent) {
            if (sheet.pending.get(field) === value) {
                sheet.pending.delete(field);
            }
        }

        keep(sheet);
        if (sheet.pending.size > 0) {
            plan(sheet, quiet);
        } else {
            say(sheet, answer.at ? 'saved' : 'begun', answer.at);
        }
    } catch {
        // Not connected, or no answer in time: to send the same field twice does no harm.
        say(sheet, 'offline');
        plan(sheet, retry);
    }
}

function keep(sheet) {
    try {
        if (sheet.pending.size > 0) {
            localStorage.setItem(sheet.key, JSON.stringify(Object.fromEntries(sheet.pending)));
        } else {
            localStorage.removeItem(sheet.key);
        }
    } catch {
        // A browser that keeps nothing still sends.
    }
}

function read(key) {
    try {
        return JSON.parse(localStorage.getItem(key) ?? '{}');
    } catch {
        return {};
    }
}

function show(form, field, value) {
    for (const input of form.querySelectorAll('[data-field]')) {
        if (input.dataset.field === field) {
            if (input.type === 'radio') {
                input.checked = input.value === value;
            } else {
                input.value = value;
            }
        }
    }
}

function say(sheet, state, detail) {
    const status = sheet.form.querySelector('[data-draft-status]');
    const alarm = sheet.form.querySelector('[data-draft-alarm]');
    const text = state === 'refused' ? detail : state === 'begun' ? sheet.begun : (status.dataset[state] ?? '').replace('{0}', detail ?? '');
    status.textContent = text;
    status.dataset.state = state;
    // Spoken only when it matters: not after each word.
    const spoken = state === 'offline' || state === 'refused' ? text : '';
    if (alarm.textContent !== spoken) {
        alarm.textContent = spoken;
    }
}

// Digits choose a level, + and - the next one, Alt and the arrows another criterion, Ctrl and Enter submits.
function key(sheet, event) {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
        event.preventDefault();
        sheet.form.querySelector('[data-submit]')?.click();
        return;
    }

    const criterion = event.target.closest('[data-criterion]');
    if (event.altKey && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
        event.preventDefault();
        const all = [...sheet.form.querySelectorAll('[data-criterion]')];
        const next = all[all.indexOf(criterion) + (event.key === 'ArrowDown' ? 1 : -1)];
        (next?.querySelector('input:checked') ?? next?.querySelector('input'))?.focus();
        return;
    }

    if (!criterion || event.target.type !== 'radio' || event.ctrlKey || event.metaKey || event.altKey) {
        return;
    }

    const levels = [...criterion.querySelectorAll('input[type=radio]')].filter(one => one.value !== 'cannot');
    const at = levels.findIndex(one => one.checked);
    let wanted;
    if (/^[0-9]$/.test(event.key)) {
        wanted = levels.find(one => one.value === String(Number(event.key) * 100));
    } else if (event.key === '+') {
        wanted = levels[Math.min(at + 1, levels.length - 1)];
    } else if (event.key === '-') {
        wanted = levels[Math.max(at - 1, 0)];
    }

    if (wanted) {
        event.preventDefault();
        wanted.focus();
        wanted.checked = true;
        typed(sheet, wanted);
    }
}
