// `node build.mjs` bundles the pages' assets, `node build.mjs lint` checks models and forms; both do nothing while nothing has changed.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withoutEditor } from './without-editor.mjs';

if (!import.meta.dirname) {
  console.error(`The pages need Node.js 20.11 or newer; this is ${process.versions.node}.`);
  process.exit(1);
}

const here = import.meta.dirname;
const root = join(here, '../../..');
const assets = join(root, 'target/classes/static/assets');
const ingredients = join(root, 'target/classes/META-INF/sbom');

/** Digest of the folders' own files; it tells whether anything has changed. */
function digest(...folders) {
  const hash = createHash('sha256');
  for (const folder of folders) {
    for (const entry of readdirSync(folder, { withFileTypes: true }).filter(entry => entry.isFile())) {
      hash.update(entry.name).update(readFileSync(join(folder, entry.name)));
    }
  }
  return hash.digest('hex');
}

/** Does the work unless the stamp says that it was done for the same digest. */
async function unlessDone(stamp, digest, work) {
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === digest) {
    return;
  }
  await work();
  mkdirSync(join(stamp, '..'), { recursive: true });
  writeFileSync(stamp, digest);
}

/** What npm says goes to the console, unless it is wanted. */
function npm(words, stdout = 'inherit') {
  const { status, stdout: said } = spawnSync(`npm ${words}`, { cwd: here, stdio: ['inherit', stdout, 'inherit'], shell: true });
  if (status !== 0) {
    console.error(`npm ${words} failed in src/main/frontend`);
    process.exit(1);
  }
  return said;
}

async function bundle() {
  const { build } = await import('esbuild');
  await build({
    absWorkingDir: here,
    entryPoints: ['api.js', 'guestflow.css', 'mark.svg', 'page.js', 'review.js'],
    outdir: assets,
    bundle: true,
    plugins: [withoutEditor],
    minify: true,
    format: 'esm',
    target: 'es2022',
    loader: { '.svg': 'copy' },
    legalComments: 'linked',
    logLevel: 'warning'
  });
  // the licences of what is bundled in Swagger UI, to which api.js refers
  const licences = 'swagger-ui-es-bundle.js.LICENSE.txt';
  copyFileSync(join(here, 'node_modules/swagger-ui-dist', licences), join(assets, licences));
  // the bill of materials of the scripts, beside the one that Maven makes of the libraries
  mkdirSync(ingredients, { recursive: true });
  writeFileSync(join(ingredients, 'frontend.cdx.json'), npm('sbom --sbom-format cyclonedx --omit dev', 'pipe'));
}

const lock = createHash('sha256').update(readFileSync(join(here, 'package-lock.json'))).digest('hex');
await unlessDone(join(here, 'node_modules/.installed'), lock, () => npm('ci --no-audit --no-fund --loglevel=error'));
if (process.argv[2] === 'lint') {
  await unlessDone(join(root, 'target/lint.stamp'), digest(here, join(root, 'bpmn'), join(root, 'forms')), () => npm('run --silent lint'));
} else {
  await unlessDone(join(assets, '.bundled'), digest(here), bundle);
}
