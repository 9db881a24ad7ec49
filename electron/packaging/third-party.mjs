import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const licenceName = /^(licen[cs]e|copying|notice|ofl)(\b|[-_.])/i;

/** Reads what a package says of its licence; throws where it says nothing at all, since it may not be passed on then. */
function licenceOf(root, folder) {
  const place = join(root, folder);
  const { name, version, license } = JSON.parse(readFileSync(join(place, 'package.json'), 'utf8'));
  const files = readdirSync(place).filter((file) => licenceName.test(file));
  const text = files
    .map((file) => readFileSync(join(place, file), 'utf8').replaceAll('\r\n', '\n').trim())
    .join('\n\n');
  if (text === '' && typeof license !== 'string') throw new Error(`${name} ${version} states no licence.`);
  return {
    name,
    version,
    licence: String(license ?? 'see below'),
    text: text || `(Stated as ${license}, without a text.)`,
  };
}

/** Licences of what did not come as a package: the name of a file says what it is about. */
const otherLicences = 'electron/packaging/licences';

function otherTexts(root) {
  const place = join(root, otherLicences);
  return readdirSync(place)
    .sort()
    .map((file) => ({
      name: file.replace(/\.txt$/, ''),
      text: readFileSync(join(place, file), 'utf8').trim(),
    }));
}

/** Writes the licences of the packages in some folders and of data taken over, each in order of their names. */
export function thirdPartyText(root, folders) {
  const unique = [...new Set(folders)].filter((folder) => existsSync(join(root, folder, 'package.json')));
  const packages = unique
    .map((folder) => licenceOf(root, folder))
    .sort((a, b) => a.name.localeCompare(b.name, 'en') || a.version.localeCompare(b.version, 'en'));
  const rule = '='.repeat(78);
  const list = packages.map(({ name, version, licence }) => `${name} ${version} — ${licence}`);
  const texts = packages.map(
    ({ name, version, text }) => `${rule}\n${name} ${version}\n${rule}\n\n${text}\n`,
  );
  const others = otherTexts(root);
  return [
    'Offtake contains the following packages. The licences of Electron and Chromium lie beside the program.\n',
    list.join('\n'),
    `\nBesides, it contains: ${others.map(({ name }) => name).join(', ')}.\n`,
    ...texts,
    ...others.map(({ name, text }) => `${rule}\n${name}\n${rule}\n\n${text}\n`),
  ].join('\n');
}
