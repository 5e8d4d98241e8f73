import { createForm } from '@bpmn-io/form-js-viewer';
import '@bpmn-io/form-js-viewer/dist/assets/form-js.css';
import './review.css';

const place = document.querySelector('#permissions');
const accept = document.querySelector('#accept');
const texts = place.dataset;

/** The viewer's own words are English; each has its counterpart in the page's language. */
const words = [
  [/^Field is required\.$/, 'required'],
  [/^Field must match pattern/, 'pattern'],
  [/^Field must have minimum value of (.+)\.$/, 'min'],
  [/^Field must have maximum value of (.+)\.$/, 'max'],
  [/^Field must have minimum length of (.+)\.$/, 'minLength'],
  [/^Field must have maximum length of (.+)\.$/, 'maxLength']
];

function translated(message) {
  for (const [english, name] of words) {
    const match = message.match(english);
    if (match) {
      return texts[name].replace('{0}', match[1] ?? '');
    }
  }
  return texts.invalid;
}

const form = await createForm({ container: place, schema: JSON.parse(texts.schema), data: JSON.parse(texts.data) });

/** What the server has refused; it is said beside the field for as long as the answer there is the refused one. */
const refused = new Map([...document.querySelectorAll('.problems [data-field]')]
  .map(problem => [problem.dataset.field, problem.querySelector('span').textContent]));
const answered = JSON.parse(texts.data);

function refusal(key, answer) {
  return refused.has(key) && JSON.stringify(answer) === JSON.stringify(answered[key]) ? [refused.get(key)] : [];
}

const validator = form.get('validator');
const validate = validator.validateFieldInstance.bind(validator);
validator.validateFieldInstance = (field, answer) => {
  const problems = validate(field, answer).map(translated);
  return problems.length > 0 ? problems : refusal(field.valuePath.join('.'), answer);
};
if (refused.size > 0) {
  form.validate();
}

/** Says what the viewer leaves out: to screen readers the question of a choice, and in the page's language that none is made yet. */
function complete() {
  for (const choice of place.querySelectorAll(':is(.fjs-form-field-radio, .fjs-form-field-checklist):not([role])')) {
    const question = choice.querySelector('.fjs-form-field-label:not([for])');
    question.id ||= `${choice.querySelector('input').id}-question`;
    choice.setAttribute('role', 'group');
    choice.setAttribute('aria-labelledby', question.id);
  }
  for (const choice of place.querySelectorAll('.fjs-form-field-select')) {
    const input = choice.querySelector('input');
    input.setAttribute('aria-invalid', choice.classList.contains('fjs-has-errors'));
    input.placeholder &&= texts.choose;
    for (const none of choice.querySelectorAll('.fjs-select-placeholder')) {
      none.firstChild.data = texts.choose;
    }
  }
}

new MutationObserver(complete).observe(place, { childList: true, subtree: true });
complete();

accept.addEventListener('submit', event => {
  const { data, errors } = form.submit();
  if (Object.keys(errors).length > 0) {
    event.preventDefault();
    // the viewer marks the fields a moment later
    requestAnimationFrame(() => place.querySelector('.fjs-has-errors :is(input, textarea)')?.focus());
    return;
  }
  accept.elements.answers.value = JSON.stringify(data);
});

accept.querySelector('button').disabled = false;
