import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { withPage } from './browser.mjs';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const models = join(root, 'bpmn');
const pictures = join(root, 'src/docs/pictures');
const viewer = createRequire(import.meta.url).resolve('bpmn-js/dist/bpmn-viewer.production.min.js');
const margin = 20;

/** Runs in the page: imports the model and answers the size of its picture. */
async function open([xml, margin]) {
  const viewer = new window.BpmnJS({ container: '#canvas' });
  const { warnings } = await viewer.importXML(xml);
  if (warnings.length) {
    throw new Error(warnings.map(warning => warning.message).join('\n'));
  }
  document.querySelector('.bjs-powered-by').remove();
  window.viewer = viewer;
  const { width, height } = viewer.get('canvas').viewbox().inner;
  return { width: Math.ceil(width) + 2 * margin, height: Math.ceil(height) + 2 * margin };
}

/** Runs in the page: shows the whole model, unscaled, once the window has the right size. */
function frame([{ width, height }, margin]) {
  const canvas = window.viewer.get('canvas');
  canvas.resized();
  const { x, y } = canvas.viewbox().inner;
  canvas.viewbox({ x: x - margin, y: y - margin, width, height });
}

async function draw(page, xml) {
  await page.setContent('<body style="margin:0;background:#fff"><div id="canvas" style="height:100vh"></div>');
  await page.addScriptTag({ path: viewer });
  const size = await page.evaluate(open, [xml, margin]);
  await page.setViewportSize(size);
  await page.evaluate(frame, [size, margin]);
  return page.screenshot();
}

await mkdir(pictures, { recursive: true });
await withPage(async page => {
  for (const file of (await readdir(models)).filter(name => name.endsWith('.bpmn'))) {
    const picture = await draw(page, await readFile(join(models, file), 'utf8'));
    await writeFile(join(pictures, `${basename(file, '.bpmn')}.png`), picture);
  }
});
