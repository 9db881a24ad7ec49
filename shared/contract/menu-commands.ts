/** What the native menu can ask of the screen, by the name its `menu.command` event carries. */
export const menuCommands = [
  'scenario.new',
  'scenario.open',
  'scenario.save',
  'scenario.save-as',
  'scenario.rename',
  'scenario.close',
  'scenario.versions',
  'scenario.left-work',
  'library.choose',
  'export.open',
  'edit.undo',
  'edit.redo',
  'edit.find',
  'edit.replace',
  'view.palette',
  'view.library',
  'view.details',
  'view.theme',
  'compare.open',
  'help.reference',
  'help.diagnostics',
  'help.about',
] as const;

/** The name of a command of the native menu. */
export type MenuCommand = (typeof menuCommands)[number];
