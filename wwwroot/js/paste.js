// A browser cuts what is pasted at a field's maxlength and says nothing: of a list of answers some would be missing. What
// does not fit is not pasted at all, and that is said.
const note = document.getElementById('paste-note');

document.addEventListener('paste', event => {
  const field = event.target;
  const pasted = event.clipboardData?.getData('text/plain') ?? '';
  if (!(field?.maxLength > 0) || field.readOnly || pasted === '') {
    return;
  }

  const text = (field.tagName === 'TEXTAREA' ? pasted.replaceAll('\r\n', '\n') : pasted.replace(/[\r\n]+/g, '')).trimEnd();
  const length = field.value.length - ((field.selectionEnd ?? 0) - (field.selectionStart ?? 0)) + text.length;
  if (length > field.maxLength) {
    event.preventDefault();
    const written = number => number.toLocaleString(document.documentElement.lang);
    note.textContent = note.dataset.words.replace('{0}', written(length)).replace('{1}', written(field.maxLength));
  }
});

for (const gone of ['input', 'focusout']) {
  document.addEventListener(gone, () => { note.textContent = ''; });
}
