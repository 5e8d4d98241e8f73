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

const validator = form.get('validator');
const validate = validator.validateFieldInstance.bind(validator);
validator.validateFieldInstance = (...field) => validate(...field).map(translated);

/** The viewer puts the question of a choice beside its answers without saying so; this says it to screen readers. */
function nameChoices() {
  for (const choice of place.querySelectorAll(':is(.fjs-form-field-radio, .fjs-form-field-checklist):not([role])')) {
    const question = choice.querySelector('.fjs-form-field-label:not([for])');
    question.id ||= `${choice.querySelector('input').id}-question`;
    choice.setAttribute('role', 'group');
    choice.setAttribute('aria-labelledby', question.id);
  }
}

new MutationObserver(nameChoices).observe(place, { childList: true, subtree: true });
nameChoices();

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
