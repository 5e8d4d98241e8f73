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

/** Runs in the page: imports the model and answers its drawing. */
async function open(xml) {
  const viewer = new window.BpmnJS({ container: '#canvas' });
  const { warnings } = await viewer.importXML(xml);
  if (warnings.length) {
    throw new Error(warnings.map(warning => warning.message).join('\n'));
  }
  return (await viewer.saveSVG()).svg;
}

async function draw(page, xml) {
  await page.setContent('<div id="canvas" style="height:100vh"></div>');
  await page.addScriptTag({ path: viewer });
  const svg = await page.evaluate(open, xml);
  await page.setContent(`<body style="margin:0;background:#fff"><div id="drawing" style="display:inline-block;padding:${margin}px">${svg}</div>`);
  return page.locator('#drawing').screenshot();
}

await mkdir(pictures, { recursive: true });
await withPage(async page => {
  for (const file of (await readdir(models)).filter(name => name.endsWith('.bpmn'))) {
    const picture = await draw(page, await readFile(join(models, file), 'utf8'));
    await writeFile(join(pictures, `${basename(file, '.bpmn')}.png`), picture);
  }
});
