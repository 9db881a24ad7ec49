import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { plainWishes } from '#shared/export/wishes.ts';
import { deckFromTemplate } from '../../../electron/exporters/deck/template/deck-from-template.ts';
import { describeTemplate } from '../../../electron/exporters/deck/template/use-template.ts';
import { unattended } from '../../../electron/exporters/export-control.ts';
import { mutateText } from '../../support/mutate-text.ts';
import { samplePages } from '../../support/sample-pages.ts';
import type { Random } from './grammar.ts';
import { must, type Target } from './target.ts';

const nobody = { version: '0', scenarios: [], answers: new Map(), unanswered: [] };

/** What honest decks do not hold where they hold names, numbers and addresses. */
const hostile: readonly string[] = [
  '',
  '0',
  '-1',
  'NaN',
  '1e999',
  '9'.repeat(400),
  'rId999',
  '%zz',
  '/',
  '..',
  '../../../../etc/passwd',
  '/ppt/presentation.xml',
  'presentation.xml',
  'file:///etc/passwd',
  'https://example.com/x',
  '__proto__',
  'constructor',
  '\u202e',
  'vbaProject.bin',
  'application/vnd.ms-office.vbaProject',
];

function pick<T>(items: readonly T[], random: Random): T | undefined {
  return items[Math.floor(random() * items.length)];
}

/** One change to the parts of a deck, of the kinds that damage, spite and bad programs make. */
function change(parts: Record<string, Uint8Array>, random: Random): void {
  const names = Object.keys(parts);
  const name = pick(names, random) ?? '';
  const content = parts[name] ?? new Uint8Array();
  const kind = random();
  if (kind < 0.1) delete parts[name];
  else if (kind < 0.2) parts[name] = parts[pick(names, random) ?? ''] ?? content;
  else if (kind < 0.25) parts[`ppt/${pick(hostile, random)}`] = content;
  else if (!/\.(?:xml|rels)$/.test(name)) parts[name] = content.subarray(0, random() * content.length);
  else parts[name] = strToU8(changedXml(strFromU8(content), random));
}

function changedXml(text: string, random: Random): string {
  const kind = random();
  if (kind < 0.25) return mutateText(text, random);
  const values = [...text.matchAll(/="[^"]*"/g)];
  const value = pick(values, random);
  if (value !== undefined && kind < 0.8) {
    const made = `="${(random() < 0.8 ? pick(hostile, random) : pick(values, random)?.[0].slice(2, -1)) ?? ''}"`;
    return text.slice(0, value.index) + made + text.slice(value.index + value[0].length);
  }
  const elements = [...text.matchAll(/<[\w:]+(?: [^<>]*)?\/>/g)];
  const element = pick(elements, random);
  if (element === undefined) return '';
  // One element out, or many more of it, side by side or one in the other.
  const many = 10 ** Math.floor(random() * 4);
  const nested = '<a>'.repeat(many) + '</a>'.repeat(many);
  const made = pick(['', element[0].repeat(many), nested], random) ?? '';
  return text.slice(0, element.index) + made + text.slice(element.index + element[0].length);
}

/** Decks that strangers hand over as templates, damaged and hostile: described, emptied and written into. */
export function templateTarget(): Target {
  const honest = unzipSync(readFileSync(join('test', 'fixtures', 'decks', 'edited-by-libreoffice.pptx')));
  return {
    name: 'templates',
    make: (random) => {
      const parts = { ...honest };
      for (let turn = 0; turn < 1 + random() * 3; turn += 1) change(parts, random);
      const packed = zipSync(parts, { level: 1 });
      if (random() < 0.15) packed[Math.floor(random() * packed.length)] = random() * 256;
      return Buffer.from(packed).toString('latin1');
    },
    attempt: async (words) => {
      const packed = new Uint8Array(Buffer.from(words, 'latin1'));
      const described = describeTemplate(packed);
      if (!described.ok) return described.error.replace(/[^a-z ]/gi, '').slice(0, 30);
      const template = { deck: packed, mapping: described.value.suggested };
      const made = await deckFromTemplate(template, nobody, samplePages.slice(0, 1), plainWishes, unattended);
      if (!made.ok) return `made ${made.error.slice(0, 30)}`;
      const parts = Object.entries(unzipSync(made.value ?? new Uint8Array()));
      for (const [name, content] of parts) {
        const isCode =
          /vbaProject|activeX/i.test(name) || /ContentType="[^"]*vba/i.test(strFromU8(content, true));
        must(!isCode, `a deck that carries ${name}`);
        must(
          !/TargetMode="External"/.test(strFromU8(content, true)),
          `a deck that leads outside from ${name}`,
        );
      }
      return `made from ${described.value.layouts.length}`;
    },
  };
}
