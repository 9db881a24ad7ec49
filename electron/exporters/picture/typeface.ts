import regular from '@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf?inline';
import semiBold from '@expo-google-fonts/inter/600SemiBold/Inter_600SemiBold.ttf?inline';
import type { FontWeight } from '#shared/export/drawing/drawing.ts';
import { inlineBytes } from './inline-bytes.ts';

/** The typeface of every picture and report: Inter, under the SIL Open Font License, with the program. */
export const typeface: Readonly<Record<FontWeight, Uint8Array>> = {
  400: inlineBytes(regular),
  600: inlineBytes(semiBold),
};
