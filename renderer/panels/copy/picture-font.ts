import { family } from '#shared/export/drawing/svg.ts';

/**
 * Gives a style sheet with the typeface of pictures inside. The files are part of the program and come as such, when a picture
 * is first copied: asking for them by their address would be a request, and the page makes none but to its host.
 */
export async function pictureFont(): Promise<string> {
  const [regular, semiBold] = await Promise.all([
    import('@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf?inline'),
    import('@expo-google-fonts/inter/600SemiBold/Inter_600SemiBold.ttf?inline'),
  ]);
  return face(400, regular.default) + face(600, semiBold.default);
}

function face(weight: number, file: string): string {
  return `@font-face{font-family:${family};font-weight:${weight};src:url(${file})}`;
}
