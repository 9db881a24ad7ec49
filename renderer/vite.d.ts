/// <reference types="vite/client" />

// A part of Monaco that its list of features leaves out: the widget with the proposals.
declare module 'monaco-editor/editor/contrib/suggest/browser/suggestController';
