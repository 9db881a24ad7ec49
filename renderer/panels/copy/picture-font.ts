import { family } from '#shared/export/drawing/svg.ts';

/** Gives a style sheet with the typeface of pictures inside: the faces the window declares, with their files in place of addresses. */
export async function pictureFont(): Promise<string> {
  const faces = [...document.styleSheets]
    .flatMap((sheet) => [...sheet.cssRules])
    .filter((rule) => rule instanceof CSSFontFaceRule)
    .filter(({ style }) => style.getPropertyValue('font-family').replaceAll('"', '') === family);
  return (await Promise.all(faces.map(withFile))).join('');
}

async function withFile({ style, parentStyleSheet }: CSSFontFaceRule): Promise<string> {
  const address = /url\("([^"]+)"\)/.exec(style.getPropertyValue('src'))?.[1] ?? '';
  const response = await fetch(new URL(address, parentStyleSheet?.href ?? document.baseURI));
  const weight = style.getPropertyValue('font-weight');
  return `@font-face{font-family:${family};font-weight:${weight};src:url(${await dataUrl(await response.blob())})}`;
}

function dataUrl(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(blob);
  });
}
