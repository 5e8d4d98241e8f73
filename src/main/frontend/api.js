// The API's document as a page on which it can be tried. Requests go to where the page comes from, as whoever is signed in to it, or as
// the program whose token was asked for with "Authorize".
import SwaggerUI from 'swagger-ui-dist/swagger-ui-es-bundle.js';
import 'swagger-ui-dist/swagger-ui.css';
import './api.css';

const page = document.getElementById('api');
const home = new URL(page.dataset.home, location).href.replace(/\/$/, '');

/** The same document with this page's own host, and without what the page does by itself: showing the session. */
function here(api) {
  const { program } = api.components.securitySchemes;
  const flow = program.flows?.clientCredentials;
  if (flow) {
    flow.tokenUrl = flow.tokenUrl.replace(api.servers[0].url, home);
  }
  api.components.securitySchemes = { program };
  for (const operation of Object.values(api.paths).flatMap(Object.values)) {
    operation.security = operation.security?.filter(requirement => requirement.program);
  }
  api.servers = [{ url: home }];
  return api;
}

function unforged(request) {
  if (request.url.startsWith(`${home}/v1.0/`) && !request.headers.Authorization) {
    request.headers[page.dataset.header] = page.dataset.token;
  }
  return request;
}

const dark = matchMedia('(prefers-color-scheme: dark)');
const follow = () => document.documentElement.classList.toggle('dark-mode', dark.matches);
dark.addEventListener('change', follow);
follow();

/** The page has a heading of its own, and there is one server only. */
const lean = { wrapComponents: { InfoContainer: () => () => null, ServersContainer: () => () => null } };

SwaggerUI({
  domNode: page,
  spec: here(await (await fetch(page.dataset.document)).json()),
  presets: [SwaggerUI.presets.apis],
  layout: 'BaseLayout',
  plugins: [lean],
  defaultModelsExpandDepth: 0,
  validatorUrl: null,
  requestInterceptor: unforged
});
