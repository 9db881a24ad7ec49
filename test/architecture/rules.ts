/** Who may import whom. A room is a path prefix; the first prefix that fits a file is its room. */
export interface Room {
  readonly prefix: string;
  /** Path prefixes inside the project it may import from, besides itself. */
  readonly mayImport: readonly string[];
  /** Packages it may import; `node:` stands for every Node built-in. */
  readonly packages: readonly string[];
}

const node = 'node:';
const shared = ['shared/'];

export const rooms: readonly Room[] = [
  { prefix: 'shared/base/', mayImport: [], packages: [] },
  { prefix: 'shared/engine/', mayImport: ['shared/base/'], packages: [] },
  {
    prefix: 'shared/scenario/text/',
    mayImport: ['shared/base/', 'shared/engine/', 'shared/scenario/'],
    packages: ['yaml'],
  },
  { prefix: 'shared/scenario/', mayImport: ['shared/base/', 'shared/engine/'], packages: ['zod'] },
  { prefix: 'shared/view/', mayImport: ['shared/base/', 'shared/engine/', 'shared/scenario/'], packages: [] },
  {
    prefix: 'shared/export/',
    mayImport: ['shared/base/', 'shared/engine/', 'shared/scenario/', 'shared/view/'],
    packages: [],
  },
  {
    prefix: 'shared/contract/',
    mayImport: ['shared/base/', 'shared/engine/', 'shared/scenario/', 'shared/view/', 'shared/export/'],
    packages: ['zod'],
  },
  {
    prefix: 'electron/engine/',
    // `view` tells which figures are on screen, by which a run that is settled stops.
    mayImport: ['shared/base/', 'shared/engine/', 'shared/scenario/', 'shared/view/', 'shared/contract/'],
    packages: [node],
  },
  {
    prefix: 'electron/storage/',
    mayImport: ['shared/base/', 'shared/scenario/', 'shared/contract/'],
    packages: [node],
  },
  {
    prefix: 'electron/exporters/',
    mayImport: ['shared/base/', 'shared/view/', 'shared/export/'],
    packages: [
      node,
      'hyparquet-writer',
      'fflate',
      '@resvg/resvg-wasm',
      '@xmldom/xmldom',
      '@expo-google-fonts/inter',
      'pdfkit',
    ],
  },
  {
    prefix: 'electron/service/',
    mayImport: [...shared, 'electron/engine/', 'electron/storage/', 'electron/exporters/'],
    packages: [node],
  },
  { prefix: 'electron/loopback/', mayImport: [...shared, 'electron/service/'], packages: [node, 'ws'] },
  { prefix: 'electron/headless/', mayImport: [...shared, 'electron/service/'], packages: [node] },
  {
    prefix: 'electron/main/start.ts',
    mayImport: ['electron/main/', 'electron/headless/'],
    packages: ['electron', node],
  },
  {
    prefix: 'electron/main/',
    mayImport: ['electron/service/', 'shared/base/', 'shared/contract/'],
    packages: ['electron', node],
  },
  { prefix: 'electron/preload/', mayImport: ['shared/contract/'], packages: ['electron'] },
  { prefix: 'electron/loop-compiler/', mayImport: [], packages: ['vite'] },
  { prefix: 'electron/launch/', mayImport: ['dist/'], packages: [node, 'vite'] },
  { prefix: 'electron/packaging/', mayImport: [], packages: [node, '@resvg/resvg-wasm'] },
  { prefix: 'renderer/host/', mayImport: ['shared/base/', 'shared/contract/'], packages: [] },
  {
    prefix: 'renderer/ui/',
    mayImport: [],
    packages: ['react', 'react-dom', 'radix-ui', 'cmdk', 'react-resizable-panels', '@tanstack/react-virtual'],
  },
  {
    prefix: 'renderer/editor/',
    // A hover shows a value as a picture, which is drawn like all others of its kind.
    mayImport: ['renderer/ui/', 'shared/base/', 'shared/scenario/', 'shared/view/distribution-picture.ts'],
    packages: ['react', 'monaco-editor'],
  },
  {
    prefix: 'renderer/charts/',
    // How a series is sampled in a key is the same on screen and in every picture that leaves it.
    mayImport: ['renderer/ui/', 'shared/base/', 'shared/view/', 'shared/export/drawing/'],
    packages: ['react', 'echarts'],
  },
  {
    prefix: 'renderer/state/',
    mayImport: ['renderer/host/', ...shared],
    packages: ['zustand', 'react', 'node-diff3'],
  },
  // The one place of the page that holds the typeface as a file: a picture on the clipboard takes it along.
  {
    prefix: 'renderer/panels/copy/picture-font.ts',
    mayImport: ['shared/export/'],
    packages: ['@expo-google-fonts/inter'],
  },
  {
    prefix: 'renderer/panels/',
    mayImport: ['renderer/state/', 'renderer/editor/', 'renderer/charts/', 'renderer/ui/', ...shared],
    packages: ['react', 'radix-ui', 'cmdk', 'react-resizable-panels', '@tanstack/react-virtual', 'zustand'],
  },
  {
    prefix: 'renderer/app/',
    mayImport: ['renderer/panels/', 'renderer/state/', 'renderer/ui/', ...shared],
    packages: ['react', 'react-dom', 'radix-ui', 'cmdk', 'react-resizable-panels', 'zustand'],
  },
  { prefix: 'renderer/styles/', mayImport: [], packages: [] },
  { prefix: 'renderer/', mayImport: ['renderer/'].concat(shared), packages: [] },
];
