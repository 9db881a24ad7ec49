/** The folder of the package a bundled file comes from, from `node_modules` on; null for a file of our own. */
export function packageOf(file) {
  const path = file.replaceAll('\\', '/').replace(/^\0/, '').replace(/\?.*$/, '');
  const at = path.lastIndexOf('node_modules/');
  if (at === -1) return null;
  const [first = '', second = ''] = path.slice(at + 'node_modules/'.length).split('/');
  if (first === '' || first.startsWith('.')) return null;
  const name = first.startsWith('@') ? `${first}/${second}` : first;
  const start = path.indexOf('node_modules/');
  return `${path.slice(start, at)}node_modules/${name}`;
}
