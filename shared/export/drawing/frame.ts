import { colours } from './colours.ts';
import { type Box, type Label, type Shape, straight } from './drawing.ts';
import { fitText, wrapText } from './text-width.ts';

/** What stands around the picture itself. */
export interface FrameWords {
  /** The finding, in a sentence. */
  readonly finding: string;
  /** What is shown, and in which unit. */
  readonly topic: string;
  /** How to read it, where it comes from, under which condition. */
  readonly footnotes: readonly string[];
}

const margin = 24;
const findingSize = 20;
const topicSize = 13;
const noteSize = 10;

/** Sets a finding above and footnotes below a picture, and gives the room between. */
export function frame(
  words: FrameWords,
  width: number,
  height: number,
): { items: (Shape | Label)[]; room: Box } {
  const inner = width - 2 * margin;
  const finding = wrapText(words.finding, inner, findingSize, 600, 2);
  const notes = words.footnotes.flatMap((note) => wrapText(note, inner, noteSize, 400, 2));
  const topicAt = margin + findingSize * (0.8 + 1.25 * (finding.length - 1)) + topicSize + 9;
  const notesAt = height - margin + 4 - Math.max(0, notes.length - 1) * (noteSize + 3);
  const items: (Shape | Label)[] = [
    ...finding.map((text, at) => ({
      kind: 'label' as const,
      text,
      x: margin,
      y: margin + findingSize * (0.8 + 1.25 * at),
      size: findingSize,
      weight: 600 as const,
      anchor: 'start' as const,
      fill: colours.ink,
    })),
    {
      kind: 'label',
      text: fitText(words.topic, inner, topicSize),
      x: margin,
      y: topicAt,
      size: topicSize,
      weight: 400,
      anchor: 'start',
      fill: colours.faint,
    },
    {
      kind: 'shape',
      path: straight(margin, notesAt - 16, width - margin, notesAt - 16),
      stroke: colours.rule,
      strokeWidth: 0.8,
    },
    ...notes.map((text, at) => ({
      kind: 'label' as const,
      text,
      x: margin,
      y: notesAt + at * (noteSize + 3),
      size: noteSize,
      weight: 400 as const,
      anchor: 'start' as const,
      fill: colours.faint,
    })),
  ];
  return {
    items,
    room: { left: margin, right: width - margin, top: topicAt + 16, bottom: notesAt - 26 },
  };
}
