/*
 * What Guestflow adds to each of Camunda's web applications, by their documented plugin points: a way to the guests, and the one
 * sign-in instead of Camunda's own form.
 */
const base = document.querySelector('base');
const context = base.getAttribute('app-root').replace(/\/[^/]*$/, '');

// Hidden from analysts, who may look at processes but not at guests.
async function link(node) {
  const anchor = document.createElement('a');
  anchor.href = `${context}/guests`;
  anchor.textContent = 'Guests';
  anchor.hidden = true;
  node.appendChild(anchor);
  anchor.hidden = !(await fetch(anchor.href, {method: 'HEAD'})).ok;
}

// Loads the page anew, without the fragment that names Camunda's form: the server leads whoever is signed out to its own.
function signIn() {
  window.location.replace(new URL(base.href).pathname);
}

function hide(plugin) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`[data-plugin-id="${plugin}"] { display: none }`);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}

hide('default-login-form');

const guests = [['tasklist.navbar.action', 250], ['cockpit.navigation', 0]].map(([pluginPoint, priority]) => ({
  id: 'guestflow-guests', pluginPoint, priority, label: 'Guests', render: link, unmount() {}
}));
const signIns = ['tasklist', 'cockpit', 'admin', 'welcome'].map(application => ({
  id: 'guestflow-sign-in', pluginPoint: `${application}.login`, priority: 100, render: signIn, unmount() {}
}));

export default [...guests, ...signIns];
