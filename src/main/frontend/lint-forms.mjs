import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { withoutEditor } from './without-editor.mjs';

const forms = fileURLToPath(new URL('../../../forms', import.meta.url));

// The linter's table ends at 7.22 and passes every later version unseen; 7.24 carries the same form-js, 1.8.7.
// The importer is that release's, so a form that it refuses is one that Tasklist refuses.
const checks = `
  import { FormLinter } from '@camunda/form-linting';
  import { FieldFactory, FormFieldRegistry, FormFields, FormLayouter, Importer, PathRegistry } from '@bpmn-io/form-js-viewer';

  function open(schema) {
    const events = { on() {}, fire() {} };
    const types = new FormFields();
    const fields = new FormFieldRegistry(events);
    const paths = new PathRegistry(fields, types, { get: () => null });
    new Importer(fields, paths, new FieldFactory(fields, paths, types), new FormLayouter(events)).importSchema(schema);
  }

  export function problemsOf(schema) {
    if (schema.executionPlatform !== 'Camunda Platform' || schema.executionPlatformVersion !== '7.24.0') {
      return ['is not made for Camunda Platform 7.24.0'];
    }
    open(schema);
    return new FormLinter().lint({ ...schema, executionPlatformVersion: '7.22.0' }).map(({ message }) => message);
  }`;

const bundle = join(import.meta.dirname, 'node_modules/.lint-forms.mjs');
await build({
  stdin: { contents: checks, resolveDir: import.meta.dirname },
  outfile: bundle,
  bundle: true,
  plugins: [withoutEditor],
  format: 'esm',
  platform: 'node',
  // what the viewer makes of a browser while it is loaded, before anything is asked of it
  banner: { js: 'globalThis.KeyboardEvent = class {}; globalThis.document = { createElement: () => ({}) };' }
});
const { problemsOf } = await import(pathToFileURL(bundle));

function problemsIn(text) {
  try {
    return problemsOf(JSON.parse(text));
  } catch (refusal) {
    return [refusal.message];
  }
}

for (const file of (await readdir(forms)).filter(name => name.endsWith('.form'))) {
  for (const problem of problemsIn(await readFile(join(forms, file), 'utf8'))) {
    console.error(`${file}: ${problem}`);
    process.exitCode = 1;
  }
}
