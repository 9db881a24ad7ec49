import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { statedLicence } from './stated-licence.mjs';

const licenceName = /^(licen[cs]e|copying|notice|ofl|copyright|third.?party)(\b|[-_.]|notice)/i;
/** A folder in which some packages keep the licences of what they contain themselves. */
const licenceFolder = 'licenses';

/** Reads what a package says of its licence; throws where it says nothing at all, since it may not be passed on then. */
function licenceOf(root, folder) {
  const place = join(root, folder);
  const description = JSON.parse(readFileSync(join(place, 'package.json'), 'utf8'));
  const { name, version, license } = description;
  const texts = licenceFiles(place).map((file) =>
    readFileSync(join(place, file), 'utf8').replaceAll('\r\n', '\n').trim(),
  );
  const text = [...new Set(texts)].join('\n\n') || statedLicence(description);
  if (!text) throw new Error(`${name} ${version} states no licence whose text is known.`);
  return {
    name,
    version,
    licence: String(license ?? 'see below'),
    text,
  };
}

/** The licence of a package itself, and those of what it has taken over from others. */
function licenceFiles(place) {
  const own = readdirSync(place).filter((file) => licenceName.test(file));
  const inside = join(place, licenceFolder);
  const others = existsSync(inside) ? readdirSync(inside).map((file) => join(licenceFolder, file)) : [];
  return [...own, ...others].sort().filter((file) => statSync(join(place, file)).isFile());
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
