// The form viewer's template language brings its editor along, and its date field a calendar. Guests need neither, so here is nothing
// under every name that is asked for; a name that a newer version adds fails the build.
const nothing = new Proxy(function () {}, { get: () => nothing, apply: () => nothing, construct: () => nothing });

export {
  nothing as default,
  nothing as bracketMatching,
  nothing as closeBrackets,
  nothing as cmFeelLinter,
  nothing as darkTheme,
  nothing as defaultKeymap,
  nothing as EditorState,
  nothing as EditorView,
  nothing as foldInside,
  nothing as foldNodeProp,
  nothing as indentOnInput,
  nothing as keymap,
  nothing as LanguageSupport,
  nothing as lightTheme,
  nothing as lineNumbers,
  nothing as linter,
  nothing as LRLanguage,
  nothing as parser,
  nothing as setDiagnosticsEffect,
  nothing as syntaxTree,
  nothing as tooltips
};
