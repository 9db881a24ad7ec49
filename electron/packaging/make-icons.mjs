// node electron/packaging/make-icons.mjs: draws electron/resources/icon.svg in every size and form the systems want.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { encodeIcns } from './icns.mjs';
import { encodeIco } from './ico.mjs';

const resources = fileURLToPath(new URL('../resources', import.meta.url));
const sizes = [16, 24, 32, 48, 64, 128, 256, 512, 1024];
const windowsSizes = new Set([16, 24, 32, 48, 64, 128, 256]);
const linuxSizes = new Set([16, 24, 32, 48, 64, 128, 256, 512]);

await initWasm(readFileSync(createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm')));
const drawing = readFileSync(join(resources, 'icon.svg'), 'utf8');
const pictures = sizes.map((size) => {
  const image = new Resvg(drawing, { fitTo: { mode: 'width', value: size } }).render();
  return { size, png: Buffer.from(image.asPng()) };
});
writeFileSync(join(resources, 'icon.ico'), encodeIco(pictures.filter(({ size }) => windowsSizes.has(size))));
writeFileSync(join(resources, 'icon.icns'), encodeIcns(pictures));
mkdirSync(join(resources, 'icons'), { recursive: true });
for (const { size, png } of pictures.filter((picture) => linuxSizes.has(picture.size))) {
  writeFileSync(join(resources, 'icons', `${size}x${size}.png`), png);
}
