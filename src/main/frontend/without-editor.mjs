import { fileURLToPath } from 'node:url';

const parts = /^(flatpickr|@codemirror\/.+|@lezer\/markdown|@bpmn-io\/(cm-theme|feel-lint))$/;
const nothing = fileURLToPath(new URL('no-editor.js', import.meta.url));

/** Leaves the editor and the calendar out of a bundle of the form viewer, which halves it; what lints forms keeps the linter. */
export const withoutEditor = {
  name: 'without-editor',
  setup: ({ onResolve }) => onResolve({ filter: parts }, ({ path, importer }) =>
    path === '@bpmn-io/feel-lint' && (importer.includes('form-linting') || importer.includes('stdin')) ? null : { path: nothing })
};
