/*
 * What Guestflow's forms in Tasklist have in common; they reach it as `guestflow.form(camForm, $scope)`. A task keeps the form it was
 * deployed with, so forms of earlier deployments use it too: what is here may grow, but has to go on meaning the same.
 */
const context = document.querySelector('base').getAttribute('app-root').replace(/\/[^/]*$/, '');

async function ask(path, options) {
  const answer = await fetch(`${context}/desk/${path}`, options);
  if (!answer.ok) {
    throw new Error(`/desk/${path} was answered with ${answer.status}`);
  }
  return answer.json();
}

async function post(path, content) {
  const {header, token} = await ask('csrf');
  return ask(path, {method: 'POST', headers: {'Content-Type': 'application/json', [header]: token}, body: JSON.stringify(content)});
}

/** What became of the letters, for whatever form includes it. */
const LETTERS = ['guestflow/letters.html', `
  <details ng-show="letters.length" ng-open="lettersOpen">
    <summary id="letters" style="display: list-item; cursor: pointer">Letters to this guest and about it</summary>
    <table class="table table-condensed" aria-labelledby="letters">
      <thead><tr><th scope="col">Letter</th><th scope="col">To</th><th scope="col">State</th><th scope="col">When</th><th scope="col">The mail server's answer</th></tr></thead>
      <tbody>
        <tr ng-repeat="letter in letters">
          <th scope="row">{{ letter.letter }}</th><td>{{ letter.recipient || '–' }}</td><td>{{ letter.state }}</td>
          <td>{{ letter.changedAt | date: 'medium' }}</td><td>{{ letter.serverAnswer || '–' }}</td>
        </tr>
      </tbody>
    </table>
  </details>`];

/** The sentences of a refusal by their fields; empty for a failure that nobody has put into words. */
function sentences(refusal) {
  const lines = refusal.split('\n').map(line => line.match(/(?:^|: )(\w+): ([A-Z].*)$/)).filter(Boolean);
  return Object.fromEntries(lines.map(([, field, sentence]) => [field, sentence]));
}

class StaffForm {
  #camForm;
  #scope;
  #injector;
  #marked;

  /** @param marked the fields that show their problem themselves, as `problems[field]`; `problem` is what is shown on top */
  constructor(camForm, scope, marked = []) {
    this.#camForm = camForm;
    this.#scope = scope;
    this.#injector = camForm.formElement.injector();
    this.#marked = marked;
    scope.problems = {};
    camForm.on('submit-failed', (form, [failure]) => this.#refuse(failure));
  }

  /** Asks the desk for something and hands the answer on. */
  load(path, use) {
    return this.#use(ask(path), use, 'This form could not be loaded. Load the page anew; perhaps you have to sign in again.');
  }

  /** As `load`, with something that must not stand in an address. */
  find(path, content, use) {
    return this.#use(post(path, content), use, 'This could not be looked up. Load the page anew; perhaps you have to sign in again.');
  }

  /** Shows the guest whom the task is about, as `guest`. */
  showGuest() {
    this.#use(ask(`tasks/${this.#camForm.taskId}/guest`), guest => { this.#scope.guest = guest; },
      'The guest of this task is not there (any more).');
  }

  /** Shows what became of the letters to that guest, as `letters`, where the form includes `guestflow/letters.html`. */
  showLetters({open = false} = {}) {
    this.#injector.get('$templateCache').put(...LETTERS);
    this.#scope.lettersOpen = open;
    this.#use(ask(`tasks/${this.#camForm.taskId}/letters`), letters => { this.#scope.letters = letters; },
      'What became of the letters could not be loaded. Load the page anew; perhaps you have to sign in again.');
  }

  /** Hands variables over when the form is submitted; the engine keeps none of them. */
  handOver(types, values) {
    const variables = this.#camForm.variableManager;
    this.#camForm.on('form-loaded', () => Object.entries(types).forEach(([name, type]) =>
      variables.createVariable({name, type, value: null, valueInfo: {transient: true}})));
    this.#camForm.on('submit', () => {
      const given = values();
      Object.keys(types).forEach(name => { variables.variable(name).value = given[name] ?? null; });
    });
  }

  /** Says what was done. It waits until the dialog has closed, because that would take the sentence along. */
  say(status, message = '') {
    const notifications = this.#injector.get('Notifications');
    const root = this.#injector.get('$rootScope');
    setTimeout(() => root.$applyAsync(() => notifications.addMessage({status, message, duration: 10000})), 500);
  }

  /** Tasklist shows the failure's message itself, in a dialog right above the form; it gets the words without their fields. */
  #refuse(failure) {
    const problems = sentences(failure.message);
    const words = Object.entries(problems).filter(([field]) => !this.#marked.includes(field)).map(([, sentence]) => sentence);
    if (words.length === 0) {
      words.push(Object.keys(problems).length > 0 ? 'Please mend what is marked; nothing has been done.'
        : 'This is not possible (any more); nothing has been done. Perhaps somebody was faster: load the page anew.');
    }
    if (Object.keys(problems).length > 0) {
      failure.message = words.join(' ');
    }
    this.#apply(() => Object.assign(this.#scope, {problems, problem: this.#camForm.taskId ? words.join(' ') : null}));
  }

  #use(answer, use, otherwise) {
    return answer.then(found => this.#apply(() => use(found)), () => this.#apply(() => { this.#scope.problem = otherwise; }));
  }

  #apply(change) {
    this.#scope.$applyAsync(change);
  }
}

window.guestflow = {form: (camForm, scope, marked) => new StaffForm(camForm, scope, marked)};
