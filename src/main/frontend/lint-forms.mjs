import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { withPage } from './browser.mjs';

const forms = fileURLToPath(new URL('../../../forms', import.meta.url));

// The linter's table ends at 7.22 and passes every later version unseen; 7.24 carries the same form-js, 1.8.7.
// The viewer is that release, so a form that it refuses is one that Tasklist refuses.
const checks = `
  import { FormLinter } from '@camunda/form-linting';
  import { createForm } from '@bpmn-io/form-js-viewer';

  window.problemsOf = async text => {
    const schema = JSON.parse(text);
    if (schema.executionPlatform !== 'Camunda Platform' || schema.executionPlatformVersion !== '7.24.0') {
      return ['is not made for Camunda Platform 7.24.0'];
    }
    const found = new FormLinter().lint({ ...schema, executionPlatformVersion: '7.22.0' });
    await createForm({ container: document.body, schema });
    return found.map(({ message }) => message);
  };`;

const { outputFiles: [bundle] } = await build({
  stdin: { contents: checks, resolveDir: import.meta.dirname },
  bundle: true,
  write: false,
  format: 'iife'
});

await withPage(async page => {
  await page.addScriptTag({ content: bundle.text });
  for (const file of (await readdir(forms)).filter(name => name.endsWith('.form'))) {
    const text = await readFile(join(forms, file), 'utf8');
    const problems = await page.evaluate(text => window.problemsOf(text).catch(problem => [problem.message]), text);
    for (const problem of problems) {
      console.error(`${file}: ${problem}`);
      process.exitCode = 1;
    }
  }
});
