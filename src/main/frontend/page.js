// What every page does beyond plain HTML; all of it can be missed.
for (const field of document.querySelectorAll('[data-select-all]')) {
  field.addEventListener('focus', () => field.select());
}

// A code that was copied from the letter may carry blanks.
for (const field of document.querySelectorAll('input.code')) {
  field.addEventListener('input', () => {
    const digits = field.value.replace(/\D/g, '').slice(0, 8);
    if (digits !== field.value) {
      field.value = digits;
    }
  });
}

document.querySelector('.problems')?.focus();
