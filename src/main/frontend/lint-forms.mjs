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
  import { lintExpression } from '@bpmn-io/feel-lint';
  import { parser } from 'feelers';
  import { FieldFactory, FormFieldRegistry, FormFields, FormLayouter, Importer, PathRegistry } from '@bpmn-io/form-js-viewer';

  function open(schema) {
    const events = { on() {}, fire() {} };
    const types = new FormFields();
    const fields = new FormFieldRegistry(events);
    const paths = new PathRegistry(fields, types, { get: () => null });
    new Importer(fields, paths, new FieldFactory(fields, paths, types), new FormLayouter(events)).importSchema(schema);
  }

  function firstLine(text) {
    return text.split('\\n')[0];
  }

  function problemsOfExpression(expression) {
    return lintExpression(expression).length > 0 ? ['has a broken expression: ' + firstLine(expression)] : [];
  }

  function problemsOfText(text) {
    const problems = [];
    parser.parse(text).iterate({ enter({ name, from, to, type }) {
      if (type.isError) {
        problems.push('has a text with braces that do not fit: ' + firstLine(text));
      } else if (name === 'Feel' || name === 'FeelBlock') {
        problems.push(...problemsOfExpression(text.slice(from, to)));
      }
    } });
    return problems;
  }

  /** The linter looks at expressions right beside a field's key only; they stand deeper, too, and within texts. */
  function problemsOfExpressions(value) {
    if (typeof value === 'string') {
      return value.startsWith('=') ? problemsOfExpression(value.slice(1)) : problemsOfText(value);
    }
    return Object.values(value ?? {}).flatMap(problemsOfExpressions);
  }

  export function problemsOf(schema) {
    if (schema.executionPlatform !== 'Camunda Platform' || schema.executionPlatformVersion !== '7.24.0') {
      return ['is not made for Camunda Platform 7.24.0'];
    }
    open(schema);
    return [...new FormLinter().lint({ ...schema, executionPlatformVersion: '7.22.0' }).map(({ message }) => message), ...problemsOfExpressions(schema)];
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
